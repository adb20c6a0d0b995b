#pragma once

// Columns that say who a row is about, and rows in another order.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/analysis/results.hpp"
#include "respnet/analysis/study.hpp"
#include "respnet/base/language.hpp"
#include "respnet/base/table.hpp"

namespace respnet::analysis {

Table titled(std::string id, const Words& title, Language language);

/// Appends the table if it has rows.
void add_unless_empty(std::vector<Table>& tables, Table table);

/// Unit numbers, ascending from 0: with std::ranges::stable_sort the way to a ranking.
std::vector<std::uint32_t> all_units(const Study& study);

/// The table of the selected measures of units; what was skipped goes to `results`.
Table unit_table(const Study& study, std::string_view select, Language language, Results& results);

Column number_column(std::string id, std::string label, std::span<const std::size_t> values);
Column text_column(std::string id, std::string label, std::vector<std::string> values);

/// `id` and `name` of units by unit number; of those named, or of all.
std::vector<Column> unit_columns(const Study& study, std::span<const std::uint32_t> units,
                                 Language language);
std::vector<Column> unit_columns(const Study& study, Language language);

/// `id` and `title` of tasks; of those named, or of all.
std::vector<Column> task_columns(const Study& study, std::span<const model::TaskId> tasks,
                                 Language language);
std::vector<Column> task_columns(const Study& study, Language language);

/// `a`, `b`, `name_a`, `name_b` of pairs; of those named, or of those under study: throws as
/// Study::pairs().
std::vector<Column> pair_columns(const Study& study, std::span<const UnitPair> pairs,
                                 Language language);
std::vector<Column> pair_columns(const Study& study, Language language);

/// The table with row order[i] as its i-th.
Table reordered(Table table, std::span<const std::uint32_t> order);

/// "1 2 3": ids of tasks, or names of units, in one cell.
std::string joined_ids(const Study& study, std::span<const model::TaskId> tasks);
std::string joined_names(const Study& study, std::span<const std::uint32_t> units,
                         Language language);

}  // namespace respnet::analysis
