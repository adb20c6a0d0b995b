#include "respnet/io/null_document.hpp"

#include <stdexcept>

#include "io/json_text.hpp"

namespace respnet::io {

std::string null_document(const Run& run, const NullHead& head, std::span<const Table> tables) {
  std::string out = "{\"schema\": \"respnet-null/1\",\n \"run\": " + run_json(run);
  out += ",\n \"model\": ";
  append_json(out, head.model);
  out += ",\n \"samples\": ";
  append_number(out, head.samples);
  out += ",\n \"locked\": ";
  append_number(out, head.locked);
  out += ",\n \"refused\": [";
  for (std::size_t i = 0; i < head.refused.size(); ++i) {
    out += i == 0 ? "\n  {\"id\": " : ",\n  {\"id\": ";
    append_json(out, head.refused[i].first);
    out += ", \"reason\": ";
    append_json(out, head.refused[i].second);
    out += "}";
  }
  out += "]";
  for (const Table& table : tables) {
    if (table.id != "network" && table.id != "units")
      throw std::invalid_argument("a null document has no table '" + table.id + "'");
    out += ",\n ";
    append_json(out, table.id);
    out += ": ";
    append_json_rows(out, table, "  ");
  }
  out += "}\n";
  return out;
}

}  // namespace respnet::io
