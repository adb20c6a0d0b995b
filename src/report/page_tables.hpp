#pragma once

#include <functional>
#include <string>

#include "respnet/analysis/study.hpp"
#include "respnet/base/table.hpp"

namespace respnet::report {

/// Rows that a page shows of one table; the CSV files hold all.
inline constexpr std::size_t kShownRows = 2000;

/// A result table as HTML; empty without rows. `anchor` names row i, or gives "".
std::string result_table(const Table& table,
                         const std::function<std::string(std::size_t)>& anchor = {});

/// Tasks with their units and, folded, the clauses behind them.
std::string task_table(const analysis::Study& study);

/// The reader's notes; a sentence if there are none.
std::string note_table(const analysis::Study& study);

/// Meanings of the measures of units and network, from the catalogue, folded.
std::string definitions(const analysis::Study& study);

}  // namespace respnet::report
