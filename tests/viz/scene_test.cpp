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
  Scene scene{PictureOptions{}};
  {
    const auto group = scene.group(
        {.id = "n-u1", .classes = "unit", .data_id = "u1", .title = "<script>\"&'\x01"});
    scene.text({0, 0}, "</text><a href='javascript:1'>]]>", {});
  }

  Picture picture{.width = 10, .height = 10, .description = "\"quoted\""};
  scene.finish(picture, "<&>");
  const test::Svg svg(picture.svg);

  EXPECT_EQ(svg.role, "img");
  EXPECT_EQ(svg.title, "<&>");
  EXPECT_EQ(svg.description, "\"quoted\"");
  ASSERT_EQ(svg.groups.size(), 1U);
  EXPECT_EQ(svg.groups[0].title, "<script>\"&'\uFFFD");
  EXPECT_EQ(svg.groups[0].words[0], "</text><a href='javascript:1'>]]>");
}

TEST(Scene, PrefixesIdsAndTheirReferences) {
  Scene scene({.id_prefix = "p2-"});
  { const auto group = scene.group({.id = "n-u1"}); }
  EXPECT_EQ(scene.hatch(), "url(#p2-hatch)");

  Picture picture{.width = 10, .height = 10};
  scene.finish(picture, "");
  const std::string& svg = picture.svg;

  EXPECT_NE(svg.find("id=\"p2-n-u1\""), std::string::npos);
  EXPECT_NE(svg.find("id=\"p2-hatch\""), std::string::npos);
}

TEST(Scene, FadesWhatDoesNotBelongToTheChosen) {
  Scene scene({}, {.chosen = {"u1"}, .lit = {"u1", "t1"}});
  {
    const auto group = scene.group({.classes = "node", .data_id = "u1"});
    scene.rect({0, 0, 5, 5}, {.fill = palette::kUnit});
  }
  { const auto group = scene.group({.classes = "node", .data_id = "t1"}); }
  { const auto group = scene.group({.classes = "node", .data_id = "u2"}); }
  { const auto group = scene.group({.classes = "edge", .from = "t1", .to = "u1"}); }
  { const auto group = scene.group({.classes = "edge", .from = "t1", .to = "u2"}); }

  Picture picture{.width = 10, .height = 10};
  scene.finish(picture, "");

  EXPECT_NE(picture.svg.find("data-id=\"u1\">\n<rect"), std::string::npos);
  EXPECT_NE(picture.svg.find("stroke=\"#D55E00\" stroke-width=\"2.5\""), std::string::npos);
  EXPECT_NE(picture.svg.find("data-id=\"t1\">"), std::string::npos);
  EXPECT_NE(picture.svg.find("data-id=\"u2\" opacity=\"0.28\">"), std::string::npos);
  EXPECT_NE(picture.svg.find("data-to=\"u1\">"), std::string::npos);
  EXPECT_NE(picture.svg.find("data-to=\"u2\" opacity=\"0.1\">"), std::string::npos);
}

TEST(Scene, ScalesToTheWidthAskedFor) {
  Scene scene({.width = 300});
  Picture picture{.width = 100, .height = 50};

  scene.finish(picture, "");

  EXPECT_EQ(picture.width, 300);
  EXPECT_EQ(picture.height, 150);
  EXPECT_NE(picture.svg.find("width=\"300pt\" height=\"150pt\" viewBox=\"0 0 100 50\""),
            std::string::npos);
}

TEST(Scene, RemembersWhatItDrew) {
  Scene scene({.theme = Theme::Dark});
  {
    const auto group = scene.group({.classes = "node", .data_id = "u1", .name = "Finance"});
    scene.rect({1, 2, 30, 4}, {.fill = palette::kPaper});
    scene.text({9, 4}, "Fin…", {.font = {11, true}, .anchor = Anchor::End}, "name");
  }
  Picture picture{.width = 40, .height = 10};
  scene.finish(picture, "");

  ASSERT_EQ(picture.marks.size(), 2U);
  EXPECT_EQ(picture.subjects[picture.marks[0].subject].name, "Finance");
  EXPECT_EQ(picture.marks[0].box.right(), 31);
  EXPECT_EQ(picture.marks[0].color, palette::themed(palette::kPaper, Theme::Dark));
  EXPECT_EQ(picture.marks[1].text, "Fin…");
  EXPECT_EQ(picture.marks[1].anchor, 1);
  EXPECT_EQ(picture.marks[1].size, 11);
}

}  // namespace
}  // namespace respnet::viz
