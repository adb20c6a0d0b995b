#include "io/docx_text_run.hpp"

#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Marks that move other characters about: a name shall not rewrite the sentence around it.
bool directs(char32_t c) {
  return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
}

void end_text(std::string& out, std::string& piece) {
  if (piece.empty()) return;
  out += "<w:t xml:space=\"preserve\">";
  append_xml(out, piece);
  out += "</w:t>";
  piece.clear();
}

}  // namespace

void append_run_text(std::string& out, std::string_view text) {
  std::string piece;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = next_code_point(text, position);
    if (c == '\n' || c == 0x2028 || c == 0x2029) {
      end_text(out, piece);
      out += "<w:br/>";
    } else if (c == '\t') {
      end_text(out, piece);
      out += "<w:tab/>";
    } else {
      append_utf8(piece, is_control(c) || directs(c) ? kReplacement : c);
    }
  }
  end_text(out, piece);
}

std::string attribute_text(std::string_view text) {
  std::string clean;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = next_code_point(text, position);
    const bool blank = c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029;
    append_utf8(clean, blank ? U' ' : is_control(c) || directs(c) ? kReplacement : c);
  }
  return escape_xml(clean);
}

}  // namespace respnet::io
