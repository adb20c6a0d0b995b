#include "viz/matrix_plan.hpp"

#include <algorithm>
#include <numeric>

#include "respnet/base/text.hpp"
#include "viz/labels.hpp"
#include "viz/unit_tree.hpp"

namespace respnet::viz {
namespace {

using graph::BipartiteGraph;

constexpr std::size_t kMostRows = 40;
constexpr std::size_t kMostColumns = 60;

// The columns and that of each task; tasks outside of sections have the last.
struct Columns {
  std::vector<MatrixPlan::Column> columns;
  std::vector<std::size_t> of_task;
};

Columns all_columns(const BipartiteGraph& graph, const TopSections& sections, const Messages& say) {
  Columns result;
  for (std::size_t s = 0; s < sections.ids.size(); ++s) {
    const std::string place = std::to_string(s + 1);
    NumberedTitle title = numbered_title(shown(graph.network().section(sections.ids[s]).title));
    result.columns.push_back(
        {"s" + place, title.number.empty() ? place : title.number, title.words});
  }
  if (!sections.complete || sections.ids.empty()) {
    const bool only = sections.ids.empty();
    result.columns.push_back({"s0", "", say(only ? "viz.tasks" : "viz.no_section")});
  }
  for (const std::size_t section : sections.of_task) {
    result.of_task.push_back(std::min(section, result.columns.size() - 1));
    ++result.columns[result.of_task.back()].tasks;
  }
  return result;
}

// Puts the columns of fewest tasks together where there are too many.
void put_small_ones_together(Columns& all, const Messages& say) {
  const std::size_t count = all.columns.size();
  if (count <= kMostColumns) return;
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, std::ranges::greater{},
                           [&](std::size_t c) { return all.columns[c].tasks; });
  const std::size_t kept = kMostColumns - 1;
  std::ranges::sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept));

  std::vector<std::size_t> place(count, kept);
  std::vector<MatrixPlan::Column> columns;
  for (std::size_t i = 0; i < kept; ++i) {
    place[order[i]] = i;
    columns.push_back(std::move(all.columns[order[i]]));
  }
  columns.push_back({"rest", "", say("viz.rest_sections", {{"sections", count - kept}})});
  for (std::size_t& column : all.of_task) {
    column = place[column];
    if (column == kept) ++columns.back().tasks;
  }
  all.columns = std::move(columns);
}

std::vector<Load> row_of(const BipartiteGraph& graph, std::uint32_t unit, const Columns& all) {
  std::vector<Load> row(all.columns.size());
  const graph::Vertex vertex = graph.unit_vertex(unit);
  const auto tasks = graph.neighbors(vertex);
  const auto parts = graph.parts(vertex);
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    Load& cell = row[all.of_task[tasks[i]]];
    ++cell.tasks;
    if (parts[i] == graph::Part::Lead) ++cell.leads;
  }
  return row;
}

// How many sections each unit reaches, and the section that most units do. Before small sections
// are put together.
void measure_reach(const BipartiteGraph& graph, const Columns& all, MatrixPlan& plan) {
  std::vector<std::size_t> units(all.columns.size());
  for (std::uint32_t unit = 0; unit < graph.unit_count(); ++unit) {
    std::size_t& reach = plan.reach.emplace_back();
    const std::vector<Load> row = row_of(graph, unit, all);
    for (std::size_t s = 0; s < plan.sections; ++s) {
      if (row[s].tasks == 0) continue;
      ++reach;
      ++units[s];
    }
  }
  for (std::size_t s = 0; s < plan.sections; ++s) {
    if (units[s] <= plan.widest_units) continue;
    plan.widest_units = units[s];
    plan.widest = all.columns[s].title;
  }
}

// The rows in the order of the merges, those outside of the tree last as they were.
void order_by_merges(const std::vector<std::uint32_t>& heaviest, const std::vector<Merge>& merges,
                     std::vector<std::uint32_t>& units) {
  std::vector<std::size_t> place(heaviest.size(), heaviest.size());
  const UnitTree tree = unit_tree(merges, heaviest);
  for (std::size_t i = 0; i < tree.leaves.size(); ++i) place[tree.leaves[i]] = i;
  std::ranges::stable_sort(units, {}, [&](std::uint32_t unit) { return place[unit]; });
}

}  // namespace

std::string MatrixPlan::Column::whole() const {
  return number.empty() ? title : number + " " + title;
}

MatrixPlan matrix_plan(const BipartiteGraph& graph, const std::vector<Load>& loads,
                       const PictureOptions& options, const Messages& say) {
  const TopSections sections = top_sections(graph.network());
  Columns all = all_columns(graph, sections, say);
  MatrixPlan plan;
  plan.sections = sections.ids.size();
  measure_reach(graph, all, plan);
  put_small_ones_together(all, say);

  const std::vector<std::uint32_t> heaviest = heaviest_first(loads);
  // A rest of one takes the room of a row and says less.
  const std::size_t kept = heaviest.size() > kMostRows + 1 ? kMostRows : heaviest.size();
  plan.left_out = heaviest.size() - kept;
  if (plan.left_out > 0) plan.rest.resize(all.columns.size());
  std::vector<std::vector<Load>> by_unit(heaviest.size());
  for (std::size_t i = 0; i < heaviest.size(); ++i) {
    const std::uint32_t unit = heaviest[i];
    std::vector<Load> row = row_of(graph, unit, all);
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (i >= kept) plan.rest[c] += row[c].tasks;
      if (i < kept) plan.most = std::max(plan.most, row[c].tasks);
    }
    if (i >= kept) {
      plan.left_out_tasks += loads[unit].tasks;
      continue;
    }
    plan.units.push_back(unit);
    by_unit[unit] = std::move(row);
  }
  plan.by_merges = options.order_by_merges && !options.merges.empty();
  if (plan.by_merges) order_by_merges(heaviest, options.merges, plan.units);
  for (const std::uint32_t unit : plan.units) plan.cells.push_back(std::move(by_unit[unit]));
  plan.columns = std::move(all.columns);
  return plan;
}

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "第一章" at the start: its length in bytes; 0: none.
std::size_t chapter_mark(std::string_view title) {
  if (!title.starts_with("第")) return 0;
  for (const std::string_view end : {"章", "部分", "篇", "节", "编"}) {
    const std::size_t at = title.find(end);
    if (at != std::string_view::npos && at <= std::string_view("第二十一").size())
      return at + end.size();
  }
  return 0;
}

}  // namespace

NumberedTitle numbered_title(std::string_view title) {
  title = trimmed(title);
  const auto split = [&](std::size_t end, std::size_t skip) {
    const std::string_view words = trimmed(title.substr(end + skip));
    if (words.empty()) return NumberedTitle{"", std::string(title)};
    return NumberedTitle{std::string(title.substr(0, end)), std::string(words)};
  };
  constexpr std::string_view kComma = "、";
  const std::size_t comma = title.find(kComma);
  if (comma != std::string_view::npos && comma > 0 && length(title.substr(0, comma)) <= 3) {
    const bool number =
        std::ranges::all_of(title.substr(0, comma), is_digit) ||
        std::string_view("一二三四五六七八九十").find(title.substr(0, 3)) != std::string_view::npos;
    if (number) return split(comma, kComma.size());
  }
  if (const std::size_t end = chapter_mark(title); end > 0) return split(end, 0);
  std::size_t digits = 0;
  while (digits < title.size() && is_digit(title[digits])) ++digits;
  if (digits > 0 && digits <= 3 && digits < title.size()) {
    const char next = title[digits];
    const bool blank = digits + 1 < title.size() && title[digits + 1] == ' ';
    if (next == ' ' || ((next == '.' || next == ')' || next == ':') && blank))
      return split(digits, 1);
  }
  return {"", std::string(title)};
}

}  // namespace respnet::viz
