// The published JSON Schemas say what we write, and refuse what is broken.

#include <cmath>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "io/support.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/files.hpp"
#include "respnet/io/metrics_document.hpp"
#include "respnet/io/write.hpp"
#include "support/random_network.hpp"

namespace respnet::io {
namespace {

using nlohmann::json;

class SchemaFile {
 public:
  explicit SchemaFile(std::string_view name) {
    const json document = json::parse(read_file(dataset("schema") / name));
    valijson::adapters::NlohmannJsonAdapter adapter(document);
    valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(adapter, schema_);
  }

  bool accepts(const json& document) {
    valijson::Validator validator;
    return validator.validate(schema_, valijson::adapters::NlohmannJsonAdapter(document), nullptr);
  }

 private:
  valijson::Schema schema_;
};

SchemaFile& network_schema() {
  static SchemaFile schema("respnet-network-1.schema.json");
  return schema;
}

json small() {
  return json::parse(R"({"schema": "respnet-network/1", "sources": [{"id": "s1"}],
      "sections": [{"id": "1"}], "tasks": [{"id": "1.1", "lines": [1, 2]}],
      "units": [{"id": "u1", "name": "Water"}],
      "assignments": [{"task": "1.1", "unit": "u1", "role": "lead"}],
      "notes": [{"code": "odd"}]})");
}

}  // namespace

TEST(NetworkSchema, AcceptsWhatWeWrite) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const std::string bytes = network_bytes(test::random_network(seed), "json");
    EXPECT_TRUE(network_schema().accepts(json::parse(bytes))) << bytes;
  }
}

TEST(NetworkSchema, AcceptsTheDatasetsAndTheyAreAsWeWriteThem) {
  int files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(dataset(""))) {
    if (entry.path().filename() != "network.json") continue;
    ++files;
    const std::string bytes = read_file(entry.path());
    EXPECT_TRUE(network_schema().accepts(json::parse(bytes))) << entry.path();
    EXPECT_EQ(network_bytes(network_in(bytes, "json"), "json"), bytes) << entry.path();
  }
  EXPECT_GE(files, 1);
}

TEST(NetworkSchema, AllowsUnknownKeys) {
  json document = small();
  ASSERT_TRUE(network_schema().accepts(document));
  document["later"] = 1;
  document["tasks"][0]["later"] = {1, 2};
  EXPECT_TRUE(network_schema().accepts(document));
}

// Each breaks one thing; our reader refuses the same.
TEST(NetworkSchema, RefusesWhatTheReaderRefuses) {
  const auto broken = {
      R"([{"op": "remove", "path": "/schema"}])",
      R"([{"op": "replace", "path": "/schema", "value": "respnet-network/2"}])",
      R"([{"op": "remove", "path": "/units"}])",
      R"([{"op": "replace", "path": "/tasks", "value": {}}])",
      R"([{"op": "remove", "path": "/tasks/0/id"}])",
      R"([{"op": "replace", "path": "/tasks/0/id", "value": ""}])",
      R"([{"op": "replace", "path": "/tasks/0/id", "value": 7}])",
      R"([{"op": "replace", "path": "/tasks/0/lines", "value": [1]}])",
      R"([{"op": "replace", "path": "/tasks/0/lines", "value": [1, "2"]}])",
      R"([{"op": "replace", "path": "/tasks/0/lines", "value": [-1, 2]}])",
      R"([{"op": "add", "path": "/tasks/0/targets", "value": [{"value": "3"}]}])",
      R"([{"op": "remove", "path": "/units/0/name"}])",
      R"([{"op": "add", "path": "/units/0/kind", "value": "office"}])",
      R"([{"op": "add", "path": "/units/0/aliases", "value": [1]}])",
      R"([{"op": "replace", "path": "/assignments/0/role", "value": "boss"}])",
      R"([{"op": "add", "path": "/assignments/0/explicit", "value": "yes"}])",
      R"([{"op": "add", "path": "/assignments/0/order", "value": 1.5}])",
      R"([{"op": "remove", "path": "/notes/0/code"}])",
      R"([{"op": "replace", "path": "/sources/0", "value": "s1"}])",
  };
  EXPECT_NO_THROW(network_in(small().dump(), "json"));
  for (const char* change : broken) {
    const json document = small().patch(json::parse(change));
    EXPECT_FALSE(network_schema().accepts(document)) << change;
    EXPECT_THROW(network_in(document.dump(), "json"), InputError) << change;
  }
}

TEST(MetricsSchema, AcceptsWhatWeWriteAndRefusesOther) {
  SchemaFile schema("respnet-metrics-1.schema.json");
  const std::vector<Table> tables{{"network", "", {{"tasks", "", std::vector<std::int64_t>{3}}}},
                                  {"units",
                                   "",
                                   {{"id", "", std::vector<std::string>{"u1"}},
                                    {"name", "", std::vector<std::string>{"Water"}},
                                    {"co.constraint", "", std::vector<double>{std::nan("")}}}}};
  const std::string hash(64, 'a');
  json document = json::parse(metrics_document(
      {.version = "1.0.0", .command = "metrics", .inputs = {{"plan.md", hash}}}, tables));
  EXPECT_TRUE(schema.accepts(document));

  json estimated = document;
  estimated["run"]["estimates"]["co.betweenness"] = {
      {"epsilon", 0.01}, {"of", "all pairs"}, {"delta", 0.1}, {"samples", 46080}, {"proven", true}};
  EXPECT_TRUE(schema.accepts(estimated));
  estimated["run"]["estimates"]["co.betweenness"].erase("delta");
  EXPECT_FALSE(schema.accepts(estimated));

  json no_run = document;
  no_run.erase("run");
  EXPECT_FALSE(schema.accepts(no_run));
  json nested = document;
  nested["units"][0]["load"] = {{"tasks", 1}};
  EXPECT_FALSE(schema.accepts(nested));
  json nameless = document;
  nameless["units"][0].erase("name");
  EXPECT_FALSE(schema.accepts(nameless));
  json hashless = document;
  hashless["run"]["inputs"][0]["sha256"] = "?";
  EXPECT_FALSE(schema.accepts(hashless));
}

}  // namespace respnet::io
