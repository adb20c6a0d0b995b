#include "io/workbook_network.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "io/cell_text.hpp"
#include "io/role_words.hpp"
#include "io/sheet_table.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::io {
namespace {

using model::Role;

std::string at(std::string_view text) { return "'" + printable(prefix(text, 80)) + "'"; }

class NetworkReader {
 public:
  NetworkReader(const Workbook& workbook, const model::Source& source, SheetTable assignments)
      : workbook_(workbook),
        source_(source),
        assignments_(std::move(assignments)),
        tasks_(SheetTable::named(workbook, sheets::kTasks, {"id", "title"})),
        units_(SheetTable::named(workbook, sheets::kUnits, {"id", "name"})),
        builder_(workbook.file) {}

  model::Network network() {
    read_sources();
    read_sections();
    if (is_whole()) {
      for (std::size_t row = 0; row < tasks_->size(); ++row) read_task(row);
      read_units();
    }
    for (std::size_t row = 0; row < assignments_.size(); ++row) read_assignment(row);
    read_notes();
    if (builder_.task_count() + builder_.unit_count() == 0)
      throw InputError({workbook_.file + "!" + printable(assignments_.sheet())},
                       "no rows below the header; add one for each assignment");
    if (!is_whole()) return std::move(builder_).build();
    return checked(std::move(builder_).build());
  }

 private:
  bool is_whole() const { return tasks_ && units_; }
  void read_sources();
  void read_sections();
  void add_section(const SheetTable& table, std::size_t row);
  void read_task(std::size_t row);
  void read_units();
  void read_assignment(std::size_t row);
  void read_notes();
  model::SourceId source_of(const SheetTable& table, std::size_t row) const;
  model::TaskId task(const SheetTable& table, std::size_t row);
  model::UnitId unit(std::size_t row);
  model::Network checked(model::Network network) const;

  /// Refuses an empty cell, and an id that stood in the sheet before.
  std::string new_id(const SheetTable& table, std::size_t row,
                     std::map<std::string, std::size_t, std::less<>>& seen) const;

  using Rows = std::map<std::string, std::size_t, std::less<>>;  // row by id

  const Workbook& workbook_;
  const model::Source& source_;
  SheetTable assignments_;
  std::optional<SheetTable> tasks_, units_;
  model::NetworkBuilder builder_;
  std::map<std::string, model::SourceId, std::less<>> sources_;
  Rows section_rows_, task_rows_, unit_rows_;
  std::map<std::string, std::vector<model::UnitId>, std::less<>> units_by_name_;
};

std::string NetworkReader::new_id(const SheetTable& table, std::size_t row, Rows& seen) const {
  std::string id(table.text(row, "id"));
  if (id.empty()) table.refuse(row, "id", "a row without an id; give it one of its own");
  const auto [first, is_new] = seen.try_emplace(id, row);
  if (!is_new)
    table.refuse(row, "id",
                 "duplicate id " + at(id) + ", first seen at " + table.place(first->second, "id") +
                     "; give each row its own");
  return id;
}

void NetworkReader::read_sources() {
  const auto table = SheetTable::named(workbook_, sheets::kSources, {"id", "path"});
  if (!table || !is_whole()) {
    builder_.add_source(source_);
    builder_.set_title(source_.title);
    return;
  }
  Rows seen;
  for (std::size_t row = 0; row < table->size(); ++row) {
    const auto text = [&](std::string_view field) { return std::string(table->text(row, field)); };
    model::Source source{.id = new_id(*table, row, seen),
                         .path = text("path"),
                         .sha256 = text("sha256"),
                         .title = text("title"),
                         .number = text("number"),
                         .issuer = text("issuer"),
                         .date = text("date"),
                         .language = text("language"),
                         .encoding = text("encoding")};
    if (row == 0) builder_.set_title(source.title);
    const std::string id = source.id;
    sources_.emplace(id, builder_.add_source(std::move(source)));
  }
}

model::SourceId NetworkReader::source_of(const SheetTable& table, std::size_t row) const {
  const std::string_view id = table.text(row, "source");
  if (id.empty()) return {};
  const auto found = sources_.find(id);
  if (found == sources_.end())
    table.refuse(row, "source", "unknown source " + at(id) + "; add it to the sheet of sources");
  return found->second;
}

void NetworkReader::read_sections() {
  const auto table = SheetTable::named(workbook_, sheets::kSections, {"id", "title"});
  if (!table || !is_whole()) return;
  for (std::size_t row = 0; row < table->size(); ++row) new_id(*table, row, section_rows_);
  for (std::size_t row = 0; row < table->size(); ++row) {
    // Parents first, wherever they stand.
    std::vector<std::size_t> path;
    std::set<std::size_t> on_path;
    for (std::optional<std::size_t> up = row; up;) {
      if (builder_.find_section(table->text(*up, "id"))) break;
      if (!on_path.insert(*up).second)
        table->refuse(*up, "parent", "a section that stands under itself; name another parent");
      path.push_back(*up);
      const std::string_view parent = table->text(*up, "parent");
      const auto found = section_rows_.find(parent);
      if (!parent.empty() && found == section_rows_.end())
        table->refuse(*up, "parent", "unknown section " + at(parent) + "; add a row for it");
      up = parent.empty() ? std::nullopt : std::optional(found->second);
    }
    for (; !path.empty(); path.pop_back()) add_section(*table, path.back());
  }
}

void NetworkReader::add_section(const SheetTable& table, std::size_t row) {
  const std::string_view parent = table.text(row, "parent");
  builder_.add_section({.id = std::string(table.text(row, "id")),
                        .title = std::string(table.text(row, "title")),
                        .parent = parent.empty() ? std::nullopt : builder_.find_section(parent),
                        .source = source_of(table, row)});
}

void NetworkReader::read_task(std::size_t row) {
  model::TaskRow task{.id = new_id(*tasks_, row, task_rows_),
                      .title = std::string(tasks_->text(row, "title")),
                      .source = source_of(*tasks_, row)};
  if (const std::string_view section = tasks_->text(row, "section"); !section.empty()) {
    task.section = builder_.find_section(section);
    if (!task.section)
      tasks_->refuse(row, "section",
                     "unknown section " + at(section) + "; add it to the sheet of sections");
  }
  task.deadline = tasks_->text(row, "deadline");
  task.due = tasks_->text(row, "due");
  task.lines = {tasks_->whole(row, "first_line"), tasks_->whole(row, "last_line")};
  builder_.add_task(std::move(task));
}

void NetworkReader::read_units() {
  for (std::size_t row = 0; row < units_->size(); ++row) {
    const std::string name(units_->text(row, "name"));
    if (name.empty()) units_->refuse(row, "name", "a unit without a name; write its name");
    model::UnitRow unit{.id = new_id(*units_, row, unit_rows_),
                        .name = name,
                        .aliases = units_->lines(row, "aliases"),
                        .offices = units_->lines(row, "offices")};
    const std::string_view kind = units_->text(row, "kind");
    const auto zh = std::ranges::find(kKindWordsZh, kind);
    if (zh != kKindWordsZh.end())
      unit.kind = static_cast<model::UnitKind>(zh - kKindWordsZh.begin());
    else if (const auto named = model::unit_kind_named(kind))
      unit.kind = *named;
    else if (!kind.empty())
      units_->refuse(row, "kind",
                     "unknown kind " + at(kind) + "; choose from organ, group, person");
    units_by_name_[name].push_back(builder_.add_unit(std::move(unit)));
  }
  for (std::size_t row = 0; row < units_->size(); ++row) {
    std::vector<model::UnitId> members;
    for (const std::string& id : units_->lines(row, "members")) {
      const auto member = builder_.find_unit(id);
      if (!member)
        units_->refuse(row, "members", "unknown unit " + at(id) + "; write ids, a line each");
      members.push_back(*member);
    }
    if (!members.empty()) builder_.set_members(static_cast<model::UnitId>(row), std::move(members));
  }
}

model::TaskId NetworkReader::task(const SheetTable& table, std::size_t row) {
  const std::string_view id = table.text(row, "task");
  if (!is_whole()) return builder_.task_of_id(id);
  const auto found = builder_.find_task(id);
  if (!found)
    table.refuse(row, "task", "unknown task " + at(id) + "; add it to the sheet of tasks");
  return *found;
}

// By name; where several share one, by id.
model::UnitId NetworkReader::unit(std::size_t row) {
  const std::string_view name = assignments_.text(row, "unit");
  if (!is_whole()) return builder_.unit_of_name(name);
  const auto found = units_by_name_.find(name);
  if (found == units_by_name_.end())
    assignments_.refuse(row, "unit", "unknown unit " + at(name) + "; add it to the sheet of units");
  if (found->second.size() == 1) return found->second.front();
  const auto by_id = builder_.find_unit(assignments_.text(row, "unit_id"));
  if (!by_id || std::ranges::find(found->second, *by_id) == found->second.end())
    assignments_.refuse(row, assignments_.has("unit_id") ? "unit_id" : "unit",
                        "several units are named " + at(name) +
                            "; write the id of one of them as its unit_id (单位编号)");
  return *by_id;
}

void NetworkReader::read_assignment(std::size_t row) {
  const bool no_task = assignments_.text(row, "task").empty();
  const bool no_unit = assignments_.text(row, "unit").empty();
  if (no_task && no_unit)
    assignments_.refuse(row, "task", "a row with neither task nor unit; fill it in or delete it");
  if (no_unit) {
    task(assignments_, row);
    return;
  }
  if (no_task) {
    unit(row);
    return;
  }
  const std::string_view words = trimmed(assignments_.text(row, "role"));
  const auto role = role_of_word(words);
  if (!role)
    assignments_.refuse(row, "role",
                        "unknown role '" + printable(words) + "'" + role_choices(words));
  model::AssignmentEvidence evidence{
      .is_explicit = assignments_.yes(row, "explicit", true),
      .line = assignments_.whole(row, "line"),
      .as_written = std::string(assignments_.text(row, "as_written")),
      .offices = assignments_.lines(row, "offices")};
  const model::TaskId of = task(assignments_, row);
  builder_.add_assignment(of, unit(row), *role, assignments_.whole(row, "order"),
                          std::move(evidence));
}

void NetworkReader::read_notes() {
  std::string ignored;
  for (const std::string& name : assignments_.other_columns())
    ignored += (ignored.empty() ? "'" : ", '") + name + "'";
  if (!ignored.empty())
    builder_.add_note({"ignored-column", std::nullopt, 0,
                       "columns of the sheet '" + printable(assignments_.sheet()) +
                           "' that are not known were ignored: " + ignored});
  const auto table = SheetTable::named(workbook_, sheets::kNotes, {"code", "message"});
  if (!table || !is_whole()) return;
  for (std::size_t row = 0; row < table->size(); ++row) {
    model::Note note{.code = std::string(table->text(row, "code")),
                     .line = table->whole(row, "line"),
                     .message = std::string(table->text(row, "message"))};
    if (!table->text(row, "task").empty()) note.task = task(*table, row);
    builder_.add_note(std::move(note));
  }
}

model::Network NetworkReader::checked(model::Network network) const {
  std::vector<model::Note> notes = network.notes();
  for (const model::TaskId task : network.task_ids()) {
    const std::size_t row = task_rows_.find(network.task_id(task))->second;
    for (int r = 0; r < model::kRoles; ++r) {
      const auto role = static_cast<Role>(r);
      const std::string_view column = model::name(role);
      if (!tasks_->has(column)) continue;
      const std::string units = cell_text(units_of_task(network, task, role)).text;
      if (tasks_->text(row, column) == units) continue;
      notes.push_back({"units-column-differs", task, 0,
                       "the units in " + tasks_->place(row, column) +
                           " are not those of the sheet '" + printable(assignments_.sheet()) +
                           "', which was followed"});
    }
  }
  return std::move(network).with_notes(std::move(notes));
}

}  // namespace

std::optional<model::Network> network_in_workbook(const Workbook& workbook,
                                                  const model::Source& source) {
  auto assignments = SheetTable::headed(workbook, sheets::kAssignments, {"task", "unit", "role"});
  if (!assignments) return std::nullopt;
  return NetworkReader(workbook, source, std::move(*assignments)).network();
}

std::string units_of_task(const model::Network& network, model::TaskId task, Role role) {
  std::string units;
  for (const model::AssignmentId id : network.assignments(task))
    if (network.role_of(id) == role)
      units += (units.empty() ? "" : "、") + std::string(network.unit_name(network.unit_of(id)));
  return units;
}

}  // namespace respnet::io
