#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace respnet::io {

/// How a spreadsheet shows a number, as far as plans need it.
struct NumberFormat {
  enum class Kind : std::uint8_t { General, Decimals, Percent, Day, Month, Time };
  Kind kind = Kind::General;
  int decimals = 0;  ///< of Decimals and Percent
  friend bool operator==(const NumberFormat&, const NumberFormat&) = default;
};

/// The formats 0 to 58 that files name without writing them, the Chinese dates included.
NumberFormat built_in_format(std::uint32_t id);

/// Of a format's code: `yyyy"年"m"月"d"日"` is a Day, `0.00` has two decimals, `0%` is Percent.
/// Only its first section counts. What is none of these is General.
NumberFormat format_of_code(std::string_view code);

/// Days are "2026-12-31", months "2026-12", times "09:30"; other numbers have up to 15 digits,
/// whole ones no point, as in Excel. A number that is no date (negative, beyond the year 9999) is
/// shown as a number.
/// @param from_1904  days count from 1904, as old files of Macs have it, not from 1900
std::string shown_number(double value, NumberFormat format, bool from_1904);

/// The number of a day "2026-12-31", counted from 1900; nothing for other text, and for days before
/// March 1900, which Excel counts wrongly.
std::optional<double> day_number(std::string_view date);

}  // namespace respnet::io
