#include "respnet/graph/part_walk.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/network.hpp"
#include "support/role_toy.hpp"

namespace respnet::graph {
namespace {

// Matrices as text, units by rows: L leads, S supports, . neither.
using Matrix = std::vector<std::string>;

model::Network network_of(const Matrix& rows) {
  model::NetworkBuilder builder("roles");
  for (std::size_t task = 0; task < rows[0].size(); ++task)
    builder.add_task({.id = std::to_string(task)});
  for (std::size_t unit = 0; unit < rows.size(); ++unit)
    builder.add_unit({.id = {}, .name = std::to_string(unit)});
  for (std::size_t unit = 0; unit < rows.size(); ++unit)
    for (std::size_t task = 0; task < rows[unit].size(); ++task)
      if (rows[unit][task] != '.')
        builder.add_assignment(static_cast<model::TaskId>(task), static_cast<model::UnitId>(unit),
                               rows[unit][task] == 'L' ? model::Role::Lead : model::Role::Support);
  return std::move(builder).build();
}

CountingOptions as_stated() { return {.lead = LeadPolicy::Explicit}; }

Matrix text(const PartWalk& walk, std::size_t tasks) {
  Matrix rows;
  for (const auto& unit : walk.units()) {
    rows.emplace_back(tasks, '.');
    for (const auto& [task, part] : unit) rows.back()[task] = part == Part::Lead ? 'L' : 'S';
  }
  return rows;
}

// Leads and supports of each row, then of each column.
std::vector<std::ptrdiff_t> sums(const Matrix& rows) {
  std::vector<std::ptrdiff_t> result;
  for (const char part : {'L', 'S'}) {
    for (const std::string& row : rows) result.push_back(std::ranges::count(row, part));
    for (std::size_t task = 0; task < rows[0].size(); ++task)
      result.push_back(
          std::ranges::count_if(rows, [&](const std::string& row) { return row[task] == part; }));
  }
  return result;
}

// Every matrix with the sums of this one, by trying all.
std::vector<Matrix> all_of(const Matrix& rows, const std::vector<Cell>& locked = {}) {
  const std::size_t width = rows[0].size(), cells = rows.size() * width;
  std::vector<Matrix> found;
  Matrix matrix = rows;
  const auto wanted = sums(rows);
  std::string parts = ".";
  for (const char part : {'L', 'S'})
    if (std::ranges::any_of(rows, [&](auto& row) { return row.find(part) != row.npos; }))
      parts += part;
  const auto place = [&](const auto& self, std::size_t cell) -> void {
    if (cell == cells) {
      if (sums(matrix) == wanted) found.push_back(matrix);
      return;
    }
    for (const char part : parts) {
      const Cell at{cell / width, cell % width};
      if (std::ranges::find(locked, at) != locked.end() && part != rows[at.first][at.second])
        continue;
      matrix[cell / width][cell % width] = part;
      self(self, cell + 1);
    }
  };
  place(place, 0);
  return found;
}

// Each of the matrices comes up, and equally often: chi-squared in standard deviations.
void expect_uniform(const Matrix& start, std::size_t matrices,
                    const std::vector<Cell>& locked = {}) {
  const auto all = all_of(start, locked);
  ASSERT_EQ(all.size(), matrices);
  const auto plan = network_of(start);
  PartWalk walk(BipartiteGraph(plan, as_stated()), locked);
  RandomEngine engine(11);
  std::map<Matrix, double> seen;
  const double expected = 300;
  for (double draws = expected * static_cast<double>(matrices); draws > 0; --draws) {
    walk.walk(8, engine);
    ++seen[text(walk, start[0].size())];
  }
  EXPECT_EQ(seen.size(), matrices);
  double chi = 0;
  for (const Matrix& matrix : all) chi += std::pow(seen[matrix] - expected, 2) / expected;
  const auto freedom = static_cast<double>(matrices) - 1;
  EXPECT_LT(std::abs(chi - freedom) / std::sqrt(2 * freedom), 4.5) << chi;
}

}  // namespace

// With one lead and one support in each row and column: the twelve Latin squares of order 3, which
// no exchange between two rows of two states alone can leave.
TEST(PartWalk, ReachesTheTwelveLatinSquaresEquallyOften) {
  expect_uniform({"LS.", ".LS", "S.L"}, 12);
}

TEST(PartWalk, ReachesEveryNetworkWithTheSumsOfUnevenOnes) {
  const Matrix one{"LS.S", ".LS.", "S..L"};
  expect_uniform(one, all_of(one).size());
  const Matrix other{"LLS", "S.L", ".S.", "SL."};
  expect_uniform(other, all_of(other).size());
}

// Supports only: two states, the ninety matrices of order 4 with sums 2 (OEIS A001499).
TEST(PartWalk, IsCurveballOnOnePart) { expect_uniform({"SS..", "SS..", "..SS", "..SS"}, 90); }

TEST(PartWalk, LeavesLockedCellsAlone) {
  const Matrix start{"LS.S", ".LS.", "S..L"};
  const std::vector<Cell> locked{{0, 0}, {2, 1}};
  expect_uniform(start, all_of(start, locked).size(), locked);
  EXPECT_LT(all_of(start, locked).size(), all_of(start).size());

  const auto plan = network_of(start);
  const BipartiteGraph graph(plan, as_stated());
  const std::vector<Cell> outside{{3, 0}};
  EXPECT_THROW(PartWalk(graph, outside), std::invalid_argument);
}

// All small networks of up to 3 × 3 with random cells are reached from where they start.
TEST(PartWalk, ReachesAllOfManyRandomSmallNetworks) {
  RandomEngine engine(5);
  for (int round = 0; round < 25; ++round) {
    Matrix start(3, "...");
    for (std::string& row : start)
      for (char& cell : row) cell = "LS."[uniform_below(engine, 3)];
    const auto plan = network_of(start);
    PartWalk walk(BipartiteGraph(plan, as_stated()));
    std::map<Matrix, int> seen;
    for (int i = 0; i < 2000; ++i) {
      walk.walk(2, engine);
      ++seen[text(walk, 3)];
    }
    EXPECT_EQ(seen.size(), all_of(start).size()) << start[0] << '/' << start[1] << '/' << start[2];
  }
}

TEST(PartWalk, KeepsAllSumsAfterAMillionSteps) {
  RandomEngine engine(7);
  Matrix start(12, std::string(15, '.'));
  for (std::string& row : start)
    for (char& cell : row) cell = "LSS..."[uniform_below(engine, 6)];
  const auto plan = network_of(start);
  PartWalk walk(BipartiteGraph(plan, as_stated()));

  walk.walk(1'000'000 / 27, engine);

  EXPECT_NE(text(walk, 15), start);
  EXPECT_EQ(sums(text(walk, 15)), sums(start));
  for (const auto& unit : walk.units())
    EXPECT_TRUE(std::ranges::is_sorted(unit, std::less_equal{}, &PartWalk::Entry::task));
}

TEST(PartWalk, IsTheSameBySeedAndCopesWithNothingToDeal) {
  const auto plan = test::role_toy_network();
  const BipartiteGraph graph(plan);
  PartWalk a(graph), b(graph);
  RandomEngine one(3), same(3);
  a.walk(20, one);
  b.walk(20, same);
  EXPECT_EQ(a.units(), b.units());

  const auto nothing = test::network({});
  PartWalk empty{BipartiteGraph(nothing)};
  empty.walk(3, one);
  EXPECT_TRUE(empty.units().empty());
}

}  // namespace respnet::graph
