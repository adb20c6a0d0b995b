#include "respnet/extract/english_date.hpp"

#include <gtest/gtest.h>

namespace respnet::extract {
namespace {

TEST(EnglishDate, ReadsDaysInEitherOrder) {
  for (const char* day : {"30 June 2025", "June 30, 2025", "30th of June 2025", "by 30 Jun 2025",
                          "2025-06-30", "30/06/2025", "06/30/2025", "30.6.2025", "30/06/25"})
    EXPECT_EQ(english_due_date(day), "2025-06-30") << day;
}

TEST(EnglishDate, ReadsMonthsQuartersAndYears) {
  EXPECT_EQ(english_due_date("Sept 2026"), "2026-09");
  EXPECT_EQ(english_due_date("2025-06"), "2025-06");
  EXPECT_EQ(english_due_date("Q3 2025"), "2025-09");
  EXPECT_EQ(english_due_date("2025 Q3"), "2025-09");
  EXPECT_EQ(english_due_date("3Q FY27"), "2027-09");
  EXPECT_EQ(english_due_date("by end of 2025"), "2025-12");
  EXPECT_EQ(english_due_date("mid-2025"), "2025-06");
  EXPECT_EQ(english_due_date("FY21"), "2021");
  EXPECT_EQ(english_due_date("Spring 2025"), "2025");
}

TEST(EnglishDate, TakesTheEndOfARange) {
  EXPECT_EQ(english_due_date("2025-2027"), "2027");
  EXPECT_EQ(english_due_date("Jan - Mar 2026"), "2026-03");
  EXPECT_EQ(english_due_date("May 2025 to 1 July 2026"), "2026-07-01");
}

TEST(EnglishDate, GivesTheYearWhereDayAndMonthMayBeSwapped) {
  EXPECT_EQ(english_due_date("05/06/2025"), "2025");
}

TEST(EnglishDate, IsEmptyWithoutAYear) {
  for (const char* none : {"ongoing", "12 months", "1 June", "", "each year", "1234567890"})
    EXPECT_EQ(english_due_date(none), "") << none;
}

}  // namespace
}  // namespace respnet::extract
