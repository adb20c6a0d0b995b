#include "respnet/analysis/study.hpp"

#include <gtest/gtest.h>

#include "support/davis.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {

TEST(Study, ComputesEachResultOnce) {
  const auto network = test::davis_network();
  const Study study(network);

  EXPECT_EQ(&study.loads(), &study.loads());
  EXPECT_EQ(&study.clusters(), &study.clusters());
  EXPECT_EQ(&study.linkage(), &study.linkage());
  EXPECT_EQ(&study.pairs(), &study.pairs());
  EXPECT_EQ(&study.betweenness(), &study.betweenness());
  EXPECT_EQ(&study.projection(), &study.projection());
  EXPECT_NE(&study.projection(), &study.projection(graph::ProjectionWeight::Newman));
}

TEST(Study, PassesItsOptionsOn) {
  const auto network = test::davis_network();
  const Study study(network, {.counting = {.lead = graph::LeadPolicy::Explicit},
                              .cluster_method = ClusterMethod::Modularity,
                              .resolution = 1.25,
                              .pairs = {.min_shared = 7},
                              .seed = 9});

  EXPECT_EQ(study.graph().inferred_lead_count(), 0U);
  EXPECT_EQ(study.clusters().method, ClusterMethod::Modularity);
  EXPECT_EQ(study.clusters().resolution, 1.25);
  EXPECT_EQ(study.clusters().seed, 9U);
  for (const UnitPair& pair : study.pairs()) EXPECT_EQ(pair.shared, 7U);
}

TEST(Study, MeasuresTheConcentrationOfEachLoad) {
  const auto network = test::role_toy_network();
  const Study study(network);

  EXPECT_NEAR(*study.concentration_of(LoadKind::Tasks).gini, 0.2153846153846155, 1e-14);
  EXPECT_NEAR(*study.concentration_of(LoadKind::Lead).gini, 0.4, 1e-14);
  // Shares 11/6 4/3 5/3 5/6 1/3: Σ (2i - 6) x_(i) over 5 · 6 = (4·9/6 + 2·5/6) / 30 = 23/90.
  EXPECT_NEAR(*study.concentration_of(LoadKind::Share).gini, 23.0 / 90, 1e-14);
  // Weighted 3.5 2 2 1.5 0.5 (support counts half): (4·3 + 2·0.5) / (5 · 9.5).
  EXPECT_NEAR(*study.concentration_of(LoadKind::Weighted).gini, 13.0 / 47.5, 1e-14);
}

}  // namespace respnet::analysis
