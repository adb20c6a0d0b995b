#include "io/number_format.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace respnet::io {

using Kind = NumberFormat::Kind;

TEST(FormatOfCode, TellsDatesFromNumbers) {
  for (const char* code : {"yyyy\\-mm\\-dd", "yyyy\"年\"m\"月\"d\"日\";@", "m\"月\"d\"日\"",
                           "[$-804]yyyy/m/d", "dd.mm.yy", "m/d/yy h:mm"})
    EXPECT_EQ(format_of_code(code).kind, Kind::Day) << code;
  for (const char* code : {"yyyy\"年\"m\"月\"", "mmm-yy", "[$-411]e\"年\"m\"月\""})
    EXPECT_EQ(format_of_code(code).kind, Kind::Month) << code;
  for (const char* code : {"h:mm", "[h]:mm:ss", "mm:ss.0;@"})
    EXPECT_NE(format_of_code(code).kind, Kind::Day) << code;
  for (const char* code : {"General", "@", "0.00E+00", "\"day\" General", "[Red]General", "# ?/?"})
    EXPECT_EQ(format_of_code(code).kind, Kind::General) << code;
  EXPECT_EQ(format_of_code("0.00"), (NumberFormat{Kind::Decimals, 2}));
  EXPECT_EQ(format_of_code("#,##0_ ;[Red]\\-#,##0"), (NumberFormat{Kind::Decimals, 0}));
  EXPECT_EQ(format_of_code("0.0%"), (NumberFormat{Kind::Percent, 1}));
}

TEST(BuiltInFormat, KnowsTheChineseDates) {
  for (const std::uint32_t id : {14U, 22U, 28U, 31U, 51U, 58U})
    EXPECT_EQ(built_in_format(id).kind, Kind::Day) << id;
  for (const std::uint32_t id : {17U, 27U, 36U, 50U, 57U})
    EXPECT_EQ(built_in_format(id).kind, Kind::Month) << id;
  for (const std::uint32_t id : {0U, 11U, 48U, 49U, 59U, 164U})
    EXPECT_EQ(built_in_format(id).kind, Kind::General) << id;
}

// Days as the documentation of DATEVALUE gives them: 2008-01-01 is 39448, 1900-01-01 is 1.
TEST(ShownNumber, CountsDaysAsExcelDoes) {
  const NumberFormat day{Kind::Day};
  EXPECT_EQ(shown_number(39448, day, false), "2008-01-01");
  EXPECT_EQ(shown_number(39448.75, day, false), "2008-01-01");
  EXPECT_EQ(shown_number(1, day, false), "1900-01-01");
  EXPECT_EQ(shown_number(59, day, false), "1900-02-28");
  EXPECT_EQ(shown_number(61, day, false), "1900-03-01");
  EXPECT_EQ(shown_number(39448 - 1462, day, true), "2008-01-01");
  EXPECT_EQ(shown_number(39448, {Kind::Month}, false), "2008-01");
  EXPECT_EQ(shown_number(0.5, {Kind::Time}, false), "12:00");
  EXPECT_EQ(shown_number(-1, day, false), "-1");
  EXPECT_EQ(shown_number(1e9, day, false), "1000000000");
}

TEST(ShownNumber, HasNoMoreDigitsThanExcel) {
  EXPECT_EQ(shown_number(3, {}, false), "3");
  EXPECT_EQ(shown_number(0.1 + 0.2, {}, false), "0.3");
  EXPECT_EQ(shown_number(1.1, {Kind::Decimals, 2}, false), "1.10");
  EXPECT_EQ(shown_number(0.95, {Kind::Percent, 0}, false), "95%");
}

TEST(DayNumber, IsTheInverseForWholeDates) {
  EXPECT_EQ(day_number("2008-01-01"), 39448);
  for (const char* date : {"1900-03-01", "2024-02-29", "2026-12-31", "9999-12-31"}) {
    ASSERT_TRUE(day_number(date)) << date;
    EXPECT_EQ(shown_number(*day_number(date), {Kind::Day}, false), date);
  }
  for (const char* date : {"", "2024", "2024-06", "2023-02-29", "2024-13-01", "1900-02-28",
                           "2024-6-01", "2024-06-0x", "2024/06/01"})
    EXPECT_FALSE(day_number(date)) << date;
}

}  // namespace respnet::io
