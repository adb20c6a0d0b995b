#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "respnet/model/edge_list_columns.hpp"

namespace respnet::io {

/// An edge list below its header.
struct RowsBelow {
  std::string_view text;  ///< the whole file
  std::size_t begin = 0;  ///< of the first row
  char separator = ',';
  std::size_t width = 0;  ///< columns
  /// Of task, unit, role and order; any other number: there is no such column.
  std::array<std::size_t, 4> columns{};
};

struct PlainRows {
  model::EdgeListColumns columns;
  std::size_t lone_tasks = 0, lone_units = 0;  ///< rows
};

/// All rows at once, where nothing is to be said about any of them: no faults, each on one line.
/// Empty where a row is to be looked at closely; the caller then reads row by row, and finds what
/// is wrong and where. A task whose rows do not stand together comes twice.
///
/// Parts of about `part_bytes` are read on their own, on up to `threads` threads (0: all). A part
/// begins with a task, so what comes out does not depend on where it begins.
/// @pre part_bytes > 0
/// Cost: O(bytes); besides the columns 12 bytes and the id of each task, and the names of units
/// once a part.
std::optional<PlainRows> plain_rows(const RowsBelow& rows, std::size_t part_bytes,
                                    unsigned threads);

/// The same where rows of a task may stand anywhere: each task comes once, where it first stands.
/// Cost: O(bytes + rows), each task looked up again and again; besides the columns 14 bytes a row,
/// and the names of tasks and units once a part.
std::optional<PlainRows> scattered_rows(const RowsBelow& rows, std::size_t part_bytes,
                                        unsigned threads);

}  // namespace respnet::io
