#include "respnet/extract/glyphs.hpp"

#include <array>

namespace respnet::extract {
namespace {

constexpr std::uint8_t size_of(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

constexpr std::array<Glyph, 128> ascii_glyphs() {
  std::array<Glyph, 128> table{};
  for (const char c : {' ', '\t', '\r', '\v'})
    table[static_cast<unsigned char>(c)].kind = GlyphKind::Blank;
  table['\n'].kind = table['\f'].kind = GlyphKind::LineBreak;
  table[':'].kind = GlyphKind::Colon;
  table[','].kind = GlyphKind::Comma;
  table[';'].kind = GlyphKind::Semicolon;
  table['!'].kind = table['?'].kind = GlyphKind::Stop;
  table['('] = {GlyphKind::Open, BracketFamily::Round, 1};
  table[')'] = {GlyphKind::Close, BracketFamily::Round, 1};
  table['['] = {GlyphKind::Open, BracketFamily::Square, 1};
  table[']'] = {GlyphKind::Close, BracketFamily::Square, 1};
  table['<'] = {GlyphKind::Open, BracketFamily::Angle, 1};
  table['>'] = {GlyphKind::Close, BracketFamily::Angle, 1};
  return table;
}
constexpr auto kAscii = ascii_glyphs();

Glyph wide(GlyphKind kind, BracketFamily family = BracketFamily::None) { return {kind, family, 3}; }

Glyph cjk_punctuation(unsigned char last) {  // U+3000 to U+303F
  switch (last) {
    case 0x80:
      return wide(GlyphKind::Blank);
    case 0x81:
      return wide(GlyphKind::Enumeration);
    case 0x82:
      return wide(GlyphKind::Stop);
    case 0x88:
      return wide(GlyphKind::Open, BracketFamily::Angle);
    case 0x89:
      return wide(GlyphKind::Close, BracketFamily::Angle);
    case 0x8A:
    case 0x8C:
    case 0x8E:
      return wide(GlyphKind::QuoteOpen);
    case 0x8B:
    case 0x8D:
    case 0x8F:
      return wide(GlyphKind::QuoteClose);
    case 0x90:
    case 0x96:
      return wide(GlyphKind::Open, BracketFamily::Lenticular);
    case 0x91:
    case 0x97:
      return wide(GlyphKind::Close, BracketFamily::Lenticular);
    case 0x94:
      return wide(GlyphKind::Open, BracketFamily::Square);
    case 0x95:
      return wide(GlyphKind::Close, BracketFamily::Square);
    default:
      return wide(GlyphKind::Other);
  }
}

Glyph full_width(unsigned char last) {  // U+FF00 to U+FF3F
  switch (last) {
    case 0x81:
    case 0x9F:
      return wide(GlyphKind::Stop);
    case 0x88:
      return wide(GlyphKind::Open, BracketFamily::Round);
    case 0x89:
      return wide(GlyphKind::Close, BracketFamily::Round);
    case 0x8C:
      return wide(GlyphKind::Comma);
    case 0x9A:
      return wide(GlyphKind::Colon);
    case 0x9B:
      return wide(GlyphKind::Semicolon);
    case 0xBB:
      return wide(GlyphKind::Open, BracketFamily::Square);
    case 0xBD:
      return wide(GlyphKind::Close, BracketFamily::Square);
    default:
      return wide(GlyphKind::Other);
  }
}

Glyph three_bytes(unsigned char first, unsigned char second, unsigned char third) {
  if (first == 0xE3 && second == 0x80) return cjk_punctuation(third);
  if (first == 0xEF && second == 0xBC) return full_width(third);
  if (first == 0xE2 && second == 0x80) {
    if (third <= 0x8A || third == 0xAF) return wide(GlyphKind::Blank);  // en, em, thin space
    if (third == 0x9C || third == 0x98) return wide(GlyphKind::QuoteOpen);
    if (third == 0x9D || third == 0x99) return wide(GlyphKind::QuoteClose);
  }
  if (first == 0xE2 && second == 0x88 && third == 0xB6) return wide(GlyphKind::Colon);  // ∶
  if (first == 0xEF && second == 0xB8 && third == 0xB0) return wide(GlyphKind::Colon);  // ︰
  if (first == 0xEF && second == 0xB9 && third == 0x9D)
    return wide(GlyphKind::Open, BracketFamily::Square);  // ﹝
  if (first == 0xEF && second == 0xB9 && third == 0x9E)
    return wide(GlyphKind::Close, BracketFamily::Square);
  if (first == 0xEF && second == 0xBB && third == 0xBF) return wide(GlyphKind::Blank);  // BOM
  return wide(GlyphKind::Other);
}

bool is_ascii_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '&';
}

bool is_blank(GlyphKind kind) { return kind == GlyphKind::Blank || kind == GlyphKind::LineBreak; }

}  // namespace

Glyph other_glyph_at(std::string_view text, std::size_t position) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[position + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return kAscii[first];
  const std::uint8_t size = size_of(first);
  if (position + size > text.size())
    return {GlyphKind::Other, BracketFamily::None,
            static_cast<std::uint8_t>(text.size() - position)};
  if (size == 3) return three_bytes(first, byte(1), byte(2));
  const bool no_break_space = first == 0xC2 && byte(1) == 0xA0;
  return {no_break_space ? GlyphKind::Blank : GlyphKind::Other, BracketFamily::None, size};
}

std::size_t previous(std::string_view text, std::size_t position) {
  do --position;
  while (position > 0 && (static_cast<unsigned char>(text[position]) & 0xC0) == 0x80);
  return position;
}

std::string_view stripped(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const Glyph glyph = glyph_at(text, begin);
    if (!is_blank(glyph.kind)) break;
    begin += glyph.size;
  }
  std::size_t end = text.size();
  while (end > begin) {
    const std::size_t last = previous(text, end);
    if (!is_blank(glyph_at(text, last).kind)) break;
    end = last;
  }
  return text.substr(begin, end - begin);
}

std::string without_blanks(std::string_view text) {
  std::string kept;
  bool after_blank = false;
  for (std::size_t i = 0; i < text.size();) {
    const Glyph glyph = glyph_at(text, i);
    if (is_blank(glyph.kind)) {
      after_blank = true;
    } else {
      if (after_blank && !kept.empty() && is_ascii_word(kept.back()) && is_ascii_word(text[i]))
        kept += ' ';
      kept.append(text, i, glyph.size);
      after_blank = false;
    }
    i += glyph.size;
  }
  return kept;
}

bool has_words(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Glyph glyph = glyph_at(text, i);
    if (glyph.kind == GlyphKind::Other) return true;
    i += glyph.size;
  }
  return false;
}

std::size_t find_outside_brackets(std::string_view text, GlyphKind kind, std::size_t from) {
  std::size_t depth = 0;
  std::size_t hidden = std::string_view::npos;  // the first find inside a bracket still open
  for (std::size_t i = from; i < text.size();) {
    const Glyph glyph = glyph_at(text, i);
    if (glyph.kind == kind) {
      if (depth == 0) return i;
      if (hidden == std::string_view::npos) hidden = i;
    }
    if (glyph.kind == GlyphKind::Open || glyph.kind == GlyphKind::QuoteOpen) ++depth;
    if ((glyph.kind == GlyphKind::Close || glyph.kind == GlyphKind::QuoteClose) && depth > 0)
      if (--depth == 0) hidden = std::string_view::npos;
    i += glyph.size;
  }
  return hidden;
}

}  // namespace respnet::extract
