#include "respnet/analysis/inseparable_units.hpp"

#include <set>

#include <gtest/gtest.h>

#include "respnet/base/random.hpp"
#include "respnet/model/network_builder.hpp"

#include "support/network.hpp"

namespace respnet::analysis {
namespace {

using graph::BipartiteGraph;

std::set<model::TaskId> tasks_of(const BipartiteGraph& graph, std::uint32_t unit) {
  std::set<model::TaskId> tasks;
  for (const graph::Vertex task : graph.neighbors(graph.unit_vertex(unit)))
    tasks.insert(graph.task(task));
  return tasks;
}

TEST(InseparableUnits, AreThoseOfTheSameTasks) {
  // Roads and Water share tasks 1 and 2; Parks has 1, 2 and 3; Audit and Press one task only.
  const auto network = test::network({{"1", "Roads"},
                                      {"1", "Water"},
                                      {"1", "Parks"},
                                      {"2", "Water"},
                                      {"2", "Roads"},
                                      {"2", "Parks"},
                                      {"3", "Parks"},
                                      {"3", "Audit"},
                                      {"3", "Press"}});
  const auto found = inseparable_units(BipartiteGraph(network));

  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].units, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(found[0].tasks, 2U);
}

// Three tasks and six units, each in each with one chance in two; the last two units are groups.
model::Network small_network(std::uint64_t seed) {
  RandomEngine engine(seed);
  model::NetworkBuilder builder("random");
  for (const char* unit : {"a", "b", "c", "d", "e", "f"}) {
    const bool group = *unit >= 'e';
    const auto id = builder.add_unit(
        {.name = unit, .kind = group ? model::UnitKind::Group : model::UnitKind::Organ});
    for (const char* task : {"1", "2", "3"})
      if (uniform_below(engine, 2) == 0)
        builder.add_assignment(builder.task_of_id(task), id, model::Role::Responsible);
  }
  return std::move(builder).build();
}

TEST(InseparableUnits, AreNoneInAnEmptyNetwork) {
  EXPECT_TRUE(inseparable_units(BipartiteGraph(test::network({}))).empty());
}

TEST(InseparableUnits, AreWhatComparingEachPairFinds) {
  std::size_t pairs_seen = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const model::Network network = small_network(seed);
    const BipartiteGraph graph(network);
    std::set<std::pair<std::uint32_t, std::uint32_t>> expected, found;
    for (std::uint32_t a = 0; a < graph.unit_count(); ++a)
      for (std::uint32_t b = a + 1; b < graph.unit_count(); ++b) {
        const auto kind = [&](std::uint32_t u) { return network.unit_kind(graph.unit(u)); };
        if (kind(a) == model::UnitKind::Group || kind(b) == model::UnitKind::Group) continue;
        const auto tasks = tasks_of(graph, a);
        if (tasks.size() >= 2 && tasks == tasks_of(graph, b)) expected.emplace(a, b);
      }
    for (const InseparableUnits& set : inseparable_units(graph))
      for (const std::uint32_t a : set.units)
        for (const std::uint32_t b : set.units)
          if (a < b) found.emplace(a, b);
    EXPECT_EQ(found, expected) << seed;
    pairs_seen += expected.size();
  }
  EXPECT_GT(pairs_seen, 100U);  // else the networks say nothing
}

}  // namespace
}  // namespace respnet::analysis
