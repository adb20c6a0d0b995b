#include "respnet/io/sarif.hpp"

#include <set>
#include <stdexcept>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "io/support.hpp"
#include "respnet/base/files.hpp"

namespace respnet::io {
namespace {

using nlohmann::json;

// What the schema of the parts we write says against the document; empty: nothing.
std::string objection(const json& document) {
  const json parts = json::parse(read_file(fixture("sarif_parts.schema.json")));
  valijson::Schema schema;
  valijson::adapters::NlohmannJsonAdapter adapter(parts);
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(adapter, schema);
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(document), &results))
    return "";
  valijson::ValidationResults::Error error;
  return results.popError(error) ? error.description : "refused";
}

SarifLog example() {
  return {.version = "1.0.0",
          .language = "zh",
          .rules = {{.id = "no-lead", .level = SarifLevel::Error, .summary = "Nobody leads."},
                    {.id = "open-list", .level = SarifLevel::Note, .help = "Name them."}},
          .files = {{.path = "计划 1/a:b.md", .sha256 = std::string(64, 'a')},
                    {.path = "page.HTML", .encoding = "gb18030"}},
          .results = {{.rule = 1,
                       .message = "等\x1b[31m \"quoted\"",
                       .file = 0,
                       .line = 7,
                       .place = "3.1",
                       .place_title = "修路",
                       .identity = "修路"},
                      {.rule = 0, .message = "no lead", .file = 1, .line = 9, .identity = "x"},
                      {.rule = 0, .message = "no lead"}}};
}

json written(const SarifLog& log) { return json::parse(sarif(log)); }

}  // namespace

TEST(Sarif, KeepsToTheStandard) {
  EXPECT_EQ(objection(written(example())), "");
  EXPECT_EQ(objection(written({.version = "1", .language = "en"})), "");
}

TEST(Sarif, IsCheckedAgainstASchemaThatRefusesOther) {
  const auto broken = {
      R"([{"op": "remove", "path": "/version"}])",
      R"([{"op": "replace", "path": "/version", "value": "2.0.0"}])",
      R"([{"op": "remove", "path": "/runs/0/tool/driver/name"}])",
      R"([{"op": "replace", "path": "/runs/0/results/0/level", "value": "info"}])",
      R"([{"op": "remove", "path": "/runs/0/results/0/message/text"}])",
      R"([{"op": "add", "path": "/runs/0/results/0/line", "value": 7}])",
      R"([{"op": "replace", "path": "/runs/0/artifacts/0/location/uri", "value": "a b"}])",
      R"([{"op": "replace",
           "path": "/runs/0/results/0/locations/0/physicalLocation/region/startLine",
           "value": 0}])"};
  for (const char* change : broken)
    EXPECT_NE(objection(written(example()).patch(json::parse(change))), "") << change;
}

TEST(Sarif, RefersToItsRulesAndFilesByTheirPlaces) {
  const json run = written(example())["runs"][0];
  const json& rules = run["tool"]["driver"]["rules"];

  std::set<std::string> ids;
  for (const json& rule : rules) EXPECT_TRUE(ids.insert(rule["id"]).second);
  for (const json& result : run["results"]) {
    const json& rule = rules.at(result["ruleIndex"].get<std::size_t>());
    EXPECT_EQ(result["ruleId"], rule["id"]);
    EXPECT_EQ(result["level"], rule["defaultConfiguration"]["level"]);
    if (!result.contains("locations")) continue;
    const json& file = result["locations"][0]["physicalLocation"]["artifactLocation"];
    EXPECT_EQ(file["uri"],
              run["artifacts"].at(file["index"].get<std::size_t>())["location"]["uri"]);
  }
}

TEST(Sarif, WritesPathsAsRelativeUris) {
  const json run = written(example())["runs"][0];

  EXPECT_EQ(run["artifacts"][0]["location"]["uri"], "%E8%AE%A1%E5%88%92%201/a%3Ab.md");
  EXPECT_EQ(run["artifacts"][1]["encoding"], "gb18030");
}

TEST(Sarif, PointsAtLinesOnlyWhereTheyAreThoseOfTheFile) {
  const json results = written(example())["runs"][0]["results"];

  EXPECT_EQ(results[0]["locations"][0]["physicalLocation"]["region"], json({{"startLine", 7}}));
  EXPECT_FALSE(results[1]["locations"][0]["physicalLocation"].contains("region"));
  EXPECT_EQ(results[1]["message"]["text"], "（正文第 9 行）no lead");
  EXPECT_FALSE(results[2].contains("locations"));
}

TEST(Sarif, ShowsControlCharactersOfMessagesEscaped) {
  const json result = written(example())["runs"][0]["results"][0];

  EXPECT_EQ(result["message"]["text"], "等\\x1b[31m \"quoted\"");
  EXPECT_EQ(result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"], "3.1");
}

TEST(Sarif, GivesAnEmptyMessageTheNameOfItsRule) {
  SarifLog log = example();
  log.results[0].message = "";

  EXPECT_EQ(written(log)["runs"][0]["results"][0]["message"]["text"], "open-list");
}

TEST(Sarif, FingerprintsStayWhenLinesMoveAndTellFindingsApart) {
  const auto prints = [](const SarifLog& log) {
    std::vector<std::string> all;
    const json document = written(log);
    for (const json& result : document["runs"][0]["results"])
      all.push_back(result["partialFingerprints"]["respnetFinding/v1"]);
    return all;
  };
  SarifLog log = example();
  log.results.push_back(log.results[0]);  // once more the same
  const auto before = prints(log);
  for (SarifResult& result : log.results) result.line += 100;

  EXPECT_EQ(prints(log), before);
  EXPECT_EQ(std::set<std::string>(before.begin(), before.end()).size(), 4U);
  log.results[0].identity = "another task";
  EXPECT_NE(prints(log)[0], before[0]);
  EXPECT_EQ(prints(log)[1], before[1]);
}

TEST(Sarif, RefusesResultsOfNoRule) {
  SarifLog log = example();
  log.results[0].rule = 2;

  EXPECT_THROW(sarif(log), std::logic_error);
}

}  // namespace respnet::io
