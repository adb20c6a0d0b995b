#include "viz/bipartite_style.hpp"
#include "viz/graphviz.hpp"
#include "viz/scene.hpp"

namespace respnet::viz {
namespace {

DotGraph::Node left_node(const BipartitePlan& plan, const LeftItem& item, const Box& box,
                         const TextMetrics& metrics) {
  const std::string name = item.number.empty() ? item.title : item.number + "  " + item.title;
  const std::string label = cut_at_end(metrics, name, kTaskFont, box.width - 2 * kTextMargin);
  return {item.key,
          {{"id", "n-" + item.key},
           {"class", item.classes},
           {"label", dot_label(label) + "\\l"},  // set to the left
           {"name", dot_label(name)},
           {"pos", dot_position(box.center())},
           {"width", dot_inches(box.width)},
           {"height", dot_inches(box.height)},
           {"fillcolor", palette::tint(stripe(plan, item.section))}}};
}

DotGraph::Node right_node(const RightItem& item, const Box& box, const Label& label) {
  std::string text;
  for (const std::string& line : label.lines) text += dot_label(line) + "\\l";
  DotGraph::Node node{item.key,
                      {{"id", "n-" + item.key},
                       {"class", item.classes},
                       {"label", text},
                       {"name", dot_label(shown(item.name))},
                       {"pos", dot_position(box.center())},
                       {"width", dot_inches(box.width)},
                       {"height", dot_inches(box.height)},
                       {"fontsize", coordinate(unit_font(box).size)},
                       {"fillcolor", std::string(item.dashed ? palette::kPaper : palette::kUnit)}}};
  if (item.dashed) {
    node.attributes.insert(
        node.attributes.end(),
        {{"style", "filled,dashed"}, {"penwidth", "1"}, {"color", std::string(palette::kMuted)}});
  }
  return node;
}

DotGraph::Edge edge(const BipartitePlan& plan, const Strand& strand, const Curve& curve) {
  const std::string color = strand.lead
                                ? std::string(lead_color(plan, plan.left[strand.left].section))
                                : std::string(palette::kSupportEdge) + "B0";
  return {strand.left,
          plan.left.size() + strand.right,
          {{"id", strand_id(plan, strand)},
           {"class", strand_classes(plan, strand)},
           {"pos", dot_spline(curve)},
           {"weight", std::to_string(strand.count)},
           {"penwidth", coordinate(strand_width(plan, strand))},
           {"color", color}}};
}

}  // namespace

std::string bipartite_dot(const BipartitePlan& plan, const BipartiteLayout& layout,
                          const std::vector<Label>& unit_labels, const TextMetrics& metrics,
                          std::string_view title) {
  DotGraph dot = titled_dot_graph(title);
  dot.node_defaults = {{"shape", "box"},       {"style", "filled"},
                       {"fixedsize", "true"},  {"penwidth", "0"},
                       {"fillcolor", "white"}, {"fontname", std::string(kFontName)},
                       {"fontsize", "10.5"},   {"fontcolor", std::string(palette::kInk)},
                       {"margin", "0.09,0"}};
  for (std::size_t i = 0; i < plan.left.size(); ++i)
    dot.nodes.push_back(left_node(plan, plan.left[i], layout.left[i], metrics));
  for (std::size_t i = 0; i < plan.right.size(); ++i)
    dot.nodes.push_back(right_node(plan.right[i], layout.right[i], unit_labels[i]));
  for (std::size_t i = 0; i < plan.strands.size(); ++i)
    dot.edges.push_back(edge(plan, plan.strands[i], layout.strands[i]));
  return dot_text(dot);
}

}  // namespace respnet::viz
