#include "respnet/extract/unit_list.hpp"

#include <string>

#include <gtest/gtest.h>

namespace respnet::extract {
namespace {

std::string units(std::string_view text) {
  std::string shown;
  for (const ListedUnit& unit : split_units(text, {0, static_cast<std::uint32_t>(text.size())})) {
    shown += (shown.empty() ? "" : " ") + unit.name + (unit.group ? "*" : "");
    for (const std::string& office : unit.offices) shown += "[" + office + "]";
  }
  return shown;
}

TEST(UnitList, TakesOfficesOffANameButNotOffAGroup) {
  EXPECT_EQ(units("县农业局（渔业局、畜牧局）"), "县农业局[渔业局][畜牧局]");
  EXPECT_EQ(units("各乡镇（街道）"), "各乡镇（街道）*");
  EXPECT_EQ(units("县（市、区）政府"), "县（市、区）政府*");
  EXPECT_EQ(units("县数据局（筹）"), "县数据局");
  EXPECT_EQ(units("各县（含开发区）"), "各县（含开发区）*");
}

TEST(UnitList, SplitsAtAndOnlyBetweenWholeNames) {
  EXPECT_EQ(units("县教育局和县民政局"), "县教育局 县民政局");
  EXPECT_EQ(units("人力资源和社会保障局"), "人力资源和社会保障局");
  EXPECT_EQ(units("省农业农村和水利局"), "省农业农村和水利局");
  EXPECT_EQ(units("有关部门和单位"), "有关部门和单位*");
  EXPECT_EQ(units("和各县政府"), "各县政府*");
}

TEST(UnitList, TellsSeparatingBlanksFromStrayOnes) {
  EXPECT_EQ(units("县教育局 县民政局"), "县教育局 县民政局");
  EXPECT_EQ(units("省卫生 健 康委"), "省卫生健康委");
}

TEST(UnitList, DropsLeadingWordsAndEmptyCells) {
  EXPECT_EQ(units("由县民政局"), "县民政局");
  EXPECT_EQ(units("无"), "");
  EXPECT_EQ(units("/"), "");
}

TEST(UnitList, KeepsQuotesCompaniesAndPlaces) {
  EXPECT_EQ(units("县“智汇”中心"), "县“智汇”中心");
  EXPECT_EQ(units("移动东山分公司"), "移动东山分公司");
  EXPECT_EQ(units("东山区"), "东山区");
  EXPECT_EQ(units("镇海区"), "镇海区");
}

TEST(UnitList, KnowsGroups) {
  for (const char* group : {"各成员单位", "县直有关单位", "有关部门", "区属相关国有企业",
                            "各级行业主管部门", "各区、县级市", "省级各部门", "乡镇（街道）"})
    EXPECT_TRUE(is_group(group)) << group;
  for (const char* organ : {"县教育局", "铁塔南山分公司", "县总工会", "县城投集团"})
    EXPECT_FALSE(is_group(organ)) << organ;
}

TEST(UnitList, MakesGroupsWholeThatWereCutAtTheirOwnSeparator) {
  const std::string_view text = "甲局，各市、县（市、区）政府";
  const auto whole = with_whole_groups(text, read_clause(text).parts);

  ASSERT_EQ(whole.size(), 2U);
  EXPECT_EQ(whole[1].text.of(text), "各市、县（市、区）政府");
}

TEST(UnitList, TellsDeadlinesFromUnits) {
  EXPECT_TRUE(looks_like_deadline("10月底前完成"));
  EXPECT_TRUE(looks_like_deadline("持续推进"));
  EXPECT_FALSE(looks_like_deadline("县教育局"));
}

}  // namespace
}  // namespace respnet::extract
