#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace respnet::extract {

/// Kinds of heading marks, from the highest level to the lowest (GB/T 9704 and its variants).
enum class MarkKind : std::uint8_t {
  None,
  Part,            ///< 第一部分, 第一篇
  Chapter,         ///< 第一章
  ChapterPart,     ///< 第一节
  Numeral,         ///< 一、 and 第一条
  RoundNumeral,    ///< （一）
  Digit,           ///< 1. 1． 1、
  Decimal,         ///< 1.1
  SubDecimal,      ///< 1.1.1
  SubSubDecimal,   ///< 1.1.1.1
  RoundDigit,      ///< （1）
  HalfRoundDigit,  ///< 1）
  Circled,         ///< ①
};
inline constexpr std::size_t kMarkKinds = 13;

struct HeadingMark {
  MarkKind kind = MarkKind::None;
  std::uint32_t number = 0;
  std::uint32_t size = 0;               ///< bytes, with the blanks behind it
  std::array<std::uint8_t, 3> above{};  ///< of a decimal mark: the numbers in front of the last
};

/// How many numbers of a mark stand in HeadingMark::above: 1 for 3.1, 2 for 3.1.2.
constexpr std::size_t numbers_above(MarkKind kind) {
  const bool decimal = kind >= MarkKind::Decimal && kind <= MarkKind::SubSubDecimal;
  return decimal ? static_cast<std::size_t>(kind) - static_cast<std::size_t>(MarkKind::Digit) : 0;
}

/// The heading mark that `text` begins with, followed by something that can be a title.
/// Not marks: years and decimals (2025年, 1.5万元), names (（一期）, 5G), marks with nothing
/// behind.
std::optional<HeadingMark> heading_mark(std::string_view text);

/// A number and a blank in front of a title, as in "2 重点任务": a mark only in texts that also
/// number their headings 2.1, 2.2.
std::optional<HeadingMark> bare_number_mark(std::string_view text);

/// Which numbers may come next: marks restart in every section or run on through the text.
class Numbering {
 public:
  /// 1, or the successor of the last number of that kind.
  bool expects(const HeadingMark& mark) const;
  /// The successor of the last number of that kind.
  bool continues(const HeadingMark& mark) const;
  void accept(const HeadingMark& mark) {
    last_[static_cast<std::size_t>(mark.kind)] = mark.number;
    if (numbers_above(mark.kind) != 0) above_ = mark.above;
  }

 private:
  std::array<std::uint8_t, 3> above_{};  // of the last decimal mark
  std::array<std::uint32_t, kMarkKinds> last_{};
};

}  // namespace respnet::extract
