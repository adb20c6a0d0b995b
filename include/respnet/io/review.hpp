#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "respnet/base/language.hpp"
#include "respnet/extract/registry.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

// A human has the last word: what the reader was unsure of goes out as a table, one row a doubt,
// and comes back with corrections.
//
// Columns (any order; Chinese heads in parentheses): code (代码), source (来源), task (任务: "task
// 3.10", so that no spreadsheet takes the id for a number), title (标题), line (行), span (位置),
// text (原文), about (事项), chosen (采用), other (其他可能), correction (更正), message (说明). A
// correction needs `about`, `task` or, about a unit, `text`, and `correction`; the rest is for
// people.
//
// about = units (单位): who does what in the task, in text order:
//     牵头：县交通局；配合：县财政局、县水利局        lead: Roads Office; support: Treasury | Water
//     Board
//   a name that holds a separator stands in double quotes, one that several units bear has its id
//   behind: `县财政局 [u3]`. 无 (none): no unit. 删除任务 (delete task): it is none.
// about = unit (名称): the unit named in `text` is another one's name (the two become one), has
//   another name, or is several (names separated by ；). 删除 (delete): it is no unit. 拆开
//   (apart): printed forms that were taken as one body become units of their own.
// Any row: 对 (ok): the reader was right.
//
// Every correction says how things are, so that applying it twice is applying it once.

/// The review of a network: CSV with a byte order mark, for spreadsheets, one row a note, and one a
/// pair of units that may be one body. `correction` is empty.
/// @param registry  pairs that it knows as two units are left out
/// Cost: O(notes × units of a task).
std::string review_csv(const model::Network& network, Language language,
                       const extract::Registry* registry = nullptr);

struct Corrected {
  model::Network network;
  std::size_t applied = 0;  ///< rows that changed something
  std::size_t already = 0;  ///< rows with a correction that the network meets already
};

/// The network with the corrections of a review. Rows without a correction change nothing. The note
/// of a row with one is settled, and left out.
/// @param csv   well-formed UTF-8
/// @param file  for messages
/// @throws InputError  when the table is broken, a correction cannot be understood, two of them
///                     contradict each other, or the network no longer is as `chosen` says
/// Cost: O(network + rows).
Corrected corrected(const model::Network& network, std::string_view csv, const std::string& file);

}  // namespace respnet::io
