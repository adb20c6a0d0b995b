#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "respnet/analysis/study.hpp"
#include "respnet/base/document.hpp"
#include "respnet/base/messages.hpp"
#include "respnet/base/table.hpp"

namespace respnet::report {

/// Rows that a printed table shows; it says how many there are.
inline constexpr std::size_t kPrintedRows = 2000;

/// A result table for people: without ids where rows have names, without columns that say nothing;
/// real numbers with as many decimals as the column needs, at most three.
Grid grid_of(const Table& table, const Messages& say);

/// Of the table of `respnet leads`: the units that lead, and measures of leading.
Table leading_units(const Table& units);

/// The pairs of units that share most tasks.
Grid pair_grid(const analysis::Study& study, const Messages& say);
/// Every task with its units and deadline.
Grid task_grid(const analysis::Study& study, const Messages& say);
/// Every clause with its line.
Grid clause_grid(const analysis::Study& study, const Messages& say);
/// What the reader was unsure of.
Grid note_grid(const analysis::Study& study, const Messages& say);
/// Meaning and formula of these measures, by id; unknown ones are left out.
Grid definition_grid(const analysis::Study& study, const Messages& say,
                     const std::vector<std::string>& measures);

}  // namespace respnet::report
