#include "viz/scene.hpp"

#include <gtest/gtest.h>

#include "viz/svg.hpp"

namespace respnet::viz {
namespace {

TEST(Scene, WritesAtMostTwoDecimals) {
  EXPECT_EQ(coordinate(1), "1");
  EXPECT_EQ(coordinate(1.5), "1.5");
  EXPECT_EQ(coordinate(2.0 / 3), "0.67");
  EXPECT_EQ(coordinate(-0.001), "0");
  EXPECT_EQ(coordinate(1200), "1200");
}

TEST(Scene, EscapesEverythingFromOutside) {
  Scene scene;
  {
    const auto group = scene.group(
        {.id = "n-u1", .classes = "unit", .data_id = "u1", .title = "<script>\"&'\x01"});
    scene.text({0, 0}, "</text><a href='javascript:1'>]]>", {});
  }

  const test::Svg svg(scene.svg(10, 10, "<&>", "\"quoted\""));

  EXPECT_EQ(svg.role, "img");
  EXPECT_EQ(svg.title, "<&>");
  EXPECT_EQ(svg.description, "\"quoted\"");
  ASSERT_EQ(svg.groups.size(), 1U);
  EXPECT_EQ(svg.groups[0].title, "<script>\"&'\uFFFD");
  EXPECT_EQ(svg.groups[0].words[0], "</text><a href='javascript:1'>]]>");
}

TEST(Scene, PrefixesIdsAndTheirReferences) {
  Scene scene("p2-");
  { const auto group = scene.group({.id = "n-u1"}); }
  EXPECT_EQ(scene.hatch(), "url(#p2-hatch)");

  const std::string svg = scene.svg(10, 10, "", "");

  EXPECT_NE(svg.find("id=\"p2-n-u1\""), std::string::npos);
  EXPECT_NE(svg.find("id=\"p2-hatch\""), std::string::npos);
}

}  // namespace
}  // namespace respnet::viz
