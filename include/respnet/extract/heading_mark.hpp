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
  RoundDigit,      ///< （1）
  HalfRoundDigit,  ///< 1）
  Circled,         ///< ①
};
inline constexpr std::size_t kMarkKinds = 10;

struct HeadingMark {
  MarkKind kind = MarkKind::None;
  std::uint32_t number = 0;
  std::uint32_t size = 0;  ///< bytes, with the blanks behind it
};

/// The heading mark that `text` begins with, followed by something that can be a title.
/// Not marks: years and decimals (2025年, 1.5万元), names (（一期）, 5G), marks with nothing
/// behind.
std::optional<HeadingMark> heading_mark(std::string_view text);

/// Which numbers may come next: marks restart in every section or run on through the text.
class Numbering {
 public:
  /// 1, or the successor of the last number of that kind.
  bool expects(const HeadingMark& mark) const;
  /// The successor of the last number of that kind.
  bool continues(const HeadingMark& mark) const;
  void accept(const HeadingMark& mark) { last_[static_cast<std::size_t>(mark.kind)] = mark.number; }

 private:
  std::array<std::uint32_t, kMarkKinds> last_{};
};

}  // namespace respnet::extract
