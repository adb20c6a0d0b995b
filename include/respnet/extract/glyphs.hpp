#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace respnet::extract {

/// What a character does in a notice.
enum class GlyphKind : std::uint8_t {
  Other,
  Blank,      ///< also U+00A0, U+3000 and the BOM
  LineBreak,  ///< line feed and form feed
  Open,       ///< an opening bracket of any kind
  Close,
  QuoteOpen,  ///< “ 「 《
  QuoteClose,
  Colon,
  Enumeration,  ///< 、
  Comma,
  Semicolon,
  Stop,  ///< 。！？
};

/// Half-width and full-width forms of a bracket are one family: authors mix them.
enum class BracketFamily : std::uint8_t { None, Round, Square, Lenticular, Angle };

struct Glyph {
  GlyphKind kind = GlyphKind::Other;
  BracketFamily family = BracketFamily::None;
  std::uint8_t size = 1;  ///< in bytes
};

extern const std::array<Glyph, 128> kAsciiGlyphs;

/// glyph_at for characters that are neither ASCII nor plain Han.
Glyph other_glyph_at(std::string_view text, std::size_t position);

/// The character of well-formed UTF-8 at `position`; one cut short by the end of `text` reaches to
/// the end. @pre position < text.size()
inline Glyph glyph_at(std::string_view text, std::size_t position) {
  const auto first = static_cast<unsigned char>(text[position]);
  const bool han = first >= 0xE4 && first <= 0xE9;  // U+4000 to U+9FFF
  if (han && position + 3 <= text.size()) return {GlyphKind::Other, BracketFamily::None, 3};
  return first < 0x80 ? kAsciiGlyphs[first] : other_glyph_at(text, position);
}

/// 、，；
constexpr bool separates(GlyphKind kind) {
  return kind == GlyphKind::Enumeration || kind == GlyphKind::Comma || kind == GlyphKind::Semicolon;
}

/// A separator, a stop, a colon or a line break: where a word may end and a clause may begin.
constexpr bool punctuates(GlyphKind kind) {
  return separates(kind) || kind == GlyphKind::Stop || kind == GlyphKind::Colon ||
         kind == GlyphKind::LineBreak;
}

/// The character in front of `position`. @pre position > 0, at the beginning of a character
std::size_t previous(std::string_view text, std::size_t position);

/// `text` without blanks and line breaks at both ends.
std::string_view stripped(std::string_view text);

/// `text` without any blank or line break, but for one between two ASCII words.
std::string without_blanks(std::string_view text);

/// Whether anything but blanks, brackets, quotation marks and punctuation stands in `text`.
bool has_words(std::string_view text);

/// Offset of the first character of that kind outside brackets and quotation marks, or npos.
/// Brackets nest; one that is never closed hides nothing.
std::size_t find_outside_brackets(std::string_view text, GlyphKind kind, std::size_t from = 0);

}  // namespace respnet::extract
