#include "io/number_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

using Kind = NumberFormat::Kind;
using std::chrono::sys_days;

constexpr double kDaysTo10000 = 2'958'466;  // 10000-01-01
constexpr double kDays1904 = 1462;          // from 1900 to 1904
constexpr double kFirstSoundDay = 61;       // 1900-03-01: Excel has a 29 February 1900

// What the code says beside texts, colours and conditions, in lower case.
std::string bare_code(std::string_view code) {
  std::string bare;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '"' || c == '[') {
      i = std::min(code.find(c == '"' ? '"' : ']', i + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else {
      bare += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return bare;
}

std::string two_digits(unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string general(double value) {
  constexpr int digits = 15;
  std::array<char, 32> text{};
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value,
                                          std::chars_format::general, digits);
  double rounded = value;
  std::from_chars(text.data(), end, rounded);
  return number(rounded);
}

std::string day(double days) {
  constexpr sys_days epoch = std::chrono::year{1899} / 12 / 30;
  const double since = days < kFirstSoundDay - 1 ? days + 1 : days;  // the day that never was
  const std::chrono::year_month_day date =
      epoch + std::chrono::days(static_cast<int>(std::floor(since)));
  return std::to_string(static_cast<int>(date.year())) + "-" +
         two_digits(static_cast<unsigned>(date.month())) + "-" +
         two_digits(static_cast<unsigned>(date.day()));
}

std::string time(double days) {
  const auto minutes = static_cast<unsigned>(std::lround((days - std::floor(days)) * 24 * 60));
  return two_digits(minutes / 60 % 24) + ":" + two_digits(minutes % 60);
}

}  // namespace

NumberFormat built_in_format(std::uint32_t id) {
  const auto is_one_of = [id](const auto&... ids) { return ((id == ids) || ...); };
  if (is_one_of(1U, 3U, 37U, 38U)) return {Kind::Decimals, 0};
  if (is_one_of(2U, 4U, 39U, 40U)) return {Kind::Decimals, 2};
  if (id == 9) return {Kind::Percent, 0};
  if (id == 10) return {Kind::Percent, 2};
  if (is_one_of(17U, 27U, 36U, 50U, 52U, 57U)) return {Kind::Month};
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 ||
      id == 56)
    return {Kind::Time};
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 31) || (id >= 50 && id <= 58))
    return {Kind::Day};
  return {};
}

NumberFormat format_of_code(std::string_view code) {
  const std::string bare = bare_code(code);
  if (bare.find("general") != bare.npos) return {};
  const auto has = [&](const char* letters) { return bare.find_first_of(letters) != bare.npos; };
  if (has("0#?")) {
    const std::size_t point = bare.find('.');
    const std::size_t end = point == bare.npos ? point : bare.find_first_not_of("0", point + 1);
    const int decimals =
        point == bare.npos ? 0 : static_cast<int>(std::min(end, bare.size()) - point - 1);
    if (has("%")) return {Kind::Percent, decimals};
    const bool plain = bare.find_first_not_of("0#,. ") == bare.npos;
    return plain && has("0") ? NumberFormat{Kind::Decimals, decimals} : NumberFormat{};
  }
  if (has("d")) return {Kind::Day};
  if (has("ye")) return {has("m") ? Kind::Month : Kind::Day};
  if (has("hs")) return {Kind::Time};
  return {has("m") ? Kind::Day : Kind::General};
}

std::string shown_number(double value, NumberFormat format, bool from_1904) {
  switch (format.kind) {
    case Kind::General:
      return general(value);
    case Kind::Decimals:
      return fixed(value, format.decimals);
    case Kind::Percent:
      return (format.decimals > 0 ? fixed(value * 100, format.decimals)
                                  : general(std::round(value * 100))) +
             "%";
    default:
      break;
  }
  const double days = from_1904 ? value + kDays1904 : value;
  if (!(value >= 0) || !(days < kDaysTo10000)) return general(value);
  if (format.kind == Kind::Time) return days < 1 ? time(days) : day(days) + " " + time(days);
  if (days < 1) return general(value);
  return format.kind == Kind::Month ? day(days).substr(0, 7) : day(days);
}

std::optional<double> day_number(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return std::nullopt;
  const auto part = [&](std::size_t at, std::size_t size) {
    unsigned value = 0;
    const char* const end = date.data() + at + size;
    const auto [behind, error] = std::from_chars(date.data() + at, end, value);
    return error == std::errc{} && behind == end ? value : 0;
  };
  const std::chrono::year_month_day day{std::chrono::year(static_cast<int>(part(0, 4))),
                                        std::chrono::month(part(5, 2)),
                                        std::chrono::day(part(8, 2))};
  if (!day.ok()) return std::nullopt;
  const sys_days epoch = std::chrono::year{1899} / 12 / 30;
  const auto days = static_cast<double>((sys_days(day) - epoch).count());
  if (days < kFirstSoundDay) return std::nullopt;
  return days;
}

}  // namespace respnet::io
