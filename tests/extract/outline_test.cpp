#include "respnet/extract/outline.hpp"

#include <gtest/gtest.h>

namespace respnet::extract {
namespace {

std::vector<std::string> headings(std::string_view text) {
  const Flow flow(text);
  const auto found = outline(flow);
  std::vector<std::string> shown;
  for (std::size_t i = 1; i < found.size(); ++i)
    shown.push_back(path(found, i) + " " + std::string(found[i].title.of(flow.text())));
  return shown;
}
using Headings = std::vector<std::string>;

TEST(Outline, AllowsLevelsToBeMissing) {
  EXPECT_EQ(headings("一、甲\n1.乙。\n（一）丙\n1.丁。\n（1）戊。\n二、己"),
            (Headings{"1 甲", "1.1 乙", "1.1 丙", "1.1.1 丁", "1.1.1.1 戊", "2 己"}));
}

TEST(Outline, EndsATitleAtTheFirstStopOutsideBracketsAndQuotes) {
  EXPECT_EQ(headings("1.修路（含桥。）和“甲：乙”工程。年内修通。"),
            (Headings{"1 修路（含桥。）和“甲：乙”工程"}));
  EXPECT_EQ(headings("（一）县教育局：办好夜校；"), (Headings{"1 县教育局"}));
}

TEST(Outline, FindsHeadingsInsideAParagraph) {
  EXPECT_EQ(headings("（一）打基础1.修路。修通。2.架桥。架好。（二）护林3.补种。"),
            (Headings{"1 打基础", "1.1 修路", "1.2 架桥", "2 护林", "2.3 补种"}));
}

TEST(Outline, LeavesNumbersInSentencesAlone) {
  EXPECT_EQ(headings("1.修路。补助1.5万元。7.8公里。分（1）东路；（2）西路。"),
            (Headings{"1 修路"}));
}

TEST(Outline, EndsATitleInFrontOfAClause) {
  EXPECT_EQ(headings("1.修路（县交通局负责）"), (Headings{"1 修路"}));
  EXPECT_EQ(headings("1.修路（一期）"), (Headings{"1 修路（一期）"}));
}

}  // namespace
}  // namespace respnet::extract
