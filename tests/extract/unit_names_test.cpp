#include "respnet/extract/unit_names.hpp"

#include <gtest/gtest.h>

namespace respnet::extract {
namespace {

TEST(UnitNames, TakesShortAndLongFormsAsOneBody) {
  const std::pair<const char*, const char*> same[] = {
      {"县发改局", "县发展和改革局"},         {"省发改委", "省发展和改革委员会"},
      {"县人社局", "县人力资源和社会保障局"}, {"县住建局", "县住房城乡建设局"},
      {"县市监局", "县市场监督管理局"},       {"县市场监管局", "县市场监督管理局"},
      {"县文旅局", "县文化和旅游局"},         {"省经信厅", "省经济和信息化厅"},
      {"县卫健委", "县卫生健康委员会"},       {"县委网信办", "县委网络安全和信息化办公室"},
      {"东山市", "东山市人民政府"},           {"县人民政府办公室", "县政府办"},
      {"人行东山分行", "人民银行东山分行"},   {"县“智汇”中心", "县\"智汇\"中心"},
      {"各乡镇（街道）", "各乡镇(街道)"}};
  for (const auto& [one, other] : same)
    EXPECT_EQ(comparison_key(one), comparison_key(other)) << one << " " << other;
}

TEST(UnitNames, KeepsBodiesOfOtherLevelsFieldsAndEndingsApart) {
  const std::pair<const char*, const char*> different[] = {
      {"省财政厅", "市财政局"},         {"县商务局", "县税务局"}, {"团县委", "县委"},
      {"县政府办", "县政府办金融中心"}, {"县教育局", "教育局"},   {"县文旅局", "县文化市场局"},
      {"县卫健局", "县卫健委"}};
  for (const auto& [one, other] : different)
    EXPECT_NE(comparison_key(one), comparison_key(other)) << one << " " << other;
}

TEST(UnitNames, TakesTheFormsThatReformsOfOrgansBrought) {
  const std::pair<const char*, const char*> same[] = {
      {"县环保局", "县生态环境局"},
      {"县国土局", "县自然资源和规划局"},
      {"省经信厅", "省经济信息化厅"},
      {"县城管局", "县城市管理局"},
      {"县城管执法局", "县城市管理综合行政执法局"},
      {"县文广旅体局", "县文化广电旅游和体育局"},
      {"县教体局", "县教育和体育局"},
      {"县医保局", "县医疗保障局"},
      {"县退役军人局", "县退役军人事务局"},
      {"县审批局", "县行政审批服务局"},
      {"县林草局", "县林业和草原局"},
      {"县政务办", "县政务服务办公室"},
      {"省国资委", "省国有资产监督管理委员会"},
      {"县委编办", "县委机构编制委员会办公室"},
      {"县委网信办", "县委网络安全和信息化委员会办公室"},
      {"团东山县委", "共青团东山县委员会"},
      {"团县委", "县团委"},
      {"县妇联", "县妇女联合会"},
      {"县工商联", "县工商业联合会"},
      {"县科协", "县科学技术协会"},
      {"县残联", "县残疾人联合会"},
      {"县法院", "县人民法院"},
      {"县检察院", "县人民检察院"},
      {"国网东山县供电公司", "东山县电力公司"},
      {"国网东山县公司", "东山县供电公司"}};
  for (const auto& [one, other] : same)
    EXPECT_EQ(comparison_key(one), comparison_key(other)) << one << " " << other;
}

TEST(UnitNames, KeepsBodiesOfOneWordApart) {
  const std::pair<const char*, const char*> different[] = {
      {"团市委", "市委"},         {"集团党委", "团党委"},     {"县供电公司", "县水务公司"},
      {"省外办", "省侨办"},       {"县妇联", "县残联"},       {"县中级法院", "县法院"},
      {"市大数据局", "市数据局"}, {"县文旅局", "县文广旅局"}, {"县教育局", "县教体局"}};
  for (const auto& [one, other] : different)
    EXPECT_NE(comparison_key(one), comparison_key(other)) << one << " " << other;
}

TEST(UnitNames, KnowsAShortFormByItsLettersOnlyWhenNothingSpeaksAgainstIt) {
  EXPECT_TRUE(is_short_form("县大数据局", "县大数据发展管理局"));
  EXPECT_TRUE(is_short_form("大数据局", "大数据发展管理局"));
  EXPECT_TRUE(is_short_form("县军民融合办", "县军民融合发展委员会办公室"));
  EXPECT_FALSE(is_short_form("市大数据局", "省大数据发展管理局"));    // another level
  EXPECT_FALSE(is_short_form("大数据局", "县大数据发展管理局"));      // no level
  EXPECT_FALSE(is_short_form("县大数据局", "县大数据发展管理中心"));  // another ending
  EXPECT_FALSE(is_short_form("县数据局", "县数据资源管理局"));        // two letters
  EXPECT_FALSE(is_short_form("县政府办", "县政府金融办"));
  EXPECT_FALSE(is_short_form("县委办", "县委网信办"));
  EXPECT_FALSE(is_short_form("团市委", "市委"));
  EXPECT_FALSE(is_short_form("县商务局", "县税务局"));
  EXPECT_FALSE(is_short_form("县体育旅游局", "县教育体育旅游局"));  // begins differently
  EXPECT_FALSE(is_short_form("东山县水利局", "东山县水利移民局"));  // a place says nothing
  EXPECT_FALSE(is_short_form("县大数据局", "县大数据局"));
}

TEST(UnitNames, HandsOnTheLevelOnlyToKnownFields) {
  EXPECT_EQ(level_of("省科技厅"), "省");
  EXPECT_EQ(level_of("县委组织部"), "县");
  EXPECT_EQ(level_of("东山市发改局"), "东山市");
  EXPECT_EQ(level_of("国家发展改革委"), "");
  EXPECT_EQ(level_of("市场监管总局"), "");
  EXPECT_TRUE(lacks_level("财政厅"));
  EXPECT_FALSE(lacks_level("省财政厅"));
  EXPECT_FALSE(lacks_level("税务局"));
  EXPECT_FALSE(lacks_level("东山海关"));
  EXPECT_EQ(with_level("县", "宣传部"), "县委宣传部");
  EXPECT_EQ(with_level("省", "财政厅"), "省财政厅");
}

TEST(UnitNames, SharesAnEndingBackwards) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(with_shared_endings({"甲局", "东市", "西市", "南市人民政府"}),
            (Names{"甲局", "东市人民政府", "西市人民政府", "南市人民政府"}));
  EXPECT_EQ(with_shared_endings({"东市", "甲局", "南市人民政府"}),
            (Names{"东市", "甲局", "南市人民政府"}));
}

}  // namespace
}  // namespace respnet::extract
