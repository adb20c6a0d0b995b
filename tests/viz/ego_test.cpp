#include "viz/ego_plan.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/graph/co_responsibility_graph.hpp"
#include "respnet/viz/picture.hpp"
#include "support/davis.hpp"
#include "viz/networks.hpp"
#include "viz/sheets.hpp"
#include "viz/svg.hpp"

namespace respnet::viz {
namespace {

using graph::BipartiteGraph;
using model::Network;

// One unit with `tasks` tasks in `sections` sections, leading every third; others beside it.
Network hub(int tasks, int sections) {
  std::vector<std::pair<std::string, std::string>> headings;
  for (int s = 1; s <= sections; ++s)
    headings.emplace_back(std::to_string(s), "第" + std::to_string(s) + "章");
  std::vector<test::PlanTask> rows;
  for (int t = 0; t < tasks; ++t) {
    const std::string other = "第" + std::to_string(t % 50) + "局";
    const std::string id = std::to_string(t + 1);
    std::vector<std::string> units{"发改局", other, "财政局"};
    if (t % 3 != 0) std::swap(units[0], units[1]);
    rows.push_back({id, "任务" + id, std::to_string(1 + t * sections / tasks), units});
  }
  return test::plan(headings, rows);
}

std::uint32_t number(const BipartiteGraph& graph, const std::string& name) {
  for (std::uint32_t unit = 0; unit < graph.unit_count(); ++unit)
    if (graph.network().unit_name(graph.unit(unit)) == name) return unit;
  ADD_FAILURE() << name;
  return 0;
}

Picture ego(const BipartiteGraph& graph, const std::string& name,
            Language language = Language::Zh) {
  return draw(View::Ego, graph, {.language = language, .sheet = number(graph, name)});
}

std::vector<Network> networks() {
  std::vector<Network> all;
  all.push_back(test::city());
  all.push_back(respnet::test::davis_network());
  all.push_back(test::hostile());
  all.push_back(hub(30, 4));
  all.push_back(hub(400, 6));
  all.push_back(hub(400, 90));
  return all;
}

TEST(Ego, CountsSharedTasksAsTheProjectionDoes) {
  for (const Network& network : networks()) {
    const BipartiteGraph graph(network);
    const graph::CoResponsibilityGraph shared(graph);
    for (std::uint32_t unit = 0; unit < graph.unit_count(); ++unit) {
      const EgoPlan plan = ego_plan(graph, unit);
      const auto neighbors = shared.adjacency().neighbors(unit);
      const auto weights = shared.adjacency().weights_of(unit);
      ASSERT_EQ(plan.partners.size(), neighbors.size());
      for (const Partner& partner : plan.partners) {
        const auto found = std::ranges::find(neighbors, partner.unit);
        ASSERT_NE(found, neighbors.end());
        EXPECT_EQ(static_cast<double>(partner.shared),
                  weights[static_cast<std::size_t>(found - neighbors.begin())]);
        EXPECT_LE(partner.own_leads, plan.load.leads);
      }
      std::size_t tasks = 0, leads = 0;
      for (const EgoSection& section : plan.sections) {
        tasks += section.tasks.size();
        leads += static_cast<std::size_t>(std::ranges::count(section.leads, true));
      }
      EXPECT_EQ(tasks, plan.load.tasks);
      EXPECT_EQ(leads, plan.load.leads);
    }
  }
}

TEST(Ego, RanksUnitsByTasks) {
  const Network network = test::plan({}, {{"1", "甲", "", {"一局", "二局", "三局"}},
                                          {"2", "乙", "", {"一局", "二局"}},
                                          {"3", "丙", "", {"一局", "四局"}}});
  const BipartiteGraph graph(network);

  EXPECT_EQ(ego_plan(graph, 0).rank, 1U);
  EXPECT_FALSE(ego_plan(graph, 0).rank_tied);
  EXPECT_EQ(ego_plan(graph, 1).rank, 2U);
  EXPECT_EQ(ego_plan(graph, 3).rank, 3U);
  EXPECT_TRUE(ego_plan(graph, 3).rank_tied);
}

TEST(Ego, IsOneSheetAUnit) {
  const Network network = test::city();
  const BipartiteGraph graph(network);
  const auto all = sheets(View::Ego, graph);

  ASSERT_EQ(all.size(), graph.unit_count());
  EXPECT_EQ(all[0].title, "市发改局");
  EXPECT_EQ(all[0].unit, 0U);
}

TEST(Ego, FindsTheRoleAndTheMostFrequentPartner) {
  const Network network = test::city();
  const BipartiteGraph graph(network);

  EXPECT_EQ(ego(graph, "市发改局").title, "市发改局：7 项任务，其中首位 2 项，最常与市工信局、各县（市、区）共事");
  EXPECT_EQ(ego(graph, "市统计局").title, "市统计局：1 项任务，与 4 个单位共事");
  EXPECT_EQ(ego(graph, "市统计局", Language::En).title,
            "市统计局: 1 task, together with 4 other units");
  EXPECT_EQ(ego(graph, "市交通局").title, "市交通局：1 项任务，其中首位 1 项，只与市城投集团共事");
}

TEST(Ego, ShowsEachTaskWithWhoElseIsOnIt) {
  const Network network = test::city();
  const BipartiteGraph graph(network);
  const Picture picture = ego(graph, "市工信局");
  const test::Svg svg(picture.svg);

  std::set<std::string> tasks;
  for (const test::Mark& task : svg.marks("task")) tasks.insert(task.data_id);
  EXPECT_EQ(tasks, (std::set<std::string>{"t1", "t2", "t8"}));
  const std::string text = test::text_of(picture);
  EXPECT_NE(text.find("引进链主企业"), std::string::npos);
  EXPECT_NE(text.find("市发改局、市商务局、各县（市、区）"), std::string::npos);
  EXPECT_NE(text.find("市发改局、市自然资源和规划局（林业局）"), std::string::npos);
  EXPECT_EQ(svg.marks("names").size(), 5U);  // two tasks with a lead and others, one with others
}

TEST(Ego, IsReadableOnPaper) {
  for (const Network& network : networks()) {
    const BipartiteGraph graph(network);
    for (std::uint32_t unit = 0; unit < std::min<std::size_t>(graph.unit_count(), 20); ++unit) {
      for (const Language language : {Language::Zh, Language::En}) {
        const Picture picture = draw(View::Ego, graph, {.language = language, .sheet = unit});
        EXPECT_EQ(picture.width, 595);
        EXPECT_TRUE(picture.height == 842 || picture.height == 421);
        test::expect_printable(picture);
        test::expect_texts_apart(picture);
      }
    }
  }
}

TEST(Ego, ListsAllTasksAsLongAsTheyFit) {
  for (const int tasks : {1, 8, 20, 24}) {
    const Network network = hub(tasks, 1);
    const BipartiteGraph graph(network);
    const Picture picture = ego(graph, "发改局");

    EXPECT_EQ(test::Svg(picture.svg).marks("task").size(), static_cast<std::size_t>(tasks));
    EXPECT_EQ(test::text_of(picture).find("其余"), std::string::npos);
  }
}

TEST(Ego, LeavesOutTasksOfAHubAndSaysHowMany) {
  const Network network = hub(400, 6);
  const BipartiteGraph graph(network);
  const Picture picture = ego(graph, "发改局");
  const test::Svg svg(picture.svg);

  const std::size_t shown = svg.marks("task").size();
  EXPECT_GE(shown, 18U);
  EXPECT_LE(shown, 60U);
  EXPECT_EQ(svg.marks("band").size() >= 6U, true);
  std::size_t left_out = 0;
  for (const Mark& mark : picture.marks)
    if (mark.text.starts_with("其余 ")) left_out += std::stoul(mark.text.substr(7));
  EXPECT_EQ(shown + left_out, 400U);
  EXPECT_NE(test::text_of(picture).find("400 项任务中列出 " + std::to_string(shown) + " 项"),
            std::string::npos);
  // Tasks that it leads come first: every third of them, from the first on.
  for (const test::Mark& task : svg.marks("task"))
    EXPECT_EQ((std::stoul(task.data_id.substr(1)) - 1) % 3, 0U) << task.data_id;
}

TEST(Ego, DrawsAUnitWithoutTasks) {
  model::NetworkBuilder builder("plan");
  builder.add_source({});
  builder.add_unit({.name = "闲置办"});
  const Network idle = std::move(builder).build();

  EXPECT_EQ(draw(View::Ego, BipartiteGraph(idle)).title, "闲置办：没有任务");
}

}  // namespace
}  // namespace respnet::viz
