#include "io/cell_text.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "io/sheet_places.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kUnderscore = "_x005F_";

bool is_allowed(char32_t c) {
  return (c >= 0x20 || c == '\t' || c == '\n' || c == '\r') && c != 0xFFFE && c != 0xFFFF;
}

bool is_plain(char c) { return c >= 0x20 && c < 0x7F && c != '_'; }

}  // namespace

char32_t cell_escape(std::string_view text, std::size_t at) {
  const std::string_view code = text.substr(at, kCellEscapeSize);
  if (code.size() < kCellEscapeSize || !code.starts_with("_x") || code.back() != '_') return 0;
  std::uint32_t value = 0;
  const char* const end = code.data() + kCellEscapeSize - 1;
  const auto [behind, error] = std::from_chars(code.data() + 2, end, value, 16);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  return error == std::errc{} && behind == end && !surrogate ? value : 0;
}

CellText cell_text(std::string_view text) {
  CellText result;
  if (text.size() <= kLongestCell && std::ranges::all_of(text, is_plain)) {
    result.text = text;
    return result;
  }
  std::size_t units = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    char32_t c = next_code_point(text, i);
    const bool ill_formed = c == kReplacement && i - begin != 3;
    const bool escaped = c == '_' && cell_escape(text, begin) != 0;
    units += escaped ? kCellEscapeSize : c > 0xFFFF ? 2 : 1;
    if (units > kLongestCell) {
      result.cut = true;
      break;
    }
    if (!is_allowed(c) || ill_formed) {
      c = kReplacement;
      ++result.replaced;
    }
    append_utf8(result.text, c);
  }
  return result;
}

std::string cell_code(std::string text) {
  if (text.find("_x") == text.npos) return text;
  std::string code;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '_' && cell_escape(text, i) != 0)
      code += kUnderscore;
    else
      code += text[i];
  }
  return code;
}

}  // namespace respnet::io
