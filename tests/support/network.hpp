#pragma once

// Networks written so that they can be seen.

#include <string>
#include <vector>

#include "respnet/model/network_builder.hpp"

namespace respnet::test {

struct Row {
  std::string task;
  std::string unit;
  model::Role role = model::Role::Responsible;
};

/// The network of an edge list: tasks and units in order of appearance, ids "u1", …
inline model::Network network(const std::vector<Row>& rows) {
  model::NetworkBuilder builder("test");
  for (const Row& row : rows)
    builder.add_assignment(builder.task_of_id(row.task), builder.unit_of_name(row.unit), row.role);
  return std::move(builder).build();
}

}  // namespace respnet::test
