#pragma once

#include <cstdint>
#include <vector>

#include "respnet/model/columns.hpp"
#include "respnet/model/ids.hpp"
#include "respnet/model/role.hpp"

namespace respnet::model {

/// An edge list in columns, for NetworkBuilder::take(): what is read at once need not be added row
/// by row.
struct EdgeListColumns {
  TextColumn task_ids, unit_names;     ///< by place, none empty
  std::vector<std::uint64_t> offsets;  ///< the assignments of task t: [offsets[t], offsets[t + 1])
  std::vector<UnitId> units;           ///< by assignment, grouped by task, in order
  std::vector<Role> roles;
};

/// No task id and no unit name stands twice, and no unit twice in a task.
/// @throws std::logic_error  when the columns do not fit each other
/// Cost: O(bytes of the texts + assignments), on `threads` threads (0: all); 12 bytes a task.
bool nothing_repeats(const EdgeListColumns& columns, unsigned threads);

}  // namespace respnet::model
