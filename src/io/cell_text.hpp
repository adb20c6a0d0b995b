#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace respnet::io {

/// What a cell of a spreadsheet can show of a text.
struct CellText {
  std::string text;
  std::size_t replaced = 0;  ///< control characters that became U+FFFD
  bool cut = false;          ///< the text was longer than a cell may be
};

/// Tabs, line feeds and carriage returns stay. A cell holds 32,767 UTF-16 code units.
/// @param text  UTF-8; ill-formed bytes become U+FFFD too
CellText cell_text(std::string_view text);

/// `text` as it stands in the file: where it says _x0041_ itself, that is not to be read as A.
std::string cell_code(std::string text);

/// What "_x000D_" at `at` stands for in a file; 0: nothing, it is plain text.
char32_t cell_escape(std::string_view text, std::size_t at);
inline constexpr std::size_t kCellEscapeSize = 7;

}  // namespace respnet::io
