#include "io/number_forms.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace respnet::io {
namespace {

using Digits = std::array<std::string_view, 10>;

constexpr Digits kPlain{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kPlainZero{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kLegal{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr Digits kFullWidth{"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
constexpr std::array<std::string_view, 10> kStems{"甲", "乙", "丙", "丁", "戊",
                                                  "己", "庚", "辛", "壬", "癸"};
constexpr std::array<std::string_view, 20> kCircled{"①", "②", "③", "④", "⑤", "⑥", "⑦",
                                                    "⑧", "⑨", "⑩", "⑪", "⑫", "⑬", "⑭",
                                                    "⑮", "⑯", "⑰", "⑱", "⑲", "⑳"};

// 105 with 百, 十 and a zero for what is skipped between.
std::string counted(std::uint32_t number, const Digits& digits,
                    const std::array<std::string_view, 5>& places) {
  const std::string decimal = std::to_string(number);
  std::string text;
  bool skipped = false;
  for (std::size_t i = 0; i < decimal.size(); ++i) {
    const auto digit = static_cast<std::size_t>(decimal[i] - '0');
    if (digit == 0) {
      skipped = true;
      continue;
    }
    if (skipped && !text.empty()) text += digits[0];
    skipped = false;
    text += digits[digit];
    text += places[decimal.size() - 1 - i];
  }
  return text;
}

std::string digit_by_digit(std::uint32_t number, const Digits& digits) {
  std::string text;
  for (const char c : std::to_string(number)) text += digits[static_cast<std::size_t>(c - '0')];
  return text;
}

std::string roman(std::uint32_t number) {
  constexpr std::pair<std::uint32_t, std::string_view> steps[] = {
      {1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
      {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
  std::string text;
  for (const auto& [value, letters] : steps)
    for (; number >= value; number -= value) text += letters;
  return text;
}

// a, b, …, z, aa, bb: as Word goes on.
std::string letters(std::uint32_t number, char first) {
  const auto letter = static_cast<char>(first + static_cast<char>((number - 1) % 26));
  return std::string(std::min<std::size_t>((number - 1) / 26 + 1, 30), letter);
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(c - 'A' + 'a');
  return text;
}

bool is_one_of(std::string_view form, std::initializer_list<std::string_view> forms) {
  return std::ranges::find(forms, form) != forms.end();
}

}  // namespace

std::string chinese_numeral(std::uint32_t number) {
  if (number == 0 || number > 99'999) return std::to_string(number);
  std::string text = counted(number, kPlain, {"", "十", "百", "千", "万"});
  constexpr std::string_view one = "一";
  if (number >= 10 && number < 20) text.erase(0, one.size());
  return text;
}

std::string number_in_form(std::uint32_t number, std::string_view form) {
  const std::string decimal = std::to_string(number);
  if (is_one_of(form, {"none", "bullet"})) return {};
  if (number == 0) return decimal;
  if (is_one_of(form, {"chineseCounting", "chineseCountingThousand", "japaneseCounting",
                       "taiwaneseCounting", "taiwaneseCountingThousand"}))
    return chinese_numeral(number);
  if (is_one_of(form, {"ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"}))
    return digit_by_digit(number, kPlainZero);
  if (is_one_of(form, {"chineseLegalSimplified", "ideographLegalTraditional"}) && number <= 99'999)
    return counted(number, kLegal, {"", "拾", "佰", "仟", "万"});
  if (is_one_of(form, {"decimalFullWidth", "decimalFullWidth2"}))
    return digit_by_digit(number, kFullWidth);
  if (is_one_of(form, {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}) &&
      number <= kCircled.size())
    return std::string(kCircled[number - 1]);
  if (form == "decimalEnclosedParen") return "(" + decimal + ")";
  if (form == "decimalEnclosedFullstop") return decimal + ".";
  if (form == "ideographEnclosedCircle") return "（" + chinese_numeral(number) + "）";
  if (form == "ideographTraditional" && number <= kStems.size())
    return std::string(kStems[number - 1]);
  if (form == "decimalZero") return number < 10 ? "0" + decimal : decimal;
  if (form == "upperRoman" && number < 4000) return roman(number);
  if (form == "lowerRoman" && number < 4000) return lower(roman(number));
  if (form == "upperLetter") return letters(number, 'A');
  if (form == "lowerLetter") return letters(number, 'a');
  return decimal;
}

}  // namespace respnet::io
