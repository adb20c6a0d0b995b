#include "respnet/extract/front_matter.hpp"

#include <gtest/gtest.h>

namespace respnet::extract {
namespace {

TEST(FrontMatter, PrefersTheTitleOfThePlanToThatOfTheLetter) {
  const FrontMatter front = front_matter(
      "某县人民政府关于印发修路方案的通知\n\n各乡镇：\n请落实。\n某县人民政府\n2025年3月9日\n附件\n"
      "某县农村公路建设\n实施方案（2025—2027年）\n为修好路，制定本方案。\n一、要求\n");
  EXPECT_EQ(front.title, "某县农村公路建设实施方案（2025—2027年）");
  EXPECT_EQ(front.issuer, "某县人民政府");
  EXPECT_EQ(front.date, "2025-03-09");
}

TEST(FrontMatter, ReadsTheTableOfAGovernmentPage) {
  const FrontMatter front = front_matter(
      "发文机关：\t某部\t成文日期：\t2018年12月21日\n发文字号：\t某发〔2018〕42号\t发布日期：\t2018"
      "年12月29日\n");
  EXPECT_EQ(front.issuer, "某部");
  EXPECT_EQ(front.date, "2018-12-21");
  EXPECT_EQ(front.number, "某发〔2018〕42号");
}

TEST(FrontMatter, ListsAllWhoSigned) {
  EXPECT_EQ(front_matter("请落实。\n某省教育厅\n某省财政厅\n2026年6月25日\n").issuer,
            "某省教育厅、某省财政厅");
}

TEST(FrontMatter, LeavesEmptyWhatTheTextDoesNotTell) {
  const FrontMatter front = front_matter("");
  EXPECT_EQ(front.title + front.number + front.issuer + front.date + front.language, "");
}

TEST(FrontMatter, WritesDatesAsIso) {
  EXPECT_EQ(iso_date("2024年9月5日"), "2024-09-05");
  EXPECT_EQ(iso_date("２０２４ 年 12 月 31 日"), "2024-12-31");
  EXPECT_EQ(iso_date("2024年9月"), "");
  EXPECT_EQ(iso_date("2024年13月5日"), "");
}

}  // namespace
}  // namespace respnet::extract
