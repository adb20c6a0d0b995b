#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace respnet {

// Text is UTF-8 in std::string everywhere. What comes from outside is checked once, on reading.

/// Offset in bytes of the first byte that is not well-formed UTF-8; empty if all of it is.
/// Cost: O(bytes), a few GB/s on ASCII.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// The code point at `position`, which is moved behind it. Ill-formed bytes read as U+FFFD, one at
/// a time. @pre position < text.size()
char32_t next_code_point(std::string_view text, std::size_t& position);

/// Appends one code point as UTF-8.
void append_utf8(std::string& text, char32_t code_point);

/// Number of code points.
std::size_t length(std::string_view text);

/// The first `count` code points.
std::string_view prefix(std::string_view text, std::size_t count);

/// Columns that `text` takes on a terminal: 2 for East Asian wide characters, 0 for combining
/// marks.
std::size_t display_width(std::string_view text);

/// Without the blanks (ASCII, U+00A0, U+3000 and the BOM) at both ends.
std::string_view trimmed(std::string_view text);

/// Equal when A to Z count as a to z; other characters count as they are.
bool equal_but_for_case(std::string_view a, std::string_view b);

struct LineColumn {
  std::size_t line = 1;    ///< from 1
  std::size_t column = 1;  ///< in characters, from 1
};

/// The line and column of a byte offset. Cost: O(offset).
LineColumn line_column(std::string_view text, std::size_t offset);

/// `text` on one line, safe for a terminal: control characters, line breaks, zero-width and
/// bidirectional marks, and ill-formed bytes are written as `\n`, `\x1b`, `\u{202e}`.
std::string printable(std::string_view text);

/// Appends `text` as XML or HTML text or attribute: `& < > " '` and CR as entities. Ill-formed
/// bytes and characters that XML 1.0 does not allow become U+FFFD. @return  how many did
std::size_t append_xml(std::string& out, std::string_view text);
std::string escape_xml(std::string_view text);

/// For people: commas between thousands from five digits on. 1325813 is "1,325,813", 2024 is "2024".
std::string grouped(std::uint64_t value);

/// Shortest decimal form that reads back to the same value, whole numbers up to 2^53 without an
/// exponent; `.` in every locale.
std::string number(double value);
void append_number(std::string& out, double value);

/// `value` with `digits` decimals, `.` in every locale.
std::string fixed(double value, int digits);

/// The candidate closest to `word` by edit distance (insert, delete, replace, swap), if it is close
/// enough to be a typing error. Ties: the first. Source: optimal string alignment distance.
std::optional<std::string_view> nearest(std::string_view word,
                                        const std::vector<std::string_view>& candidates);

/// "; did you mean 'x'?" for the nearest candidate, or nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace respnet
