#include "viz/graphviz.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "viz/dot.hpp"
#include "viz/networks.hpp"

namespace respnet::viz {
namespace {

TEST(Graphviz, ReadsEveryLabelBackAsWritten) {
  DotGraph dot;
  const auto names = test::hostile_names();
  for (std::size_t i = 0; i < names.size(); ++i)
    dot.nodes.push_back({"u" + std::to_string(i), {{"label", dot_label(names[i])}}});

  const test::Dot read(dot_text(dot));

  ASSERT_EQ(read.nodes.size(), names.size());
  for (std::size_t i = 0; i < names.size(); ++i)
    EXPECT_EQ(test::label_text(read.nodes.at("u" + std::to_string(i)).at("label")), names[i]);
}

TEST(Graphviz, KeepsParallelEdges) {
  DotGraph dot;
  dot.nodes = {{"a", {}}, {"b", {}}};
  dot.edges = {{0, 1, {{"id", "one"}}}, {0, 1, {{"id", "two"}}}};

  EXPECT_EQ(test::Dot(dot_text(dot)).edges.size(), 2U);
}

TEST(Graphviz, PlacesNodesApart) {
  const std::vector<LayoutNode> nodes(12, {90, 30});
  std::vector<LayoutEdge> edges;
  for (std::uint32_t i = 1; i < 12; ++i) edges.push_back({0, i, 1.0 + i % 3});

  for (const Engine engine : {Engine::Neato, Engine::NeatoStraight, Engine::Sfdp}) {
    const Layout placed = layout(engine, nodes, edges);

    ASSERT_EQ(placed.centers.size(), nodes.size());
    ASSERT_EQ(placed.curves.size(), edges.size());
    for (const Point p : placed.centers) {  // what differs from run to run is rounded away
      EXPECT_EQ(2 * p.x, std::round(2 * p.x));
      EXPECT_EQ(2 * p.y, std::round(2 * p.y));
    }
    for (std::size_t a = 0; a < nodes.size(); ++a)
      for (std::size_t b = 0; b < a; ++b)
        EXPECT_FALSE(
            overlap(box_around(placed.centers[a], 90, 30), box_around(placed.centers[b], 90, 30)));
  }
}

TEST(Graphviz, RunsLinesFromTheirFirstNode) {
  const Layout placed = layout(Engine::Neato, {{40, 20}, {40, 20}}, {{1, 0, 1}});
  const Point start = placed.curves[0].points.front();

  EXPECT_LT(std::abs(start.x - placed.centers[1].x), 31);
  EXPECT_LT(std::abs(start.y - placed.centers[1].y), 21);
}

TEST(Graphviz, LaysOutNothing) { EXPECT_TRUE(layout(Engine::Neato, {}, {}).centers.empty()); }

}  // namespace
}  // namespace respnet::viz
