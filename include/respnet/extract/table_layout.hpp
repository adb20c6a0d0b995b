#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "respnet/extract/cell_table.hpp"
#include "respnet/model/role.hpp"

namespace respnet::extract {

/// What the cells of a column hold.
enum class ColumnKind : std::uint8_t {
  Ignored,
  Number,
  Section,   ///< what groups tasks: 领域, 章节; also tasks of tasks
  Task,      ///< what is to be done
  Detail,    ///< more about it: 目标, or a second column of words
  Units,     ///< who, in the role that the header says
  Unit,      ///< of a RACI matrix: the header is the unit, the cells are letters
  Persons,   ///< 责任人: left aside
  Deadline,  ///< until when
};

struct Column {
  ColumnKind kind = ColumnKind::Ignored;
  model::Role role = model::Role::Responsible;  ///< of Units
  bool several_roles = false;  ///< 责任单位及配合单位: the role is a guess
};

/// How to read a task table: its header row and what its columns hold.
struct TableLayout {
  std::size_t header = 0;  ///< index of its last row
  CellRow heads;           ///< the header's cells, of a header in two rows the lower filled ones
  std::vector<Column> columns;
  std::size_t task = 0;  ///< the one Task column
};

/// The layout of a task table: among its first ten rows, one that names a column of tasks and one
/// of units in a role, or one of tasks over at least two columns of RACI letters. A second row that
/// says more under the first (责任分工 over 牵头单位 and 配合单位) belongs to it. Nothing for any
/// other table, edge lists (with a column of roles) included.
/// Where several columns could be the tasks, it is the first whose words change with every row;
/// those before it are sections, those behind it details.
std::optional<TableLayout> layout_of(std::string_view text, const CellTable& table);

/// The role that a column's header or a bracket behind a name gives: 牵头单位, "Lead agency".
std::optional<model::Role> role_in_words(std::string_view words);

/// Whether a cell says that there is nothing to say: empty, 无, /, —.
bool is_empty_cell(std::string_view cell);

}  // namespace respnet::extract
