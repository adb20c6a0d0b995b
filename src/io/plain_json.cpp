#include "io/plain_json.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "io/plain_assignments.hpp"
#include "io/plain_network.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/mapped_file.hpp"
#include "respnet/base/parallel.hpp"
#include "respnet/model/edge_list_columns.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::io {
namespace {

using model::NetworkBuilder;

constexpr std::string_view kAssignments = ",\n \"assignments\": [";

// Where the assignments stand, up to the bracket behind them. No line begins in a text, and lines
// are fewer than commas.
std::optional<std::string_view> assignments_in(std::string_view text) {
  const std::size_t line = text.find(kAssignments.substr(1));
  const std::size_t end = text.rfind(",\n \"notes\": [");
  if (line == text.npos || line == 0 || text[line - 1] != kAssignments.front()) return std::nullopt;
  const std::size_t begin = line - 1 + kAssignments.size();
  drop_pages(text.substr(0, line));
  if (end == text.npos || end < begin) return std::nullopt;
  return text.substr(begin, end - begin);
}

// Units as the builder has them instead of by part.
bool number_units(const AssignmentPart& part, const NetworkBuilder& builder,
                  model::EdgeListColumns& columns) {
  std::vector<model::UnitId> numbers;
  numbers.reserve(part.units.size());
  for (const std::string_view id : part.units) {
    const auto found = builder.find_unit(id);
    if (!found) return false;
    numbers.push_back(*found);
  }
  const auto first = columns.units.begin() + static_cast<std::ptrdiff_t>(part.first_row);
  std::for_each(first, first + static_cast<std::ptrdiff_t>(part.rows),
                [&](model::UnitId& unit) { unit = numbers[index(unit)]; });
  return true;
}

std::optional<model::Network> read_plainly(const Document& document, std::size_t part_bytes) {
  const auto lines = assignments_in(document.text);
  if (!lines) return std::nullopt;
  std::vector<AssignmentPart> parts = assignment_parts(*lines, part_bytes, document.threads);
  if (parts.empty() && *lines != "]") return std::nullopt;
  const std::uint64_t rows = parts.empty() ? 0 : parts.back().first_row + parts.back().rows;
  model::EdgeListColumns columns;
  columns.units.resize(rows);
  columns.roles.resize(rows);

  NetworkBuilder builder(document.file);
  const auto lines_at = static_cast<std::size_t>(lines->data() - document.text.data());
  PlainNetwork rest(builder, document.text.substr(0, lines_at));
  std::atomic<bool> plain{true};
  parallel_blocks(parts.size() + 1, document.threads, [&](std::size_t block) {
    const bool read = block == 0 ? rest.read_head() : read_part(parts[block - 1], columns);
    if (!read) plain = false;
  });
  if (!plain || rest.offset() + kAssignments.size() != lines_at) return std::nullopt;
  parallel_blocks(parts.size(), document.threads, [&](std::size_t i) {
    if (!number_units(parts[i], builder, columns)) plain = false;
    drop_pages(parts[i].lines);
  });
  if (!plain || !join_parts(parts, rest.task_ids(), rest.clause_counts(), columns) ||
      !builder.take(columns, document.threads) ||
      !rest.read_notes(document.text.substr(lines_at + lines->size())))
    return std::nullopt;
  return std::move(builder).build();
}

}  // namespace

std::optional<model::Network> plain_network_json(const Document& document, std::size_t part_bytes) {
  try {
    return read_plainly(document, part_bytes);
  } catch (const InputError&) {
    return std::nullopt;  // the other reader knows the line
  }
}

}  // namespace respnet::io
