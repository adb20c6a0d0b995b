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
