#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/model/columns.hpp"
#include "respnet/model/ids.hpp"
#include "respnet/model/role.hpp"

namespace respnet::model {

/// Lines of the source, first and last, from 1; 0 where there is no text behind.
struct LineRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  friend bool operator==(const LineRange&, const LineRange&) = default;
};

/// Bytes [begin, end) of the decoded source, UTF-8. Empty where there is no text behind.
struct Span {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

/// A document the network was read from.
struct Source {
  std::string id;  ///< "s1", "s2", … in the order given
  std::string path;
  std::string sha256;  ///< of the bytes as read, lower-case hexadecimal
  std::string title;
  std::string number;  ///< document number as printed
  std::string issuer;
  std::string date;      ///< ISO 8601, or empty
  std::string language;  ///< "zh", "en", or empty
  std::string encoding;  ///< as read; empty: UTF-8
};

/// The words of one responsibility clause and where they stand.
struct Clause {
  std::string text;
  LineRange lines;
  Span span;
};

/// A quantity that a task promises.
struct Target {
  std::string text;
  std::optional<double> value;
  std::string unit;
  std::string comparator;  ///< ">=", ">", "<=", "=", "~", or empty
};

/// Something the reader was unsure of. Nothing is dropped silently.
struct Note {
  std::string code;  ///< stable, kebab-case: "group-first", "duplicate-assignment"
  std::optional<TaskId> task;
  std::uint32_t line = 0;  ///< from 1; 0: the whole document
  std::string message;     ///< one sentence: what was doubtful, and what was chosen
  std::optional<UnitId> unit = std::nullopt;  ///< where the doubt is about a name
};

// Views of one row, by value; texts are valid while the network is.

struct Section {
  std::string_view id;     ///< heading path: "3.1"
  std::string_view title;  ///< with its number as written
  std::optional<SectionId> parent;
  SourceId source{};
};

struct Task {
  std::string_view id;  ///< heading path "3.1.2", or "3.10#2" for a second clause under one heading
  std::string_view title;
  std::optional<SectionId> section;
  SourceId source{};
  LineRange lines;
  std::string_view deadline;  ///< as written
  std::string_view due;       ///< as a date (ISO 8601, may stop at month or year) where it is one
  std::span<const Clause> clauses;
  std::span<const Target> targets;
};

struct Unit {
  std::string id;         ///< "u1", …
  std::string_view name;  ///< canonical
  UnitKind kind = UnitKind::Organ;
  std::span<const std::string> aliases;
  std::span<const std::string> offices;  ///< bureaus under its roof, seen in parentheses
  std::span<const UnitId> members;       ///< of a group, if a registry names them
};

struct Assignment {
  UnitId unit{};
  Role role = Role::Responsible;
  bool is_explicit = true;   ///< the text states the role; false for 会同 and the like
  std::uint32_t order = 1;   ///< place among the units of the task, from 1
  std::uint32_t clause = 0;  ///< which of the task's clauses
  std::uint32_t line = 0;
  Span span;                             ///< of the printed form
  std::string_view as_written;           ///< the printed form; empty: the unit's name
  std::span<const std::string> offices;  ///< named here
};

/// A responsibility network: tasks and units, and who does what in which role.
///
/// Immutable and columnar: 31 tasks or 20 million are the same type. Made by NetworkBuilder, which
/// checks it; so every id in it is valid, every text is UTF-8, no unit appears twice in a task.
/// Assignments lie grouped by task, in text order. Safe to share between threads.
class Network {
 public:
  std::string_view title() const { return title_; }
  std::size_t source_count() const { return sources_.size(); }
  std::size_t section_count() const { return section_count_; }
  std::size_t task_count() const { return offsets_.size() - 1; }
  std::size_t unit_count() const { return unit_count_; }
  std::size_t assignment_count() const { return units_.size(); }

  const std::vector<Source>& sources() const { return sources_; }
  const std::vector<Note>& notes() const { return notes_; }
  /// This network with one more note, in front of its own: a doubt from before its text was read.
  /// @pre the note is about no task and no unit
  Network with_note(Note note) &&;
  /// The same with several, in their order.
  Network with_notes_in_front(std::vector<Note> notes) &&;
  /// This network with these notes instead of its own. @pre their tasks are tasks of it
  Network with_notes(std::vector<Note> notes) &&;

  Section section(SectionId id) const;
  Task task(TaskId id) const;
  Unit unit(UnitId id) const;
  Assignment assignment(AssignmentId id) const;

  /// "u1", … by place where the reader gave none.
  std::string unit_id(UnitId id) const;
  std::string_view task_id(TaskId id) const { return task_ids_[index(id)]; }
  std::string_view unit_name(UnitId id) const { return unit_names_[index(id)]; }
  UnitKind unit_kind(UnitId id) const { return unit_kinds_[index(id)]; }

  /// All ids, to loop over.
  IdRange<SectionId> section_ids() const { return {0, section_count()}; }
  IdRange<TaskId> task_ids() const { return {0, task_count()}; }
  IdRange<UnitId> unit_ids() const { return {0, unit_count()}; }
  /// The assignments of one task, in text order.
  IdRange<AssignmentId> assignments(TaskId task) const {
    return {offsets_[index(task)], offsets_[index(task) + 1]};
  }

  UnitId unit_of(AssignmentId id) const { return units_[index(id)]; }
  Role role_of(AssignmentId id) const { return roles_[index(id)]; }

  /// The top-level section a task stands in; empty if it stands in none.
  std::optional<SectionId> top_section(TaskId task) const;

  /// The columns themselves, for kernels: offsets() has task_count() + 1 entries, and the
  /// assignments of task t are [offsets()[t], offsets()[t + 1]).
  std::span<const std::uint64_t> offsets() const { return offsets_; }
  std::span<const UnitId> assignment_units() const { return units_; }
  std::span<const Role> assignment_roles() const { return roles_; }

 private:
  friend class NetworkBuilder;
  Network() = default;

  std::string title_;
  std::vector<Source> sources_;
  std::vector<Note> notes_;

  std::size_t section_count_ = 0;
  TextColumn section_ids_, section_titles_;
  ValueColumn<std::uint32_t> section_parents_;  // 0: none, else index + 1
  ValueColumn<SourceId> section_sources_;

  TextColumn task_ids_, task_titles_, deadlines_, dues_;
  ValueColumn<std::uint32_t> task_sections_;  // 0: none, else index + 1
  ValueColumn<SourceId> task_sources_;
  ValueColumn<LineRange> task_lines_;
  ListColumn<Clause> clauses_;
  ListColumn<Target> targets_;

  std::size_t unit_count_ = 0;
  TextColumn unit_ids_, unit_names_;
  ValueColumn<UnitKind> unit_kinds_;
  ListColumn<std::string> aliases_, unit_offices_;
  ListColumn<UnitId> members_;

  std::vector<std::uint64_t> offsets_{0};
  std::vector<UnitId> units_;
  std::vector<Role> roles_;
  ValueColumn<bool> inferred_;
  ValueColumn<std::uint32_t> assignment_clauses_, assignment_lines_;
  ValueColumn<Span> assignment_spans_;
  TextColumn as_written_;
  ListColumn<std::string> assignment_offices_;
};

}  // namespace respnet::model
