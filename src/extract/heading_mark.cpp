#include "respnet/extract/heading_mark.hpp"

#include <algorithm>

#include "respnet/base/text.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

constexpr std::u32string_view kNumerals = U"〇一二三四五六七八九十百";

std::optional<std::uint32_t> digit_value(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<std::uint32_t>(c - U'0');
  if (c >= U'０' && c <= U'９') return static_cast<std::uint32_t>(c - U'０');
  return std::nullopt;
}

std::optional<std::uint32_t> numeral_value(char32_t c) {
  const std::size_t found = kNumerals.find(c);
  if (found == std::u32string_view::npos) return std::nullopt;
  return static_cast<std::uint32_t>(found == 11 ? 100 : found);
}

// Reads a text from its beginning, character by character.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  std::size_t at() const { return at_; }
  std::string_view rest() const { return text_.substr(at_); }
  bool ended() const { return at_ == text_.size(); }
  char32_t peek() const {
    std::size_t next = at_;
    return ended() ? U'\0' : next_code_point(text_, next);
  }
  void step() { next_code_point(text_, at_); }
  bool take(std::u32string_view any_of) {
    if (ended() || any_of.find(peek()) == std::u32string_view::npos) return false;
    step();
    return true;
  }
  bool take(std::string_view word) {
    if (!rest().starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  void skip_blanks() {
    while (!ended()) {
      const Glyph glyph = glyph_at(text_, at_);
      if (glyph.kind != GlyphKind::Blank) return;
      at_ += glyph.size;
    }
  }

  // 12, at most three digits: four are a year.
  std::optional<std::uint32_t> digits() {
    std::uint32_t value = 0;
    int count = 0;
    while (const auto digit = digit_value(peek())) {
      value = value * 10 + *digit;
      step();
      if (++count > 3) return std::nullopt;
    }
    if (count == 0) return std::nullopt;
    return value;
  }

  // 二十一, up to 199.
  std::optional<std::uint32_t> numerals() {
    std::uint32_t total = 0;
    std::uint32_t pending = 0;
    int count = 0;
    while (const auto value = numeral_value(peek())) {
      if (*value >= 10) {
        total += (pending == 0 ? 1 : pending) * *value;
        pending = 0;
      } else {
        pending = *value;
      }
      step();
      if (++count > 5) return std::nullopt;
    }
    if (count == 0) return std::nullopt;
    return total + pending;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

using Found = std::optional<HeadingMark>;

Found made(MarkKind kind, std::optional<std::uint32_t> number, Cursor& cursor) {
  cursor.skip_blanks();
  if (!number || *number == 0 || cursor.ended()) return std::nullopt;
  if (separates(glyph_at(cursor.rest(), 0).kind)) return std::nullopt;
  return HeadingMark{kind, *number, static_cast<std::uint32_t>(cursor.at())};
}

// 第一章
Found ordinal_mark(Cursor cursor) {
  cursor.take(U"第");
  auto number = cursor.numerals();
  if (!number) number = cursor.digits();
  if (cursor.take("部分") || cursor.take(U"篇编")) return made(MarkKind::Part, number, cursor);
  if (cursor.take(U"章")) return made(MarkKind::Chapter, number, cursor);
  if (cursor.take(U"节")) return made(MarkKind::ChapterPart, number, cursor);
  if (cursor.take(U"条")) return made(MarkKind::Numeral, number, cursor);
  return std::nullopt;
}

// 一、 but not 二、三产业
Found numeral_mark(Cursor cursor) {
  const auto number = cursor.numerals();
  cursor.skip_blanks();
  if (!cursor.take(U"、．.") || numeral_value(cursor.peek())) return std::nullopt;
  return made(MarkKind::Numeral, number, cursor);
}

// （一） and （1）, in either width
Found round_mark(Cursor cursor) {
  cursor.take(U"（(");
  cursor.skip_blanks();
  MarkKind kind = MarkKind::RoundNumeral;
  auto number = cursor.numerals();
  if (!number) {
    kind = MarkKind::RoundDigit;
    number = cursor.digits();
  }
  cursor.skip_blanks();
  if (!number || !cursor.take(U"）)")) return std::nullopt;
  return made(kind, number, cursor);
}

// A word of a title: neither an amount (万元) nor punctuation.
bool begins_title(std::string_view text) {
  if (text.empty() || kAmounts.at_start(text) != 0) return false;
  const GlyphKind kind = glyph_at(text, 0).kind;
  return (kind == GlyphKind::Other && static_cast<unsigned char>(text.front()) >= 0x80) ||
         kind == GlyphKind::QuoteOpen;
}

// 2.1 and 2.1.3, but not 1.5万元; `first` and its dot are read.
Found decimal_mark(std::uint32_t first, Cursor cursor) {
  HeadingMark mark;
  std::size_t above = 0;
  std::uint32_t last = first;
  for (bool more = true; more;) {
    constexpr std::uint32_t most = 99;
    const bool zero_first = cursor.peek() == U'0';
    const auto number = cursor.digits();
    if (!number || zero_first || *number > most || last > most || last == 0 ||
        above == mark.above.size())
      return std::nullopt;
    mark.above[above++] = static_cast<std::uint8_t>(last);
    last = *number;
    more = cursor.take(U".．") && digit_value(cursor.peek());
  }
  cursor.take(U"、");
  const auto kind = static_cast<MarkKind>(static_cast<std::size_t>(MarkKind::Digit) + above);
  const Found found = made(kind, last, cursor);
  if (!found) return std::nullopt;
  cursor.skip_blanks();
  if (!begins_title(cursor.rest())) return std::nullopt;
  mark.kind = kind;
  mark.number = last;
  mark.size = found->size;
  return mark;
}

// 1. and 1）, but not 1.5
Found digit_mark(Cursor cursor) {
  const auto number = cursor.digits();
  if (cursor.take(U"）)")) return made(MarkKind::HalfRoundDigit, number, cursor);
  if (cursor.take(U".．")) {
    if (number && digit_value(cursor.peek())) return decimal_mark(*number, cursor);
  } else if (!cursor.take(U"、")) {
    return std::nullopt;
  }
  if (digit_value(cursor.peek())) return std::nullopt;
  return made(MarkKind::Digit, number, cursor);
}

// ①
Found circled_mark(Cursor cursor) {
  const std::uint32_t number = static_cast<std::uint32_t>(cursor.peek() - U'①') + 1;
  cursor.step();
  return made(MarkKind::Circled, number, cursor);
}

}  // namespace

std::optional<HeadingMark> heading_mark(std::string_view text) {
  const Cursor cursor(text);
  if (cursor.ended()) return std::nullopt;
  const char32_t first = cursor.peek();
  if (digit_value(first)) return digit_mark(cursor);
  if (first == U'（' || first == U'(') return round_mark(cursor);
  if (first == U'第') return ordinal_mark(cursor);
  if (first >= U'①' && first <= U'⑳') return circled_mark(cursor);
  if (numeral_value(first)) return numeral_mark(cursor);
  return std::nullopt;
}

std::optional<HeadingMark> bare_number_mark(std::string_view text) {
  Cursor cursor(text);
  constexpr std::uint32_t most = 30;  // chapters; a bare larger number is a quantity
  const auto number = cursor.digits();
  if (!number || *number > most) return std::nullopt;
  const std::size_t behind = cursor.at();
  cursor.skip_blanks();
  if (cursor.at() == behind || !begins_title(cursor.rest())) return std::nullopt;
  return made(MarkKind::Digit, number, cursor);
}

bool Numbering::expects(const HeadingMark& mark) const {
  return mark.number == 1 || continues(mark);
}

bool Numbering::continues(const HeadingMark& mark) const {
  if (!std::equal(mark.above.begin(), mark.above.begin() + numbers_above(mark.kind),
                  above_.begin()))
    return false;
  return mark.number == last_[static_cast<std::size_t>(mark.kind)] + 1;
}

}  // namespace respnet::extract
