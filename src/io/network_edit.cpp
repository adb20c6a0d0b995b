#include "io/network_edit.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "respnet/extract/unit_list.hpp"
#include "respnet/model/rows.hpp"

namespace respnet::io {
namespace {

constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

std::string without_blanks(std::string_view text) {
  std::string result;
  for (const char c : text)
    if (static_cast<unsigned char>(c) > ' ') result += c;
  return result;
}

}  // namespace

NetworkEdit::NetworkEdit(const model::Network& network)
    : original_(network), notes_(network.notes()) {
  for (const model::UnitId id : network.unit_ids()) {
    units_.push_back({model::row_of(network.unit(id)), false});
    names_.emplace(units_.back().row.name, units_.size() - 1);
    for (const std::string& alias : units_.back().row.aliases)
      aliases_.emplace(alias, units_.size() - 1);
  }
  for (const model::TaskId id : network.task_ids()) {
    TaskState task{model::row_of(network.task(id)), {}, false};
    for (const model::AssignmentId assignment : network.assignments(id)) {
      const model::Assignment row = network.assignment(assignment);
      task.assignments.push_back({index(row.unit), row.role, model::evidence_of(row)});
    }
    task_index_.emplace(task.row.id, tasks_.size());
    tasks_.push_back(std::move(task));
  }
}

std::optional<std::size_t> NetworkEdit::task(std::string_view id) const {
  const auto place = task_index_.find(id);
  if (place == task_index_.end() || tasks_[place->second].gone) return std::nullopt;
  return place->second;
}

NetworkEdit::Found NetworkEdit::found(const Index& index, std::string_view name) const {
  Found result;
  const auto [begin, end] = index.equal_range(name);
  for (auto place = begin; place != end; ++place) {
    if (units_[place->second].gone || result.only == place->second) continue;
    if (result.any) return {true, std::nullopt};
    result = {true, place->second};
  }
  return result;
}

std::optional<std::size_t> NetworkEdit::unit_of_own_name(std::string_view name) const {
  if (const auto unit = found(names_, name).only) return unit;
  const std::size_t mark = name.rfind(" [");
  if (mark == name.npos || !name.ends_with(']')) return std::nullopt;
  const std::string_view id = name.substr(mark + 2, name.size() - mark - 3);
  for (std::size_t unit = 0; unit < units_.size(); ++unit)
    if (!units_[unit].gone && units_[unit].row.id == id &&
        units_[unit].row.name == name.substr(0, mark))
      return unit;
  return std::nullopt;
}

std::optional<std::size_t> NetworkEdit::unit(std::string_view name) const {
  if (const auto unit = unit_of_own_name(name)) return unit;
  return found(names_, name).any ? std::nullopt : found(aliases_, name).only;
}

// Who is stated, by unit; a name that is not known stays without one.
std::vector<NetworkEdit::AssignmentRow> NetworkEdit::resolved(
    const std::vector<StatedUnit>& stated) const {
  std::vector<AssignmentRow> rows;
  for (const StatedUnit& one : stated) {
    AssignmentRow row{unit(one.name).value_or(kNobody), one.role, {}};
    row.evidence.as_written = one.name;
    rows.push_back(std::move(row));
  }
  join_duplicates(rows);
  return rows;
}

// A unit named twice has its first place and its stronger role.
void NetworkEdit::join_duplicates(std::vector<AssignmentRow>& rows) {
  std::vector<AssignmentRow> kept;
  for (AssignmentRow& row : rows) {
    const auto same = std::ranges::find_if(kept, [&](const AssignmentRow& other) {
      return other.unit == row.unit &&
             (row.unit != kNobody || other.evidence.as_written == row.evidence.as_written);
    });
    if (same == kept.end())
      kept.push_back(std::move(row));
    else if (row.role < same->role)
      *same = std::move(row);
  }
  rows = std::move(kept);
}

bool NetworkEdit::meets(std::size_t task, const std::vector<StatedUnit>& stated) const {
  return std::ranges::equal(tasks_[task].assignments, resolved(stated),
                            [](const AssignmentRow& a, const AssignmentRow& b) {
                              return a.unit == b.unit && a.role == b.role;
                            });
}

std::size_t NetworkEdit::add_unit(const std::string& name) {
  std::set<std::string_view> ids;
  for (const UnitState& unit : units_) ids.insert(unit.row.id);
  std::size_t number = units_.size() + 1;
  while (ids.contains("u" + std::to_string(number))) ++number;
  model::UnitRow row;
  row.id = "u" + std::to_string(number);
  row.name = name;
  row.kind = extract::is_group(name) ? model::UnitKind::Group : model::UnitKind::Organ;
  units_.push_back({std::move(row), false});
  names_.emplace(name, units_.size() - 1);
  return units_.size() - 1;
}

std::size_t NetworkEdit::unit_or_new(const std::string& name) {
  const auto known = unit(name);
  return known ? *known : add_unit(name);
}

void NetworkEdit::set_units(std::size_t task, const std::vector<StatedUnit>& stated) {
  std::vector<AssignmentRow>& now = tasks_[task].assignments;
  std::vector<AssignmentRow> rows = resolved(stated);
  for (AssignmentRow& row : rows) {
    if (row.unit == kNobody) row.unit = unit_or_new(row.evidence.as_written);
    const auto before = std::ranges::find(now, row.unit, &AssignmentRow::unit);
    if (before == now.end()) {
      row.evidence = {};
      continue;
    }
    const bool same_role = before->role == row.role;
    row.evidence = std::move(before->evidence);
    if (!same_role) row.evidence.is_explicit = true;
  }
  now = std::move(rows);
}

void NetworkEdit::add_alias(std::size_t unit, const std::string& name) {
  std::vector<std::string>& aliases = units_[unit].row.aliases;
  if (name == units_[unit].row.name || std::ranges::find(aliases, name) != aliases.end()) return;
  aliases.push_back(name);
  aliases_.emplace(name, unit);
}

void NetworkEdit::rename_unit(std::size_t unit, const std::string& name) {
  const std::string before = std::exchange(units_[unit].row.name, name);
  const auto [begin, end] = names_.equal_range(before);
  names_.erase(std::find_if(begin, end, [&](const auto& entry) { return entry.second == unit; }));
  names_.emplace(name, unit);
  std::erase(units_[unit].row.aliases, name);
  add_alias(unit, before);
}

// Each assignment of `from` goes to all of `by`. Returns whether a task has other units now.
bool NetworkEdit::replace_unit(std::size_t from, const std::vector<std::size_t>& by) {
  bool changed = false;
  for (TaskState& task : tasks_) {
    if (std::ranges::find(task.assignments, from, &AssignmentRow::unit) == task.assignments.end())
      continue;
    std::vector<AssignmentRow> rows;
    for (const AssignmentRow& row : task.assignments) {
      if (row.unit != from) rows.push_back(row);
      for (std::size_t i = 0; row.unit == from && i < by.size(); ++i) {
        rows.push_back(row);
        rows.back().unit = by[i];
      }
    }
    join_duplicates(rows);
    changed = changed || !std::ranges::equal(rows, task.assignments, {}, &AssignmentRow::unit,
                                             &AssignmentRow::unit);
    task.assignments = std::move(rows);
  }
  return changed;
}

void NetworkEdit::delete_unit(std::size_t unit) {
  replace_unit(unit, {});
  units_[unit].gone = true;
}

void NetworkEdit::merge_units(std::size_t from, std::size_t to) {
  replace_unit(from, {to});
  const model::UnitRow gone = units_[from].row;
  units_[from].gone = true;
  add_alias(to, gone.name);
  for (const std::string& alias : gone.aliases) add_alias(to, alias);
  model::UnitRow& row = units_[to].row;
  for (const std::string& office : gone.offices)
    if (std::ranges::find(row.offices, office) == row.offices.end()) row.offices.push_back(office);
  for (const model::UnitId member : gone.members)
    if (std::ranges::find(row.members, member) == row.members.end()) row.members.push_back(member);
  for (UnitState& unit : units_)
    std::ranges::replace(unit.row.members, static_cast<model::UnitId>(from),
                         static_cast<model::UnitId>(to));
}

bool NetworkEdit::split_unit(std::size_t unit, const std::vector<std::string>& names) {
  std::vector<std::size_t> parts;
  for (const std::string& name : names) {
    // Its own printed forms are its own no longer.
    const auto known = unit_of_own_name(name);
    parts.push_back(known ? *known : add_unit(name));
  }
  const bool stays = std::ranges::find(parts, unit) != parts.end();
  const bool changed = replace_unit(unit, parts);
  units_[unit].gone = !stays;
  return changed || !stays;
}

bool NetworkEdit::part_aliases(std::size_t unit) {
  bool changed = false;
  const std::vector<std::string> aliases = units_[unit].row.aliases;
  for (const std::string& alias : aliases) {
    const std::string printed = without_blanks(alias);
    std::optional<std::size_t> own;
    for (TaskState& task : tasks_) {
      for (AssignmentRow& row : task.assignments) {
        if (row.unit != unit || without_blanks(row.evidence.as_written) != printed) continue;
        if (!own) {
          const auto known = unit_of_own_name(alias);
          own = known ? *known : add_unit(alias);
        }
        row.unit = *own;
        changed = true;
      }
      join_duplicates(task.assignments);
    }
    if (own) std::erase(units_[unit].row.aliases, alias);
  }
  return changed;
}

void NetworkEdit::add_tasks(model::NetworkBuilder& builder,
                            const std::vector<model::UnitId>& units) const {
  for (const TaskState& task : tasks_) {
    if (task.gone) continue;
    const model::TaskId id = builder.add_task(task.row);
    for (const AssignmentRow& row : task.assignments)
      builder.add_assignment(id, units[row.unit], row.role, 0, row.evidence);
  }
}

model::Network NetworkEdit::network() const {
  model::NetworkBuilder builder("corrections");
  builder.set_title(std::string(original_.title()));
  for (const model::Source& source : original_.sources()) builder.add_source(source);
  for (const model::SectionId id : original_.section_ids())
    builder.add_section(model::row_of(original_.section(id)));

  std::vector<model::UnitId> units(units_.size());
  for (std::size_t i = 0; i < units_.size(); ++i) {
    if (units_[i].gone) continue;
    model::UnitRow row = units_[i].row;
    row.members.clear();
    units[i] = builder.add_unit(std::move(row));
  }
  for (std::size_t i = 0; i < units_.size(); ++i) {
    if (units_[i].gone || units_[i].row.members.empty()) continue;
    std::vector<model::UnitId> members;
    for (const model::UnitId member : units_[i].row.members)
      if (!units_[index(member)].gone) members.push_back(units[index(member)]);
    builder.set_members(units[i], std::move(members));
  }
  add_tasks(builder, units);
  for (model::Note note : notes_) {
    if (note.task) {
      if (tasks_[index(*note.task)].gone) continue;
      note.task = builder.find_task(tasks_[index(*note.task)].row.id);
    }
    if (note.unit) {
      const std::size_t unit = index(*note.unit);
      note.unit = units_[unit].gone ? std::nullopt : std::optional(units[unit]);
    }
    builder.add_note(std::move(note));
  }
  return std::move(builder).build();
}

}  // namespace respnet::io
