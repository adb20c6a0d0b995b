#pragma once

#include <functional>
#include <string>

#include "respnet/analysis/study.hpp"
#include "respnet/base/table.hpp"

namespace respnet::report {

/// Rows that a page shows of one table; the CSV files hold all.
inline constexpr std::size_t kShownRows = 2000;

/// The id of row i of a table, or "".
using RowAnchor = std::function<std::string(std::size_t)>;

/// A result table as HTML; empty without rows. Ids of rows that have a name are not shown.
std::string result_table(const Table& table, const RowAnchor& anchor = {});

/// Units × top sections: tasks, and of them lead, "9（4）", darker for more; sums at both ends.
std::string section_matrix(const analysis::Study& study);

/// Of the table that `respnet leads` prints: units that lead, and the measures of leading.
Table leaders(const Table& units);

/// Anchors of units for a table with a column "id" of unit ids.
RowAnchor anchors_by_unit_id(const analysis::Study& study, const Table& table);

/// The pairs of units that share most tasks.
std::string pair_table(const analysis::Study& study);

/// Tasks with their units and, folded, the clauses behind them.
std::string task_table(const analysis::Study& study);

/// The reader's notes; a sentence if there are none.
std::string note_table(const analysis::Study& study);

/// Meanings of the measures of units and network, from the catalogue, folded.
std::string definitions(const analysis::Study& study);

}  // namespace respnet::report
