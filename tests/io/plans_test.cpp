// Whole plans, read as a user would have them read. See tests/plans/README.md.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "respnet/base/text.hpp"
#include "respnet/io/read.hpp"
#include "support/folder.hpp"

namespace respnet::io {
namespace {

namespace fs = std::filesystem;

const fs::path kPlans = fs::path(RESPNET_SOURCE_DIR) / "tests" / "plans";

// "2.1 Mend the dam: Water Board=lead, Parks=support?"
std::string shown(const model::Network& network) {
  std::string text;
  for (const model::TaskId id : network.task_ids()) {
    const model::Task task = network.task(id);
    text += std::string(task.id) + " " + printable(task.title) + ":";
    for (const model::AssignmentId each : network.assignments(id)) {
      const model::Assignment assignment = network.assignment(each);
      text += (assignment.order == 1 ? " " : ", ") + printable(network.unit_name(assignment.unit)) +
              "=" + std::string(name(assignment.role)) + (assignment.is_explicit ? "" : "?");
    }
    text += task.due.empty() ? "\n" : " by " + std::string(task.due) + "\n";
  }
  return text;
}

class Plans : public testing::TestWithParam<fs::path> {};

TEST_P(Plans, AreReadAsBefore) {
  const fs::path golden = kPlans / "golden" / (GetParam().filename().string() + ".txt");
  const std::string found = shown(read_network(GetParam()));
  if (std::getenv("RESPNET_REFRESH") != nullptr) std::ofstream(golden) << found;
  EXPECT_EQ(found, test::content(golden));
}

std::vector<fs::path> plans() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kPlans))
    if (entry.is_regular_file() && entry.path().filename() != "README.md")
      files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

INSTANTIATE_TEST_SUITE_P(All, Plans, testing::ValuesIn(plans()), [](const auto& plan) {
  std::string name = plan.param.filename().string();
  for (char& c : name)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  return name;
});

}  // namespace
}  // namespace respnet::io
