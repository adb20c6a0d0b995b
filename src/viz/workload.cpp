#include "viz/workload.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "viz/facts.hpp"
#include "viz/heading.hpp"
#include "viz/labels.hpp"
#include "viz/message.hpp"
#include "viz/unit_rows.hpp"

namespace respnet::viz {
namespace {

constexpr double kMargin = 25;
constexpr double kRow = 20;
constexpr double kBar = 12;
constexpr double kBars = 500;  // width of the longest possible bar
constexpr Font kName{10.5};
constexpr Font kNumber{10};
constexpr std::size_t kMostRows = 40;
constexpr double kWidestName = 220;

// The axis: whole numbers, at most eight lines, every 5 for a workload as usual.
struct Axis {
  std::size_t step = 1, end = 1;

  explicit Axis(std::size_t most) {
    for (std::size_t power = 1; step * 7 < most; power *= 10) {
      for (const std::size_t factor : {1U, 2U, 5U, 10U}) {
        step = factor * power;
        if (step * 7 >= most) break;
      }
    }
    end = std::max<std::size_t>(most, 1);
  }
  double x(std::size_t tasks) const {
    return kBars * static_cast<double>(tasks) / static_cast<double>(end);
  }
};

struct Rows {
  std::vector<std::uint32_t> units;
  UnitNames names;
  std::size_t left_out = 0, left_out_tasks = 0;
};

Rows rows(const graph::BipartiteGraph& graph, const std::vector<Load>& loads, const Messages& say,
          const TextMetrics& metrics) {
  Rows result;
  result.units = heaviest_first(loads);
  if (result.units.size() > kMostRows + 1) {  // a rest of one would say less than its row
    result.left_out = result.units.size() - kMostRows;
    for (std::size_t i = kMostRows; i < result.units.size(); ++i)
      result.left_out_tasks += loads[result.units[i]].tasks;
    result.units.resize(kMostRows);
  }
  result.names = unit_names(graph, result.units, metrics, kName, kWidestName);
  if (result.left_out > 0) {
    const std::string rest = say("viz.rest_units", {{"units", result.left_out}});
    result.names.width = std::max(result.names.width, metrics.width(rest, kName));
  }
  return result;
}

std::string finding(const graph::BipartiteGraph& graph, const std::vector<Load>& loads,
                    const Rows& rows, const Messages& say, const TextMetrics& metrics) {
  const std::uint32_t top = rows.units.front();
  const auto equal = static_cast<std::size_t>(
      std::ranges::count(loads, loads[top].tasks, [](const Load& load) { return load.tasks; }));
  if (equal > 1)
    return say("viz.workload.title_tie", {{"units", equal}, {"tasks", loads[top].tasks}});
  const std::string name = cut_in_middle(metrics, shown(unit_name(graph, top)), {19}, 300);
  return say(loads[top].leads > 0 ? "viz.workload.title_leads" : "viz.workload.title",
             {{"top", name}, {"tasks", loads[top].tasks}, {"leads", loads[top].leads}});
}

class WorkloadChart {
 public:
  WorkloadChart(const graph::BipartiteGraph& graph, const PictureOptions& options)
      : graph_(graph),
        options_(options),
        loads_(loads(graph)),
        say_(picture_words(graph, options.language)),
        rows_(rows(graph, loads_, say_, metrics_)),
        axis_(loads_[rows_.units.front()].tasks),
        scene_(options, emphasis(graph, options)),
        bars_x_(kMargin + std::max(60.0, rows_.names.width) + 8) {}

  Picture picture() {
    Picture picture;
    picture.width = bars_x_ + bars_width() + kMargin;
    const Heading heading = this->heading();
    picture.description =
        say_("viz.described", {{"finding", heading.title}, {"counts", counts_text(graph_, say_)}});
    double y =
        draw_heading(scene_, metrics_, heading, {kMargin, kMargin}, picture.width - 2 * kMargin);
    y = draw_legend_rows(scene_, metrics_, legend(), {bars_x_, y + 4},
                         picture.width - kMargin - bars_x_);
    const double top = y + 10;
    const double bottom = top + kRow * static_cast<double>(rows_.units.size());
    draw_grid(top, bottom);
    for (std::size_t row = 0; row < rows_.units.size(); ++row)
      draw_row(row, top + kRow * (static_cast<double>(row) + 0.5));
    picture.height = draw_foot(bottom) + kMargin - 6;
    scene_.finish(picture, heading.title);
    return picture;
  }

 private:
  // Up to the end of the longest bar's text.
  double bars_width() const {
    double width = kBars;
    for (const std::uint32_t unit : rows_.units)
      width = std::max(width, axis_.x(loads_[unit].tasks) + 6 +
                                  metrics_.reserved_width(load_text(say_, loads_[unit]), kNumber));
    return width;
  }

  Heading heading() const {
    return {
        options_.title.empty() ? finding(graph_, loads_, rows_, say_, metrics_) : options_.title,
        {std::string(document_title(graph_.network())), say_("viz.workload.counted"),
         lead_note(graph_, say_),
         rows_.left_out == 0
             ? ""
             : say_("viz.heaviest", {{"units", loads_.size()}, {"shown", kMostRows}})}};
  }

  std::vector<LegendEntry> legend() {
    std::vector<LegendEntry> entries{box_sample({.fill = palette::kLead}, say_("viz.lead_part")),
                                     box_sample({.fill = palette::kOther}, say_("viz.other_part"))};
    if (std::ranges::any_of(rows_.units, [&](std::uint32_t u) { return is_group(graph_, u); }))
      entries.push_back(box_sample({.fill = scene_.hatch()}, say_("viz.group_unit")));
    return entries;
  }

  void draw_grid(double top, double bottom) {
    const auto group = scene_.group({.classes = "grid"});
    for (std::size_t tick = 0; tick <= axis_.end; tick += axis_.step) {
      const double x = bars_x_ + axis_.x(tick);
      scene_.line({x, top - 4}, {x, bottom + 4}, {.stroke = palette::kRule});
      scene_.text({x, bottom + 14}, std::to_string(tick),
                  {.font = kNumber, .color = palette::kMuted, .anchor = Anchor::Middle});
    }
  }

  void draw_row(std::size_t row, double y) {
    const std::uint32_t unit = rows_.units[row];
    const Load load = loads_[unit];
    const std::string key = unit_key(graph_, unit);
    const std::string text = load_text(say_, load);
    const auto group = scene_.group(
        {.id = "n-" + key,
         .classes = "node " + unit_classes(graph_, unit),
         .data_id = key,
         .title = say_("viz.named", {{"name", shown(unit_name(graph_, unit))}, {"text", text}}),
         .name = shown(unit_name(graph_, unit))});
    scene_.text({bars_x_ - 8, y}, rows_.names.labels[row].text(),
                {.font = kName, .anchor = Anchor::End}, "name");
    draw_bar(unit, load, y);
    scene_.text({bars_x_ + axis_.x(load.tasks) + 6, y}, text,
                {.font = kNumber, .color = palette::kMuted, .halo = true}, "number");
  }

  void draw_bar(std::uint32_t unit, Load load, double y) {
    const double lead = axis_.x(load.leads);
    const double end = axis_.x(load.tasks);
    const double gap = load.leads > 0 && load.others() > 0 ? 1 : 0;
    if (load.leads > 0)
      scene_.rect({bars_x_, y - kBar / 2, lead, kBar}, {.fill = palette::kLead}, 0, "lead");
    if (load.others() == 0) return;
    const std::string fill = is_group(graph_, unit) ? scene_.hatch() : std::string(palette::kOther);
    scene_.rect({bars_x_ + lead + gap, y - kBar / 2, std::max(0.5, end - lead - gap), kBar},
                {.fill = fill}, 0, "other");
  }

  // The rest row and the axis title. @return y below them
  double draw_foot(double bottom) {
    double y = bottom + 20;
    scene_.text({bars_x_ + kBars, y + 10}, say_("viz.tasks_axis"),
                {.font = kNumber, .color = palette::kMuted, .anchor = Anchor::End});
    if (rows_.left_out > 0) {
      scene_.text(
          {kMargin, y + 10},
          say_("viz.rest_units_sum", {{"units", rows_.left_out}, {"sum", rows_.left_out_tasks}}),
          {.font = kName, .color = palette::kMuted}, "rest");
    }
    return y + 20;
  }

  const graph::BipartiteGraph& graph_;
  const PictureOptions& options_;
  TextMetrics metrics_;
  std::vector<Load> loads_;
  Messages say_;
  Rows rows_;
  Axis axis_;
  Scene scene_;
  double bars_x_;
};

}  // namespace

Picture draw_workload(const graph::BipartiteGraph& graph, const PictureOptions& options) {
  if (graph.unit_count() == 0) return message(graph, options, "viz.nothing.units");
  if (graph.edge_count() == 0) return message(graph, options, "viz.nothing.assignments");
  return WorkloadChart(graph, options).picture();
}

}  // namespace respnet::viz
