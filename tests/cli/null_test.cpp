// respnet metrics --null: numbers beside what chance gives.

#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/process.hpp"

namespace respnet {
namespace {

using test::shell;

const std::string kDavis = "respnet metrics datasets/southern-women/edges.csv ";

// The cell of a CSV row that begins with `row`, as a number.
double cell(const std::string& csv, const std::string& row, int column) {
  const std::size_t begin = csv.find("\n" + row);
  if (begin == std::string::npos) return -1;
  std::size_t at = begin + 1;
  for (; column > 0; --column) at = csv.find(',', at) + 1;
  return std::stod(csv.substr(at));
}

// Gini of the women's events: 0.2340824. Had each event drawn its women: 89 / 18 events a woman,
// and 8 or more with chance 0.0611501 (all outcomes in fractions, by Python).
TEST(NullModels, StandBesideTheObservedNumbers) {
  const auto network =
      shell(kDavis + "--level network --null task-sizes --samples 300 --format csv");
  EXPECT_EQ(network.code, 0) << network.err;
  EXPECT_NEAR(cell(network.out, "concentration.tasks.gini", 1), 0.2340824, 6e-7);

  const auto units =
      shell(kDavis + "--select load.tasks --null task-sizes --samples 4000 --format csv");
  EXPECT_NEAR(cell(units.out, "u1,Evelyn Jefferson,load.tasks", 3), 8, 1e-12);
  EXPECT_NEAR(cell(units.out, "u1,Evelyn Jefferson,load.tasks", 4), 89.0 / 18, 0.1);
  EXPECT_NEAR(cell(units.out, "u1,Evelyn Jefferson,load.tasks", 10), 0.0611501, 0.015);
}

TEST(NullModels, AreTheSameWithAnyNumberOfThreads) {
  const std::string line = kDavis + "--null margins --samples 60 --select 'load.share' --threads ";
  const auto one = shell(line + "1");
  EXPECT_EQ(one.code, 0) << one.err;
  EXPECT_EQ(one.out, shell(line + "3").out);
  EXPECT_NE(one.out, shell(line + "1 --seed 2").out);
}

TEST(NullModels, AreOneDocumentInJson) {
  const auto both = shell(kDavis + "--null role-margins --samples 20 --format json");
  ASSERT_EQ(both.code, 0) << both.err;
  const auto json = nlohmann::json::parse(both.out);
  EXPECT_EQ(json["schema"], "respnet-null/1");
  EXPECT_EQ(json["model"], "role-margins");
  EXPECT_EQ(json["samples"], 20);
  EXPECT_EQ(json["run"]["options"]["null"], "role-margins");
  EXPECT_EQ(json["network"].back()["measure"], "clusters.modularity");
  EXPECT_EQ(json["units"][0]["measure"], "load.share");
  bool refused = false;  // what the model fixes
  for (const auto& row : json["refused"]) refused |= row["id"] == "load.lead";
  EXPECT_TRUE(refused) << both.out;

  const auto one = shell(kDavis + "--null margins --samples 20 --format json --level network");
  EXPECT_FALSE(nlohmann::json::parse(one.out).contains("units"));
}

TEST(NullModels, RefuseWhatSaysNothing) {
  for (const char* wrong :
       {"--null margins --select load.tasks --samples 20", "--null fill --level task",
        "--samples 20", "--null sizes", "--null fill --samples 0"}) {
    const auto outcome = shell(kDavis + wrong);
    EXPECT_EQ(outcome.code, 2) << wrong;
    EXPECT_NE(outcome.err, "") << wrong;
  }
  const auto left = shell(kDavis + "--null margins --samples 20");
  EXPECT_EQ(left.code, 0) << left.err;
  EXPECT_NE(
      left.err.find("load.tasks, load.sections were left out: the null model 'margins' fixes it"),
      std::string::npos)
      << left.err;
}

}  // namespace
}  // namespace respnet
