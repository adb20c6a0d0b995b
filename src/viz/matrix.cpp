#include "viz/matrix.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "respnet/viz/heat_scale.hpp"
#include "viz/facts.hpp"
#include "viz/heading.hpp"
#include "viz/labels.hpp"
#include "viz/matrix_headings.hpp"
#include "viz/matrix_plan.hpp"
#include "viz/message.hpp"
#include "viz/unit_rows.hpp"

namespace respnet::viz {
namespace {

constexpr double kMargin = 25;
constexpr double kRow = 20;
constexpr double kCell = 92;  // a column, as wide as two lines of a section's title need
constexpr double kSums = 60;
constexpr double kWidestName = 220;
constexpr Font kName{10.5};
constexpr Font kNumber{10};
constexpr Font kHeading{10};

class MatrixChart {
 public:
  MatrixChart(const graph::BipartiteGraph& graph, const PictureOptions& options)
      : graph_(graph),
        options_(options),
        loads_(loads(graph)),
        say_(picture_words(graph, options.language)),
        plan_(matrix_plan(graph, loads_, options, say_)),
        density_(density(plan_)),
        names_(unit_names(graph, plan_.units, metrics_, kName, kWidestName)),
        scene_(options, emphasis(graph, options)) {
    leads_ = density_ != Density::Numbers &&
             std::ranges::any_of(loads_, [](const Load& load) { return load.leads > 0; });
    double name_width = std::max(60.0, names_.width);
    for (const std::string& text : {rest_text(), say_("chart.matrix.task_sum")})
      name_width = std::max(name_width, metrics_.width(text, kName));
    cells_x_ = kMargin + name_width + 10;
    cell_ = cell_width();
    headings_ = matrix_headings(plan_, cell_, metrics_);
  }

  Picture picture() {
    Picture picture;
    picture.width = std::max(right(), cells_x_ + headings_.width) + kMargin;
    picture.width = std::max(picture.width, kLeast);
    const Heading heading = this->heading();
    picture.description =
        say_("viz.described", {{"finding", heading.title}, {"counts", counts_text(graph_, say_)}});
    double y =
        draw_heading(scene_, metrics_, heading, {kMargin, kMargin}, picture.width - 2 * kMargin);
    y = draw_scale(y + 4) + 14;
    draw_headings(y + headings_.height);
    y += headings_.height + 8;
    for (std::size_t row = 0; row < plan_.units.size(); ++row, y += kRow) draw_row(row, y);
    picture.height = draw_foot(y) + kMargin - 4;
    scene_.finish(picture, heading.title);
    return picture;
  }

 private:
  static constexpr double kLeast = 460;  // narrower pictures have no room for their heading

  std::size_t columns() const { return plan_.columns.size(); }
  double cells_width() const { return cell_ * static_cast<double>(columns()); }
  double column_x(std::size_t c) const { return cells_x_ + cell_ * static_cast<double>(c); }
  double column_middle(std::size_t c) const { return column_x(c) + cell_ / 2; }
  bool has_sums() const { return columns() > 1; }
  double right() const { return cells_x_ + cells_width() + (has_sums() ? kSums : 0); }
  double sums_x() const { return cells_x_ + cells_width() + kSums / 2; }

  std::string rest_text() const {
    return plan_.left_out == 0 ? "" : say_("chart.matrix.rest", {{"units", plan_.left_out}});
  }

  std::string cell_text(Load cell) const {
    if (cell.leads == 0 || !leads_) return std::to_string(cell.tasks);
    return say_("chart.matrix.cell", {{"tasks", cell.tasks}, {"leads", cell.leads}});
  }

  double cell_width() const {
    double widest = density_ == Density::Upright ? kCell : density_ == Density::Turned ? 40 : 26;
    for (const auto& row : plan_.cells)
      for (const Load& cell : row)
        if (cell.tasks > 0)
          widest = std::max(widest, metrics_.reserved_width(cell_text(cell), kNumber) + 8);
    for (std::size_t c = 0; c < columns(); ++c) {
      widest = std::max(
          widest, metrics_.reserved_width(std::to_string(plan_.columns[c].tasks), kNumber) + 6);
      if (!plan_.rest.empty())
        widest =
            std::max(widest, metrics_.reserved_width(std::to_string(plan_.rest[c]), kNumber) + 6);
    }
    return widest;
  }

  // The unit that has tasks in most sections; else the section that most units have tasks in.
  std::string finding() const {
    const std::size_t reach = *std::ranges::max_element(plan_.reach);
    const auto equal = static_cast<std::size_t>(std::ranges::count(plan_.reach, reach));
    if (plan_.sections < 2) {
      return say_("chart.matrix.title_plain",
                  {{"tasks", graph_.task_count()}, {"units", graph_.unit_count()}});
    }
    if (reach <= 1) return say_("chart.matrix.title_apart");
    if (equal == 1) {
      const auto unit =
          static_cast<std::size_t>(std::ranges::find(plan_.reach, reach) - plan_.reach.begin());
      const std::string name = cut_in_middle(metrics_, shown(unit_name(graph_, unit)), {19}, 260);
      return say_(reach == plan_.sections ? "chart.matrix.title_all" : "chart.matrix.title_most",
                  {{"unit", name}, {"reach", reach}, {"sections", plan_.sections}});
    }
    if (reach == plan_.sections)
      return say_("chart.matrix.title_all_several",
                  {{"units", equal}, {"sections", plan_.sections}});
    return say_("chart.matrix.title_section",
                {{"section", cut_at_end(metrics_, plan_.widest, {19}, 300)},
                 {"reach", plan_.widest_units},
                 {"units", graph_.unit_count()}});
  }

  Heading heading() const {
    return {options_.title.empty() ? finding() : options_.title,
            {std::string(document_title(graph_.network())),
             say_(leads_ ? "chart.matrix.counted" : "chart.matrix.counted_tasks"),
             say_(plan_.by_merges ? "chart.matrix.by_merges" : "chart.matrix.by_load"),
             leads_ ? lead_note(graph_, say_) : "",
             plan_.sections == 0 ? say_("chart.matrix.no_sections") : "",
             density_ == Density::Numbers
                 ? say_("chart.matrix.numbers_only", {{"sections", plan_.sections}})
                 : "",
             plan_.left_out == 0 ? ""
                                 : say_("viz.heaviest", {{"units", loads_.size()},
                                                         {"shown", plan_.units.size()}})}};
  }

  // The steps of colour from one task to the most. @return y below
  double draw_scale(double y) {
    if (plan_.most == 0) return y;
    const auto group = scene_.group({.classes = "scale"});
    const TextStyle style{.font = kNumber, .color = palette::kMuted};
    y += 9;
    double x = cells_x_;
    const auto end = [&](std::size_t tasks) {
      const std::string text = say_("viz.task_count", {{"tasks", tasks}});
      scene_.text({x, y}, text, style, "legend");
      x += metrics_.reserved_width(text, kNumber) + 7;
    };
    end(1);
    if (plan_.most == 1) {
      scene_.rect({x, y - 6, 26, 12}, {.fill = palette::kHeat[1]});
      return y + 9;
    }
    for (std::size_t step = 1; step <= heat_step(plan_.most, plan_.most); ++step, x += 26)
      scene_.rect({x, y - 6, 26, 12}, {.fill = palette::kHeat[step]});
    x += 7;
    end(plan_.most);
    return y + 9;
  }

  // A column's number where there is no room for more: by place if its own is too long.
  std::string short_number(const MatrixPlan::Column& column) const {
    if (column.number.empty()) return "+";
    if (metrics_.reserved_width(column.number, kHeading) <= cell_ - 2) return column.number;
    return column.key.substr(1);
  }

  void draw_headings(double bottom) {
    for (std::size_t c = 0; c < columns(); ++c) {
      const MatrixPlan::Column& column = plan_.columns[c];
      const std::string tasks = say_("viz.task_count", {{"tasks", column.tasks}});
      const auto group =
          scene_.group({.classes = "section " + column.key,
                        .title = say_("viz.named", {{"name", column.whole()}, {"text", tasks}}),
                        .name = column.whole()});
      draw_matrix_heading(scene_, headings_, plan_, c, {column_middle(c), bottom});
    }
    if (!has_sums()) return;
    scene_.text({sums_x(), bottom - 7}, say_("chart.matrix.sum"),
                {.font = kHeading, .color = palette::kMuted, .anchor = Anchor::Middle}, "sum");
  }

  void draw_row(std::size_t row, double top) {
    const std::uint32_t unit = plan_.units[row];
    const std::string key = unit_key(graph_, unit);
    const std::string name = shown(unit_name(graph_, unit));
    const double y = top + kRow / 2;
    const auto group = scene_.group(
        {.id = "n-" + key,
         .classes = "node " + unit_classes(graph_, unit),
         .data_id = key,
         .title = say_("viz.named", {{"name", name}, {"text", load_text(say_, loads_[unit])}}),
         .name = name});
    const std::string label = names_.labels[row].text();
    const double width = metrics_.width(label, kName) + 10;
    scene_.rect({cells_x_ - 5 - width, top + 1, width, kRow - 2}, {.fill = palette::kPaper}, 0,
                "row");
    scene_.text({cells_x_ - 10, y}, label, {.font = kName, .anchor = Anchor::End}, "name");
    for (std::size_t c = 0; c < columns(); ++c) draw_cell(row, c, top);
    if (!has_sums()) return;
    const auto sum = scene_.group({.classes = "row-sum"});
    scene_.text({sums_x(), y}, std::to_string(loads_[unit].tasks),
                {.font = kNumber, .color = palette::kMuted, .anchor = Anchor::Middle});
  }

  void draw_cell(std::size_t row, std::size_t c, double top) {
    const Load cell = plan_.cells[row][c];
    const Box box{column_x(c) + 1, top + 1, cell_ - 2, kRow - 2};
    if (cell.tasks == 0) {
      scene_.rect(box, {.fill = palette::kNoCell}, 0, "empty");
      return;
    }
    const std::uint32_t unit = plan_.units[row];
    const std::string_view fill = palette::kHeat[heat_step(cell.tasks, plan_.most)];
    const auto group = scene_.group(
        {.id = "c-" + unit_key(graph_, unit) + "-" + plan_.columns[c].key,
         .classes = "cell",
         .title = say_("chart.matrix.cell_named", {{"unit", shown(unit_name(graph_, unit))},
                                                   {"section", plan_.columns[c].whole()},
                                                   {"text", load_text(say_, cell)}})});
    scene_.rect(box, {.fill = fill}, 0, "heat");
    scene_.text(box.center(), cell_text(cell),
                {.font = kNumber,
                 .color = palette::readable_on(fill, options_.theme),
                 .anchor = Anchor::Middle},
                "number");
  }

  // The row of the rest and the sums. @return y below them
  double draw_foot(double y) {
    if (plan_.left_out > 0) {
      draw_sums("rest", rest_text(), y + 12, plan_.left_out_tasks,
                [&](std::size_t c) { return plan_.rest[c]; });
      y += kRow + 2;
    }
    scene_.line({kMargin, y + 5}, {right(), y + 5}, {.stroke = palette::kRule});
    draw_sums("sum", say_("chart.matrix.task_sum"), y + 17, graph_.task_count(),
              [&](std::size_t c) { return plan_.columns[c].tasks; });
    return y + 28;
  }

  void draw_sums(const std::string& classes, const std::string& name, double y, std::size_t sum,
                 const auto& number) {
    const auto group = scene_.group({.classes = classes});
    const TextStyle style{.font = kNumber, .color = palette::kMuted, .anchor = Anchor::Middle};
    scene_.text({cells_x_ - 10, y}, name,
                {.font = kName, .color = palette::kMuted, .anchor = Anchor::End}, "name");
    for (std::size_t c = 0; c < columns(); ++c)
      if (number(c) > 0) scene_.text({column_middle(c), y}, std::to_string(number(c)), style);
    if (has_sums()) scene_.text({sums_x(), y}, std::to_string(sum), style, "sum");
  }

  const graph::BipartiteGraph& graph_;
  const PictureOptions& options_;
  TextMetrics metrics_;
  std::vector<Load> loads_;
  Messages say_;
  MatrixPlan plan_;
  Density density_;
  UnitNames names_;
  Scene scene_;
  bool leads_ = false;
  double cells_x_ = 0, cell_ = 0;
  MatrixHeadings headings_;
};

}  // namespace

Picture draw_matrix(const graph::BipartiteGraph& graph, const PictureOptions& options) {
  if (graph.unit_count() == 0) return message(graph, options, "viz.nothing.units");
  if (graph.edge_count() == 0) return message(graph, options, "viz.nothing.assignments");
  return MatrixChart(graph, options).picture();
}

}  // namespace respnet::viz
