#include "extract/cell_units.hpp"

#include <optional>
#include <utility>

#include "respnet/extract/english_names.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/table_layout.hpp"

namespace respnet::extract {
namespace {

using model::Role;

// 甲局（牵头）: the bracket behind a name may hold its role rather than an office.
std::optional<Role> role_in_bracket(ListedUnit& unit) {
  if (unit.offices.size() != 1) return std::nullopt;
  const std::optional<Role> role = role_in_words(unit.offices.front());
  if (role) unit.offices.clear();
  return role;
}

CellUnits english_cell(std::string_view text, Range cell, const Column& column,
                       std::uint32_t clause, const KnownNames& known) {
  CellUnits found;
  EnglishList list = split_english(text, cell, column.role, !column.several_roles, known);
  found.deadline = list.deadline;
  found.with = list.with;
  found.doubtful = list.doubtful;
  for (EnglishMention& each : list.mentions) {
    found.overrides |=
        each.states_role && each.is_explicit && !column.several_roles && each.role != column.role;
    found.mentions.push_back({std::move(each.unit), each.role, each.is_explicit, clause});
  }
  return found;
}

}  // namespace

CellUnits units_in_cell(std::string_view text, Range cell, const Column& column,
                        std::uint32_t clause, const KnownNames& known) {
  CellUnits found;
  if (is_english(cell.of(text))) found = english_cell(text, cell, column, clause, known);
  found.clause.range = cell;
  found.clause.form = ClauseForm::Cell;
  found.clause.too_long = cell.size() > kLongestClause;
  if (!found.mentions.empty()) return found;
  found.clause.reading = read_clause(cell.of(text));
  for (NamedPart& part : found.clause.reading.parts) {
    part.text = part.text.shifted(cell.begin);
    // Without a verb or label a part is responsible, inferred: the column says more.
    if (part.is_explicit) {
      found.overrides |= !column.several_roles && part.role != column.role;
    } else if (part.role == Role::Responsible) {
      part.role = column.role;
      part.is_explicit = !column.several_roles;
    }
  }
  if (!found.clause.reading.deadline.empty())
    found.deadline = found.clause.reading.deadline.shifted(cell.begin);
  for (const NamedPart& part : with_whole_groups(text, found.clause.reading.parts)) {
    if (looks_like_deadline(part.text.of(text))) {
      if (found.deadline.empty()) found.deadline = part.text;
      continue;
    }
    for (ListedUnit& unit : split_units(text, part.text)) {
      Mention mention{std::move(unit), part.role, part.is_explicit, clause};
      if (const std::optional<Role> own = role_in_bracket(mention.unit)) {
        found.overrides |= !column.several_roles && *own != column.role;
        mention.role = *own;
        mention.is_explicit = true;
      }
      found.mentions.push_back(std::move(mention));
    }
  }
  return found;
}

ListedUnit unit_in_header(std::string_view text, Range header) {
  ListedUnit unit;
  unit.written = narrowed(text, header);
  const std::string_view words = unit.written.of(text);
  const bool english = is_english(words);
  unit.name = english ? plain_english_name(words) : without_blanks(words);
  unit.group = english ? is_english_group(unit.name) : is_group(unit.name);
  return unit;
}

}  // namespace respnet::extract
