#include "respnet/analysis/breadth_depth.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "analysis/columns.hpp"
#include "respnet/analysis/study.hpp"
#include "support/davis.hpp"
#include "support/random_roles.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {
namespace {

using Values = std::vector<double>;

}  // namespace

// Partners 3 2 4 3 2 (median 3), joint tasks 5 4 4 3 2: depth 5/3, 2, 1, 1, 1 (median 1).
TEST(BreadthDepth, OfTheRoleToyIsByHand) {
  const auto network = test::role_toy_network();
  const Study study(network);
  const BreadthDepth found = breadth_depth(study.projection());

  EXPECT_EQ(found.breadth, (std::vector<std::uint32_t>{3, 2, 4, 3, 2}));
  EXPECT_EQ(found.depth, (Values{5.0 / 3, 2, 1, 1, 1}));
  EXPECT_EQ(found.median_breadth, 3);
  EXPECT_EQ(found.median_depth, 1);
  EXPECT_EQ(found.quadrant, (Values{1, 3, 1, 1, 3}));
}

TEST(BreadthDepth, OfDavisCountsTheEdgesOfTheProjection) {
  const auto network = test::davis_network();
  const BreadthDepth found = breadth_depth(Study(network).projection());
  double edges = 0, weight = 0;
  for (std::size_t unit = 0; unit < found.breadth.size(); ++unit) {
    edges += found.breadth[unit];
    weight += found.breadth[unit] * found.depth[unit];
  }

  EXPECT_EQ(edges, 2 * 139);
  EXPECT_NEAR(weight, 2 * 322, 1e-10);
}

// At least half of the units with partners are broad, and at least half are deep.
TEST(BreadthDepth, DividesAtTheMediansOnRandomNetworks) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const auto network = test::random_roles(seed);
    const Study study(network);
    const BreadthDepth found = breadth_depth(study.projection());
    double joined = 0, broad = 0, deep = 0;
    for (std::size_t unit = 0; unit < found.breadth.size(); ++unit) {
      const double quadrant = found.quadrant[unit];
      EXPECT_EQ(std::isnan(quadrant), found.breadth[unit] == 0) << seed;
      EXPECT_EQ(std::isnan(found.depth[unit]), found.breadth[unit] == 0) << seed;
      if (std::isnan(quadrant)) continue;
      EXPECT_GE(found.depth[unit], 1) << seed;
      ++joined;
      broad += quadrant <= 2 ? 1 : 0;
      deep += quadrant == 1 || quadrant == 3 ? 1 : 0;
    }
    EXPECT_GE(2 * broad, joined) << seed;
    EXPECT_GE(2 * deep, joined) << seed;
    EXPECT_EQ(found.median_breadth.has_value(), joined > 0) << seed;
  }
}

}  // namespace respnet::analysis
