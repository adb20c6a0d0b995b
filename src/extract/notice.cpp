#include "respnet/extract/notice.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/draft_writer.hpp"
#include "extract/drafts_network.hpp"
#include "respnet/extract/cell_table.hpp"
#include "respnet/extract/draft.hpp"
#include "respnet/extract/english_lines.hpp"
#include "respnet/extract/flow.hpp"
#include "respnet/extract/front_matter.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/outline.hpp"
#include "respnet/extract/task_table.hpp"
#include "respnet/model/doubt.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::extract {
namespace {

constexpr const char* kNoClause =
    "no responsibility clause found, such as （责任单位：…） or （…牵头，…负责） at the end of a "
    "task, "
    "or 'Lead: …' below it; check that this is the work plan itself, or see 'respnet formats' for "
    "tables";

class NoticeReader {
 public:
  NoticeReader(std::string_view text, model::Source source, std::string file)
      : flow_(text),
        headings_(outline(flow_)),
        drafts_(draft_tasks(flow_, headings_)),
        writer_(flow_.traced(), drafts_, std::move(file)),
        sections_(headings_.size()) {
    writer_.add_source(std::move(source), front_matter(text));
  }

  std::size_t tasks_with_units() const { return writer_.tasks_with_units(); }
  void add_doubt(model::Doubt doubt) { writer_.builder().add_doubt(std::move(doubt)); }

  model::Network network() {
    writer_.refuse_empty(kNoClause);
    for (std::size_t t = 0; t < drafts_.tasks.size(); ++t) add_task(t);
    return std::move(writer_).network();
  }

 private:
  void add_task(std::size_t t);
  std::string task_id(const TaskDraft& task, std::size_t t);
  std::string prefixed_path(std::uint32_t heading) const;
  std::optional<model::SectionId> section(std::optional<std::uint32_t> heading);

  Flow flow_;
  std::vector<Heading> headings_;
  Drafts drafts_;
  DraftWriter writer_;
  std::vector<std::optional<model::SectionId>> sections_;  // by heading, once added
  Ids seen_tasks_, seen_sections_;
};

// Numbers of an annex follow its own count, so that they cannot meet those of the body.
std::string NoticeReader::prefixed_path(std::uint32_t heading) const {
  const std::uint32_t part = headings_[heading].part;
  const bool follows_tasks = part != 0 && headings_[drafts_.tasks.front().heading].part != part;
  const std::string numbers = path(headings_, heading);
  if (!follows_tasks) return numbers;
  return "附" + std::to_string(part) + (numbers.empty() ? "" : ".") + numbers;
}

std::string NoticeReader::task_id(const TaskDraft& task, std::size_t t) {
  std::string id = prefixed_path(task.heading);
  if (id.empty()) {
    if (headings_.size() == 1) return seen_tasks_.unique(std::to_string(t + 1));
    id = "0";
  }
  if (task.part != 0) id += "#" + std::to_string(task.part);
  return seen_tasks_.unique(id);
}

std::optional<model::SectionId> NoticeReader::section(std::optional<std::uint32_t> heading) {
  if (!heading || headings_[*heading].mark.kind == MarkKind::None) return std::nullopt;
  if (auto& known = sections_[*heading]; known) return known;
  std::optional<model::SectionId> parent;
  if (headings_[*heading].parent != 0) parent = section(headings_[*heading].parent);
  model::SectionRow row;
  row.id = seen_sections_.unique(prefixed_path(*heading));
  row.title = stripped(headings_[*heading].label.of(flow_.text()));
  row.parent = parent;
  row.source = writer_.source();
  sections_[*heading] = writer_.builder().add_section(std::move(row));
  return sections_[*heading];
}

void NoticeReader::add_task(std::size_t t) {
  const TaskDraft& task = drafts_.tasks[t];
  std::string id = task_id(task, t);
  writer_.add_task(std::move(id), section(task.section));
}

// The text with those parts blanked out, so that lines and offsets stay.
std::string without(std::string_view text, const std::vector<PlacedTable>& tables) {
  std::string rest(text);
  for (const PlacedTable& table : tables)
    for (std::uint32_t i = table.place.begin; i < table.place.end; ++i)
      if (rest[i] != '\n') rest[i] = ' ';
  return rest;
}

// A notice that holds task tables: the tables are read, or the clauses around them, whichever name
// more tasks, the text when in doubt. An annex repeats in a table what the text says, so the two
// are never added up.
model::Network read_with_tables(const TracedText& cells, const std::vector<PlacedTable>& tables,
                                model::Source source, std::string file) {
  const std::string body = without(cells.source(), tables);
  NoticeReader notice(body, source, file);
  TaskTables document{.text = cells, .tables = {}, .first_leads = false, .notes = {}};
  std::size_t rows = 0;
  for (const PlacedTable& table : tables) {
    rows += table.cells.rows.size() - std::min<std::size_t>(1, table.cells.rows.size());  // header
    document.tables.push_back(table.cells);
  }
  TracedText lines(body);
  TableDrafts plan;
  if (language_of(cells.source()) == "en") plan = draft_english_tasks(lines);
  const auto in_lines = static_cast<std::size_t>(std::ranges::count_if(
      plan.drafts.tasks, [](const TaskDraft& task) { return !task.mentions.empty(); }));
  const std::size_t clauses = std::max(notice.tasks_with_units(), in_lines);
  if (clauses >= rows) {
    model::Doubt doubt =
        model::doubt("table-left-aside", {model::counted(rows)}, {.line = tables.front().line});
    if (in_lines == clauses)
      return network_of(lines, std::move(plan), std::move(source), std::move(file), {doubt},
                        kNoClause);
    notice.add_doubt(std::move(doubt));
    return notice.network();
  }
  document.first_leads = first_leads_remark(body).has_value();
  if (document.first_leads) document.notes.push_back(model::doubt("first-listed-leads/outside"));
  if (clauses != 0)
    document.notes.push_back(model::doubt("clauses-left-aside", {model::counted(clauses)}));
  return read_task_tables(document, std::move(source), file);
}

}  // namespace

model::Network read_notice(std::string_view text, model::Source source, std::string_view file) {
  std::string shown(file.empty() ? source.path : file);
  TracedText cells(text);
  const std::vector<PlacedTable> tables = task_tables_in(cells);
  if (!tables.empty()) return read_with_tables(cells, tables, std::move(source), std::move(shown));
  if (language_of(text) == "en") {
    TracedText lines(text);
    TableDrafts plan = draft_english_tasks(lines);
    if (!plan.drafts.tasks.empty())
      return network_of(lines, std::move(plan), std::move(source), std::move(shown), {}, kNoClause);
  }
  return NoticeReader(text, std::move(source), std::move(shown)).network();
}

}  // namespace respnet::extract
