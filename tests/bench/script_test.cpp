// scripts/bench as a program, with peers that are little scripts.

#include <filesystem>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/process.hpp"

namespace respnet {
namespace {

using nlohmann::json;
using test::Folder;

void peer(const Folder& folder, const char* name, const std::string& body) {
  std::filesystem::permissions(folder.file(name, "#!/bin/sh\n" + body + "\n"),
                               std::filesystem::perms::owner_all);
}

struct Printed {
  test::Outcome outcome;
  std::string page;
  json data;
};

Printed bench(const Folder& folder, const std::string& options) {
  const std::string here = (folder / "").string();
  Printed run{
      test::shell("scripts/bench --build '" RESPNET_BUILD_DIR "' --peer-dir " + here + " --data " +
                  here + " -o " + here + " --threads 1 --budget 0.1 --size S " + options),
      test::content(folder / "bench.md"),
      {}};
  run.data = json::parse(test::content(folder / "bench.json"), nullptr, false);
  return run;
}

}  // namespace

TEST(BenchScript, PutsPeersBesideRespnet) {
  const Folder folder;
  peer(folder, "gapbs-bench", "exec '" RESPNET_BENCH "' \"$@\"");

  const Printed run = bench(folder, "--peers gapbs networkit --kernels gini components");

  ASSERT_EQ(run.outcome.code, 0) << run.outcome.err;
  EXPECT_EQ(run.outcome.out, run.page);
  EXPECT_NE(run.page.find("## components"), std::string::npos);
  EXPECT_NE(run.page.find("| networkit | not installed |"), std::string::npos);
  EXPECT_EQ(run.page.find("≠** |"), std::string::npos) << run.page;
  const json& rows = run.data.at("results").at("gini/S");
  EXPECT_EQ(rows.at("gapbs").at("check"), rows.at("respnet").at("check"));
  EXPECT_EQ(run.data.at("versions").at("networkit"), "not installed");
}

TEST(BenchScript, SaysWhichAnswersDiffer) {
  const Folder folder;
  peer(folder, "gapbs-bench",
       R"(echo '{"seconds": 1, "cpu": 1, "times": [1], "base_mb": 1, "peak_mb": 1, )"
       R"("check": {"gini": 0.5}, "version": "made up"}')");

  const Printed run = bench(folder, "--peers gapbs --kernels gini");

  EXPECT_EQ(run.outcome.code, 1) << run.outcome.err;
  EXPECT_NE(run.page.find("**≠** |"), std::string::npos) << run.page;
  EXPECT_NE(run.page.find("- gini S gapbs: gini 0.5, respnet 0.39"), std::string::npos) << run.page;
}

TEST(BenchScript, GivesUpOnWhatTakesTooLongOrFails) {
  const Folder folder;
  peer(folder, "gapbs-bench", "[ $2 = gini ] && exec sleep 60; [ $2 = kcore ] && exit 3; exit 9");

  const Printed run = bench(folder, "--peers gapbs --kernels gini kcore components --limit 5");

  EXPECT_EQ(run.outcome.code, 0) << run.outcome.err;
  const json& results = run.data.at("results");
  EXPECT_EQ(results.at("gini/S").at("gapbs").at("failed"), "> 5 s");
  EXPECT_FALSE(results.at("kcore/S").contains("gapbs"));
  EXPECT_EQ(results.at("components/S").at("gapbs").at("failed"), "exit code 9");
}

}  // namespace respnet
