#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/json_cutter.hpp"
#include "respnet/model/edge_list_columns.hpp"

namespace respnet::io {

/// Some lines of the assignments of a network file, and what was read of them. Names of units and
/// what is as written lie in the file or in the cutter.
struct AssignmentPart {
  struct Evidence {
    std::uint64_t row = 0;
    std::uint32_t clause = 0, line = 0;
    model::Span span;
    std::string_view as_written;
    std::vector<std::string> offices;
  };

  explicit AssignmentPart(std::string_view lines_of_it) : lines(lines_of_it), cutter(lines) {}

  std::string_view lines;
  JsonCutter cutter;
  std::uint64_t first_row = 0;    ///< its place among the rows of all parts
  std::uint64_t rows = 0;         ///< a line each
  bool is_last = false;           ///< the bracket stands behind them
  std::uint32_t first_order = 1;  ///< of the first task's first row here
  model::TextColumn task_ids;     ///< of tasks whose rows stand together
  std::vector<std::uint32_t> task_rows;
  std::vector<std::string_view> units;  ///< ids in the order first seen
  std::vector<std::uint64_t> inferred;  ///< rows that are not explicit
  std::vector<Evidence> evidence;       ///< of rows that have any
};

/// Parts of about `part_bytes`, each of whole lines, with room for their rows told.
/// @param lines  all rows and the bracket behind them
/// @pre part_bytes > 0
std::vector<AssignmentPart> assignment_parts(std::string_view lines, std::size_t part_bytes,
                                             unsigned threads);

/// Reads a part: its units, numbered as in part.units, and roles go into the room they have in the
/// columns. False where a row has another form, or its order is not its place. Parts may be read at
/// once.
bool read_part(AssignmentPart& part, model::EdgeListColumns& columns);

/// Puts the tasks and the evidence of parts that were read into the columns, and lets go of them.
/// @param task_ids       of all tasks; those of the parts must come in the same sequence
/// @param clause_counts  by task
/// False where something is to be looked at closely.
bool join_parts(std::vector<AssignmentPart>& parts, const model::TextColumn& task_ids,
                const model::ValueColumn<std::uint32_t>& clause_counts,
                model::EdgeListColumns& columns);

}  // namespace respnet::io
