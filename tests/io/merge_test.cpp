#include "respnet/io/merge.hpp"

#include <gtest/gtest.h>

#include "io/support.hpp"
#include "respnet/io/write.hpp"
#include "support/network.hpp"

namespace respnet::io {
namespace {

// One document of this issuer: section 1, task 1.1 by `unit` alone.
model::Network plan(const std::string& issuer, const std::string& unit) {
  model::NetworkBuilder builder("plan");
  builder.set_title(issuer + " plan");
  const model::SourceId source = builder.add_source({.path = "plan.md", .issuer = issuer});
  const model::SectionId section =
      builder.add_section({.id = "1", .title = "一、", .source = source});
  const model::TaskId task = builder.add_task({.id = "1.1",
                                               .section = section,
                                               .source = source,
                                               .lines = {3, 4},
                                               .clauses = {{"(" + unit + ")", {4, 4}, {7, 20}}}});
  builder.add_assignment(task, builder.add_unit({.name = unit, .offices = {issuer + " office"}}),
                         model::Role::Lead, 1, {.line = 4, .span = {8, 19}});
  builder.add_note({"of-task", task, 4, "doubt"});
  builder.add_note({"of-all", std::nullopt, 0, "doubt"});
  return std::move(builder).build();
}

std::vector<model::Network> list(auto... networks) {
  std::vector<model::Network> result;
  (result.push_back(std::move(networks)), ...);
  return result;
}

}  // namespace

TEST(Merge, NumbersSourcesAndPrefixesIds) {
  const model::Network both = merged(list(plan("Town", "Water"), plan("Shire", "Roads")));

  EXPECT_EQ(both.title(), "Town plan + Shire plan");
  EXPECT_EQ(both.sources()[1].id, "s2");
  EXPECT_EQ(both.section(model::SectionId{1}).id, "s2:1");
  EXPECT_EQ(both.task_id(model::TaskId{1}), "s2:1.1");
  EXPECT_EQ(both.task(model::TaskId{1}).section, model::SectionId{1});
  EXPECT_EQ(both.task(model::TaskId{1}).source, model::SourceId{1});
  EXPECT_EQ(both.task(model::TaskId{1}).clauses[0].span, (model::Span{7, 20}));
  EXPECT_EQ(both.assignment(model::AssignmentId{1}).span, (model::Span{8, 19}));
}

TEST(Merge, TellsInNotesWhichSourceTheyMean) {
  const model::Network both = merged(list(plan("Town", "Water"), plan("Shire", "Roads")));
  ASSERT_EQ(both.notes().size(), 4U);
  EXPECT_EQ(both.notes()[2].task, model::TaskId{1});
  EXPECT_EQ(both.notes()[2].message, "doubt");
  EXPECT_EQ(both.notes()[3].message, "s2: doubt");
}

TEST(Merge, MakesOneUnitOfEqualNamesWithinOneIssuer) {
  const model::Network both = merged(list(plan("Town", "Water"), plan("Town", "Water")));
  ASSERT_EQ(both.unit_count(), 1U);
  EXPECT_EQ(both.assignment_count(), 2U);
  EXPECT_EQ(both.unit(model::UnitId{0}).offices.size(), 1U);
}

TEST(Merge, KeepsEqualNamesOfDifferentIssuersApartAndSaysSo) {
  const model::Network both = merged(list(plan("Town", "Water"), plan("Shire", "Water")));
  ASSERT_EQ(both.unit_count(), 2U);
  EXPECT_EQ(both.notes()[0].code, "same-name");
  EXPECT_EQ(both.notes()[0].message,
            "'Water' is the name of 2 units, of 'Town', 'Shire'; kept apart");
}

TEST(Merge, TakesInputsWithoutIssuerTogetherAndSaysSo) {
  const model::Network both =
      merged(list(test::network({{"a", "Water"}}), test::network({{"a", "Water"}})));
  EXPECT_EQ(seen(both), "s1:a/Water/responsible s2:a/Water/responsible");
  EXPECT_EQ(both.unit_count(), 1U);
  EXPECT_EQ(both.source_count(), 2U);
  EXPECT_EQ(both.notes()[0].code, "merged-without-issuer");
}

TEST(Merge, KeepsTwoUnitsOfOneInputApartWhateverTheirNames) {
  model::NetworkBuilder builder("x");
  const model::TaskId task = builder.add_task({.id = "a"});
  builder.add_assignment(task, builder.add_unit({.name = "Water"}), model::Role::Lead);
  builder.add_assignment(task, builder.add_unit({.name = "Water"}), model::Role::Support);
  const model::Network twins = std::move(builder).build();

  const model::Network both = merged(list(twins, test::network({{"b", "Water"}})));

  EXPECT_EQ(both.unit_count(), 2U);
  EXPECT_EQ(both.assignment_count(), 3U);
}

TEST(Merge, OfAMergedNetworkReplacesTheOldPrefixes) {
  const model::Network both = merged(list(plan("Town", "Water"), plan("Shire", "Roads")));
  const model::Network three = merged(list(plan("City", "Parks"), both));
  EXPECT_EQ(three.task_id(model::TaskId{0}), "s1:1.1");
  EXPECT_EQ(three.task_id(model::TaskId{1}), "s2:1.1");
  EXPECT_EQ(three.task_id(model::TaskId{2}), "s3:1.1");
}

TEST(Merge, SurvivesWritingAndReading) {
  const model::Network both = merged(list(plan("Town", "Water"), plan("Shire", "Water")));
  const std::string bytes = network_bytes(both, "json");
  EXPECT_EQ(network_bytes(network_in(bytes, "json"), "json"), bytes);
}

TEST(Merge, NamesFiveTitlesAndCountsTheRest) {
  std::vector<model::Network> many;
  for (const char* town : {"A", "B", "B", "C", "D", "E", "F"}) many.push_back(plan(town, "Water"));

  EXPECT_EQ(merged(std::move(many)).title(), "A plan + B plan + C plan + D plan + E plan + … (6)");
}

TEST(Merge, TakesLongListsOnce) {
  const auto with_offices = [](int first) {
    model::NetworkBuilder builder("plan");
    std::vector<std::string> offices;
    for (int i = first; i < first + 20; ++i) offices.push_back("office " + std::to_string(i));
    builder.add_unit({.name = "Water", .offices = std::move(offices)});
    return std::move(builder).build();
  };

  const model::Network both = merged(list(with_offices(0), with_offices(10)));

  const auto offices = both.unit(model::UnitId{0}).offices;
  ASSERT_EQ(offices.size(), 30U);
  EXPECT_EQ(offices[29], "office 29");
}

}  // namespace respnet::io
