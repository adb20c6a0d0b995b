#include "respnet/io/metrics_document.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <gtest/gtest.h>

namespace respnet::io {
namespace {

const Run kRun{.version = "1.2.0",
               .command = "metrics",
               .options = {{"lead", "first"}, {"groups", "keep"}},
               .seed = 7,
               .inputs = {{"a.md", "00"}, {"b.md", "11"}}};

}  // namespace

TEST(MetricsDocument, HasTheRunAndEachTableUnderItsId) {
  const std::vector<Table> tables{{"units",
                                   "",
                                   {{"id", "", std::vector<std::string>{"u1", "u2"}},
                                    {"load.share", "", std::vector<double>{0.5, std::nan("")}}}},
                                  {"network", "", {{"tasks", "", std::vector<std::int64_t>{31}}}}};
  EXPECT_EQ(
      metrics_document(kRun, tables),
      "{\"schema\": \"respnet-metrics/1\",\n"
      " \"run\": {\"version\": \"1.2.0\", \"command\": \"metrics\", \"options\": {\"groups\": "
      "\"keep\", \"lead\": \"first\"}, \"seed\": 7, "
      "\"inputs\": [{\"path\": \"a.md\", \"sha256\": \"00\"}, {\"path\": \"b.md\", "
      "\"sha256\": \"11\"}]},\n"
      " \"network\": {\"tasks\": 31},\n"
      " \"units\": [\n"
      "  {\"id\": \"u1\", \"load.share\": 0.5},\n"
      "  {\"id\": \"u2\", \"load.share\": null}]}\n");
}

TEST(MetricsDocument, SaysWhatWasEstimatedAndHowFarOff) {
  const io::Run run{.version = "1",
                    .command = "metrics",
                    .inputs = {},
                    .estimates = {{"co.betweenness", "all pairs", 0.01, 0.1, 46080, true},
                                  {"co.harmonic", "all others", 0.02, 0.05, 9, false}}};
  EXPECT_EQ(metrics_document(run, {}),
            "{\"schema\": \"respnet-metrics/1\",\n \"run\": {\"version\": \"1\", \"command\": "
            "\"metrics\", \"options\": {}, \"seed\": 1, \"inputs\": [], \"estimates\": {"
            "\"co.betweenness\": {\"epsilon\": 0.01, \"of\": \"all pairs\", \"delta\": 0.1, "
            "\"samples\": 46080, \"proven\": true}, "
            "\"co.harmonic\": {\"epsilon\": 0.02, \"of\": \"all others\", \"delta\": 0.05, "
            "\"samples\": 9, \"proven\": false}}}}\n");
  const Table rows = run_table(run, Language::En);
  const auto& keys = std::get<std::vector<std::string>>(rows.columns[0].values);
  const auto& values = std::get<std::vector<std::string>>(rows.columns[1].values);
  EXPECT_EQ(keys.back(), "estimate.co.harmonic");
  EXPECT_EQ(values.back(), "epsilon 0.02 of all others, delta 0.05, 9 samples, not proven");
}

TEST(MetricsDocument, HasTheSameBytesWithAnyNumberOfThreads) {
  constexpr std::size_t rows = 10000;
  std::vector<std::string> names;
  std::vector<double> values;
  for (std::size_t row = 0; row < rows; ++row) {
    names.push_back("unit \"" + std::to_string(row) + '"');
    values.push_back(static_cast<double>(row) / 8);  // an exact decimal
  }
  const std::vector<Table> tables{{"units", "", {{"name", "", names}, {"share", "", values}}}};
  const std::string whole = metrics_document(kRun, tables);
  EXPECT_NE(whole.find("{\"name\": \"unit \\\"9999\\\"\", \"share\": 1249.875}]}\n"), whole.npos);
  EXPECT_EQ(std::ranges::count(whole, '\n'), static_cast<std::ptrdiff_t>(rows + 3));
  for (const unsigned threads : {1U, 2U, 16U}) {
    std::string pieces;
    write_metrics_document(
        kRun, tables, [&](std::string_view piece) { pieces += piece; }, threads);
    EXPECT_TRUE(pieces == whole) << threads << " threads";
  }
}

TEST(MetricsDocument, RefusesTablesThatHaveNoPlace) {
  EXPECT_THROW(metrics_document(kRun, std::vector<Table>{{"unit", "", {}}}), std::invalid_argument);
  EXPECT_THROW(metrics_document(kRun, std::vector<Table>{{"network", "", {}}}),
               std::invalid_argument);
}

TEST(MetricsDocument, OfNoTableIsTheRunAlone) {
  EXPECT_EQ(
      metrics_document({.version = "1", .command = "x", .inputs = {}}, {}),
      "{\"schema\": \"respnet-metrics/1\",\n \"run\": {\"version\": \"1\", \"command\": \"x\", "
      "\"options\": {}, \"seed\": 1, \"inputs\": []}}\n");
}

}  // namespace respnet::io
