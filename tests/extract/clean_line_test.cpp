#include "respnet/extract/clean_line.hpp"

#include <gtest/gtest.h>

namespace respnet::extract {
namespace {

std::string cleaned(std::string_view raw) {
  CleanLine line;
  line.assign(raw);
  return std::string(line.text());
}

TEST(CleanLine, LeavesOutWhatIsNoText) {
  EXPECT_EQ(cleaned("**1.修路。**年内"), "1.修路。年内");
  EXPECT_EQ(cleaned("县交通\u200B局\u202E、县财政局"), "县交通局、县财政局");
  EXPECT_EQ(cleaned("甲局&nbsp;乙局<br/>丙局</p>"), "甲局 乙局 丙局 ");
  EXPECT_EQ(cleaned("<SPAN style=\"x\">甲局</span>"), "甲局");
  EXPECT_EQ(cleaned("县&ldquo;智汇&rdquo;中心"), "县“智汇”中心");
}

TEST(CleanLine, KeepsWhatOnlyLooksLikeIt) {
  for (const char* text :
       {"各县<市、区>政府", "R&D经费", "3*5", "“数字政府”", "甲局&amp乙局", "<", "&", "a<b"})
    EXPECT_EQ(cleaned(text), text);
}

TEST(CleanLine, KnowsWhereItsBytesComeFrom) {
  const std::string source = "**甲**局&nbsp;乙";
  TracedText traced(source);
  CleanLine line;
  line.assign(traced.source());
  line.append_to(traced, line.text());

  EXPECT_EQ(traced.text(), "甲局 乙");
  const model::Span whole = traced.span({0, traced.size()});
  EXPECT_EQ(whole.begin, 2U);
  EXPECT_EQ(whole.end, source.size());
  const model::Span second = traced.span({3, 6});
  EXPECT_EQ(source.substr(second.begin, second.end - second.begin), "局");
}

}  // namespace
}  // namespace respnet::extract
