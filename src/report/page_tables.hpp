#pragma once

#include <string>

#include "report/html.hpp"
#include "report/page_context.hpp"
#include "respnet/analysis/results.hpp"
#include "respnet/base/table.hpp"

namespace respnet::report {

/// Rows that a page shows of one table.
inline constexpr std::size_t kShownRows = 2000;

/// Units with their tasks as bars, beside them what they carry in each section: the table to sort
/// and filter by.
std::string unit_table(const PageContext& page);

/// Tasks with their units and, folded, the clauses behind them.
std::string task_table(const PageContext& page);

/// The table of that id, names of units and tasks as links; empty if there is none.
/// @param command  that prints it whole
std::string result_table(const PageContext& page, const analysis::Results& results,
                         std::string_view id, std::string_view command);

/// The same, folded under its title.
std::string folded_table(const PageContext& page, const analysis::Results& results,
                         std::string_view id, std::string_view command);

/// Of the table that `respnet leads` prints: units that lead, and the measures of leading.
std::string leader_table(const PageContext& page, const Table& units);

/// The pairs of units that share most tasks.
std::string pair_table(const PageContext& page);

/// The reader's notes; a sentence if there are none.
std::string note_table(const PageContext& page);

/// Meanings of the measures of units and network, from the catalogue, folded.
std::string definitions(const PageContext& page);

/// What a caption says of rows that are not there; empty if all are.
/// @param command  that lists all
std::string left_out(const PageContext& page, std::size_t rows, std::string_view command);

/// A link to the row of a unit.
std::string unit_link(const PageContext& page, std::uint32_t unit);

/// A clause with the names of its units marked, in pieces: every second one is a name.
std::vector<std::string> clause_pieces(const model::Network& network, model::TaskId task,
                                       std::uint32_t clause);

}  // namespace respnet::report
