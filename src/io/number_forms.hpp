#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace respnet::io {

/// A number as Word's numbering writes it in a format of ECMA-376 17.18.59: "decimal",
/// "chineseCounting", "upperRoman" …; formats that are not known are written as decimal. "none"
/// and "bullet" have no number: "".
std::string number_in_form(std::uint32_t number, std::string_view form);

/// 1 to 99,999 in Chinese: 二十一, 一百零五. Others as decimal.
std::string chinese_numeral(std::uint32_t number);

}  // namespace respnet::io
