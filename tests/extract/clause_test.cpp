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

TEST(Clause, KeepsPersonsApartAndFindsTheDeadline) {
  const std::string_view text = "责任领导：张三；责任单位：甲局；完成时限：2025年6月；联系人：李四";
  const ClauseReading reading = read_clause(text);

  EXPECT_EQ(parts(text), "甲局:responsible");
  ASSERT_EQ(reading.persons.size(), 1U);
  EXPECT_EQ(reading.persons.front().of(text), "张三");
  EXPECT_EQ(reading.deadline.of(text), "2025年6月");
}

TEST(Clause, ReadsWhatARemarkSaysOfTheOthers) {
  const ClauseReading reading =
      read_clause("责任单位：甲局、乙局。以上排第一位的为牵头责任单位，其他为配合单位，下同");
  EXPECT_EQ(reading.parts.size(), 2U);
  EXPECT_TRUE(reading.first_leads && reading.from_here_on && reading.others_support);
}

TEST(Clause, TellsStatementsAboutManyFromUnits) {
  for (const char* text : {"责任单位：甲局、乙局。各乡镇（街道）为各项任务的责任单位，下同",
                           "责任单位：甲局、乙局；各乡镇均为责任单位，不再逐一列出",
                           "责任单位：甲局、乙局；逗号前为牵头单位，下同"}) {
    const ClauseReading reading = read_clause(text);
    EXPECT_EQ(reading.parts.size(), 2U) << text;
    EXPECT_TRUE(reading.other_remark) << text;
  }
}

TEST(Clause, LetsAStatementAppointAUnit) {
  EXPECT_EQ(parts("责任单位：甲局、乙局，其中乙局为牵头单位"),
            "甲局:responsible 乙局:responsible 乙局:lead");
}

TEST(Clause, EndsANameWhereADateBegins) {
  const std::string_view text = "由甲局牵头，会同乙局于10月底前完成";
  const ClauseReading reading = read_clause(text);

  EXPECT_EQ(parts(text), "由甲局:lead 乙局:support?");
  EXPECT_EQ(reading.deadline.of(text), "10月底前完成");
}

TEST(Clause, FindsRemarksInRunningText) {
  const std::string_view text =
      "说明：各项任务中列首位的为牵头单位。排名第一的企业可获奖励。排第一的为牵头部门，其他为配合部"
      "门。";
  const std::vector<FirstLeads> found = first_leads_remarks(text);

  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(text.substr(found[0].at).starts_with("首位"));
  EXPECT_FALSE(found[0].others_support);
  EXPECT_TRUE(found[1].others_support);
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
