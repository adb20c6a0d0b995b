#include "respnet/io/metrics_document.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

#include "io/json_text.hpp"
#include "io/output.hpp"

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
  std::string document;
  write_metrics_document(run, tables, [&](std::string_view piece) { document += piece; });
  return document;
}

void write_metrics_document(const Run& run, std::span<const Table> tables, const Sink& sink,
                            unsigned threads) {
  check(tables);
  Output output(sink, threads);
  output.bytes += "{\"schema\": \"respnet-metrics/1\",\n \"run\": " + run_json(run);
  for (const std::string_view level : kLevels) {
    const auto table = std::ranges::find(tables, level, &Table::id);
    if (table == tables.end()) continue;
    output.bytes += ",\n ";
    append_json(output.bytes, level);
    output.bytes += ": ";
    if (level == kLevels[0])
      JsonObjects(*table).append(output.bytes, 0);
    else
      write_json_rows(output, *table, "  ");
  }
  output.bytes += "}\n";
  output.flush();
}

}  // namespace respnet::io
