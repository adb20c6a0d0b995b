#include "respnet/model/network.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "respnet/base/errors.hpp"

namespace respnet::model {
namespace {

// Ids are kept with 1 added, so that a column of zeros means "none" and costs nothing.
std::optional<SectionId> section_or_none(std::uint32_t stored) {
  if (stored == 0) return std::nullopt;
  return static_cast<SectionId>(stored - 1);
}

// The list that holds item `i`. Items are mostly asked for one after the other: the list of the
// last one, or the next, is looked at first.
std::size_t list_of(const std::vector<std::uint64_t>& offsets, std::uint64_t i) {
  thread_local std::size_t last = 0;
  const auto holds = [&](std::size_t list) {
    return list + 1 < offsets.size() && offsets[list] <= i && i < offsets[list + 1];
  };
  if (!holds(last) && !holds(++last))
    last = static_cast<std::size_t>(std::ranges::upper_bound(offsets, i) - offsets.begin()) - 1;
  return last;
}

}  // namespace

Network Network::with_note(Note note) && {
  return std::move(*this).with_notes_in_front({std::move(note)});
}

Network Network::with_notes_in_front(std::vector<Note> notes) && {
  for (const Note& note : notes)
    ensure(!note.task && !note.unit, "a note from before reading is about no task or unit");
  notes_.insert(notes_.begin(), std::make_move_iterator(notes.begin()),
                std::make_move_iterator(notes.end()));
  return std::move(*this);
}

Network Network::with_notes(std::vector<Note> notes) && {
  for (const Note& note : notes)
    ensure(!note.task || index(*note.task) < task_count(), "a note names a task that is not there");
  notes_ = std::move(notes);
  return std::move(*this);
}

Section Network::section(SectionId id) const {
  const std::size_t i = index(id);
  return {section_ids_[i], section_titles_[i], section_or_none(section_parents_[i]),
          section_sources_[i]};
}

Task Network::task(TaskId id) const {
  const std::size_t i = index(id);
  return {task_ids_[i],     task_titles_[i], section_or_none(task_sections_[i]),
          task_sources_[i], task_lines_[i],  deadlines_[i],
          dues_[i],         clauses_[i],     targets_[i]};
}

std::string Network::unit_id(UnitId id) const {
  const std::string_view given = unit_ids_[index(id)];
  return given.empty() ? "u" + std::to_string(index(id) + 1) : std::string(given);
}

Unit Network::unit(UnitId id) const {
  const std::size_t i = index(id);
  return {unit_id(id), unit_names_[i], unit_kinds_[i], aliases_[i], unit_offices_[i], members_[i]};
}

Assignment Network::assignment(AssignmentId id) const {
  const std::size_t i = index(id);
  Assignment row;
  row.unit = units_[i];
  row.role = roles_[i];
  row.is_explicit = !inferred_[i];
  row.order = static_cast<std::uint32_t>(i - offsets_[list_of(offsets_, i)]) + 1;
  row.clause = assignment_clauses_[i];
  row.line = assignment_lines_[i];
  row.span = assignment_spans_[i];
  row.as_written = as_written_[i];
  row.offices = assignment_offices_[i];
  return row;
}

std::optional<SectionId> Network::top_section(TaskId task) const {
  std::optional<SectionId> top = section_or_none(task_sections_[index(task)]);
  while (top && section_parents_[index(*top)] != 0)
    top = section_or_none(section_parents_[index(*top)]);
  return top;
}

}  // namespace respnet::model
