#include "viz/dendrogram.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "respnet/base/text.hpp"
#include "viz/dendrogram_plan.hpp"
#include "viz/facts.hpp"
#include "viz/heading.hpp"
#include "viz/labels.hpp"
#include "viz/message.hpp"
#include "viz/unit_rows.hpp"

namespace respnet::viz {
namespace {

constexpr double kMargin = 25;
constexpr double kRow = 20;
constexpr double kTree = 440;  // from distance 0 to 1
constexpr double kWidestName = 220, kWidestPair = 130;
constexpr double kGap = 9;  // between names and tree
constexpr Font kName{10.5};
constexpr Font kNumber{10};

// Units that are not in the tree, by reason.
struct Absent {
  std::size_t groups = 0, idle = 0, small = 0;
};

Absent absent(const graph::BipartiteGraph& graph, const std::vector<Load>& loads,
              const UnitTree& tree) {
  std::vector<bool> present(graph.unit_count(), false);
  for (const std::uint32_t unit : tree.leaves) present[unit] = true;
  Absent absent;
  for (std::size_t unit = 0; unit < present.size(); ++unit) {
    if (present[unit]) continue;
    ++(is_group(graph, unit) ? absent.groups : loads[unit].tasks == 0 ? absent.idle : absent.small);
  }
  return absent;
}

class DendrogramChart {
 public:
  DendrogramChart(const graph::BipartiteGraph& graph, const PictureOptions& options)
      : graph_(graph),
        options_(options),
        loads_(loads(graph)),
        say_(picture_words(graph, options.language)),
        plan_(dendrogram_plan(options.merges, heaviest_first(loads_))),
        scene_(options, emphasis(graph, options)) {
    label_rows();
    double widest = 60;
    for (const std::string& label : labels_)
      widest = std::max(widest, metrics_.width(label, kName));
    tree_x_ = kMargin + widest + kGap;
    for (const DendrogramPlan::Set& set : plan_.sets)
      if (!plan_.collapsed)
        sets_width_ = std::max(sets_width_, metrics_.reserved_width(set_text(set), kNumber));
  }

  Picture picture() {
    Picture picture;
    picture.width = tree_x_ + kTree + (sets_width_ > 0 ? 28 + sets_width_ : 12) + kMargin;
    const Heading heading = this->heading();
    picture.description =
        say_("viz.described", {{"finding", heading.title}, {"counts", counts_text(graph_, say_)}});
    top_ = draw_heading(scene_, metrics_, heading, {kMargin, kMargin}, picture.width - 2 * kMargin);
    top_ += 30;
    bottom_ = top_ + kRow * static_cast<double>(plan_.rows.size());
    draw_axis();
    draw_forks(false);
    draw_forks(true);
    draw_cut();
    for (std::size_t row = 0; row < plan_.rows.size(); ++row) draw_row(row);
    for (const DendrogramPlan::Set& set : plan_.sets) draw_set(set);
    picture.height = bottom_ + 44 + kMargin - 8;
    scene_.finish(picture, heading.title);
    return picture;
  }

 private:
  double x(double height) const { return tree_x_ + kTree * height; }
  double y(double row) const { return top_ + kRow * (row + 0.5); }
  std::size_t leaves() const { return plan_.tree.leaves.size(); }

  std::string finding() const {
    const char* key = plan_.grouped == 0          ? "chart.dendrogram.title_apart"
                      : plan_.grouped == leaves() ? "chart.dendrogram.title_whole"
                                                  : "chart.dendrogram.title";
    return say_(key,
                {{"units", leaves()}, {"grouped", plan_.grouped}, {"sets", plan_.sets_in_all}});
  }

  Heading heading() const {
    const Absent left = absent(graph_, loads_, plan_.tree);
    const auto share = static_cast<std::size_t>(std::floor(100 * (1 - plan_.cut) + 1e-9));
    Heading heading{
        options_.title.empty() ? finding() : options_.title,
        {std::string(document_title(graph_.network())), say_("chart.dendrogram.counted"),
         say_("chart.dendrogram.cut", {{"share", share}})}};
    const auto add = [&](bool applies, std::string text) {
      if (applies) heading.subtitle.push_back(std::move(text));
    };
    add(left.groups > 0, say_("chart.dendrogram.no_groups", {{"groups", left.groups}}));
    add(left.idle > 0, say_("chart.dendrogram.no_idle", {{"units", left.idle}}));
    add(left.small > 0, say_("chart.dendrogram.no_small", {{"units", left.small}}));
    add(plan_.collapsed, say_("chart.dendrogram.collapsed", {{"units", leaves()}}));
    add(plan_.left_out > 0, say_("chart.dendrogram.first_rows",
                                 {{"shown", plan_.rows.size()}, {"units", plan_.left_out}}));
    return heading;
  }

  std::string set_text(const DendrogramPlan::Set& set) const {
    const UnitTree::Node& node = plan_.tree.nodes[set.node];
    return say_(node.height == 0 ? "chart.dendrogram.set_same" : "chart.dendrogram.set_size",
                {{"letter", set.letter}, {"units", node.size()}});
  }

  // "A 组（3 个单位）：区发改局等"; both names of a pair.
  std::string set_row_text(const DendrogramPlan::Set& set) const {
    const UnitTree::Node& node = plan_.tree.nodes[set.node];
    const auto name = [&](std::uint32_t unit, double width) {
      return cut_in_middle(metrics_, shown(unit_name(graph_, unit)), kName, width);
    };
    if (node.size() == 2) {
      return say_("chart.dendrogram.set_row_pair",
                  {{"letter", set.letter},
                   {"unit", name(plan_.tree.leaves[node.first], kWidestPair)},
                   {"other", name(plan_.tree.leaves[node.first + 1], kWidestPair)}});
    }
    return say_("chart.dendrogram.set_row", {{"letter", set.letter},
                                             {"unit", name(node.heaviest, kWidestName)},
                                             {"units", node.size()}});
  }

  void label_rows() {
    std::vector<std::uint32_t> units;
    for (const DendrogramPlan::Row& row : plan_.rows)
      if (plan_.tree.nodes[row.node].is_leaf()) units.push_back(plan_.tree.nodes[row.node].unit);
    const UnitNames names = unit_names(graph_, units, metrics_, kName, kWidestName);
    auto name = names.labels.begin();
    for (const DendrogramPlan::Row& row : plan_.rows)
      labels_.push_back(plan_.tree.nodes[row.node].is_leaf()
                            ? (name++)->text()
                            : set_row_text(plan_.sets[row.set - 1]));
  }

  static TextStyle muted(Anchor anchor) {
    return {.font = kNumber, .color = palette::kMuted, .anchor = anchor};
  }

  void draw_axis() {
    const auto group = scene_.group({.classes = "grid"});
    for (int tick = 0; tick <= 10; tick += 2) {
      const double at = x(tick / 10.0);
      scene_.line({at, top_}, {at, bottom_ + 5}, {.stroke = palette::kRule});
      scene_.text({at, bottom_ + 14}, fixed(tick / 10.0, 1), muted(Anchor::Middle));
    }
    scene_.text({tree_x_ + kTree / 2, bottom_ + 33}, say_("chart.dendrogram.axis"),
                muted(Anchor::Middle));
  }

  // "区工信局", or "区工信局等 3 个单位".
  std::string party(std::size_t at) const {
    const UnitTree::Node& node = plan_.tree.nodes[at];
    const std::string name = shown(unit_name(graph_, node.heaviest));
    if (node.is_leaf()) return name;
    return say_("chart.dendrogram.party", {{"unit", name}, {"units", node.size()}});
  }

  // Those above the cut first, so that the sets' own lines lie over them.
  void draw_forks(bool in_sets) {
    for (const DendrogramPlan::Fork& fork : plan_.forks) {
      if ((fork.set > 0) != in_sets) continue;
      const UnitTree::Node& node = plan_.tree.nodes[fork.node];
      const auto group = scene_.group(
          {.classes = in_sets ? "merge within" : "merge above",
           .title = say_("chart.dendrogram.merge", {{"one", party(node.upper)},
                                                    {"other", party(node.lower)},
                                                    {"height", fixed(fork.height, 2)}})});
      const std::vector<Point> way{{x(fork.upper_height), y(fork.upper_row)},
                                   {x(fork.height), y(fork.upper_row)},
                                   {x(fork.height), y(fork.lower_row)},
                                   {x(fork.lower_height), y(fork.lower_row)}};
      std::string data;
      for (const Point& point : way) data += (data.empty() ? "M" : " L") + coordinates(point);
      scene_.path(data,
                  {.stroke = in_sets ? palette::cluster(fork.set) : palette::kSupportEdge,
                   .width = in_sets ? 2.0 : 1.3},
                  "fork", way);
    }
  }

  void draw_cut() {
    const auto group = scene_.group({.classes = "cut"});
    const double at = x(plan_.cut);
    scene_.line({at, top_ - 4}, {at, bottom_ + 5},
                {.stroke = palette::kAccent, .width = 1.2, .dash = "4 3"}, "cut");
    scene_.text({at, top_ - 12},
                say_("chart.dendrogram.cut_line", {{"height", fixed(plan_.cut, 2)}}),
                muted(Anchor::Middle), "cut");
  }

  void draw_row(std::size_t row) {
    const UnitTree::Node& node = plan_.tree.nodes[plan_.rows[row].node];
    const double at = y(static_cast<double>(row));
    const double width = metrics_.width(labels_[row], kName) + 10;
    const Box box{tree_x_ - kGap + 5 - width, at - kRow / 2 + 1, width, kRow - 2};
    const Point name{tree_x_ - kGap, at};
    const TextStyle style{.font = kName, .anchor = Anchor::End};
    if (!node.is_leaf()) {
      draw_wedge(plan_.rows[row], at);
      scene_.text(name, labels_[row], style, "set");
      return;
    }
    const std::string key = unit_key(graph_, node.unit);
    const std::string whole = shown(unit_name(graph_, node.unit));
    const auto group = scene_.group(
        {.id = "n-" + key,
         .classes = "node " + unit_classes(graph_, node.unit),
         .data_id = key,
         .title =
             say_("viz.named", {{"name", whole}, {"text", load_text(say_, loads_[node.unit])}}),
         .name = whole});
    scene_.rect(box, {.fill = palette::kPaper}, 0, "row");
    scene_.text(name, labels_[row], style, "name");
  }

  // A set as one row: a wedge from its units to where they are all merged.
  void draw_wedge(const DendrogramPlan::Row& row, double at) {
    const double from = tree_x_, to = std::max(x(plan_.tree.nodes[row.node].height), from + 2);
    const std::string_view color = palette::cluster(row.set);
    scene_.path("M" + coordinates({from, at - 7}) + " L" + coordinates({to, at}) + " L" +
                    coordinates({from, at + 7}) + "Z",
                {.fill = palette::tint(color), .stroke = color, .width = 1.3}, "wedge");
  }

  // The bracket of a set's rows, with its letter.
  void draw_set(const DendrogramPlan::Set& set) {
    if (plan_.collapsed) return;
    const auto group = scene_.group({.classes = "set"});
    const double from = y(static_cast<double>(set.first)),
                 to = y(static_cast<double>(set.last - 1));
    const double left = tree_x_ + kTree + 14;
    const auto number = static_cast<std::size_t>(&set - plan_.sets.data()) + 1;
    scene_.rect({left, from - 7, 4, to - from + 14}, {.fill = palette::cluster(number)});
    scene_.text({left + 12, (from + to) / 2}, set_text(set), {.font = kNumber}, "set");
  }

  const graph::BipartiteGraph& graph_;
  const PictureOptions& options_;
  TextMetrics metrics_;
  std::vector<Load> loads_;
  Messages say_;
  DendrogramPlan plan_;
  Scene scene_;
  std::vector<std::string> labels_;  // by row
  double tree_x_ = 0, sets_width_ = 0, top_ = 0, bottom_ = 0;
};

std::string_view reason_for_nothing(const graph::BipartiteGraph& graph) {
  if (graph.unit_count() == 0) return "viz.nothing.units";
  if (graph.edge_count() == 0) return "viz.nothing.assignments";
  std::size_t busy = 0;
  const std::vector<Load> loads = viz::loads(graph);
  for (std::size_t unit = 0; unit < loads.size(); ++unit)
    if (loads[unit].tasks > 0 && !is_group(graph, unit)) ++busy;
  return busy < 2 ? "chart.dendrogram.nothing" : "chart.dendrogram.no_merges";
}

}  // namespace

Picture draw_dendrogram(const graph::BipartiteGraph& graph, const PictureOptions& options) {
  if (options.merges.empty()) return message(graph, options, reason_for_nothing(graph));
  return DendrogramChart(graph, options).picture();
}

}  // namespace respnet::viz
