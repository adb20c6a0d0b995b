// The numbers of the sample, each with the reason that a person can check with a pencil.

#include <algorithm>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "respnet/analysis/lead_units.hpp"
#include "respnet/analysis/study.hpp"
#include "respnet/io/read.hpp"

namespace respnet {
namespace {

class Sample : public testing::Test {
 protected:
  std::uint32_t unit(const std::string& name) const {
    for (std::uint32_t u = 0; u < study_.graph().unit_count(); ++u)
      if (network_.unit_name(study_.graph().unit(u)) == name) return u;
    ADD_FAILURE() << "no unit " << name;
    return 0;
  }

  model::Network network_ =
      io::read_network(std::string(RESPNET_SOURCE_DIR) + "/datasets/changle-2024/notice.md");
  analysis::Study study_{network_};
};

// Counted in the notice: 31 clauses, one a task; 112 names in them; 35 different ones, an office in
// parentheses being no unit of its own.
TEST_F(Sample, Has31TasksAnd35UnitsAnd112Assignments) {
  EXPECT_EQ(network_.task_count(), 31U);
  EXPECT_EQ(network_.unit_count(), 35U);
  EXPECT_EQ(network_.assignment_count(), 112U);
}

// Numbered paragraphs under each chapter; chapter one and the sections 3（三） and 3（五） are
// tasks themselves.
TEST_F(Sample, HasItsTasksInSixChapters) {
  std::map<std::string, int> tasks;
  for (const model::TaskId task : network_.task_ids())
    ++tasks[std::string(network_.task_id(task).substr(0, 1))];

  EXPECT_EQ(tasks, (std::map<std::string, int>{
                       {"1", 1}, {"2", 3}, {"3", 14}, {"4", 4}, {"5", 4}, {"6", 5}}));
}

// How often each name stands in a clause, and how often it stands first.
TEST_F(Sample, LoadsAreTheCountsOfNamesInClauses) {
  const auto& loads = study_.loads();
  const std::map<std::string, std::pair<unsigned, unsigned>> counted{
      {"区发改局", {24, 16}}, {"区直有关单位", {16, 0}},
      {"区工信局", {12, 3}},  {"区“智慧长乐”管理服务中心", {9, 2}},
      {"区商务局", {7, 1}},   {"各乡镇（街道）", {4, 0}},
      {"区委网信办", {2, 2}}, {"区水利局", {1, 1}},
      {"区总工会", {1, 0}}};
  for (const auto& [name, load] : counted) {
    EXPECT_EQ(loads.tasks[unit(name)], load.first) << name;
    EXPECT_EQ(loads.lead[unit(name)], load.second) << name;
  }
}

// Loads: 24, 16, 12, 9, 7, 4, eleven of 2, eighteen of 1: 112 in all. Ranked ascending, Σ i x_(i) =
// 171 + 528 + 120 + 217 + 288 + 396 + 544 + 840 = 3104, so Gini = 2·3104/(35·112) - 36/35; HHI =
// (576 + 256 + 144 + 81 + 49 + 16 + 44 + 18)/112²; the five largest are 68 of 112.
TEST_F(Sample, ConcentrationFollowsFromTheLoads) {
  const auto& c = study_.concentration_of(analysis::LoadKind::Tasks);

  EXPECT_NEAR(*c.gini, 6208.0 / 3920 - 36.0 / 35, 1e-12);
  EXPECT_NEAR(*c.hhi, 1184.0 / 12544, 1e-12);
  EXPECT_NEAR(*c.cr1, 24.0 / 112, 1e-12);
  EXPECT_NEAR(*c.cr5, 68.0 / 112, 1e-12);
  EXPECT_NEAR(*c.max_over_mean, 24.0 / 112 * 35, 1e-12);
}

// No clause says 牵头 and every first name is a body of its own: 31 leads, all by order.
TEST_F(Sample, EveryLeadIsInferredFromOrder) {
  EXPECT_EQ(study_.graph().inferred_lead_count(), 31U);
  EXPECT_TRUE(study_.graph().tasks_without_lead().empty());
}

// The clauses that name one unit: 区教育局, 区发改局（科技局）, 区公安局.
TEST_F(Sample, ThreeTasksRestOnOneUnit) {
  std::vector<std::string> ids;
  for (const model::TaskId task : analysis::single_unit_tasks(study_.graph()))
    ids.emplace_back(network_.task_id(task));

  EXPECT_EQ(ids, (std::vector<std::string>{"3.4.5", "4.1.1", "4.2.2"}));
}

// Clauses in which both names stand; 113 pairs of names share at least one.
TEST_F(Sample, PairsShareTheClausesThatNameBoth) {
  EXPECT_EQ(study_.pairs().size(), 113U);
  const auto& most = study_.pairs().front();
  EXPECT_EQ(most.shared, 14U);
  EXPECT_EQ(std::minmax(most.a, most.b), std::minmax(unit("区发改局"), unit("区直有关单位")));
}

// The 16 tasks in which 区发改局 stands first have no other lead.
TEST_F(Sample, SixteenTasksHangOnOneLead) {
  const auto sole = analysis::sole_lead_tasks(study_.graph());

  EXPECT_EQ(sole[unit("区发改局")].size(), 16U);
}

// Offices named in parentheses behind 区发改局: 数据管理局 and 科技局, in any order.
TEST_F(Sample, OfficesBelongToTheirUnit) {
  const auto offices = network_.unit(study_.graph().unit(unit("区发改局"))).offices;

  EXPECT_EQ(std::vector<std::string>(offices.begin(), offices.end()),
            (std::vector<std::string>{"数据管理局", "科技局"}));
}

}  // namespace
}  // namespace respnet
