#include "viz/matrix_headings.hpp"

#include <algorithm>
#include <numbers>

#include "viz/labels.hpp"

namespace respnet::viz {
namespace {

constexpr double kLine = 14, kNumberLine = 18;
constexpr double kLongest = 190;  // of a turned heading
constexpr std::size_t kMostUpright = 12, kMostTitled = 30;
constexpr Font kHeading{10};
constexpr Font kNumber{11, true};

// In two lines split in the middle, else in as many as three.
std::vector<std::string> upright(const MatrixPlan::Column& column, double width,
                                 const TextMetrics& metrics) {
  const Label label = fitted(metrics, column.title, kHeading, {width, true});
  return label.cut ? wrapped(metrics, column.title, kHeading, width, 3) : label.lines;
}

// Where there is no room for more than a number: the place of the section if its own is too long.
std::string short_number(const MatrixPlan::Column& column, double width,
                         const TextMetrics& metrics) {
  if (column.number.empty()) return "+";
  if (metrics.reserved_width(column.number, kHeading) <= width) return column.number;
  return column.key.substr(1);
}

}  // namespace

Density density(const MatrixPlan& plan) {
  const std::size_t columns = plan.columns.size();
  return columns <= kMostUpright  ? Density::Upright
         : columns <= kMostTitled ? Density::Turned
                                  : Density::Numbers;
}

MatrixHeadings matrix_headings(const MatrixPlan& plan, double cell, const TextMetrics& metrics) {
  MatrixHeadings result{density(plan)};
  double middle = cell / 2;
  for (const MatrixPlan::Column& column : plan.columns) {
    std::vector<std::string>& lines = result.lines.emplace_back();
    double height = 16;
    if (result.density == Density::Upright) {
      lines = upright(column, cell - 8, metrics);
      height =
          kLine * static_cast<double>(lines.size()) + (column.number.empty() ? 0 : kNumberLine);
    } else if (result.density == Density::Turned) {
      lines = {cut_at_end(metrics, column.whole(), kHeading, kLongest)};
      const double run = metrics.reserved_width(lines.front(), kHeading) / std::numbers::sqrt2;
      height = run + 10;
      result.width = std::max(result.width, middle + run + 10);
    } else {
      lines = {short_number(column, cell - 2, metrics)};
    }
    result.height = std::max(result.height, height);
    middle += cell;
  }
  return result;
}

void draw_matrix_heading(Scene& scene, const MatrixHeadings& headings, const MatrixPlan& plan,
                         std::size_t column, Point foot) {
  const std::vector<std::string>& lines = headings.lines[column];
  if (headings.density == Density::Turned) {
    scene.turned_text({foot.x, foot.y - 4}, -45, lines.front(), {.font = kHeading}, "heading");
    return;
  }
  Point at{foot.x, foot.y - headings.height + 7};
  if (headings.density == Density::Upright && !plan.columns[column].number.empty()) {
    scene.text(at, plan.columns[column].number, {.font = kNumber, .anchor = Anchor::Middle},
               "number");
    at.y += kNumberLine;
  }
  for (const std::string& line : lines) {
    scene.text(at, line, {.font = kHeading, .anchor = Anchor::Middle}, "heading");
    at.y += kLine;
  }
}

}  // namespace respnet::viz
