#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/model/doubt.hpp"
#include "respnet/model/network.hpp"

namespace respnet::model {

/// Where a row stands in the file being read, from 1; 0: not known.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

struct SectionRow {
  std::string id, title;
  std::optional<SectionId> parent;
  SourceId source{};
};

struct TaskRow {
  std::string id, title;
  std::optional<SectionId> section;
  SourceId source{};
  LineRange lines;
  std::string deadline, due;
  std::vector<Clause> clauses;
  std::vector<Target> targets;
};

struct UnitRow {
  std::string id;  ///< empty: "u1", "u2", … by place
  std::string name;
  UnitKind kind = UnitKind::Organ;
  std::vector<std::string> aliases, offices;
  std::vector<UnitId> members;
};

struct EdgeListColumns;

/// What an assignment knows beyond task, unit and role.
struct AssignmentEvidence {
  bool is_explicit = true;
  std::uint32_t clause = 0;
  std::uint32_t line = 0;
  Span span;
  std::string as_written;
  std::vector<std::string> offices;
  friend bool operator==(const AssignmentEvidence&, const AssignmentEvidence&) = default;
};

/// Collects the rows of a network, checks them, and makes the Network.
///
/// Ids are handed out in the order of adding. Refuses a second task, unit or section of the same id
/// with InputError that names both places. A unit named twice in one task keeps its first place and
/// its stronger role (the first evidence of that role), and a note `duplicate-assignment` says so,
/// or `lead-also-support` where it is named both as lead and as support.
/// Memory is linear in what was added; an edge-list row costs 9 bytes.
class NetworkBuilder {
 public:
  /// @param file  as the user gave it, for messages
  explicit NetworkBuilder(std::string file);
  ~NetworkBuilder();
  NetworkBuilder(NetworkBuilder&&) noexcept;
  NetworkBuilder& operator=(NetworkBuilder&&) noexcept;

  void set_title(std::string title);
  SourceId add_source(Source source);
  SectionId add_section(SectionRow row, Position where = {});
  TaskId add_task(TaskRow row, Position where = {});
  UnitId add_unit(UnitRow row, Position where = {});
  /// A group's members, when the units were all added. @throws std::logic_error on an unknown id
  void set_members(UnitId group, std::vector<UnitId> members);
  /// @param order  rank among the units of the task, which the network numbers anew from 1 (equal
  ///               ranks: as added); 0: behind those added before
  void add_assignment(TaskId task, UnitId unit, Role role, std::uint32_t order = 0);
  void add_assignment(TaskId task, UnitId unit, Role role, std::uint32_t order,
                      AssignmentEvidence evidence);
  /// All assignments at once: a whole edge list, or without names those of the tasks and units that
  /// were added; none may be added then. False, and nothing is taken, where a task, a unit, or a
  /// unit of a task stands twice: added row by row, they are put together or refused.
  /// @throws std::logic_error  when the columns do not fit each other or what was added
  bool take(EdgeListColumns& columns, unsigned threads = 0);
  void add_note(Note note);
  /// A note in the language of the sources (language_of), which may be added after it.
  void add_doubt(Doubt doubt);

  std::optional<SectionId> find_section(std::string_view id) const;
  std::optional<TaskId> find_task(std::string_view id) const;
  std::optional<UnitId> find_unit(std::string_view id) const;
  /// The same, for a reference that stands at `where`.
  /// @throws InputError  for an id that was not added, with the nearest one that was
  SectionId section_at(std::string_view id, Position where) const;
  TaskId task_at(std::string_view id, Position where) const;
  UnitId unit_at(std::string_view id, Position where) const;

  /// Task and unit of an edge list: found, or added with this text as id (task) or name (unit).
  /// Do not mix unit_of_name with add_unit on one builder.
  TaskId task_of_id(std::string_view id, Position where = {});
  UnitId unit_of_name(std::string_view name, Position where = {});

  std::size_t task_count() const;
  std::size_t unit_count() const;

  /// The network; the builder is spent. Cost: O(everything added).
  Network build() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace respnet::model
