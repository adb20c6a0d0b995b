#include "viz/cluster_map.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "respnet/base/text.hpp"
#include "viz/cluster_layout.hpp"
#include "viz/cluster_plan.hpp"
#include "viz/facts.hpp"
#include "viz/heading.hpp"
#include "viz/labels.hpp"
#include "viz/message.hpp"

namespace respnet::viz {
namespace {

constexpr double kMargin = 25;
constexpr double kLeastWidth = 520;
constexpr double kChipSize = 15;
constexpr Font kChipFont{10, true}, kTitle{11.5, true}, kSmall{9.5};
constexpr Font kMember{10}, kCoreMember{10, true}, kCount{9}, kBadge{10};

class ClusterMap {
 public:
  ClusterMap(const graph::BipartiteGraph& graph, const PictureOptions& options)
      : graph_(graph),
        options_(options),
        loads_(loads(graph)),
        say_(picture_words(graph, options.language)),
        plan_(cluster_plan(graph, loads_, options)),
        emphasis_(with_clusters(emphasis(graph, options), options)),
        scene_(options, emphasis_) {}

  bool empty() const { return plan_.boxes.empty(); }

  Picture picture() {
    layout_ = cluster_layout(plan_, spaces(), metrics_);
    label_members();
    Picture picture;
    picture.width = std::max(kLeastWidth, layout_.width) + 2 * kMargin;
    const Heading heading = this->heading();
    picture.description =
        say_("viz.described", {{"finding", heading.title}, {"counts", counts_text(graph_, say_)}});
    const double room = picture.width - 2 * kMargin;
    double y = draw_heading(scene_, metrics_, heading, {kMargin, kMargin}, room);
    y = draw_legend_rows(scene_, metrics_, legend(), {kMargin, y + 6}, room);
    origin_ = {kMargin + (room - layout_.width) / 2, y + 16};
    picture.height = origin_.y + layout_.height + kMargin;
    draw_bridges();
    for (std::size_t i = 0; i < plan_.boxes.size(); ++i) draw_box(i);
    draw_badges();
    scene_.finish(picture, heading.title);
    return picture;
  }

 private:
  // A highlighted unit's cluster stays as it is, with all that stands in it.
  Emphasis with_clusters(Emphasis emphasis, const PictureOptions& options) const {
    if (options.clusters.empty()) return emphasis;
    std::set<std::uint32_t> numbers;
    for (const std::uint32_t unit : options.highlight) numbers.insert(options.clusters[unit]);
    numbers.erase(0);
    for (const std::uint32_t number : numbers) emphasis.lit.insert("c" + std::to_string(number));
    for (std::uint32_t unit = 0; unit < options.clusters.size(); ++unit)
      if (numbers.contains(options.clusters[unit])) emphasis.lit.insert(unit_key(graph_, unit));
    return emphasis;
  }

  std::string title_of(const ClusterBox& box) const {
    return say_("sheet.clusters.name", {{"number", box.number}});
  }
  std::string members_of(const ClusterBox& box) const {
    return say_("sheet.clusters.members", {{"units", box.units}, {"tasks", box.inside}});
  }

  std::vector<ClusterSpace> spaces() const {
    std::vector<ClusterSpace> result;
    for (const ClusterBox& box : plan_.boxes) {
      ClusterSpace& space = result.emplace_back();
      space.heading = std::max(chip_width(box) + 7 + metrics_.reserved_width(title_of(box), kTitle),
                               metrics_.reserved_width(members_of(box), kSmall));
      for (const ClusterMember& member : box.members) {
        // What is far too long is cut anyway.
        const std::string name = std::string(prefix(shown(unit_name(graph_, member.unit)), 60));
        space.member = std::max(space.member, metrics_.reserved_width(name, font(member)) + 11 +
                                                  count_width(member.unit));
      }
    }
    return result;
  }

  static Font font(const ClusterMember& member) { return member.core ? kCoreMember : kMember; }

  Heading heading() const {
    std::vector<std::string> parts{std::string(document_title(graph_.network()))};
    if (!plan_.bridges.empty()) parts.push_back(say_("sheet.clusters.lines"));
    parts.push_back(
        say_(plan_.has_core ? "sheet.clusters.counted" : "sheet.clusters.counted_plain"));
    if (plan_.clusters > plan_.boxes.size())
      parts.push_back(say_("sheet.clusters.largest",
                           {{"clusters", plan_.clusters}, {"shown", plan_.boxes.size()}}));
    if (plan_.thinned > 0)
      parts.push_back(
          say_("sheet.clusters.thinned", {{"least", plan_.least}, {"left_out", plan_.thinned}}));
    if (plan_.outside > 0)
      parts.push_back(say_("sheet.clusters.no_cluster", {{"units", plan_.outside}}));
    return {options_.title.empty() ? finding() : options_.title, parts};
  }

  std::string finding() const {
    return say_(plan_.crossing > 0 ? "sheet.clusters.title" : "sheet.clusters.title_apart",
                {{"clusters", plan_.clusters}, {"bridges", plan_.crossing}});
  }

  std::vector<LegendEntry> legend() const {
    for (const ClusterBox& box : plan_.boxes)
      for (const ClusterMember& member : box.members)
        if (is_group(graph_, member.unit))
          return {box_sample({.fill = palette::kPaper, .stroke = palette::kMuted, .dash = "4 3"},
                             say_("viz.group_unit"), 3)};
    return {};
  }

  // Distinct over the whole picture.
  void label_members() {
    std::vector<Named> names;
    for (std::size_t i = 0; i < plan_.boxes.size(); ++i)
      for (std::size_t m = 0; m < plan_.boxes[i].members.size(); ++m) {
        const ClusterMember& member = plan_.boxes[i].members[m];
        names.push_back({unit_name(graph_, member.unit),
                         graph_.network().unit_id(graph_.unit(member.unit)),
                         font(member),
                         {.width = layout_.members[i][m].width - 10 - count_width(member.unit)}});
      }
    labels_ = distinct_labels(metrics_, names);
  }

  double count_width(std::uint32_t unit) const {
    return metrics_.width(std::to_string(loads_[unit].tasks), kCount) + 6;
  }

  Box moved(Box box) const {
    box.x += origin_.x;
    box.y += origin_.y;
    return box;
  }

  static std::string key(const ClusterBox& box) { return "c" + std::to_string(box.number); }

  std::string bridge_title(const ClusterBridge& bridge) const {
    return say_("sheet.clusters.bridge", {{"one", plan_.boxes[bridge.from].number},
                                          {"other", plan_.boxes[bridge.to].number},
                                          {"tasks", bridge.tasks}});
  }

  // Weak ones first, so that strong ones lie on top.
  std::vector<std::size_t> by_strength() const {
    std::vector<std::size_t> order(plan_.bridges.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return plan_.bridges[i].tasks; });
    return order;
  }

  // The ends of a bridge, by which it would fade; none for those of a highlighted unit's cluster.
  Subject between(const ClusterBridge& bridge, Subject subject) const {
    const std::string from = key(plan_.boxes[bridge.from]), to = key(plan_.boxes[bridge.to]);
    if (emphasis_.lit.contains(from) || emphasis_.lit.contains(to)) return subject;
    subject.from = from;
    subject.to = to;
    return subject;
  }

  static bool strong(const ClusterBridge& bridge) { return bridge.tasks >= 3; }

  void draw_bridges() {
    const auto edges = scene_.group({.classes = "edges"});
    const std::vector<std::size_t> order = by_strength();
    const std::size_t most = order.empty() ? 0 : plan_.bridges[order.back()].tasks;
    for (const std::size_t i : order) {
      const ClusterBridge& bridge = plan_.bridges[i];
      Curve curve = layout_.bridges[i];
      for (Point& p : curve.points) p = p + origin_;
      const auto group = scene_.group(between(
          bridge, {.id = "e-" + key(plan_.boxes[bridge.from]) + "-" + key(plan_.boxes[bridge.to]),
                   .classes = std::string("edge bridge ") + (strong(bridge) ? "strong" : "weak"),
                   .title = bridge_title(bridge)}));
      scene_.path(path_data(curve),
                  {.stroke = strong(bridge) ? palette::kStrongEdge : palette::kSupportEdge,
                   .width = bridge_width(bridge.tasks, most),
                   .opacity = strong(bridge) ? 0.88 : 0.7},
                  {}, flattened(curve));
    }
  }

  void draw_badges() {
    for (const std::size_t i : by_strength()) {
      const ClusterBridge& bridge = plan_.bridges[i];
      const Box badge = moved(layout_.badges[i]);
      const auto group = scene_.group(between(bridge, {.classes = "badge"}));
      scene_.rect(badge,
                  {.fill = palette::kPaper,
                   .stroke = strong(bridge) ? palette::kStrongEdge : palette::kSupportEdge},
                  badge.height / 2);
      scene_.text(badge.center(), std::to_string(bridge.tasks),
                  {.font = kBadge, .anchor = Anchor::Middle}, "number");
    }
  }

  void draw_box(std::size_t i) {
    const ClusterBox& box = plan_.boxes[i];
    const Box place = moved(layout_.boxes[i]);
    const std::string_view color = palette::cluster(box.number);
    {
      const auto group = scene_.group({.id = "n-" + key(box),
                                       .classes = "cluster",
                                       .data_id = key(box),
                                       .title = title_of(box) + " · " + members_of(box)});
      scene_.rect(place, {.fill = palette::kPaper}, 6);
      scene_.rect(place, {.fill = color, .opacity = 0.08}, 6);
      scene_.rect(place, {.stroke = color, .width = 1.4}, 6);
      const Point middle{place.x + M::kInset, place.y + 15};
      scene_.rect({middle.x, middle.y - kChipSize / 2, chip_width(box), kChipSize},
                  {.fill = palette::kPaper, .stroke = color, .width = 1.6}, 3, "chip");
      scene_.text({middle.x + chip_width(box) / 2, middle.y}, std::to_string(box.number),
                  {.font = kChipFont, .anchor = Anchor::Middle}, "number");
      scene_.text(middle + Point{chip_width(box) + 7, 0}, title_of(box), {.font = kTitle}, "title");
      scene_.text({place.x + M::kInset, place.y + 32}, members_of(box),
                  {.font = kSmall, .color = palette::kMuted}, "counts");
    }
    for (std::size_t m = 0; m < box.members.size(); ++m)
      draw_member(box, m, moved(layout_.members[i][m]), color);
    if (layout_.rests[i]) {
      const Box rest = moved(*layout_.rests[i]);
      scene_.text({rest.x + 5, rest.center().y},
                  say_("sheet.clusters.more", {{"units", box.units - box.members.size()}}),
                  {.font = kSmall, .color = palette::kMuted}, "rest");
    }
  }

  using M = ClusterMetrics;

  double chip_width(const ClusterBox& box) const {
    return std::max(kChipSize, 7 + metrics_.width(std::to_string(box.number), kChipFont));
  }

  void draw_member(const ClusterBox& box, std::size_t m, const Box& place, std::string_view color) {
    const ClusterMember& member = box.members[m];
    const std::string key = unit_key(graph_, member.unit);
    const std::string whole = shown(unit_name(graph_, member.unit));
    const auto group = scene_.group(
        {.id = "n-" + key,
         .classes = "node " + unit_classes(graph_, member.unit) + (member.core ? " core" : ""),
         .data_id = key,
         .title =
             say_("viz.named", {{"name", whole}, {"text", load_text(say_, loads_[member.unit])}}),
         .name = whole});
    const bool dashed = is_group(graph_, member.unit);
    scene_.rect(place,
                {.fill = palette::kPaper,
                 .stroke = dashed ? palette::kMuted : color,
                 .width = member.core ? 1.2 : 0.6,
                 .dash = dashed ? "4 3" : ""},
                3);
    scene_.text({place.x + 5, place.center().y}, labels_[label_++].text(), {.font = font(member)},
                "name");
    scene_.text({place.right() - 5, place.center().y}, std::to_string(loads_[member.unit].tasks),
                {.font = kCount, .color = palette::kMuted, .anchor = Anchor::End}, "number");
  }

  const graph::BipartiteGraph& graph_;
  const PictureOptions& options_;
  TextMetrics metrics_;
  std::vector<Load> loads_;
  Messages say_;
  ClusterPlan plan_;
  ClusterLayout layout_;
  std::vector<Label> labels_;  // of members, box by box
  std::size_t label_ = 0;      // the next
  Emphasis emphasis_;
  Scene scene_;
  Point origin_;
};

}  // namespace

Picture draw_cluster_map(const graph::BipartiteGraph& graph, const PictureOptions& options) {
  if (graph.unit_count() == 0) return message(graph, options, "viz.nothing.units");
  if (options.clusters.empty()) return message(graph, options, "sheet.clusters.none");
  ClusterMap map(graph, options);
  if (map.empty()) return message(graph, options, "sheet.clusters.none");
  return map.picture();
}

}  // namespace respnet::viz
