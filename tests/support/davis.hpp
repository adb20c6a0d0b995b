#pragma once

// The Southern Women of Davis, Gardner & Gardner (Deep South, 1941): 18 women at 14 social events,
// 89 ties. Women are units, events are tasks. Incidence as in NetworkX's
// davis_southern_women_graph, compared cell by cell with a second public copy.

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/network.hpp"

namespace respnet::test {

inline constexpr int kDavisEvents = 14;
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kDavisWomen{{
    {"Evelyn", "11111101100000"},
    {"Laura", "11101111000000"},
    {"Theresa", "01111111100000"},
    {"Brenda", "10111111000000"},
    {"Charlotte", "00111010000000"},
    {"Frances", "00101101000000"},
    {"Eleanor", "00001111000000"},
    {"Pearl", "00000101100000"},
    {"Ruth", "00001011100000"},
    {"Verne", "00000011100100"},
    {"Myra", "00000001110100"},
    {"Katherina", "00000001110111"},
    {"Sylvia", "00000011110111"},
    {"Nora", "00000110111111"},
    {"Helen", "00000011011100"},
    {"Dorothy", "00000001100000"},
    {"Olivia", "00000000101000"},
    {"Flora", "00000000101000"},
}};

/// Tasks "E1" … "E14" and units "Evelyn" … "Flora", both in this order; role `responsible`.
inline model::Network davis_network() {
  model::NetworkBuilder builder("davis");
  for (const auto& woman : kDavisWomen) builder.unit_of_name(woman.first);
  for (int event = 0; event < kDavisEvents; ++event) {
    const model::TaskId task = builder.task_of_id("E" + std::to_string(event + 1));
    for (const auto& [name, row] : kDavisWomen)
      if (row[static_cast<std::size_t>(event)] == '1')
        builder.add_assignment(task, builder.unit_of_name(name), model::Role::Responsible);
  }
  return std::move(builder).build();
}

}  // namespace respnet::test
