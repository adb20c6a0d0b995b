#include "respnet/io/workbook.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "io/workbook_network.hpp"
#include "io/workbook_words.hpp"
#include "io/xlsx.hpp"
#include "io/xlsx_file.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

using model::Network;
using model::Role;

std::string joined(const auto& texts, std::string_view separator) {
  std::string all;
  for (const auto& text : texts) all.append(all.empty() ? "" : separator).append(text);
  return all;
}

std::string_view zh_or_id(Language language, std::string_view zh, std::string_view id) {
  return language == Language::Zh ? zh : id;
}

/// Writes the sheets of a network. Columns that would be empty in a whole sheet are left out where
/// networks mostly have none.
class NetworkSheets {
 public:
  NetworkSheets(const Network& network, Language language, XlsxFile& file)
      : network_(network), language_(language), file_(file) {}

  void write() {
    write_tasks();
    write_units();
    write_assignments();
    write_notes();
    if (network_.section_count() > 0) write_sections();
    if (network_.source_count() > 0) write_sources();
  }

 private:
  using Left = std::set<std::string_view>;

  void begin(const SheetWords& sheet, const Left& left_out);
  /// Whether the sheet at hand has this column.
  bool has(std::string_view field) const { return !left_out_.contains(field); }
  void text(std::string_view field, std::string_view text) {
    if (has(field)) file_.text(text);
  }
  void whole(std::string_view field, std::uint64_t value) {
    if (!has(field)) return;
    if (value == 0)
      file_.skip();
    else
      file_.number(static_cast<double>(value));
  }
  void source(model::SourceId id) {
    if (has("source")) file_.text(network_.sources()[index(id)].id);
  }

  void write_tasks();
  void write_task(model::TaskId id);
  void write_units();
  void write_assignments();
  void write_notes();
  void write_sections();
  void write_sources();

  Left left_of_sources() const { return network_.source_count() > 1 ? Left{} : Left{"source"}; }
  bool any_assignment(auto&& holds) const;
  bool any_task(auto&& holds) const {
    return std::ranges::any_of(network_.task_ids(),
                               [&](model::TaskId id) { return holds(network_.task(id)); });
  }

  const Network& network_;
  Language language_;
  XlsxFile& file_;
  Left left_out_;
};

bool NetworkSheets::any_assignment(auto&& holds) const {
  return std::ranges::any_of(network_.task_ids(), [&](model::TaskId task) {
    return std::ranges::any_of(network_.assignments(task), [&](model::AssignmentId id) {
      return holds(network_.assignment(id));
    });
  });
}

void NetworkSheets::begin(const SheetWords& sheet, const Left& left_out) {
  left_out_ = left_out;
  std::vector<std::string> header;
  for (const FieldWords& field : sheet.fields)
    if (has(field.id)) header.emplace_back(field.in(language_));
  file_.add_sheet(sheet.in(language_), header);
}

void NetworkSheets::write_tasks() {
  Left left = left_of_sources();
  if (network_.section_count() == 0) left.insert({"section", "section_title"});
  for (int r = 0; r < model::kRoles; ++r) {
    const auto role = static_cast<Role>(r);
    if (!any_assignment([role](const model::Assignment& row) { return row.role == role; }))
      left.insert(name(role));
  }
  if (!any_task([](const model::Task& task) { return !task.targets.empty(); }))
    left.insert("targets");
  if (!any_task([](const model::Task& task) { return !task.clauses.empty(); }))
    left.insert("clause");
  if (!any_task([](const model::Task& task) { return task.lines.first != 0; }))
    left.insert({"first_line", "last_line"});
  begin(sheets::kTasks, left);
  for (const model::TaskId id : network_.task_ids()) write_task(id);
}

void NetworkSheets::write_task(model::TaskId id) {
  const model::Task task = network_.task(id);
  const model::Section section = task.section ? network_.section(*task.section) : model::Section{};
  text("id", task.id);
  text("title", task.title);
  text("section", section.id);
  text("section_title", section.title);
  for (int r = 0; r < model::kRoles; ++r)
    if (const auto role = static_cast<Role>(r); has(name(role)))
      text(name(role), units_of_task(network_, id, role));
  text("deadline", task.deadline);
  if (has("due")) file_.date(task.due);
  std::vector<std::string_view> targets, clauses;
  for (const model::Target& target : task.targets) targets.push_back(target.text);
  for (const model::Clause& clause : task.clauses) clauses.push_back(clause.text);
  text("targets", joined(targets, "、"));
  text("clause", joined(clauses, "\n"));
  whole("first_line", task.lines.first);
  whole("last_line", task.lines.last);
  source(task.source);
  file_.end_row();
}

void NetworkSheets::write_units() {
  const auto any = [this](auto&& holds) {
    return std::ranges::any_of(network_.unit_ids(),
                               [&](model::UnitId id) { return holds(network_.unit(id)); });
  };
  Left left;
  if (!any([](const model::Unit& unit) { return !unit.aliases.empty(); })) left.insert("aliases");
  if (!any([](const model::Unit& unit) { return !unit.offices.empty(); })) left.insert("offices");
  if (!any([](const model::Unit& unit) { return !unit.members.empty(); })) left.insert("members");
  begin(sheets::kUnits, left);
  for (const model::UnitId id : network_.unit_ids()) {
    const model::Unit unit = network_.unit(id);
    std::vector<std::string> members;
    for (const model::UnitId member : unit.members)
      if (const std::string member_id = network_.unit_id(member);
          member_id.find('\n') == member_id.npos)
        members.push_back(member_id);
    text("id", unit.id);
    text("name", unit.name);
    text("kind",
         zh_or_id(language_, kKindWordsZh[static_cast<std::size_t>(unit.kind)], name(unit.kind)));
    text("aliases", joined(unit.aliases, "\n"));
    text("offices", joined(unit.offices, "\n"));
    text("members", joined(members, "\n"));
    file_.end_row();
  }
}

void NetworkSheets::write_assignments() {
  std::set<std::string_view> names;
  for (const model::UnitId unit : network_.unit_ids()) names.insert(network_.unit_name(unit));
  Left left;
  if (names.size() == network_.unit_count()) left.insert("unit_id");
  using Row = const model::Assignment&;
  if (!any_assignment([](Row row) { return !row.offices.empty(); })) left.insert("offices");
  if (!any_assignment([](Row row) { return !row.as_written.empty(); })) left.insert("as_written");
  if (!any_assignment([](Row row) { return row.line != 0; })) left.insert("line");
  begin(sheets::kAssignments, left);
  for (const model::TaskId task : network_.task_ids()) {
    for (const model::AssignmentId id : network_.assignments(task)) {
      const model::Assignment row = network_.assignment(id);
      text("task", network_.task_id(task));
      text("title", network_.task(task).title);
      text("unit", network_.unit_name(row.unit));
      if (has("unit_id")) file_.text(network_.unit_id(row.unit));
      text("role",
           zh_or_id(language_, kRoleWordsZh[static_cast<std::size_t>(row.role)], name(row.role)));
      whole("order", row.order);
      text("explicit", (row.is_explicit ? kYes : kNo).in(language_));
      text("offices", joined(row.offices, "\n"));
      text("as_written", row.as_written);
      whole("line", row.line);
      file_.end_row();
    }
  }
}

void NetworkSheets::write_notes() {
  begin(sheets::kNotes, {});
  for (const model::Note& note : network_.notes()) {
    text("code", note.code);
    text("task", note.task ? network_.task_id(*note.task) : std::string_view());
    whole("line", note.line);
    text("message", note.message);
    file_.end_row();
  }
}

void NetworkSheets::write_sections() {
  begin(sheets::kSections, left_of_sources());
  for (const model::SectionId id : network_.section_ids()) {
    const model::Section section = network_.section(id);
    text("id", section.id);
    text("title", section.title);
    text("parent", section.parent ? network_.section(*section.parent).id : std::string_view());
    source(section.source);
    file_.end_row();
  }
}

void NetworkSheets::write_sources() {
  begin(sheets::kSources, {});
  for (const model::Source& from : network_.sources()) {
    for (const std::string* field : {&from.id, &from.path, &from.title, &from.number, &from.issuer})
      file_.text(*field);
    file_.date(from.date);
    for (const std::string* field : {&from.language, &from.encoding, &from.sha256})
      file_.text(*field);
    file_.end_row();
  }
}

void write_value(const Column& column, std::size_t row, XlsxFile& file) {
  if (const auto* texts = std::get_if<std::vector<std::string>>(&column.values))
    return file.text((*texts)[row]);
  if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&column.values))
    return file.number(static_cast<double>((*whole)[row]));
  const double value = std::get<std::vector<double>>(column.values)[row];
  if (std::isfinite(value))
    file.number(value);
  else
    file.skip();
}

void write_table(const Table& table, XlsxFile& file) {
  std::vector<std::string> header;
  for (const Column& column : table.columns)
    header.push_back(column.label.empty() ? column.id : column.label);
  file.add_sheet(table.title.empty() ? table.id : table.title, header);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (const Column& column : table.columns) write_value(column, row, file);
    file.end_row();
  }
}

std::size_t checked_rows(std::span<const Table> tables) {
  std::size_t rows = 0;
  for (const Table& table : tables) {
    check_rows(table.id, table.rows());
    rows += table.rows();
  }
  return rows;
}

}  // namespace

Language language_of(const Network& network) {
  for (const model::Source& source : network.sources())
    if (!source.language.empty()) return source.language == "zh" ? Language::Zh : Language::En;
  for (const model::UnitId unit : network.unit_ids())
    if (display_width(network.unit_name(unit)) > length(network.unit_name(unit)))
      return Language::Zh;
  return Language::En;
}

void write_xlsx(const Network& network, const Sink& sink, const Attachments& with) {
  const Language language = with.language.value_or(language_of(network));
  const std::size_t rows =
      network.task_count() + network.assignment_count() + checked_rows(with.tables);
  check_rows(sheets::kTasks.in(language), network.task_count());
  check_rows(sheets::kUnits.in(language), network.unit_count());
  check_rows(sheets::kAssignments.in(language), network.assignment_count());
  check_rows(sheets::kNotes.in(language), network.notes().size());
  check_rows(sheets::kSections.in(language), network.section_count());
  XlsxFile file(network.title(), rows);
  NetworkSheets(network, language, file).write();
  for (const Table& table : with.tables) write_table(table, file);
  if (with.catalog != nullptr) write_table(*with.catalog, file);
  if (with.run != nullptr) write_table(run_table(*with.run, language), file);
  file.finish(sink);
}

void write_workbook(std::span<const Table> tables, const Sink& sink) {
  XlsxFile file({}, checked_rows(tables));
  for (const Table& table : tables) write_table(table, file);
  file.finish(sink);
}

}  // namespace respnet::io
