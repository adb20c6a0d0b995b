#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace respnet::extract {

/// Offsets at which the lines of `text` begin.
std::vector<std::uint32_t> line_starts(std::string_view text);

/// One line without its decoration.
struct LineContent {
  std::string_view text;        ///< blanks, "#", ">", bullets taken off both ends
  bool marked_heading = false;  ///< the line began with "#"
};
LineContent content_of(std::string_view line);

/// — 3 —, - 3 -, 第3页 共9页: the foot of a page. A bare number is one only beside a form feed.
bool is_page_number(std::string_view content, bool beside_page_break);

/// "附件", "附件2", "附表1" and nothing else.
bool is_annex_mark(std::string_view content);

/// Columns a line takes in print: 1 for ASCII, 2 for the rest.
std::size_t columns(std::string_view content);

/// How wide lines run before they are broken, in texts that break lines like print does.
struct Measure {
  std::size_t full =
      0;  ///< lines at least that wide were broken, not ended; 0: lines are not broken
};
Measure measure_of(std::string_view text, const std::vector<std::uint32_t>& starts);

}  // namespace respnet::extract
