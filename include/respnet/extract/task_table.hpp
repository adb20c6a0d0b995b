#pragma once

#include <string_view>
#include <vector>

#include "respnet/extract/cell_table.hpp"
#include "respnet/extract/traced_text.hpp"
#include "respnet/model/doubt.hpp"
#include "respnet/model/network.hpp"

namespace respnet::extract {

/// The tables of one document.
struct TaskTables {
  const TracedText& text;  ///< holds the cells; lines and spans refer to its source
  std::vector<CellTable> tables;
  bool first_leads = false;         ///< words outside say that the unit listed first leads
  std::vector<model::Doubt> notes;  ///< on the document around the tables
};

/// The responsibility network that task tables state.
///
/// A row is a task: its columns say what, who in which role, until when, and in which section. The
/// role of a unit is that of its column's header, unless words in the cell say otherwise (甲局牵头,
/// 乙局配合). A task's id is its number where every row has one of its own, else the number of the
/// row. Rows without a task's words go on with the task above; rows across the whole table are
/// sections. Tables without a task table's header are left out.
///
/// Doubts become notes, beside those of read_notice: ragged-row, row-continues, row-left-aside,
/// task-without-words, numbers-not-unique, ditto, cell-overrides-header, ignored-column,
/// person-column, several-roles, unknown-letters.
/// @param source  as the caller knows it; what stands above the first table fills in what is empty
/// @param file    the source as the user gave it, for messages
/// @return        tasks in the order of rows; every cell that names units is a clause
/// @throws InputError  when no table is a task table, or none names a unit
/// Cost: O(bytes). No randomness.
model::Network read_task_tables(const TaskTables& document, model::Source source,
                                std::string_view file = {});

}  // namespace respnet::extract
