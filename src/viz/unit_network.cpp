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
constexpr double kChip = 17;  // a cluster's number before a label
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
        loads_(loads(graph)),
        plan_(unit_network_plan(graph, relation, loads_, options, say_, metrics_)),
        scene_(options, emphasis()) {}

  Picture picture() {
    if (plan_.edges.empty()) return message(graph_, options_, nothing());
    layout_ = unit_network_layout(plan_, graph_, loads_, directed_,
                                  options_.clusters.empty() ? 0 : kChip, metrics_);
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
    for (std::size_t i = 0; i < plan_.units.size(); ++i) draw_unit(i);
    scene_.finish(picture, heading.title);
    picture.dot = dot(heading.title);
    return picture;
  }

 private:
  // Partners of the highlighted units stay as they are too.
  Emphasis emphasis() const {
    Emphasis result = viz::emphasis(graph_, options_);
    for (const UnitEdge& edge : plan_.edges) {
      const std::string from = unit_key(graph_, plan_.units[edge.from]);
      const std::string to = unit_key(graph_, plan_.units[edge.to]);
      if (result.chosen.contains(from)) result.lit.insert(to);
      if (result.chosen.contains(to)) result.lit.insert(from);
    }
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
    subtitle.push_back(say_("viz.network.size"));
    if (directed_) subtitle.push_back(lead_note(graph_, say_));
    return {options_.title.empty() ? plan_.finding : options_.title, subtitle};
  }

  std::size_t cluster(std::size_t place) const {
    return options_.clusters.empty() ? 0 : options_.clusters[plan_.units[place]];
  }
  bool group(std::size_t place) const { return is_group(graph_, plan_.units[place]); }
  bool leading(std::size_t place) const {
    return directed_ && loads_[plan_.units[place]].leads > 0;
  }

  std::string_view border(std::size_t place) const {
    if (const std::size_t number = cluster(place); number > 0) return palette::cluster(number);
    if (group(place)) return palette::kMuted;
    return leading(place) ? palette::kLead : palette::kOther;
  }

  std::string fill(std::size_t place) const {
    if (const std::size_t number = cluster(place); number > 0)
      return palette::tint(palette::cluster(number));
    return std::string(group(place) ? palette::kPaper : palette::kUnit);
  }

  double border_width(std::size_t place) const { return leading(place) ? 1.8 : 1.1; }

  std::vector<LegendEntry> legend() const {
    std::vector<LegendEntry> entries;
    const auto heavy = [&](const UnitEdge& edge) { return edge.tasks >= plan_.strong; };
    if (std::ranges::any_of(plan_.edges, heavy))
      entries.push_back(line_sample(palette::kStrongEdge, 2.4,
                                    say_("viz.strong_edge", {{"least", plan_.strong}})));
    if (!std::ranges::all_of(plan_.edges, heavy))
      entries.push_back(line_sample(palette::kSupportEdge, 1.2,
                                    say_("viz.weak_edge", {{"most", plan_.strong - 1}})));
    if (directed_) {
      entries.push_back(box_sample({.fill = palette::kUnit, .stroke = palette::kLead, .width = 1.8},
                                   say_("viz.leading_unit"), 3));
    }
    bool any_group = false;
    for (std::size_t i = 0; i < plan_.units.size(); ++i) any_group = any_group || group(i);
    if (any_group) {
      entries.push_back(
          box_sample({.fill = palette::kPaper, .stroke = palette::kMuted, .dash = "4 3"},
                     say_("viz.group_unit"), 3));
    }
    add_clusters(entries);
    return entries;
  }

  void add_clusters(std::vector<LegendEntry>& entries) const {
    std::map<std::size_t, std::size_t> members;
    for (std::size_t i = 0; i < plan_.units.size(); ++i)
      if (cluster(i) > 0) ++members[cluster(i)];
    std::size_t listed = 0;
    for (const auto& [number, count] : members) {
      if (++listed > palette::kSections.size()) break;
      const auto sample = [number = number](Scene& scene, Point at) {
        draw_chip(scene, at + Point{kChipSize / 2, 0}, number);
      };
      entries.push_back(
          {sample, kChipSize, say_("viz.cluster", {{"number", number}, {"units", count}})});
    }
    if (members.size() > palette::kSections.size()) {
      entries.push_back(
          {[](Scene&, Point) {}, 0,
           say_("viz.more_clusters", {{"clusters", members.size() - palette::kSections.size()}})});
    }
  }

  static void draw_chip(Scene& scene, Point center, std::size_t number) {
    scene.rect(box_around(center, kChipSize, kChipSize),
               {.fill = palette::kPaper, .stroke = palette::cluster(number), .width = 1.6}, 3,
               "chip");
    scene.text(center, std::to_string(number), {.font = kChipFont, .anchor = Anchor::Middle},
               "number");
  }

  std::string line_id(const UnitEdge& edge) const {
    return "e-" + unit_key(graph_, plan_.units[edge.from]) + "-" +
           unit_key(graph_, plan_.units[edge.to]);
  }

  std::string line_classes(const UnitEdge& edge) const {
    return std::string(directed_ ? "support" : "shared") +
           (edge.tasks >= plan_.strong ? " strong" : " weak");
  }

  std::string line_title(const UnitEdge& edge) const {
    const std::string from = shown(unit_name(graph_, plan_.units[edge.from]));
    const std::string to = shown(unit_name(graph_, plan_.units[edge.to]));
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
                                     .from = unit_key(graph_, plan_.units[edge.from]),
                                     .to = unit_key(graph_, plan_.units[edge.to])});
    Curve shaft = line.shaft;
    for (Point& p : shaft.points) p = p + origin_;
    const double opacity = strong ? 0.88 : 0.7;
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
    const auto group = scene_.group({.classes = "badge",
                                     .from = unit_key(graph_, plan_.units[edge.from]),
                                     .to = unit_key(graph_, plan_.units[edge.to])});
    scene_.rect(badge, {.fill = palette::kPaper, .stroke = palette::kStrongEdge}, badge.height / 2);
    scene_.text(badge.center(), std::to_string(edge.tasks),
                {.font = kBadgeFont, .anchor = Anchor::Middle}, "number");
  }

  void draw_unit(std::size_t place) {
    const UnitBox& unit = layout_.boxes[place];
    const std::uint32_t number = plan_.units[place];
    const std::string key = unit_key(graph_, number);
    const Load load = loads_[number];
    const auto group =
        scene_.group({.id = "n-" + key,
                      .classes = "node " + unit_classes(graph_, number),
                      .data_id = key,
                      .title = say_("viz.named", {{"name", shown(unit_name(graph_, number))},
                                                  {"text", load_text(say_, load)}}),
                      .name = shown(unit_name(graph_, number))});
    Box box = unit.box;
    box.x += origin_.x;
    box.y += origin_.y;
    const std::string color = fill(place);
    scene_.rect(box,
                {.fill = color,
                 .stroke = border(place),
                 .width = border_width(place),
                 .dash = this->group(place) ? "4 3" : ""},
                unit.radius);
    if (unit.label.lines.empty()) return;
    double left = box.x;
    if (const std::size_t cluster_number = cluster(place); cluster_number > 0) {
      draw_chip(scene_, {box.x + 5 + kChipSize / 2, box.center().y}, cluster_number);
      left += kChip;
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
    for (std::size_t i = 0; i < plan_.units.size(); ++i) dot.nodes.push_back(dot_node(i));
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
    const std::uint32_t number = plan_.units[place];
    const std::string key = unit_key(graph_, number);
    std::string label;
    for (const std::string& line : unit.label.lines) label += (label.empty() ? "" : "\n") + line;
    return {key,
            {{"id", "n-" + key},
             {"class", unit_classes(graph_, number)},
             {"label", dot_label(label)},
             {"name", dot_label(shown(unit_name(graph_, number)))},
             {"pos", dot_position(unit.box.center())},
             {"width", dot_inches(unit.box.width)},
             {"height", dot_inches(unit.box.height)},
             {"fontsize", coordinate(unit.font.size)},
             {"penwidth", coordinate(border_width(place))},
             {"style", group(place) ? "filled,rounded,dashed" : "filled,rounded"},
             {"fillcolor", fill(place)},
             {"color", std::string(border(place))}}};
  }

  const graph::BipartiteGraph& graph_;
  const PictureOptions& options_;
  bool directed_;
  Messages say_;
  TextMetrics metrics_;
  std::vector<Load> loads_;
  UnitNetworkPlan plan_;
  UnitNetworkLayout layout_;
  Scene scene_;
  Point origin_;
};

}  // namespace

Picture draw_coresponsibility(const graph::BipartiteGraph& graph, const PictureOptions& options) {
  return UnitNetworkPicture(graph, options, UnitRelation::Shared).picture();
}

Picture draw_leads(const graph::BipartiteGraph& graph, const PictureOptions& options) {
  return UnitNetworkPicture(graph, options, UnitRelation::Support).picture();
}

}  // namespace respnet::viz
