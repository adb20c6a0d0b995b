// The README says what the program says. RESPNET_REFRESH=1 rewrites its generated parts.

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "respnet/analysis/catalog.hpp"
#include "respnet/viz/picture.hpp"
#include "support/process.hpp"

namespace respnet {
namespace {

// What stands in the file between the line that begins with `begin` and the next `end`.
void expect_block(const std::string& file, const std::string& begin, const std::string& end,
                  const std::string& wanted) {
  const std::string path = std::string(RESPNET_SOURCE_DIR) + "/" + file;
  std::string readme = test::content(path);
  const std::size_t marker = readme.find(begin);
  ASSERT_NE(marker, std::string::npos) << begin;
  const std::size_t first = readme.find('\n', marker) + 1;
  const std::size_t last = readme.find(end, first);
  ASSERT_NE(last, std::string::npos) << end;
  const std::string found = readme.substr(first, last - first);
  if (std::getenv("RESPNET_REFRESH") != nullptr) {
    readme.replace(first, last - first, wanted);
    std::ofstream(path, std::ios::binary) << readme;
  }
  EXPECT_EQ(found, wanted);
}

TEST(Readme, ListsEveryMeasureOfTheCatalogue) {
  // The concentration indices are the same for four loads: one of them stands for all.
  std::string table = "\n| measure | of | meaning | 名称 |\n|---|---|---|---|\n";
  for (const analysis::Measure& measure : analysis::catalog()) {
    if (measure.id.starts_with("concentration.") && !measure.id.starts_with("concentration.tasks."))
      continue;
    std::string meaning(measure.meaning.en);
    std::string label(measure.label.zh);
    for (std::string* text : {&meaning, &label})
      for (std::size_t at = text->find("{lead}"); at != std::string::npos;
           at = text->find("{lead}"))
        text->replace(at, 6, text == &label ? "牵头" : "lead");
    table += "| `" + measure.id + "` | " + std::string(analysis::name(measure.level)) + " | " +
             meaning + " | " + label + " |\n";
  }

  expect_block("README.md", "<!-- measures:", "<!-- end of measures -->", table + "\n");
}

TEST(Readme, ShowsWhatDescribePrints) {
  const auto outcome = test::shell("respnet describe datasets/changle-2024/notice.md");

  for (const char* readme : {"README.md", "README.zh-CN.md"})
    expect_block(readme, "$ respnet describe datasets/changle-2024/notice.md", "```", outcome.out);
}

TEST(Readme, NamesEveryCommandAndView) {
  const std::string commands =
      test::shell("respnet --help | sed -n '/^Commands:/,/^$/p' | awk 'NF>1 {print $1}'").out;
  for (const char* file : {"README.md", "README.zh-CN.md"}) {
    const std::string readme = test::content(std::string(RESPNET_SOURCE_DIR) + "/" + file);
    std::istringstream names(commands);
    for (std::string name; names >> name;)
      EXPECT_NE(readme.find("| `" + name), std::string::npos) << file << ": " << name;
    for (const viz::View view : viz::kViews)
      EXPECT_NE(readme.find("| `" + std::string(viz::name(view)) + "` |"), std::string::npos)
          << file << ": " << viz::name(view);
  }
}

}  // namespace
}  // namespace respnet
