#include "respnet/extract/heading_mark.hpp"

#include <gtest/gtest.h>

namespace respnet::extract {
namespace {

void expect_mark(std::string_view text, MarkKind kind, std::uint32_t number) {
  const auto mark = heading_mark(text);
  ASSERT_TRUE(mark) << text;
  EXPECT_EQ(mark->kind, kind) << text;
  EXPECT_EQ(mark->number, number) << text;
}

TEST(HeadingMark, KnowsTheUsualMarks) {
  expect_mark("第二部分 修路", MarkKind::Part, 2);
  expect_mark("第一章 总则", MarkKind::Chapter, 1);
  expect_mark("一、修路", MarkKind::Numeral, 1);
  expect_mark("二十三、修路", MarkKind::Numeral, 23);
  expect_mark("（十一）修路", MarkKind::RoundNumeral, 11);
  expect_mark("(一) 修路", MarkKind::RoundNumeral, 1);
  expect_mark("1. 修路", MarkKind::Digit, 1);
  expect_mark("１２．修路", MarkKind::Digit, 12);
  expect_mark("3、修路", MarkKind::Digit, 3);
  expect_mark("（4）修路", MarkKind::RoundDigit, 4);
  expect_mark("5）修路", MarkKind::HalfRoundDigit, 5);
  expect_mark("③修路", MarkKind::Circled, 3);
}

TEST(HeadingMark, IsNoDateDecimalOrName) {
  for (const char* text : {"2025年", "2025.修路", "1.5万元", "5G基站", "（一期）项目", "一是修路",
                           "二、三产业", "1.", "一、", "（一）", "一个", "第二批", "10 个", ""})
    EXPECT_FALSE(heading_mark(text)) << text;
}

TEST(Numbering, ExpectsTheNextNumberOrANewBeginning) {
  Numbering numbering;
  numbering.accept({MarkKind::Digit, 4, 0});

  EXPECT_TRUE(numbering.expects({MarkKind::Digit, 5, 0}));
  EXPECT_TRUE(numbering.expects({MarkKind::Digit, 1, 0}));
  EXPECT_FALSE(numbering.expects({MarkKind::Digit, 7, 0}));
  EXPECT_FALSE(numbering.continues({MarkKind::Digit, 1, 0}));
}

}  // namespace
}  // namespace respnet::extract
