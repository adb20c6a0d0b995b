#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace respnet::io {

/// A task and a unit, as a person names them.
struct NamedCell {
  std::string task, unit;
};

/// Cells of the matrix of tasks and units from a CSV file with a header.
///
/// The columns task 任务 and unit 单位 must be there, in any order; others do not count. The
/// separator is `,`, `;` or TAB, as the header tells; encodings as of any input; the apostrophe
/// that guards a formula is taken away.
/// @throws FileError   when the file cannot be read
/// @throws InputError  for a broken field, a missing column, or a row without task or unit
/// Cost: O(bytes).
std::vector<NamedCell> read_cell_list(const std::filesystem::path& path);

/// The same from text. @param file  for messages
std::vector<NamedCell> cell_list_in(std::string_view text, const std::string& file);

}  // namespace respnet::io
