#include "respnet/report/findings.hpp"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "support/davis.hpp"
#include "support/network.hpp"

namespace respnet::report {
namespace {

using model::Role;
using test::network;

std::string said(const std::vector<test::Row>& rows, Language language = Language::Zh) {
  const model::Network plan = network(rows);
  const analysis::Study study(plan);
  std::string text;
  for (const Finding& finding : findings(study, language)) text += finding.text + "\n";
  return text;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(Findings, NameTheHeaviestUnitAndItsShare) {
  const std::string text =
      said({{"1", "甲局"}, {"1", "乙局"}, {"2", "甲局"}, {"3", "甲局"}, {"4", "乙局"}});

  EXPECT_TRUE(contains(text, "4 项任务由 2 个单位承担，共 5 条责任关系")) << text;
  EXPECT_TRUE(contains(text, "甲局承担任务最多：3 项（占全部任务的 75%），其中首位 3 项")) << text;
}

TEST(Findings, NameEveryUnitThatTiesForTheMost) {
  const std::string text = said({{"1", "甲局"}, {"2", "乙局"}});

  EXPECT_TRUE(contains(text, "甲局、乙局承担任务最多，各 1 项")) << text;
}

TEST(Findings, SayLeadOnlyWhereTheTextDoes) {
  const std::string stated = said({{"1", "甲局", Role::Lead}, {"1", "乙局", Role::Support}});
  const std::string inferred = said({{"1", "甲局"}, {"1", "乙局"}});

  EXPECT_TRUE(contains(stated, "牵头")) << stated;
  EXPECT_FALSE(contains(stated, "首位")) << stated;
  EXPECT_TRUE(contains(inferred, "首位")) << inferred;
  EXPECT_FALSE(contains(inferred, "牵头")) << inferred;
}

TEST(Findings, ListTasksThatRestOnOneUnit) {
  const std::string text = said({{"1.1", "甲局"}, {"1.2", "甲局"}, {"1.2", "乙局"}});

  EXPECT_TRUE(contains(text, "1 项任务只有一个责任单位：1.1。")) << text;
}

TEST(Findings, LeaveOutWhatIsNotThere) {
  const std::string text = said({{"1", "甲局"}, {"1", "乙局"}});

  EXPECT_FALSE(contains(text, "只有一个责任单位")) << text;
  EXPECT_FALSE(contains(text, "集合单位")) << text;
  EXPECT_FALSE(contains(text, "不确定")) << text;
}

TEST(Findings, CompareTheFiveBusiestOnlyWithOthers) {
  const std::vector<test::Row> five{
      {"1", "甲局"}, {"1", "乙局"}, {"1", "丙局"}, {"2", "丁局"}, {"2", "戊局"}};
  auto six = five;
  six.push_back({"2", "己局"});

  EXPECT_FALSE(contains(said(five), "任务最多的 5 个单位"));
  EXPECT_TRUE(contains(said(six), "任务最多的 5 个单位合计占责任关系的 83%"));
}

TEST(Findings, SayHowMuchHeavierTheHeaviestUnitIs) {
  std::vector<test::Row> rows;
  for (int task = 0; task < 20; ++task) {
    rows.push_back({"1." + std::to_string(task), "甲局"});
    rows.push_back({"1." + std::to_string(task), "乙局" + std::to_string(task)});
  }
  const std::string text = said(rows);

  // 40 assignments of 21 units: a mean of 1.9, and 20 is 10.5 times that
  EXPECT_TRUE(contains(text, "甲局（20 项，为平均 1.9 项的 10.5 倍）")) << text;
}

TEST(Findings, NameUnitsThatAlwaysWorkTogether) {
  const std::string text = said(
      {{"1", "甲局"}, {"1", "乙局"}, {"1", "丙局"}, {"2", "甲局"}, {"2", "乙局"}, {"3", "丁局"}});

  EXPECT_TRUE(contains(text, "总在一起的单位（任务完全相同）：甲局、乙局（2 项）。")) << text;
}

// The Gini index of the women's events is 0.234, the largest modularity 0.346 (proven).
TEST(Findings, CompareUnevennessAndClustersWithChance) {
  const model::Network plan = test::davis_network();
  const analysis::Study study(plan);
  std::string text;
  for (const Finding& finding : findings(study, Language::En)) text += finding.text + "\n";

  EXPECT_TRUE(contains(text, "999 random networks")) << text;
  EXPECT_TRUE(contains(text, "the Gini index of the loads is 0.23 where chance gives")) << text;
  EXPECT_TRUE(contains(text, "no different from chance (p = 0.")) << text;
  EXPECT_TRUE(contains(text, "here 0.35 (two-sided p = 0.002): more clustered than chance"))
      << text;
}

TEST(Findings, SayWhyChanceIsLeftOutOnLargeNetworks) {
  std::vector<test::Row> rows;
  for (int task = 0; task < 600; ++task)
    for (int unit = 0; unit < 20; ++unit)
      rows.push_back({std::to_string(task), "u" + std::to_string((7 * task + unit) % 40)});
  const std::string text = said(rows, Language::En);

  EXPECT_TRUE(contains(text, "With 12,000 assignments the random networks were cut to 199"));
  EXPECT_TRUE(contains(text, "Not compared with chance: clusters.modularity. With 12,000"));
}

TEST(Findings, ReadAsEnglishToo) {
  const std::string text =
      said({{"1", "Roads"}, {"1", "Water"}, {"2", "Roads"}, {"2", "Water"}, {"3", "Roads"}},
           Language::En);

  EXPECT_TRUE(contains(text, "3 tasks are carried by 2 units in 5 assignments")) << text;
  EXPECT_TRUE(contains(text,
                       "Roads carries most: 3 tasks (100% of all), 3 of them as "
                       "first-listed unit."))
      << text;
  EXPECT_TRUE(contains(text, "1 task hangs on one unit alone: 3.")) << text;
  EXPECT_TRUE(std::ranges::all_of(text, [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  })) << text;
}

TEST(Findings, OfAnEmptyNetworkSayThatItIsEmpty) {
  EXPECT_TRUE(contains(said({}), "0 项任务由 0 个单位承担"));
}

}  // namespace
}  // namespace respnet::report
