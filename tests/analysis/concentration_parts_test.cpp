#include "respnet/analysis/concentration_parts.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

#include <gtest/gtest.h>

#include "analysis/columns.hpp"
#include "respnet/base/random.hpp"
#include "support/random_network.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {
namespace {

using Values = std::vector<double>;
using Groups = std::vector<std::uint32_t>;

// 1 3 | 2 4, by hand: within ½ · 0.4 · ¼ + ½ · 0.6 · 1/6, between from 2 2 3 3, and 0.25 in all.
TEST(GiniParts, OfFourLoadsEqualTheHandCount) {
  const auto parts = gini_parts(Values{1, 2, 3, 4}, Groups{0, 1, 0, 1}).value();

  EXPECT_NEAR(parts.within, 0.1, 1e-15);
  EXPECT_NEAR(parts.between, 0.1, 1e-15);
  EXPECT_NEAR(parts.overlap, 0.05, 1e-15);
}

TEST(HhiParts, OfFourLoadsEqualTheHandCount) {
  const auto parts = hhi_parts(Values{1, 2, 3, 4}, Groups{0, 1, 0, 1}).value();

  EXPECT_NEAR(parts.between, (2 * 4 + 2 * 9) / 100.0, 1e-15);
  EXPECT_NEAR(parts.within, 4 / 100.0, 1e-15);
}

TEST(ConcentrationParts, NeedALoadAndAGroupForEach) {
  EXPECT_FALSE(gini_parts(Values{0, 0}, Groups{0, 1}));
  EXPECT_FALSE(hhi_parts({}, {}));
  EXPECT_THROW(gini_parts(Values{1}, Groups{}), std::invalid_argument);
  EXPECT_THROW(hhi_parts(Values{1}, Groups{}), std::invalid_argument);
  EXPECT_FALSE(theil_by_section(graph::BipartiteGraph(model::NetworkBuilder("test").build()),
                                LoadKind::Tasks));
}

// Between is the index of group means, by the double sum that defines it; without overlap of the
// groups' loads there is no third part.
TEST(ConcentrationParts, SumToTheIndexOnRandomLoads) {
  RandomEngine engine(7);
  const auto gini = [](const Values& x) {
    double differences = 0, total = 0;
    for (const double a : x) {
      total += a;
      for (const double b : x) differences += std::abs(a - b);
    }
    return differences / (2 * static_cast<double>(x.size()) * total);
  };
  for (int round = 0; round < 500; ++round) {
    Values load(1 + uniform_below(engine, 12));
    Groups group(load.size());
    for (std::size_t i = 0; i < load.size(); ++i) {
      load[i] = static_cast<double>(uniform_below(engine, 6)) * (round % 2 == 0 ? 1 : 1e-3);
      group[i] = static_cast<std::uint32_t>(uniform_below(engine, 3));
    }
    load[0] += 1;
    std::map<std::uint32_t, Values> members;
    for (std::size_t i = 0; i < load.size(); ++i) members[group[i]].push_back(load[i]);
    Values means;
    bool apart = true;
    for (std::size_t i = 0; i < load.size(); ++i) {
      double sum = 0;
      for (const double x : members[group[i]]) sum += x;
      means.push_back(sum / static_cast<double>(members[group[i]].size()));
    }
    for (const auto& [g, of_g] : members)
      for (const auto& [h, of_h] : members)
        if (g != h)
          apart = apart && (std::ranges::max(of_g) <= std::ranges::min(of_h) ||
                            std::ranges::max(of_h) <= std::ranges::min(of_g));
    const auto parts = gini_parts(load, group).value();
    const auto hhi = hhi_parts(load, group).value();
    const auto whole = concentration(load);
    EXPECT_NEAR(parts.within + parts.between + parts.overlap, *whole.gini, 1e-12) << round;
    EXPECT_NEAR(parts.between, gini(means), 1e-12) << round;
    if (apart) {
      EXPECT_NEAR(parts.overlap, 0, 1e-12) << round;
    }
    EXPECT_NEAR(hhi.within + hhi.between, *whole.hhi, 1e-12) << round;
    EXPECT_NEAR(hhi.between, *concentration(means).hhi, 1e-12) << round;
  }
}

// The cells unit × section laid out one by one, empty ones included, and Theil's index of them all.
TEST(TheilBySection, SumsToTheIndexOfTheCellsOnRandomNetworks) {
  int parted = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const auto network = test::random_network(seed);
    const graph::BipartiteGraph graph(network);
    const SectionLoads sections = section_loads(graph);
    for (const LoadKind kind :
         {LoadKind::Tasks, LoadKind::Lead, LoadKind::Share, LoadKind::Weighted}) {
      Values cells(graph.unit_count() * sections.sections.size(), 0);
      Values of_section(sections.sections.size(), 0);
      for (graph::Vertex task = 0; task < graph.task_count(); ++task) {
        const auto top = network.top_section(graph.task(task));
        const auto section = static_cast<std::size_t>(std::ranges::find(sections.sections, top) -
                                                      sections.sections.begin());
        for (std::size_t i = 0; i < graph.neighbors(task).size(); ++i) {
          const double load = load_of(graph, graph.task(task), graph.parts(task)[i], kind);
          const std::size_t unit = graph.unit_number(graph.neighbors(task)[i]);
          cells[unit * of_section.size() + section] += load;
          of_section[section] += load;
        }
      }
      const auto whole = concentration(cells).theil;
      const auto parts = theil_by_section(graph, kind);
      ASSERT_EQ(parts.has_value(), whole.has_value()) << seed;
      if (!whole) continue;
      ++parted;
      EXPECT_NEAR(parts->within + parts->between, *whole, 1e-12) << seed;
      EXPECT_NEAR(parts->between, *concentration(of_section).theil, 1e-12) << seed;
    }
  }
  EXPECT_GT(parted, 300);
}

}  // namespace
}  // namespace respnet::analysis
