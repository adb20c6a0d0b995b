#include "respnet/extract/alias_candidates.hpp"

#include <gtest/gtest.h>

#include "respnet/extract/registry.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::extract {
namespace {

using Names = std::vector<std::string>;

// Units that never meet: each alone in a task.
model::Network apart(const Names& names) {
  model::NetworkBuilder builder("test");
  for (const std::string& name : names) {
    const model::TaskId task = builder.add_task({.id = std::to_string(builder.task_count() + 1)});
    builder.add_assignment(task, builder.add_unit({.name = name}), model::Role::Responsible);
  }
  return std::move(builder).build();
}

Names pairs(const model::Network& network) {
  Names found;
  for (const AliasCandidate& candidate : alias_candidates(network))
    found.push_back(std::string(network.unit_name(candidate.a)) + "=" +
                    std::string(network.unit_name(candidate.b)));
  return found;
}

Names pairs(const Names& names) { return pairs(apart(names)); }

}  // namespace

TEST(AliasCandidates, AreNamesWithAndWithoutTheirLevel) {
  EXPECT_EQ(pairs({"发改局", "县发展和改革局"}), Names{"发改局=县发展和改革局"});
  EXPECT_EQ(pairs({"县委网信办", "县网信办"}), Names{"县委网信办=县网信办"});
  EXPECT_EQ(pairs({"县教育局", "东山县教育局"}), Names{"县教育局=东山县教育局"});
  EXPECT_EQ(pairs({"省财政厅", "市财政局"}), Names{});
  EXPECT_EQ(pairs({"东山县教育局", "西山县教育局"}), Names{});
}

TEST(AliasCandidates, AreWholeNamesBehindAPlace) {
  EXPECT_EQ(pairs({"总工会", "县总工会"}), Names{"总工会=县总工会"});
  EXPECT_EQ(pairs({"县税务局", "国家税务总局东山县税务局"}),
            Names{"县税务局=国家税务总局东山县税务局"});
}

TEST(AliasCandidates, AreNotWordsThatEndManyNames) {
  EXPECT_EQ(pairs({"管委会", "东湖管委会", "西湖管委会", "南湖管委会", "北湖管委会"}), Names{});
}

TEST(AliasCandidates, AreLettersInOrderWithTheSameEnding) {
  EXPECT_EQ(pairs({"移动东山分公司", "中国移动通信集团甲省有限公司东山分公司"}),
            Names{"移动东山分公司=中国移动通信集团甲省有限公司东山分公司"});
  EXPECT_EQ(pairs({"县城投集团", "县城市建设投资集团"}), Names{"县城投集团=县城市建设投资集团"});
}

TEST(AliasCandidates, AreNotNamesThatCountOrGoOn) {
  EXPECT_EQ(pairs({"县第一中学", "县第十一中学"}), Names{});
  EXPECT_EQ(pairs({"县政府办", "县政府金融办"}), Names{});
  EXPECT_EQ(pairs({"县政府办", "县政府办金融中心"}), Names{});
  EXPECT_EQ(pairs({"县委办", "县委网信办"}), Names{});
  EXPECT_EQ(pairs({"县商务局", "县税务局"}), Names{});
  EXPECT_EQ(pairs({"团市委", "市委"}), Names{});
}

TEST(AliasCandidates, AreOneNameInTwoScripts) {
  EXPECT_EQ(pairs({"縣農業農村局", "县农业农村局"}), Names{"縣農業農村局=县农业农村局"});
}

TEST(AliasCandidates, AreOfficesPrintedAlone) {
  model::NetworkBuilder builder("test");
  builder.add_unit({.name = "县市场监管局", .offices = {"知识产权局"}});
  builder.add_unit({.name = "县知识产权局"});
  EXPECT_EQ(pairs(std::move(builder).build()), Names{"县市场监管局=县知识产权局"});
}

TEST(AliasCandidates, AreEnglishNamesAndTheirInitials) {
  EXPECT_EQ(pairs({"General Services Administration", "GSA"}),
            Names{"General Services Administration=GSA"});
  EXPECT_EQ(pairs({"CDO Council", "Chief Data Officer Council"}),
            Names{"CDO Council=Chief Data Officer Council"});
  EXPECT_EQ(pairs({"the Office of Parks & Trees", "Office of Parks and Trees"}),
            Names{"the Office of Parks & Trees=Office of Parks and Trees"});
  EXPECT_EQ(pairs({"Green Street Agency", "Grand Station Authority"}), Names{});
}

TEST(AliasCandidates, AreNotUnitsThatOneClauseNamesTogether) {
  model::NetworkBuilder builder("test");
  const model::UnitId bare = builder.add_unit({.name = "发改局"});
  const model::UnitId full = builder.add_unit({.name = "县发改局"});
  const model::TaskId task = builder.add_task({.id = "1"});
  builder.add_assignment(task, bare, model::Role::Responsible, 1, {.clause = 0});
  builder.add_assignment(task, full, model::Role::Responsible, 2, {.clause = 0});
  EXPECT_EQ(pairs(std::move(builder).build()), Names{});
}

TEST(AliasCandidates, AreNotUnitsThatARegistryKnowsAsTwo) {
  const auto network = apart({"发改局", "县发改局"});
  const auto row = [](std::string name) {
    RegistryRow result;
    result.name = std::move(name);
    return result;
  };
  const Registry one("units.csv", {row("发改局")}),
      both("units.csv", {row("发改局"), row("县发改局")});
  EXPECT_EQ(alias_candidates(network, &one).size(), 1U);
  EXPECT_EQ(alias_candidates(network, &both).size(), 0U);
}

TEST(AliasCandidates, SayWhatSpeaksForThem) {
  model::NetworkBuilder builder("test");
  const model::UnitId bare = builder.add_unit({.name = "发改局"});
  const model::UnitId full = builder.add_unit({.name = "县发改局"});
  const model::TaskId task = builder.add_task({.id = "1"});
  builder.add_assignment(task, bare, model::Role::Responsible, 1, {.clause = 0});
  builder.add_assignment(task, full, model::Role::Responsible, 2, {.clause = 1});
  const auto candidates = alias_candidates(std::move(builder).build());
  ASSERT_EQ(candidates.size(), 1U);
  EXPECT_EQ(candidates[0].evidence,
            "'发改局' is '县发改局' with no level instead of '县'; "
            "tasks that name both: 1, in different clauses");
}

TEST(AliasCandidates, LeaveGroupsAlone) {
  model::NetworkBuilder builder("test");
  builder.add_unit({.name = "有关单位", .kind = model::UnitKind::Group});
  builder.add_unit({.name = "县有关单位", .kind = model::UnitKind::Group});
  EXPECT_EQ(pairs(std::move(builder).build()), Names{});
  EXPECT_EQ(pairs(Names{}), Names{});
}

TEST(AliasCandidates, StayFewAndQuickAmongManyLikeNames) {
  Names names;
  for (int i = 0; i < 20000; ++i) names.push_back("县" + std::to_string(i) + "号水库管理局");
  names.push_back("发改局");
  for (int i = 0; i < 2000; ++i) names.push_back("甲" + std::to_string(i) + "县发改局");
  EXPECT_EQ(pairs(names), Names{});
}

}  // namespace respnet::extract
