#pragma once

#include <string>
#include <string_view>

namespace respnet::extract {

/// The first phrase of a task's words, up to a comma or stop: what a heading would say.
std::string row_title(std::string_view words);

/// The number in a cell, without brackets and stops: "（3）", "3、" -> "3". Empty for long cells.
std::string row_number(std::string_view cell);

/// Whether a row of one cell is a note rather than a section: "注：…", "Key: A = accountable".
bool is_table_note(std::string_view words);

}  // namespace respnet::extract
