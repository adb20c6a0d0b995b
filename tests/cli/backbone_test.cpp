// respnet backbone: pairs of units that chance does not explain.

#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/folder.hpp"
#include "support/process.hpp"

namespace respnet {
namespace {

using test::shell;

const std::string kDavis = "respnet backbone datasets/southern-women/edges.csv ";

// 17 of 153 pairs are below 0.05 under fixedrow; Katherina and Sylvia, six events, p 0.00233.
TEST(Backbone, ListsThePairsOfTheSouthernWomen) {
  const auto outcome = shell(kDavis + "--model fixedrow --correction none --format json");
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const auto json = nlohmann::json::parse(outcome.out);
  ASSERT_EQ(json["backbone"].size(), 17U);
  EXPECT_EQ(json["backbone"][0]["shared"], 6);
  EXPECT_NEAR(json["backbone"][0]["p_upper"].get<double>(), 0.002331002331, 1e-12);
  EXPECT_EQ(json["models"][0]["holm"], 0);

  const auto all = shell(kDavis + "--model all --trials 100 --format csv");
  EXPECT_NE(all.out.find("\nsdsm,153,,0,0,0,0,0\n"), std::string::npos) << all.out;
  EXPECT_NE(all.out.find("\nfixedrow,153,,17,0,0,0,0\n"), std::string::npos) << all.out;
}

TEST(Backbone, SaysWhenTrialsAreTooFewForTheCorrection) {
  const auto few = shell(kDavis + "--model fdsm --trials 100");
  EXPECT_EQ(few.code, 0) << few.err;
  EXPECT_NE(few.err.find("take --trials 3061"), std::string::npos) << few.err;  // 153 / 0.05 + 1
  EXPECT_EQ(shell(kDavis + "--model fdsm --trials 3061").err.find("take"), std::string::npos);
}

TEST(Backbone, HoldsLockedCells) {
  const test::Folder folder;
  const auto file =
      folder.file("locked.csv", "task,unit\nE1,Evelyn Jefferson\nE14,Evelyn Jefferson\n");
  const std::string line = "--alpha 1 --format csv ";
  const auto locked = shell(kDavis + line + "--locked " + file.string());
  ASSERT_EQ(locked.code, 0) << locked.err;
  EXPECT_NE(locked.out, shell(kDavis + line).out);
  EXPECT_EQ(shell(kDavis + "--model fdsm --locked " + file.string()).code, 2);

  const auto other = folder.file("other.csv", "task,unit\nE1,Nobody\n");
  const auto unknown = shell(kDavis + "--locked " + other.string());
  EXPECT_EQ(unknown.code, 2);
  EXPECT_NE(unknown.err.find("no unit is named 'Nobody'"), std::string::npos) << unknown.err;
}

TEST(Backbone, RefusesWhatItCannotUse) {
  for (const char* wrong : {"--model bipartite", "--alpha 0", "--alpha 2", "--correction fdr",
                            "--trials 10", "--trials 0 --model fdsm", "--locked nowhere.csv"}) {
    const auto outcome = shell(kDavis + wrong);
    EXPECT_NE(outcome.code, 0) << wrong;
    EXPECT_NE(outcome.err, "") << wrong;
  }
}

}  // namespace
}  // namespace respnet
