#include "respnet/extract/clause.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace respnet::extract {
namespace {

// "甲局:lead 乙局:support?" for the parts of a clause; ? = inferred.
std::string parts(std::string_view text) {
  std::string shown;
  for (const NamedPart& part : read_clause(text).parts)
    shown += (shown.empty() ? "" : " ") + std::string(part.text.of(text)) + ":" +
             std::string(name(part.role)) + (part.is_explicit ? "" : "?");
  return shown;
}

TEST(Clause, ReadsLabels) {
  EXPECT_EQ(parts("责任单位：甲局、乙局"), "甲局:responsible 乙局:responsible");
  EXPECT_EQ(parts("牵头单位：甲局，配合单位：乙局、丙局"), "甲局:lead 乙局:support 丙局:support");
  EXPECT_EQ(parts("牵头单位:甲局 配合单位:乙局"), "甲局:lead 乙局:support");
  EXPECT_EQ(parts("牵头：甲局；配合：乙局"), "甲局:lead 乙局:support");
  EXPECT_EQ(parts("牵头责任单位：甲局；主要配合部门：乙局"), "甲局:lead 乙局:support");
  EXPECT_EQ(parts("牵头（责任）单位：甲局"), "甲局:lead");
  EXPECT_EQ(parts("督办单位：甲局"), "甲局:oversight");
}

TEST(Clause, ReadsVerbs) {
  EXPECT_EQ(parts("甲局、乙局负责"), "甲局:responsible 乙局:responsible");
  EXPECT_EQ(parts("甲局、乙局牵头负责"), "甲局:lead 乙局:lead");
  EXPECT_EQ(parts("甲局牵头，乙局、丙局按职责分工负责"),
            "甲局:lead 乙局:responsible 丙局:responsible");
  EXPECT_EQ(parts("甲局牵头，乙局按照各自职责分工负责"), "甲局:lead 乙局:responsible");
  EXPECT_EQ(parts("甲局牵头，乙局按职责分工"), "甲局:lead 乙局:responsible");
  EXPECT_EQ(parts("甲局牵头，乙局配合"), "甲局:lead 乙局:support");
  EXPECT_EQ(parts("甲局负责，乙局协同配合，各市结合实际落实"),
            "甲局:responsible 乙局:support 各市:responsible");
}

TEST(Clause, LetsAVerbOverrideItsLabel) {
  EXPECT_EQ(parts("责任单位：甲局牵头，乙局等部门分工负责"), "甲局:lead 乙局:responsible");
  EXPECT_EQ(parts("牵头单位：甲局、乙局按职责分工负责"), "甲局:responsible 乙局:responsible");
}

TEST(Clause, InfersRolesFromJointWork) {
  EXPECT_EQ(parts("甲局、乙局会同有关部门负责"), "甲局:lead? 乙局:lead? 有关部门:support?");
  EXPECT_EQ(parts("甲局联合乙局负责，丙局配合"), "甲局:lead? 乙局:support? 丙局:support");
  EXPECT_EQ(parts("县残疾人联合会负责"), "县残疾人联合会:responsible");
}

TEST(Clause, DropsTailsAndRemembersTheOpenList) {
  EXPECT_EQ(parts("甲局、乙局等负责"), "甲局:responsible 乙局:responsible");
  EXPECT_EQ(parts("甲局等8个部门按职责分工负责"), "甲局:responsible");
  EXPECT_EQ(parts("甲局、乙局等有关部门负责"),
            "甲局:responsible 乙局:responsible 有关部门:responsible");
  EXPECT_TRUE(read_clause("责任单位：甲局、乙局等").open_list);
  EXPECT_EQ(parts("县高等职校负责"), "县高等职校:responsible");
}

TEST(Clause, KeepsNamesThatHoldRoleWordsWhole) {
  EXPECT_EQ(parts("县就业指导中心、教育督导室负责"),
            "县就业指导中心:responsible 教育督导室:responsible");
  EXPECT_EQ(parts("责任单位：县委组织部、县统筹办"), "县委组织部:responsible 县统筹办:responsible");
}

TEST(Clause, DoesNotSplitInsideBracketsOrQuotes) {
  EXPECT_EQ(
      parts("责任单位：甲局（乙办、丙办），各县〔市、区〕政府、县“智、汇”中心"),
      "甲局（乙办、丙办）:responsible 各县〔市、区〕政府:responsible 县“智、汇”中心:responsible");
}

TEST(Clause, TellsRemarksFromUnits) {
  for (const char* text : {"甲局、乙局负责。列第一位者为牵头单位，下同",
                           "责任单位：甲局、乙局，排在第一位的部门为牵头部门，下同",
                           "责任单位：甲局、乙局〔列首位的为牵头单位，下同〕",
                           "甲局、乙局负责。排名第一位为牵头单位，下同"}) {
    const ClauseReading reading = read_clause(text);
    EXPECT_EQ(reading.parts.size(), 2U) << text;
    EXPECT_TRUE(reading.first_leads && reading.from_here_on) << text;
  }
  EXPECT_FALSE(read_clause("甲局、乙局负责，第一位为牵头单位").from_here_on);
  const ClauseReading other =
      read_clause("责任单位：甲局，以下各项均需各县（市、区）政府落实，不再列出");
  EXPECT_EQ(other.parts.size(), 1U);
  EXPECT_TRUE(other.other_remark);
}

TEST(Clause, LeavesPersonsAsideAndFindsTheDeadline) {
  const std::string_view text = "责任领导：张三；责任单位：甲局；完成时限：2025年6月";
  const ClauseReading reading = read_clause(text);

  EXPECT_EQ(parts(text), "甲局:responsible");
  EXPECT_TRUE(reading.persons);
  EXPECT_EQ(reading.deadline.of(text), "2025年6月");
}

TEST(Clause, KnowsLabelsThatMayStandAlone) {
  EXPECT_EQ(label_at_start("责任单位：甲局"), std::string_view("责任单位：").size());
  EXPECT_EQ(label_at_start("完成时限:年底"), std::string_view("完成时限:").size());
  EXPECT_EQ(label_at_start("责任：甲局"), 0U);
  EXPECT_NE(any_label_at_start("责任：甲局"), 0U);
  EXPECT_EQ(label_at_start("责任编辑：张三"), 0U);
  EXPECT_EQ(label_at_start("各责任单位：请落实"), 0U);
}

TEST(Clause, ReadsNothingAboveItsLongestSize) {
  EXPECT_TRUE(read_clause(std::string(kLongestClause + 1, 'x')).parts.empty());
}

}  // namespace
}  // namespace respnet::extract
