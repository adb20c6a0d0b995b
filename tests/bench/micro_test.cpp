// respnet-micro as a program.

#include <set>
#include <sstream>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/process.hpp"

namespace respnet {
namespace {

using nlohmann::json;

TEST(Micro, HasEveryKernelOfTheDriverInTwoSizes) {
  const auto listed = test::shell("'" RESPNET_MICRO "' --benchmark_list_tests");
  const auto help = test::shell("'" RESPNET_BENCH "' --help").out;

  ASSERT_EQ(listed.code, 0) << listed.err;
  std::istringstream lines(listed.out);
  std::set<std::string> names;
  for (std::string line; std::getline(lines, line);) names.insert(line);
  EXPECT_EQ(names.size(), 2 * 18U);
  for (const std::string& name : names) {
    const std::string kernel = name.substr(0, name.find('/'));
    EXPECT_NE(help.find(kernel), std::string::npos) << name;
    EXPECT_TRUE(names.contains(kernel + "/S") && names.contains(kernel + "/M")) << name;
  }
}

// Ten thousand assignments or so, counted with each run of a kernel that takes all of them.
TEST(Micro, TimesWhatItMadeInMemory) {
  const auto run = test::shell("'" RESPNET_MICRO
                               "' --benchmark_filter='^(read|bicm)/S$' --benchmark_min_time=0.01 "
                               "--benchmark_format=json");

  ASSERT_EQ(run.code, 0) << run.err;
  const json rows = json::parse(run.out).at("benchmarks");
  ASSERT_EQ(rows.size(), 2U);
  for (const json& row : rows) {
    EXPECT_FALSE(row.contains("error_occurred")) << row;
    const double seconds = row.at("cpu_time").get<double>() / 1e3;
    EXPECT_NEAR(row.at("items_per_second").get<double>() * seconds, 10'000, 500) << row;
  }
  EXPECT_EQ(test::shell("'" RESPNET_MICRO "' --no-such-option").code, 2);
}

}  // namespace
}  // namespace respnet
