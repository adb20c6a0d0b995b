#include "respnet/analysis/command_tables.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "analysis/columns.hpp"
#include "support/davis.hpp"
#include "support/role_toy.hpp"

namespace respnet::analysis {
namespace {

using test::numbers;
using test::table;
using test::texts;
using Texts = std::vector<std::string>;

Texts ids(const Results& results) {
  Texts found;
  for (const Table& t : results.tables) found.push_back(t.id);
  return found;
}

void expect_rectangles(const Results& results) {
  for (const Table& t : results.tables) {
    EXPECT_FALSE(t.title.empty()) << t.id;
    for (const Column& column : t.columns) {
      EXPECT_EQ(column.size(), t.rows()) << t.id << " " << column.id;
      EXPECT_FALSE(column.label.empty()) << t.id << " " << column.id;
      EXPECT_EQ(column.label.find('{'), std::string::npos) << column.label;
    }
  }
}

// Three units; "busy" leads nine tasks of section 1 alone, the others share one of section 2.
model::Network uneven() {
  model::NetworkBuilder builder("test");
  std::vector<model::SectionId> sections;
  for (const char* id : {"1", "2"}) {
    model::SectionRow row;
    row.id = id;
    row.title = id;
    sections.push_back(builder.add_section(row));
  }
  const auto add = [&](std::string id, std::size_t section, std::vector<const char*> units) {
    model::TaskRow row;
    row.id = std::move(id);
    row.title = "title of " + row.id;
    row.section = sections[section];
    const auto task = builder.add_task(row);
    for (const char* unit : units)
      builder.add_assignment(task, builder.unit_of_name(unit), model::Role::Lead);
  };
  add("2.1", 1, {"calm", "quiet"});
  for (int i = 1; i <= 9; ++i) add("1." + std::to_string(i), 0, {"busy"});
  return std::move(builder).build();
}

}  // namespace

TEST(WorkloadTables, RankUnitsByTasksAndNameWhatStandsOut) {
  const auto network = uneven();
  const auto found = workload_tables(Study(network), Language::En);

  EXPECT_EQ(ids(found),
            (Texts{"units", "concentration", "outliers", "sections", "single_unit_tasks"}));
  const Table& units = table(found.tables, "units");
  EXPECT_EQ(texts(units, "name"), (Texts{"busy", "calm", "quiet"}));
  EXPECT_EQ(numbers(units, "load.tasks"), (std::vector<double>{9, 1, 1}));
  EXPECT_EQ(texts(units, "load.outlying"), (Texts{"tasks, lead, share, weighted", "", ""}));
  EXPECT_EQ(texts(table(found.tables, "outliers"), "names"), Texts(4, "busy"));
  expect_rectangles(found);
}

TEST(WorkloadTables, ShowTheConcentrationOfEachLoadByIndex) {
  const auto network = test::davis_network();
  const auto found = workload_tables(Study(network), Language::Zh);

  const Table& indices = table(found.tables, "concentration");
  EXPECT_EQ(indices.rows(), 17U);
  EXPECT_EQ(texts(indices, "id")[0], "gini");
  EXPECT_NEAR(numbers(indices, "tasks")[0], 0.23408239700374533, 1e-14);
  EXPECT_EQ(test::column(indices, "lead").label, "首位");
  expect_rectangles(found);
}

TEST(WorkloadTables, SpreadSectionsOverColumns) {
  const auto network = uneven();
  const Results found = workload_tables(Study(network), Language::Zh);
  const Table& sections = table(found.tables, "sections");

  EXPECT_EQ(numbers(sections, "section.1.tasks"), (std::vector<double>{9, 0, 0}));
  EXPECT_EQ(numbers(sections, "section.2.tasks"), (std::vector<double>{0, 1, 1}));
  EXPECT_EQ(numbers(sections, "section.1.lead"), (std::vector<double>{9, 0, 0}));
  EXPECT_EQ(test::column(sections, "section.1.lead").label, "1 牵头");
}

TEST(WorkloadTables, ListTasksOnOneUnitWithIt) {
  const auto network = test::role_toy_network();
  const Results found = workload_tables(Study(network), Language::En);
  const Table& tasks = table(found.tables, "single_unit_tasks");

  EXPECT_EQ(texts(tasks, "id"), Texts{"T5"});
  EXPECT_EQ(texts(tasks, "unit"), Texts{"C"});
}

TEST(ClusterTables, DescribeTheClustersOfDavis) {
  const auto network = test::davis_network();
  const auto found = cluster_tables(Study(network), Language::En);

  EXPECT_EQ(ids(found), (Texts{"clusters", "units", "bridges", "network"}));
  const Table& clusters = table(found.tables, "clusters");
  EXPECT_EQ(numbers(clusters, "id"), (std::vector<double>{1, 2, 3, 4}));
  EXPECT_EQ(numbers(clusters, "units"), (std::vector<double>{6, 5, 4, 3}));
  EXPECT_EQ(texts(clusters, "members")[3], "Eleanor, Ruth, Verne");
  EXPECT_EQ(table(found.tables, "units").rows(), 18U);
  EXPECT_NEAR(numbers(table(found.tables, "network"), "clusters.modularity")[0],
              0.34553717964903424, 1e-14);
  const auto cross = numbers(table(found.tables, "bridges"), "task.cross_cluster");
  EXPECT_TRUE(std::ranges::is_sorted(cross, std::greater<>{}));
  expect_rectangles(found);
}

TEST(LeadTables, RankUnitsByHowManyTheyMobilise) {
  const auto network = test::role_toy_network();
  const auto found = lead_tables(Study(network), Language::En);

  EXPECT_EQ(ids(found), (Texts{"units", "sole_leads"}));
  const Table& units = table(found.tables, "units");
  EXPECT_EQ(texts(units, "name"), (Texts{"A", "D", "B", "C", "E"}));  // C leads a task, E none
  EXPECT_EQ(numbers(units, "lead.reach"), (std::vector<double>{3, 2, 1, 0, 0}));
  EXPECT_EQ(numbers(units, "lead.sole"), (std::vector<double>{3, 1, 1, 1, 0}));
  EXPECT_EQ(numbers(units, "bipartite.articulation"), (std::vector<double>{0, 0, 0, 1, 0}));
  const Table& sole = table(found.tables, "sole_leads");
  EXPECT_EQ(texts(sole, "name")[0], "A");
  EXPECT_EQ(texts(sole, "tasks")[0], "T1 T2 T3");
  expect_rectangles(found);
}

TEST(LeadTables, ListTasksWithoutALead) {
  const auto network = test::davis_network();
  const Study study(network, {.counting = {.lead = graph::LeadPolicy::Explicit}});
  const auto found = lead_tables(study, Language::Zh);

  EXPECT_EQ(ids(found), (Texts{"units", "tasks_without_lead"}));
  EXPECT_EQ(table(found.tables, "tasks_without_lead").rows(), 14U);
}

// By hand: A and B share T1, T2 and T4; six of the eight subsets hold T2 or T4, where no third unit
// takes part.
TEST(ConceptTables, ListStandingGroupsWithTheirTasks) {
  const auto network = test::role_toy_network();
  const Study study(network);
  const auto found = concept_tables(study, Language::En);

  const Table& groups = table(found.tables, "concepts");
  EXPECT_EQ(texts(groups, "members"), (Texts{"A, B"}));
  EXPECT_EQ(texts(groups, "task_ids"), (Texts{"T1 T2 T4"}));
  EXPECT_EQ(numbers(groups, "concept.stability"), (std::vector<double>{0.75}));
  expect_rectangles(found);
  EXPECT_EQ(concept_tables(study, Language::En, {.min_units = 1, .min_tasks = 1, .top = 3})
                .tables.front()
                .rows(),
            3U);
}

TEST(CommandTables, OfTheEmptyNetworkAreEmptyButThere) {
  const auto network = test::network({});
  const Study study(network);

  for (const auto& found :
       {workload_tables(study, Language::Zh), cluster_tables(study, Language::Zh),
        lead_tables(study, Language::Zh), concept_tables(study, Language::Zh)}) {
    EXPECT_EQ(found.tables.front().rows(), 0U);
    EXPECT_FALSE(found.tables.front().columns.empty());
    expect_rectangles(found);
  }
}

}  // namespace respnet::analysis
