#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "respnet/extract/clause_finder.hpp"
#include "respnet/extract/draft.hpp"
#include "respnet/extract/english_list.hpp"
#include "respnet/extract/table_layout.hpp"

namespace respnet::extract {

/// The units that one cell of a table names.
struct CellUnits {
  FoundClause clause;
  std::vector<Mention> mentions;
  Range deadline;          ///< one that stands among the units
  bool overrides = false;  ///< words in the cell give another role than the column
  bool with = false;       ///< "X with Y": what follows supports, as inferred
  bool doubtful = false;   ///< an English "and" that may part two names or stand inside one
};

/// @param cell    without blanks at its ends
/// @param column  its role holds for units of which the cell says nothing else
/// @param clause  which of the task's clauses the cell is
/// @param known   English names of the document
CellUnits units_in_cell(std::string_view text, Range cell, const Column& column,
                        std::uint32_t clause, const KnownNames& known);

/// The unit that heads a column of a RACI matrix: one, whatever its name holds.
ListedUnit unit_in_header(std::string_view text, Range header);

}  // namespace respnet::extract
