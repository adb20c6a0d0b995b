#include "respnet/base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "respnet/base/errors.hpp"

namespace respnet {
namespace {

bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000 || c == 0xFEFF;
}

bool is_xml_character(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xFFFE) || c >= 0x10000;
}

// What would move the cursor, hide text or turn its direction when shown.
bool hides_or_moves(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
  if (c == 0x61C || c == 0x2028 || c == 0x2029 || c == 0xFEFF) return true;
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069);
}

std::string hexadecimal(std::uint32_t value) {
  std::array<char, 8> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, 16).ptr;
  return {digits.data(), end};
}

// Reads one code point; false, with `position` moved by one byte, if it is ill-formed.
bool decode(std::string_view text, std::size_t& position, char32_t& code_point) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t start = position;
  UChar32 c = 0;
  std::int64_t i = 0;
  const auto left = static_cast<std::int64_t>(std::min<std::size_t>(text.size() - start, 4));
  U8_NEXT(bytes + start, i, left, c);
  position = c < 0 ? start + 1 : start + static_cast<std::size_t>(i);
  code_point = c < 0 ? U'\uFFFD' : static_cast<char32_t>(c);
  return c >= 0;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t position = 0;
  while (position < text.size()) {
    while (position + 32 <= text.size()) {
      std::array<std::uint64_t, 4> words{};
      std::memcpy(words.data(), text.data() + position, 32);
      if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080U) != 0) break;
      position += 32;
    }
    while (position + 8 <= text.size()) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + position, 8);
      if ((word & 0x8080808080808080U) != 0) break;
      position += 8;
    }
    if (position == text.size()) break;
    const std::size_t start = position;
    char32_t ignored = 0;
    if (!decode(text, position, ignored)) return start;
  }
  return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& position) {
  char32_t code_point = 0;
  decode(text, position, code_point);
  return code_point;
}

void append_utf8(std::string& text, char32_t code_point) {
  std::array<std::uint8_t, 4> bytes{};
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, static_cast<std::uint32_t>(code_point));
  text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string_view prefix(std::string_view text, std::size_t count) {
  std::size_t position = 0;
  while (count-- > 0 && position < text.size()) next_code_point(text, position);
  return text.substr(0, position);
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t position = 0; position < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, position));
    if (c >= 0x20 && c < 0x7F) {
      ++width;
      continue;
    }
    const int type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) continue;
    const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

std::string_view trimmed(std::string_view text) {
  std::size_t begin = 0;
  std::size_t end = 0;
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t start = position;
    if (is_blank(next_code_point(text, position))) {
      if (end == 0) begin = position;
    } else {
      if (end == 0) begin = start;
      end = position;
    }
  }
  return end == 0 ? std::string_view{} : text.substr(begin, end - begin);
}

bool equal_but_for_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

LineColumn line_column(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t newline = before.rfind('\n');
  const std::size_t start = newline == std::string_view::npos ? 0 : newline + 1;
  return {1 + static_cast<std::size_t>(std::ranges::count(before, '\n')),
          1 + length(before.substr(start))};
}

std::string printable(std::string_view text) {
  std::string shown;
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t start = position;
    char32_t c = 0;
    if (!decode(text, position, c)) {
      shown += "\\x" + hexadecimal(static_cast<unsigned char>(text[start]));
    } else if (c == '\n') {
      shown += "\\n";
    } else if (c == '\t') {
      shown += "\\t";
    } else if (hides_or_moves(c)) {
      shown += c < 0x100 ? "\\x" + std::string(c < 0x10 ? "0" : "") + hexadecimal(c)
                         : "\\u{" + hexadecimal(c) + "}";
    } else {
      shown.append(text.substr(start, position - start));
    }
  }
  return shown;
}

namespace {

// Whether a byte goes into XML as it is: ASCII that is neither markup nor refused.
constexpr std::array<bool, 256> kPlainInXml = [] {
  std::array<bool, 256> plain{};
  for (unsigned c = 0x20; c < 0x7F; ++c) plain[c] = true;
  plain['\t'] = plain['\n'] = true;
  for (const char c : std::string_view("&<>\"'")) plain[static_cast<unsigned char>(c)] = false;
  return plain;
}();

std::string_view xml_entity(char32_t c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\r':
      return "&#13;";  // a bare CR would be read back as a line feed
    default:
      return {};
  }
}

}  // namespace

std::size_t append_xml(std::string& out, std::string_view text) {
  std::size_t replaced = 0;
  std::size_t copied = 0;  // everything before it stands in `out`
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t start = position;
    if (kPlainInXml[static_cast<unsigned char>(text[position])]) {
      ++position;
      continue;
    }
    char32_t c = 0;
    const bool well_formed = decode(text, position, c);
    std::string_view instead = xml_entity(c);
    if (!well_formed || !is_xml_character(c)) {
      instead = "\xEF\xBF\xBD";
      ++replaced;
    }
    if (instead.empty()) continue;
    out.append(text.substr(copied, start - copied)).append(instead);
    copied = position;
  }
  out.append(text.substr(copied));
  return replaced;
}

std::string escape_xml(std::string_view text) {
  std::string escaped;
  append_xml(escaped, text);
  return escaped;
}

void append_number(std::string& out, double value) {
  constexpr double exact_integers = 9007199254740992.0;  // 2^53
  std::array<char, 32> digits{};
  char* const begin = digits.data();
  char* const behind = begin + digits.size();
  const bool fits = std::abs(value) < exact_integers;
  const std::int64_t whole = fits ? static_cast<std::int64_t>(value) : 0;
  char* end = nullptr;
  if (!fits || static_cast<double>(whole) != value)
    end = std::to_chars(begin, behind, value, std::chars_format::general).ptr;
  else if (whole == 0 && std::signbit(value))
    end = std::to_chars(begin, behind, value, std::chars_format::fixed).ptr;  // "-0"
  else
    end = std::to_chars(begin, behind, whole).ptr;
  out.append(begin, end);
}

std::string grouped(std::uint64_t value) {
  std::string text = std::to_string(value);
  if (text.size() < 5) return text;
  for (std::size_t place = text.size() - 3; place > 0; place -= std::min<std::size_t>(place, 3))
    text.insert(place, 1, ',');
  return text;
}

std::string number(double value) {
  std::string text;
  append_number(text, value);
  return text;
}

std::string fixed(double value, int digits) {
  std::array<char, 400> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, digits)
          .ptr;
  return {text.data(), end};
}

namespace {

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> result;
  for (std::size_t position = 0; position < text.size();)
    result.push_back(next_code_point(text, position));
  return result;
}

std::size_t edit_distance(const std::vector<char32_t>& a, const std::vector<char32_t>& b) {
  std::vector<std::size_t> before(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1,
                             previous[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        current[j] = std::min(current[j], before[j - 2] + 1);
    }
    std::swap(before, previous);
    std::swap(previous, current);
  }
  return previous[b.size()];
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view word,
                                        const std::vector<std::string_view>& candidates) {
  const auto letters = code_points(prefix(word, 100));
  if (letters.empty()) return std::nullopt;
  std::optional<std::string_view> best;
  std::size_t least = std::min<std::size_t>(3, std::max<std::size_t>(1, letters.size() / 2)) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(letters, code_points(prefix(candidate, 100)));
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
  const auto found = nearest(word, candidates);
  return found ? "; did you mean '" + printable(*found) + "'?" : std::string{};
}

}  // namespace respnet
