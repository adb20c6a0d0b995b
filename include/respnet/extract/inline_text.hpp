#pragma once

#include <string_view>

#include "respnet/extract/traced_text.hpp"

namespace respnet::extract {

/// Appends a piece of Markdown as its reader sees it: bold marks, tags, footnote references and
/// what is struck out (~~x~~, <s>, <del>) left out, the words of links kept, `\|` as a bar,
/// character references as characters, `<br>` as a line break.
/// @param piece  a view into the text's source
/// Cost: O(bytes).
void append_inline(TracedText& text, std::string_view piece);

}  // namespace respnet::extract
