#include "io/json_cutter.hpp"

#include <array>
#include <charconv>
#include <limits>

#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

// What ends a run of plain text; other control characters must not stand there.
constexpr std::array<bool, 256> kStops = [] {
  std::array<bool, 256> stops{};
  for (unsigned c = 0; c < 0x20; ++c) stops[c] = true;
  stops['"'] = stops['\\'] = true;
  return stops;
}();

const char* plain_end(const char* at, const char* end) {
  while (at != end && !kStops[static_cast<unsigned char>(*at)]) ++at;
  return at;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The character behind a backslash, and how many bytes it takes there; 0 where it is none of those
// that our writers escape.
struct Escape {
  char character = 0;
  std::size_t size = 0;
};

Escape escape_at(std::string_view text) {
  if (text.empty()) return {};
  switch (text.front()) {
    case '"':
    case '\\':
      return {text.front(), 1};
    case 'n':
      return {'\n', 1};
    case 'r':
      return {'\r', 1};
    case 't':
      return {'\t', 1};
    default:
      break;
  }
  constexpr std::size_t size = 5;  // u00, two digits
  if (!text.starts_with("u00") || text.size() < size) return {};
  unsigned code = 0;
  const auto [behind, error] = std::from_chars(text.data() + 3, text.data() + size, code, 16);
  if (error != std::errc{} || behind != text.data() + size || code == 0 || code > 0x7F) return {};
  return {static_cast<char>(code), size};
}

}  // namespace

bool JsonCutter::text(std::string_view& value) {
  if (at_ == end_ || *at_ != '"') return false;
  const char* const begin = at_ + 1;
  const char* const stop = plain_end(begin, end_);
  if (stop == end_) return false;
  if (*stop == '\\') return unescaped_text(begin, value);
  if (*stop != '"') return false;
  value = {begin, stop};
  at_ = stop + 1;
  return true;
}

bool JsonCutter::unescaped_text(const char* begin, std::string_view& value) {
  std::string& out = unescaped_.emplace_back();
  for (const char* at = begin;;) {
    const char* const stop = plain_end(at, end_);
    out.append(at, stop);
    if (stop == end_) return false;
    if (*stop == '"') {
      at_ = stop + 1;
      value = out;
      return true;
    }
    if (*stop != '\\') return false;
    const Escape found = escape_at({stop + 1, end_});
    if (found.size == 0) return false;
    out += found.character;
    at = stop + 1 + found.size;
  }
}

bool JsonCutter::text_or_null(std::string_view& value) {
  value = {};
  return literal("null") || text(value);
}

bool JsonCutter::text_or_none(std::optional<std::string_view>& value) {
  value.reset();
  return literal("null") || text(value.emplace());
}

bool JsonCutter::flag(bool& value) {
  value = literal("true");
  return value || literal("false");
}

bool JsonCutter::whole(std::uint64_t& value, std::uint64_t most) {
  const char* const begin = at_;
  const auto [behind, error] = std::from_chars(begin, end_, value);
  if (error != std::errc{} || value > most || (*begin == '0' && behind != begin + 1)) return false;
  at_ = behind;
  return at_ == end_ || (*at_ != '.' && *at_ != 'e' && *at_ != 'E');
}

bool JsonCutter::whole(std::uint32_t& value) {
  std::uint64_t found = 0;
  if (!whole(found, std::numeric_limits<std::uint32_t>::max())) return false;
  value = static_cast<std::uint32_t>(found);
  return true;
}

bool JsonCutter::real_or_null(std::optional<double>& value) {
  value.reset();
  if (literal("null")) return true;
  if (at_ == end_ || (*at_ != '-' && !is_digit(*at_))) return false;
  double found = 0;
  if (std::from_chars(at_, end_, found).ec != std::errc{}) return false;
  if (found == 0 && *at_ == '-') return false;
  value = found;
  return literal(number(found));  // JSON has fewer forms than from_chars takes; ours are among them
}

bool JsonCutter::range_or_null(std::uint64_t& first, std::uint64_t& last, std::uint64_t most) {
  if (literal("null")) return true;
  return literal("[") && whole(first, most) && literal(", ") && whole(last, most) && literal("]") &&
         first <= last;
}

}  // namespace respnet::io
