#include "respnet/report/folder.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/model/network_builder.hpp"
#include "support/role_toy.hpp"

namespace respnet::report {
namespace {

std::vector<std::string> names(const Folder& folder) {
  std::vector<std::string> names;
  for (const FileContent& file : folder.files) names.push_back(file.path.string());
  return names;
}

TEST(Folder, HoldsTheNetworkAndEveryLevelOfMeasures) {
  const auto network = test::role_toy_network();
  const analysis::Study study(network);
  const auto found = names(folder(study, {.language = Language::En}));

  EXPECT_EQ(found.front(), "index.html");
  for (const std::string name : {"network.json", "network.graphml", "network.xlsx",
                                 "metrics-units.csv", "metrics-tasks.csv", "metrics-pairs.csv"})
    EXPECT_NE(std::ranges::find(found, name), found.end()) << name;
}

TEST(Folder, OfALargeNetworkLeavesOutItsRowsAndNamesTheCommandsThatWriteThem) {
  const auto network = test::role_toy_network();
  const analysis::Study study(network);
  const Folder made = folder(study, {.language = Language::En, .most_assignments = 3});
  const auto found = names(made);

  EXPECT_EQ(found.front(), "index.html");
  for (const std::string name : {"metrics-network.csv", "metrics-units.csv", "bipartite.svg"})
    EXPECT_NE(std::ranges::find(found, name), found.end()) << name;
  for (const std::string name : {"network.json", "network.graphml", "network.xlsx",
                                 "metrics-tasks.csv", "metrics-pairs.csv"})
    EXPECT_EQ(std::ranges::find(found, name), found.end()) << name;
  const auto said = [&](std::string_view part) {
    return std::ranges::any_of(made.warnings, [&](const std::string& warning) {
      return warning.find(part) != std::string::npos;
    });
  };
  EXPECT_TRUE(said("of more than 3 assignments; respnet export -o FILE"));
}

// Their pairs are more than anybody counts unasked; the rest of the report is there all the same.
TEST(Folder, OfATaskOfTooManyUnitsHasAllButTheirPairs) {
  model::NetworkBuilder builder("crowd");
  for (int unit = 0; unit < 64'000; ++unit)
    builder.add_assignment(builder.task_of_id("1"), builder.unit_of_name(std::to_string(unit)),
                           model::Role::Support);
  const auto network = std::move(builder).build();
  const analysis::Study study(network);
  const Folder made = folder(study, {.language = Language::En});
  const auto found = names(made);

  for (const std::string name : {"index.html", "metrics-units.csv", "bipartite.svg"})
    EXPECT_NE(std::ranges::find(found, name), found.end()) << name;
  EXPECT_EQ(std::ranges::find(found, "coresponsibility.svg"), found.end());
  EXPECT_NE(std::ranges::find_if(made.warnings,
                                 [](const std::string& warning) {
                                   return warning.starts_with(
                                       "the picture coresponsibility was left out: ");
                                 }),
            made.warnings.end());
  EXPECT_NE(made.files.front().bytes.find("Which units share tasks was not counted"),
            std::string::npos);
}

}  // namespace
}  // namespace respnet::report
