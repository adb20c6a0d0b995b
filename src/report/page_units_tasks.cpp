// The two tables that the page is worked with: units and tasks.

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <tuple>

#include "report/marked_clause.hpp"
#include "report/page_tables.hpp"
#include "report/phrases.hpp"
#include "respnet/analysis/outliers.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/viz/heat_scale.hpp"

namespace respnet::report {
namespace {

using analysis::SectionLoad;
using graph::Part;

// With more sections their columns would push the names out of sight.
constexpr std::size_t kMostSections = 30;

std::vector<std::uint32_t> busiest_first(const analysis::Study& study) {
  const auto& loads = study.loads();
  std::vector<std::uint32_t> order(study.graph().unit_count());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, std::greater{}, [&](std::uint32_t unit) {
    return std::tuple(loads.tasks[unit], loads.lead[unit]);
  });
  return order;
}

// Lead, then other tasks, `most` being 100 wide.
std::string bar(std::uint32_t tasks, std::uint32_t leads, std::uint32_t most) {
  if (tasks == 0) return {};
  const auto width = [&](std::uint32_t n) { return fixed(100.0 * n / most, 1); };
  std::string svg =
      "<svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">";
  if (leads > 0) svg += "<rect class=\"l\" width=\"" + width(leads) + "\" height=\"8\"/>";
  if (tasks > leads)
    svg += "<rect class=\"o\" x=\"" + width(leads) + "\" width=\"" + width(tasks - leads) +
           "\" height=\"8\"/>";
  return svg + "</svg>";
}

// Steps of the heat scale that the style sheet knows: .h1 to .h6.
std::string heat(std::uint32_t tasks, std::uint32_t most) {
  return tasks == 0 ? "" : "h" + std::to_string(viz::heat_step(tasks, most));
}

class UnitTable {
 public:
  explicit UnitTable(const PageContext& page)
      : page_(page), study_(page.study), loads_(page.study.loads()) {
    const std::vector<double> tasks(loads_.tasks.begin(), loads_.tasks.end());
    const auto outliers = analysis::outliers(tasks);
    outlying_.assign(loads_.tasks.size(), false);
    for (const std::uint32_t unit : outliers.units) outlying_[unit] = true;
    fence_ = fixed(outliers.fence, 1);
    if (!loads_.tasks.empty()) most_ = std::max(1U, std::ranges::max(loads_.tasks));
    has_leads_ = std::ranges::any_of(loads_.lead, [](std::uint32_t n) { return n > 0; });
    try {
      ranks_ = &study_.ranks(analysis::LoadKind::Tasks);
    } catch (const LimitError&) {  // the findings do without it too
    }
    has_sections_ = page.sections.size() > 1 && page.sections.size() <= kMostSections;
    if (!has_sections_) return;
    cells_ = analysis::section_loads(study_.graph()).cells;
    for (const SectionLoad& cell : cells_)
      most_in_section_ = std::max(most_in_section_, cell.tasks);
  }

  std::string html() const {
    html::Table table{.id = "unit-table"};
    const auto order = busiest_first(study_);
    table.caption = page_.say(has_sections_ ? "page.workload_caption" : "page.workload_plain");
    if (const std::string rest = left_out(page_, order.size(), "respnet metrics --level unit");
        !rest.empty())
      table.caption += page_.say("page.joint") + rest;
    table.head = head();
    for (const std::uint32_t unit : order) {
      if (table.rows.size() == kShownRows) break;
      table.rows.push_back(row(unit));
    }
    if (has_sections_) table.foot = foot();
    table.file = "units";
    return html::table(table);
  }

 private:
  std::vector<html::Head> head() const {
    std::vector<html::Head> head{{page_.say("shared.unit")},
                                 {.label = page_.say("page.task_count"), .classes = "bars"}};
    if (has_leads_) head.push_back({.label = page_.say("page.lead_count"), .number = true});
    if (ranks_ != nullptr) head.push_back({page_.say("page.rank"), page_.say("page.rank_hint")});
    head.push_back({page_.say("page.share"), page_.say("page.share_hint"), true});
    head.push_back({.label = page_.say("page.cluster"), .number = true});
    for (std::size_t i = 0; has_sections_ && i < page_.sections.size(); ++i)
      head.push_back({page_.sections[i], page_.sections[i], true, "heat s" + section_color(i)});
    return head;
  }

  // As in the pictures: with more than eight sections, no colours.
  std::string section_color(std::size_t section) const {
    return page_.sections.size() > 8 ? "0" : std::to_string(section + 1);
  }

  html::Cell name(std::uint32_t unit) const {
    html::Cell cell{unit_link(page_, unit)};
    const bool group =
        study_.network().unit_kind(study_.graph().unit(unit)) == model::UnitKind::Group;
    if (group) cell.html += html::badge(page_.say("page.group"));
    if (outlying_[unit])
      cell.html += html::badge(page_.say("page.outlying"),
                               page_.say("page.outlying_hint", {{"fence", fence_}}));
    return cell;
  }

  html::Row row(std::uint32_t unit) const {
    const std::uint32_t tasks = loads_.tasks[unit], leads = loads_.lead[unit];
    html::Row row{unit_anchor(study_.graph(), unit), key_of(study_, unit), {name(unit)}};
    row.cells.push_back({bar(tasks, leads, most_) + "<span>" + std::to_string(tasks) + "</span>",
                         false, "bars", std::to_string(tasks)});
    if (has_leads_) row.cells.push_back({leads == 0 ? "–" : std::to_string(leads), true});
    if (ranks_ != nullptr) row.cells.push_back(rank(unit));
    row.cells.push_back(html::number(loads_.share[unit], 1));
    const std::uint32_t cluster = study_.clusters().of_unit[unit];
    row.cells.push_back(
        {cluster == analysis::kNoCluster ? "–" : std::to_string(cluster + 1), true});
    if (!has_sections_) return row;
    std::vector<SectionLoad> of_section(page_.sections.size());
    const auto own = std::ranges::equal_range(cells_, unit, {}, &SectionLoad::unit);
    for (const SectionLoad& cell : own) of_section[cell.section] = cell;
    for (const SectionLoad& cell : of_section)
      row.cells.push_back(heat_cell(cell.tasks, cell.leads, heat(cell.tasks, most_in_section_)));
    return row;
  }

  // "1" or "4–9": as far as the rank by tasks is sure.
  html::Cell rank(std::uint32_t unit) const {
    const std::string low = std::to_string(ranks_->low[unit]);
    if (ranks_->low[unit] == ranks_->high[unit]) return {low, true};
    return {low + "–" + std::to_string(ranks_->high[unit]), true, "", low};
  }

  html::Cell heat_cell(std::uint32_t tasks, std::uint32_t leads, std::string classes) const {
    html::Cell cell{"", true, "heat" + (classes.empty() ? "" : " " + classes)};
    if (tasks == 0) return cell;
    cell.html = leads == 0 ? std::to_string(tasks)
                           : page_.say("page.cell", {{"tasks", tasks}, {"leads", leads}});
    if (leads > 0) cell.value = std::to_string(tasks);
    return cell;
  }

  std::vector<html::Cell> foot() const {
    const auto sum = [](const auto& values) {
      return std::accumulate(values.begin(), values.end(), std::uint64_t{0});
    };
    std::vector<html::Cell> foot{html::name(page_.say("page.sum")),
                                 {std::to_string(sum(loads_.tasks)), false, "bars"}};
    if (has_leads_) foot.push_back(html::number(sum(loads_.lead)));
    if (ranks_ != nullptr) foot.push_back({});
    foot.push_back(html::number(std::accumulate(loads_.share.begin(), loads_.share.end(), 0.0), 1));
    foot.push_back({"", true});
    std::vector<std::uint32_t> tasks(page_.sections.size(), 0), leads = tasks;
    for (const SectionLoad& cell : cells_) {
      tasks[cell.section] += cell.tasks;
      leads[cell.section] += cell.leads;
    }
    for (std::size_t i = 0; i < tasks.size(); ++i)
      foot.push_back(heat_cell(tasks[i], leads[i], ""));
    return foot;
  }

  const PageContext& page_;
  const analysis::Study& study_;
  const analysis::Loads& loads_;
  const analysis::RankCertainty* ranks_ = nullptr;
  std::vector<bool> outlying_;
  std::string fence_;
  std::uint32_t most_ = 1, most_in_section_ = 1;
  bool has_leads_ = false, has_sections_ = false;
  std::vector<SectionLoad> cells_;  // by unit
};

// The units of a task in the order of the text, those that lead (or not) only.
std::string unit_links(const PageContext& page, model::TaskId task, bool leading) {
  const auto& graph = page.study.graph();
  const graph::Vertex vertex = graph.vertex(task);
  std::vector<std::pair<std::size_t, std::uint32_t>> units;  // place in the text, unit number
  const auto named = page.study.network().assignments(task);
  for (std::size_t i = 0; i < graph.neighbors(vertex).size(); ++i) {
    if ((graph.parts(vertex)[i] == Part::Lead) != leading) continue;
    const std::uint32_t unit = graph.unit_number(graph.neighbors(vertex)[i]);
    std::size_t place = 0;  // members of an expanded group stand behind those that are named
    for (const model::AssignmentId a : named) {
      if (page.study.network().unit_of(a) == graph.unit(unit)) break;
      ++place;
    }
    units.emplace_back(place, unit);
  }
  std::ranges::sort(units);
  std::string links;
  for (const auto& [place, unit] : units)
    links += (links.empty() ? "" : page.say("page.comma")) + unit_link(page, unit);
  return links;
}

std::string clauses(const PageContext& page, model::TaskId id) {
  const auto list = page.study.network().task(id).clauses;
  if (list.empty()) return {};
  std::string body = "<details><summary>" + html::text(page.say("shared.clause")) + "</summary>";
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    body += "<p class=\"clause\">";
    if (list[i].lines.first > 0)
      body += "<span class=\"line\">" +
              html::text(page.say("page.line", {{"line", list[i].lines.first}})) + "</span> ";
    body += "<span class=\"clause-text\">";
    bool is_name = false;
    for (const std::string& piece : clause_pieces(page.study.network(), id, i)) {
      body +=
          is_name ? "<span class=\"named\">" + html::text(piece) + "</span>" : html::text(piece);
      is_name = !is_name;
    }
    body += "</span></p>";
  }
  return body + "</details>";
}

html::Row task_row(const PageContext& page, model::TaskId id, bool deadlines) {
  const model::Task task = page.study.network().task(id);
  const std::string title = one_line(task.title.empty() ? task.id : task.title);
  const std::string lead = unit_links(page, id, true), other = unit_links(page, id, false);
  html::Cell lead_cell{lead.empty() ? "–" : lead, false, "units"};
  // Where every lead is inferred, the word for it says so already.
  if (page.study.graph().lead_inferred(id) && page.has_mixed_leads)
    lead_cell.html += html::badge(page.say("shared.inferred"), page.say("page.inferred_hint"));
  html::Row row{task_anchor(id),
                key_of(id),
                {html::name(one_line(task.id)),
                 {html::link(task_anchor(id), title, "title") + clauses(page, id)},
                 lead_cell,
                 {other.empty() ? "–" : other, false, "units"}}};
  if (deadlines) row.cells.push_back(html::name(one_line(task.deadline)));
  return row;
}

}  // namespace

std::vector<std::string> clause_pieces(const model::Network& network, model::TaskId task,
                                       std::uint32_t clause) {
  // Characters that a marked clause cannot hold otherwise.
  const std::string text = marked_clause(network, task, clause, std::nullopt, {"\x01", "\x02"});
  std::vector<std::string> pieces{""};
  for (const char c : text) {
    if (c == '\x01' || c == '\x02')
      pieces.emplace_back();
    else
      pieces.back() += c;
  }
  return pieces;
}

std::string unit_table(const PageContext& page) {
  if (page.study.graph().unit_count() == 0) return {};
  return UnitTable(page).html();
}

std::string task_table(const PageContext& page) {
  const model::Network& network = page.study.network();
  const bool deadlines = std::ranges::any_of(
      network.task_ids(), [&](model::TaskId task) { return !network.task(task).deadline.empty(); });
  html::Table table{
      .id = "task-table",
      .caption = left_out(page, network.task_count(), "respnet metrics --level task")};
  table.head = {{page.say("shared.number")},
                {page.say("shared.task")},
                {page.say("shared.lead_units")},
                {page.say("shared.other_units")}};
  if (deadlines) table.head.push_back({page.say("shared.deadline")});
  for (const model::TaskId task : network.task_ids()) {
    if (table.rows.size() == kShownRows) break;
    table.rows.push_back(task_row(page, task, deadlines));
  }
  table.file = "tasks";
  return html::table(table);
}

}  // namespace respnet::report
