#include "respnet/io/metrics_document.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

#include "io/json_text.hpp"

namespace respnet::io {
namespace {

constexpr std::array<std::string_view, 4> kLevels{"network", "units", "tasks", "pairs"};

void check(std::span<const Table> tables) {
  for (const Table& table : tables) {
    if (std::ranges::find(kLevels, table.id) == kLevels.end())
      throw std::invalid_argument("a metrics document has no table '" + table.id + "'");
    if (table.id == kLevels[0] && table.rows() != 1)
      throw std::invalid_argument("the table 'network' of a metrics document has one row");
  }
}

}  // namespace

std::string metrics_document(const Run& run, std::span<const Table> tables) {
  check(tables);
  std::string out = "{\"schema\": \"respnet-metrics/1\",\n \"run\": ";
  out += run_json(run);
  for (const std::string_view level : kLevels) {
    const auto table = std::ranges::find(tables, level, &Table::id);
    if (table == tables.end()) continue;
    out += ",\n ";
    append_json(out, level);
    out += ": ";
    if (level == kLevels[0]) {
      append_json_row(out, *table, 0);
    } else {
      append_json_rows(out, *table, "  ");
    }
  }
  out += "}\n";
  return out;
}

}  // namespace respnet::io
