#pragma once

// Random networks of tasks and units, and all ways to part a few things.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "respnet/base/random.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::test {

/// Calls visit(labels) for each way to part n things.
inline void each_partition(std::size_t n,
                           const std::function<void(const std::vector<std::uint32_t>&)>& visit) {
  std::vector<std::uint32_t> labels(n, 0);
  const std::function<void(std::size_t, std::uint32_t)> place = [&](std::size_t i,
                                                                    std::uint32_t used) {
    if (i == n) return visit(labels);
    for (std::uint32_t label = 0; label <= used && label < n; ++label) {
      labels[i] = label;
      place(i + 1, std::max(used, label + 1));
    }
  };
  place(0, 0);
}

/// Each of the tasks takes each of the units with a chance.
inline model::Network random_two_mode(int tasks, int units, double chance, RandomEngine& engine) {
  model::NetworkBuilder builder("test");
  for (int u = 0; u < units; ++u) builder.unit_of_name("u" + std::to_string(u));
  for (int t = 0; t < tasks; ++t) {
    const auto task = builder.task_of_id("t" + std::to_string(t));
    for (int u = 0; u < units; ++u)
      if (uniform(engine) < chance)
        builder.add_assignment(task, static_cast<model::UnitId>(u), model::Role::Support);
  }
  return std::move(builder).build();
}

}  // namespace respnet::test
