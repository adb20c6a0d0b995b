#include "respnet/extract/clause_finder.hpp"

#include <string>

#include <gtest/gtest.h>

namespace respnet::extract {
namespace {

std::string found(std::string_view text) {
  std::string shown;
  for (const FoundClause& clause : find_clauses(text, {0, static_cast<std::uint32_t>(text.size())}))
    shown += (shown.empty() ? "" : " | ") + std::string(clause.range.of(text));
  return shown;
}

TEST(ClauseFinder, MatchesBracketsByNesting) {
  EXPECT_EQ(found("修通。〔责任单位：甲局、丙局（丁办）〕"), "〔责任单位：甲局、丙局（丁办）〕");
  EXPECT_EQ(found("修通。（责任单位：甲局，各县<市、区>政府）"),
            "（责任单位：甲局，各县<市、区>政府）");
}

TEST(ClauseFinder, TakesVerbsOnlyAtTheEndOfASentence) {
  EXPECT_EQ(found("修通。（甲局负责）"), "（甲局负责）");
  EXPECT_EQ(found("修通（甲局负责）。"), "（甲局负责）");
  EXPECT_EQ(found("由某企业（县国资局负责）承建道路。"), "");
}

TEST(ClauseFinder, IgnoresBracketsThatAreNoClause) {
  EXPECT_EQ(found("办好平台（以下简称“平台”）。办好学校（含技校）。"), "");
  EXPECT_EQ(found("修通（国家另有规定的除外）。各市（地、州、盟）"), "");
  EXPECT_EQ(found("印发〔2024〕73号文件。"), "");
}

TEST(ClauseFinder, EndsARunOnClauseAtTheStop) {
  EXPECT_EQ(found("投资50万元。责任单位：甲局、乙局。再架桥。"), "责任单位：甲局、乙局");
  EXPECT_EQ(found("修通。责任单位：甲局、乙局。列第一位的为牵头单位，下同。再架桥。"),
            "责任单位：甲局、乙局。列第一位的为牵头单位，下同");
}

TEST(ClauseFinder, WantsALabelAtTheBeginningOfASentence) {
  EXPECT_EQ(found("请各责任单位：认真落实。"), "");
  EXPECT_EQ(found("责任编辑：张三"), "");
}

TEST(ClauseFinder, SaysWhatAClauseLacks) {
  const std::string_view open = "修通。（责任单位：甲局";
  const auto unclosed = find_clauses(open, {0, static_cast<std::uint32_t>(open.size())});
  ASSERT_EQ(unclosed.size(), 1U);
  EXPECT_FALSE(unclosed[0].closed);

  const std::string_view bare = "修通。（县教育局、县民政局）";
  const auto silent = find_clauses(bare, {0, static_cast<std::uint32_t>(bare.size())});
  ASSERT_EQ(silent.size(), 1U);
  EXPECT_FALSE(silent[0].role_word);

  const std::string flood = "修通。（责任单位：" + std::string(kLongestClause, 'x') + "）";
  const auto late = find_clauses(flood, {0, static_cast<std::uint32_t>(flood.size())});
  ASSERT_EQ(late.size(), 1U);
  EXPECT_TRUE(late[0].too_long);
}

}  // namespace
}  // namespace respnet::extract
