#pragma once

// Six tasks and five units with explicit leads and supports, small enough to check by hand:
//   T1 A:L B:S C:S · T2 A:L B:S · T3 A:L D:S · T4 B:L A:S · T5 C:L · T6 D:L E:S C:S

#include "support/network.hpp"

namespace respnet::test {

/// Units "A" … "E" are unit numbers 0 … 4.
inline model::Network role_toy_network() {
  using enum model::Role;
  model::NetworkBuilder builder("toy");
  for (const char* unit : {"A", "B", "C", "D", "E"}) builder.unit_of_name(unit);
  for (const Row& row : std::vector<Row>{{"T1", "A", Lead},
                                         {"T1", "B", Support},
                                         {"T1", "C", Support},
                                         {"T2", "A", Lead},
                                         {"T2", "B", Support},
                                         {"T3", "A", Lead},
                                         {"T3", "D", Support},
                                         {"T4", "B", Lead},
                                         {"T4", "A", Support},
                                         {"T5", "C", Lead},
                                         {"T6", "D", Lead},
                                         {"T6", "E", Support},
                                         {"T6", "C", Support}})
    builder.add_assignment(builder.task_of_id(row.task), builder.unit_of_name(row.unit), row.role);
  return std::move(builder).build();
}

}  // namespace respnet::test
