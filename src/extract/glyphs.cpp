#include "respnet/extract/glyphs.hpp"

#include <array>
#include <initializer_list>

#include "extract/ascii.hpp"

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

constexpr Glyph wide(GlyphKind kind, BracketFamily family = BracketFamily::None) {
  return {kind, family, 3};
}

// Sixty-four characters that differ in their last byte, by that byte.
class Block {
 public:
  constexpr Block() { glyphs_.fill(wide(GlyphKind::Other)); }
  constexpr const Glyph& operator[](unsigned char last) const { return glyphs_[last % kSize]; }
  constexpr void set(std::initializer_list<unsigned char> last, GlyphKind kind,
                     BracketFamily family = BracketFamily::None) {
    for (const unsigned char each : last) glyphs_[each % kSize] = wide(kind, family);
  }
  constexpr void set_brackets(unsigned char open, BracketFamily family, unsigned char close) {
    set({open}, GlyphKind::Open, family);
    set({close}, GlyphKind::Close, family);
  }

 private:
  static constexpr std::size_t kSize = 64;
  std::array<Glyph, kSize> glyphs_{};
};

constexpr Block kCjkPunctuation = [] {  // U+3000 to U+303F
  Block block;
  block.set({0x80}, GlyphKind::Blank);
  block.set({0x81}, GlyphKind::Enumeration);
  block.set({0x82}, GlyphKind::Stop);
  block.set({0x8A, 0x8C, 0x8E}, GlyphKind::QuoteOpen);
  block.set({0x8B, 0x8D, 0x8F}, GlyphKind::QuoteClose);
  block.set_brackets(0x88, BracketFamily::Angle, 0x89);
  block.set_brackets(0x90, BracketFamily::Lenticular, 0x91);
  block.set_brackets(0x96, BracketFamily::Lenticular, 0x97);
  block.set_brackets(0x94, BracketFamily::Square, 0x95);
  return block;
}();

constexpr Block kFullWidth = [] {  // U+FF00 to U+FF3F
  Block block;
  block.set({0x81, 0x9F}, GlyphKind::Stop);
  block.set({0x8C}, GlyphKind::Comma);
  block.set({0x9A}, GlyphKind::Colon);
  block.set({0x9B}, GlyphKind::Semicolon);
  block.set_brackets(0x88, BracketFamily::Round, 0x89);
  block.set_brackets(0xBB, BracketFamily::Square, 0xBD);
  return block;
}();

Glyph three_bytes(unsigned char first, unsigned char second, unsigned char third) {
  if (first == 0xE3 && second == 0x80) return kCjkPunctuation[third];
  if (first == 0xEF && second == 0xBC) return kFullWidth[third];
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

bool is_ascii_word(char c) { return is_word(c) || c == '&'; }

bool is_blank(GlyphKind kind) { return kind == GlyphKind::Blank || kind == GlyphKind::LineBreak; }

}  // namespace

constexpr std::array<Glyph, 128> kAsciiGlyphs = ascii_glyphs();

Glyph other_glyph_at(std::string_view text, std::size_t position) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[position + i]); };
  const unsigned char first = byte(0);
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
