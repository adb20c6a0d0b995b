#include "respnet/report/exports.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "respnet/io/read.hpp"
#include "respnet/io/write.hpp"

namespace respnet::report {
namespace {

model::Network sample() {
  return io::read_network(std::string(RESPNET_SOURCE_DIR) + "/datasets/changle-2024/notice.md");
}

TEST(Exports, HoldEveryMeasureOfEachLevelThatTheFormatHolds) {
  const model::Network network = sample();
  const analysis::Study study(network);
  const Exports all = exports(study, ExportOptions{});
  std::set<std::string> columns;
  for (const Table& table : all.tables)
    for (const Column& column : table.columns) columns.insert(table.id + "." + column.id);
  const std::vector<std::string> tables{"network", "units", "tasks", "pairs"};
  for (const analysis::Measure& measure : analysis::catalog())
    EXPECT_TRUE(
        columns.contains(tables[static_cast<std::size_t>(measure.level)] + "." + measure.id))
        << measure.id;
  EXPECT_EQ(all.catalog.rows(), analysis::catalog().size());

  const Exports nodes = exports(study, {.holds = {.nodes = true}});
  for (const Table& table : nodes.tables)
    EXPECT_TRUE(table.id == "loads" || table.id == "units" || table.id == "tasks") << table.id;
  EXPECT_TRUE(exports(study, {.holds = {}}).tables.empty());
}

TEST(Exports, OfSelectedMeasuresHaveNoOthers) {
  const model::Network network = sample();
  const analysis::Study study(network);
  const Exports made = exports(study, {.select = analysis::Selection("load.tasks")});
  const auto json =
      nlohmann::json::parse(io::network_bytes(network, "node-link", made.attachments(nullptr)));
  const auto& unit = json["nodes"].back();
  EXPECT_TRUE(unit.contains("load.tasks"));
  EXPECT_FALSE(unit.contains("load.lead"));
}

TEST(Exports, KeepEveryUnitWhenGroupsAreDropped) {
  model::NetworkBuilder builder("test");
  const auto task = builder.add_task({.id = "1"});
  builder.add_assignment(task, builder.add_unit({.name = "甲局"}), model::Role::Responsible);
  builder.add_assignment(task, builder.add_unit({.name = "各乡镇", .kind = model::UnitKind::Group}),
                         model::Role::Responsible);
  const model::Network plan = std::move(builder).build();
  const analysis::Study study(plan, {.counting = {.groups = graph::GroupPolicy::Drop}});
  const Exports made = exports(study, ExportOptions{});
  ASSERT_EQ(made.unit_looks.size(), 2U);
  const auto json =
      nlohmann::json::parse(io::network_bytes(plan, "node-link", made.attachments(nullptr)));
  EXPECT_EQ(json["nodes"][1]["load.tasks"], 1);
  EXPECT_EQ(json["nodes"][2]["label"], "各乡镇");
  EXPECT_TRUE(json["nodes"][2]["load.tasks"].is_null());
  // Workbook and database take the tables too.
  EXPECT_FALSE(io::network_bytes(plan, "xlsx", made.attachments(nullptr)).empty());
  EXPECT_FALSE(io::network_bytes(plan, "sqlite", made.attachments(nullptr)).empty());
}

TEST(Exports, UnitsLookTheirClusterAndTheirTasks) {
  const model::Network network = sample();
  const analysis::Study study(network);
  const Exports made = exports(study, ExportOptions{});
  const auto& tasks = study.loads().tasks;
  const auto& of_unit = study.clusters().of_unit;
  for (std::size_t a = 0; a < tasks.size(); ++a)
    for (std::size_t b = 0; b < tasks.size(); ++b) {
      if (tasks[a] < tasks[b]) {
        EXPECT_LT(made.unit_looks[a].size, made.unit_looks[b].size);
      }
      if (of_unit[a] == of_unit[b]) {
        EXPECT_EQ(made.unit_looks[a].red, made.unit_looks[b].red);
      }
    }
}

TEST(Exports, SayWhatIsAnEstimateInTheRun) {
  const model::Network network = sample();
  const analysis::Study study(network);
  analysis::Results results =
      analysis::metrics(study, {.select = analysis::Selection("load.tasks")});
  results.remarks = {
      {"co.shared", analysis::Level::Pair, "too many pairs"},
      {"co.betweenness", analysis::Level::Unit, "drawn", false, {0.01, 0.1, 300, true}}};
  const Exports made = exports(study, std::move(results), Language::En);
  const io::Run run{
      .version = "1", .command = "export", .inputs = {}, .estimates = estimates(made.remarks)};
  const std::string wanted =
      R"("estimates": {"co.betweenness": {"epsilon": 0.01, "of": "all pairs", "delta": 0.1, )"
      R"("samples": 300, "proven": true}})";
  for (const std::string_view format : {"node-link", "graphml", "gexf"}) {
    std::string text = io::network_bytes(network, format, made.attachments(&run));
    for (std::size_t at; (at = text.find("&quot;")) != std::string::npos;)
      text.replace(at, 6, "\"");
    EXPECT_NE(text.find(wanted), std::string::npos) << format;
  }
}

TEST(Exports, TheCatalogHasAVersion) {
  EXPECT_EQ(catalog_version().size(), 12U);
  EXPECT_EQ(catalog_version(), catalog_version());
}

}  // namespace
}  // namespace respnet::report
