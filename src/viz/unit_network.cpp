#include "viz/unit_network.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "viz/graphviz.hpp"
#include "viz/heading.hpp"
#include "viz/labels.hpp"
#include "viz/message.hpp"
#include "viz/unit_network_layout.hpp"

namespace respnet::viz {
namespace {

constexpr double kMargin = 25;
constexpr double kLeastWidth = 640;
constexpr double kChipSize = 13;
constexpr Font kBadgeFont{9.5};
constexpr Font kChipFont{9, true};

class UnitNetworkPicture {
 public:
  UnitNetworkPicture(const graph::BipartiteGraph& graph, const PictureOptions& options,
                     UnitRelation relation)
      : graph_(graph),
        options_(options),
        directed_(relation == UnitRelation::Support),
        say_(picture_words(graph, options.language)),
        plan_(unit_network_plan(graph, relation, loads(graph), options, say_, metrics_)),
        scene_(options, emphasis()) {}

  Picture picture() {
    if (plan_.edges.empty()) return message(graph_, options_, nothing());
    chip_ = chip_width();
    layout_ = unit_network_layout(plan_, directed_, chip_ > 0 ? chip_ + 4 : 0, metrics_);
    const Heading heading = this->heading();
    Picture picture;
    picture.width = std::max(kLeastWidth, layout_.width + 2 * kMargin);
    picture.description =
        say_("viz.described", {{"finding", heading.title}, {"counts", plan_.notes.front()}});
    const double inner = picture.width - 2 * kMargin;
    double y = draw_heading(scene_, metrics_, heading, {kMargin, kMargin}, inner);
    y = draw_legend_rows(scene_, metrics_, legend(), {kMargin, y + 4}, inner);
    origin_ = {(picture.width - layout_.width) / 2, y + 20};
    picture.height = origin_.y + layout_.height + kMargin;
    draw_lines();
    for (std::size_t i = 0; i < plan_.nodes.size(); ++i) draw_unit(i);
    scene_.finish(picture, heading.title);
    picture.dot = dot(heading.title);
    return picture;
  }

 private:
  // Room for the widest number of a cluster; 0: there are none.
  double chip_width() const {
    std::size_t most = 0;
    for (const UnitNode& node : plan_.nodes) most = std::max(most, node.cluster);
    return most == 0 ? 0 : std::max(kChipSize, metrics_.width(std::to_string(most), kChipFont) + 3);
  }

  // Partners of the highlighted units stay as they are too. A cluster stands for its members.
  Emphasis emphasis() const {
    Emphasis result = viz::emphasis(graph_, options_);
    if (plan_.of_clusters)
      for (const std::uint32_t unit : options_.highlight)
        result.chosen.insert("c" + std::to_string(options_.clusters[unit]));
    for (const UnitEdge& edge : plan_.edges) {
      const std::string& from = plan_.nodes[edge.from].key;
      const std::string& to = plan_.nodes[edge.to].key;
      if (result.chosen.contains(from)) result.lit.insert(to);
      if (result.chosen.contains(to)) result.lit.insert(from);
    }
    result.lit.insert(result.chosen.begin(), result.chosen.end());
    return result;
  }

  std::string_view nothing() const {
    if (graph_.edge_count() == 0) return "viz.nothing.assignments";
    return directed_ ? "viz.nothing.support" : "viz.nothing.shared";
  }

  Heading heading() const {
    std::vector<std::string> subtitle{std::string(document_title(graph_.network()))};
    subtitle.insert(subtitle.end(), plan_.notes.begin(), plan_.notes.end());
    subtitle.push_back(say_(directed_ ? "viz.leads.arrows" : "viz.shared.lines"));
    subtitle.push_back(say_(plan_.of_clusters ? "viz.network.members" : "viz.network.size"));
    if (directed_) subtitle.push_back(lead_note(graph_, say_));
    return {options_.title.empty() ? plan_.finding : options_.title, subtitle};
  }

  static std::string_view border(const UnitNode& node) {
    if (node.cluster > 0) return palette::cluster(node.cluster);
    if (node.group) return palette::kMuted;
    return node.leading ? palette::kLead : palette::kOther;
  }

  static std::string fill(const UnitNode& node) {
    if (node.cluster > 0) return palette::tint(palette::cluster(node.cluster));
    return std::string(node.group ? palette::kPaper : palette::kUnit);
  }

  static double border_width(const UnitNode& node) { return node.leading ? 1.8 : 1.1; }

  std::vector<LegendEntry> legend() const {
    std::vector<LegendEntry> entries;
    const auto heavy = [&](const UnitEdge& edge) { return edge.tasks >= plan_.strong; };
    if (std::ranges::any_of(plan_.edges, heavy))
      entries.push_back(line_sample(palette::kStrongEdge, 2.4,
                                    say_("viz.strong_edge", {{"least", plan_.strong}})));
    if (!std::ranges::all_of(plan_.edges, heavy))
      entries.push_back(line_sample(palette::kSupportEdge, 1.2,
                                    say_("viz.weak_edge", {{"most", plan_.strong - 1}})));
    if (directed_ && !plan_.of_clusters) {
      entries.push_back(box_sample({.fill = palette::kUnit, .stroke = palette::kLead, .width = 1.8},
                                   say_("viz.leading_unit"), 3));
    }
    if (std::ranges::any_of(plan_.nodes, &UnitNode::group)) {
      entries.push_back(
          box_sample({.fill = palette::kPaper, .stroke = palette::kMuted, .dash = "4 3"},
                     say_("viz.group_unit"), 3));
    }
    if (!plan_.of_clusters) add_clusters(entries);
    return entries;
  }

  void add_clusters(std::vector<LegendEntry>& entries) const {
    std::map<std::size_t, std::size_t> members;
    for (const UnitNode& node : plan_.nodes)
      if (node.cluster > 0) ++members[node.cluster];
    std::size_t listed = 0;
    for (const auto& [number, count] : members) {
      if (++listed > palette::kSections.size()) break;
      const auto sample = [number = number, wide = chip_](Scene& scene, Point at) {
        draw_chip(scene, at + Point{wide / 2, 0}, wide, number);
      };
      entries.push_back(
          {sample, chip_, say_("viz.cluster", {{"number", number}, {"units", count}})});
    }
    if (members.size() > palette::kSections.size()) {
      entries.push_back(
          {[](Scene&, Point) {}, 0,
           say_("viz.more_clusters", {{"clusters", members.size() - palette::kSections.size()}})});
    }
  }

  static void draw_chip(Scene& scene, Point center, double wide, std::size_t number) {
    scene.rect(box_around(center, wide, kChipSize),
               {.fill = palette::kPaper, .stroke = palette::cluster(number), .width = 1.6}, 3,
               "chip");
    scene.text(center, std::to_string(number), {.font = kChipFont, .anchor = Anchor::Middle},
               "number");
  }

  std::string line_id(const UnitEdge& edge) const {
    return "e-" + plan_.nodes[edge.from].key + "-" + plan_.nodes[edge.to].key;
  }

  std::string line_classes(const UnitEdge& edge) const {
    return std::string(directed_ ? "support" : "shared") +
           (edge.tasks >= plan_.strong ? " strong" : " weak");
  }

  std::string line_title(const UnitEdge& edge) const {
    const std::string from = plan_.nodes[edge.from].name;
    const std::string to = plan_.nodes[edge.to].name;
    if (directed_) return say_("viz.support", {{"from", from}, {"to", to}, {"tasks", edge.tasks}});
    return say_("viz.shared", {{"one", from}, {"other", to}, {"tasks", edge.tasks}});
  }

  // Weak lines first, so that strong ones and their numbers lie on top.
  void draw_lines() {
    std::vector<std::size_t> order(plan_.edges.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return plan_.edges[i].tasks; });
    const auto group = scene_.group({.classes = "edges"});
    for (const std::size_t i : order) draw_line(plan_.edges[i], layout_.lines[i]);
    for (const std::size_t i : order)
      if (layout_.lines[i].badge) draw_badge(plan_.edges[i], *layout_.lines[i].badge);
  }

  void draw_line(const UnitEdge& edge, const UnitLine& line) {
    const bool strong = edge.tasks >= plan_.strong;
    const std::string_view color = strong ? palette::kStrongEdge : palette::kSupportEdge;
    const auto group = scene_.group({.id = line_id(edge),
                                     .classes = "edge " + line_classes(edge),
                                     .title = line_title(edge),
                                     .from = plan_.nodes[edge.from].key,
                                     .to = plan_.nodes[edge.to].key});
    Curve shaft = line.shaft;
    for (Point& p : shaft.points) p = p + origin_;
    const double opacity = strong ? 0.88 : plan_.large ? 0.5 : 0.7;
    scene_.path(path_data(shaft), {.stroke = color, .width = line.width, .opacity = opacity}, {},
                flattened(shaft));
    if (line.tip)
      draw_arrow_head(shaft.points.back(), *line.tip + origin_, line.width, color, opacity);
  }

  void draw_arrow_head(Point base, Point tip, double width, std::string_view color,
                       double opacity) {
    const Point along = tip - base;
    const double length = std::hypot(along.x, along.y);
    if (length == 0) return;
    const double half = std::max(0.36 * length, width / 2 + 1.2) / length;
    const Point side{-along.y * half, along.x * half};
    scene_.path("M" + coordinates(tip) + " L" + coordinates(base + side) + " " +
                    coordinates(base - side) + "Z",
                {.fill = color, .opacity = opacity}, "head");
  }

  void draw_badge(const UnitEdge& edge, Box badge) {
    badge.x += origin_.x;
    badge.y += origin_.y;
    const auto group = scene_.group(
        {.classes = "badge", .from = plan_.nodes[edge.from].key, .to = plan_.nodes[edge.to].key});
    scene_.rect(badge, {.fill = palette::kPaper, .stroke = palette::kStrongEdge}, badge.height / 2);
    scene_.text(badge.center(), std::to_string(edge.tasks),
                {.font = kBadgeFont, .anchor = Anchor::Middle}, "number");
  }

  void draw_unit(std::size_t place) {
    const UnitBox& unit = layout_.boxes[place];
    const UnitNode& node = plan_.nodes[place];
    const auto group = scene_.group({.id = "n-" + node.key,
                                     .classes = "node " + node.classes,
                                     .data_id = node.key,
                                     .title = node.title,
                                     .name = node.name});
    Box box = unit.box;
    box.x += origin_.x;
    box.y += origin_.y;
    const std::string color = fill(node);
    scene_.rect(box,
                {.fill = color,
                 .stroke = border(node),
                 .width = border_width(node),
                 .dash = node.group ? "4 3" : ""},
                unit.radius);
    if (unit.label.lines.empty()) return;
    double left = box.x;
    if (node.cluster > 0) {
      draw_chip(scene_, {box.x + 5 + chip_ / 2, box.center().y}, chip_, node.cluster);
      left += chip_ + 4;
    }
    const double middle = (left + box.right()) / 2;
    const double leading = 1.25 * unit.font.size;
    double y = box.center().y - leading * (static_cast<double>(unit.label.lines.size()) - 1) / 2;
    for (const std::string& line : unit.label.lines) {
      scene_.text({middle, y}, line, {.font = unit.font, .anchor = Anchor::Middle}, "name");
      y += leading;
    }
  }

  std::string dot(const std::string& title) const {
    DotGraph dot = titled_dot_graph(title);
    dot.directed = directed_;
    dot.node_defaults = {{"shape", "box"},
                         {"style", "filled,rounded"},
                         {"fixedsize", "true"},
                         {"fontname", std::string(kFontName)},
                         {"fontcolor", std::string(palette::kInk)}};
    dot.edge_defaults = {{"arrowsize", "0.55"}};
    for (std::size_t i = 0; i < plan_.nodes.size(); ++i) dot.nodes.push_back(dot_node(i));
    for (std::size_t i = 0; i < plan_.edges.size(); ++i)
      dot.edges.push_back(dot_edge(plan_.edges[i], layout_.lines[i]));
    return dot_text(dot);
  }

  DotGraph::Edge dot_edge(const UnitEdge& edge, const UnitLine& line) const {
    const std::string color = edge.tasks >= plan_.strong
                                  ? std::string(palette::kStrongEdge) + "E0"
                                  : std::string(palette::kSupportEdge) + "A0";
    return {edge.from,
            edge.to,
            {{"id", line_id(edge)},
             {"class", line_classes(edge)},
             {"pos", dot_spline(line.shaft, line.tip ? &*line.tip : nullptr)},
             {"weight", std::to_string(edge.tasks)},
             {"penwidth", coordinate(line.width)},
             {"color", color}}};
  }

  DotGraph::Node dot_node(std::size_t place) const {
    const UnitBox& unit = layout_.boxes[place];
    const UnitNode& node = plan_.nodes[place];
    std::string label;
    for (const std::string& line : unit.label.lines) label += (label.empty() ? "" : "\n") + line;
    return {node.key,
            {{"id", "n-" + node.key},
             {"class", node.classes},
             {"label", dot_label(label)},
             {"name", dot_label(node.name)},
             {"pos", dot_position(unit.box.center())},
             {"width", dot_inches(unit.box.width)},
             {"height", dot_inches(unit.box.height)},
             {"fontsize", coordinate(unit.font.size)},
             {"penwidth", coordinate(border_width(node))},
             {"style", node.group ? "filled,rounded,dashed" : "filled,rounded"},
             {"fillcolor", fill(node)},
             {"color", std::string(border(node))}}};
  }

  const graph::BipartiteGraph& graph_;
  const PictureOptions& options_;
  bool directed_;
  Messages say_;
  TextMetrics metrics_;
  UnitNetworkPlan plan_;
  UnitNetworkLayout layout_;
  Scene scene_;
  Point origin_;
  double chip_ = 0;  // width of a cluster's number before a label; 0: no clusters
};

}  // namespace

Picture draw_coresponsibility(const graph::BipartiteGraph& graph, const PictureOptions& options) {
  return UnitNetworkPicture(graph, options, UnitRelation::Shared).picture();
}

Picture draw_leads(const graph::BipartiteGraph& graph, const PictureOptions& options) {
  return UnitNetworkPicture(graph, options, UnitRelation::Support).picture();
}

}  // namespace respnet::viz
