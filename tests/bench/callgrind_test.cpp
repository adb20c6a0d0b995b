// scripts/callgrind as a program.

#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/process.hpp"

namespace respnet {
namespace {

using nlohmann::json;
using test::Folder;

test::Outcome callgrind(const Folder& folder, const std::string& options = "") {
  return test::shell("scripts/callgrind --build '" RESPNET_BUILD_DIR
                     "' --kernels pagerank --baseline '" +
                     (folder / "counts.json").string() + "' " + options);
}

json stored(const Folder& folder) { return json::parse(test::content(folder / "counts.json")); }

TEST(Callgrind, CountsTheSameEachTime) {
  const Folder folder;

  const auto first = callgrind(folder, "--update");
  ASSERT_EQ(first.code, 0) << first.err;
  const double count = stored(folder).at("instructions").at("pagerank").get<double>();
  EXPECT_GT(count, 1e5);  // ten thousand assignments, ten times or more
  EXPECT_LT(count, 1e8);  // and not the reading of them as well

  const auto second = callgrind(folder, "--limit 1.001");
  EXPECT_EQ(second.code, 0) << second.out << second.err;
  EXPECT_NE(second.out.find(" 1.000\n"), std::string::npos) << second.out;
}

TEST(Callgrind, FailsWhereAKernelTakesMore) {
  const Folder folder;
  ASSERT_EQ(callgrind(folder, "--update").code, 0);
  json counts = stored(folder);
  json& count = counts.at("instructions").at("pagerank");
  count = count.get<double>() / 1.08;
  folder.file("counts.json", counts.dump());

  const auto strict = callgrind(folder);
  EXPECT_EQ(strict.code, 1) << strict.err;
  EXPECT_NE(strict.out.find("more than 1.05 times the instructions: pagerank"), std::string::npos)
      << strict.out;
  EXPECT_EQ(callgrind(folder, "--limit 1.1").code, 0);
}

TEST(Callgrind, SaysWhereNumbersCannotBeCompared) {
  const Folder folder;
  folder.file("counts.json", R"({"compiler": "made up 1.0", "instructions": {"pagerank": 1000}})");

  const auto run = callgrind(folder);

  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.out.find("not comparable; compiler: made up 1.0 then,"), std::string::npos)
      << run.out;
}

}  // namespace
}  // namespace respnet
