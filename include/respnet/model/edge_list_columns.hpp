#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "respnet/model/columns.hpp"
#include "respnet/model/ids.hpp"
#include "respnet/model/network.hpp"
#include "respnet/model/role.hpp"

namespace respnet::model {

/// Assignments in columns, for NetworkBuilder::take(): what is read at once need not be added row
/// by row.
struct EdgeListColumns {
  /// By place, none empty. No task and no unit at all where the builder has those.
  TextColumn task_ids, unit_names;
  std::vector<std::uint64_t> offsets;  ///< the assignments of task t: [offsets[t], offsets[t + 1])
  std::vector<UnitId> units;           ///< by assignment, grouped by task, in order
  std::vector<Role> roles;
  // What there is of evidence, by assignment; empty columns where none is known.
  ValueColumn<bool> inferred;  ///< not explicit
  ValueColumn<std::uint32_t> clauses, lines;
  ValueColumn<Span> spans;
  TextColumn as_written;
  ListColumn<std::string> offices;
};

/// No task id and no unit name stands twice, and no unit twice in a task.
/// @throws std::logic_error  when the columns do not fit each other
/// Cost: O(bytes of the texts + assignments), on `threads` threads (0: all); 12 bytes a text.
bool nothing_repeats(const EdgeListColumns& columns, unsigned threads);
/// No unit stands twice in a task, where there are `tasks` and `units` of them.
/// @throws std::logic_error  when the columns do not fit that or each other
bool no_unit_repeats(const EdgeListColumns& columns, std::size_t tasks, std::size_t units,
                     unsigned threads);

}  // namespace respnet::model
