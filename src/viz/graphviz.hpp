#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "respnet/viz/geometry.hpp"
#include "viz/curve.hpp"

namespace respnet::viz {

// Graphviz keeps global state: the functions below take turns behind one lock, and are safe to
// call from any thread. No text from outside reaches a layout.

/// What Graphviz is to lay out. Nodes are rectangles.
struct LayoutNode {
  double width = 0, height = 0;  ///< pt
};
struct LayoutEdge {
  std::uint32_t from = 0, to = 0;
  double weight = 1;
};
enum class Engine : std::uint8_t {
  Neato,          ///< stress majorization, lines bent around nodes; up to 100 nodes
  NeatoStraight,  ///< the same with straight lines; up to 500 nodes
  Sfdp,           ///< multilevel forces, straight lines; any number
};

struct Layout {
  std::vector<Point> centers;  ///< by node; y down
  std::vector<Curve> curves;   ///< by edge, from border to border
};

/// Places nodes without overlaps.
/// @throws FileError  when the Graphviz plugins are not installed
/// Cost: Neato O(nodes² + nodes edges), NeatoStraight O(nodes²), Sfdp O(nodes log nodes + edges).
Layout layout(Engine engine, const std::vector<LayoutNode>& nodes,
              const std::vector<LayoutEdge>& edges);

/// Lines between boxes that stay where they are, bent around the others; by edge, from border to
/// border.
/// @pre no two boxes overlap
/// @throws FileError  when the Graphviz plugins are not installed
std::vector<Curve> routes(const std::vector<Box>& boxes, const std::vector<LayoutEdge>& edges);

/// `text` as a plain Graphviz label, which is an escString and knows entities: `\` and `&` are
/// escaped, line breaks become `\n`.
std::string dot_label(std::string_view text);

using DotAttributes = std::vector<std::pair<std::string, std::string>>;

/// A graph for writing as DOT. Names are our own ids; text from outside goes through dot_label().
struct DotGraph {
  struct Node {
    std::string name;
    DotAttributes attributes;
  };
  struct Edge {
    std::size_t from = 0, to = 0;  ///< places in nodes
    DotAttributes attributes;
  };
  bool directed = false;
  DotAttributes graph, node_defaults, edge_defaults;
  std::vector<Node> nodes;
  std::vector<Edge> edges;
};

/// A graph without nodes, with the title as its label and our type.
DotGraph titled_dot_graph(std::string_view title);

/// The graph as DOT text, quoted by Graphviz itself.
std::string dot_text(const DotGraph& graph);

/// "x,y" with y pointing up, as `pos` has it.
std::string dot_position(Point point);
/// A line's `pos`. With `arrow`, the arrow's tip stands in front.
std::string dot_spline(const Curve& curve, const Point* tip = nullptr);
/// A length in inches.
std::string dot_inches(double points);

}  // namespace respnet::viz
