// Every command, with 1, 2 and 16 threads: all bytes of what it prints and of every file it writes
// are the same.

#include <filesystem>
#include <map>
#include <ostream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "support/process.hpp"

namespace respnet {
namespace {

namespace fs = std::filesystem;
using test::content;
using test::Folder;
using test::Outcome;
using test::shell;

// S is that of `respnet generate`; few is for what draws a lot, or searches long; plan is a text.
constexpr std::string_view kMake =
    "respnet generate -q --size S -o S.csv && "
    "respnet generate -q --tasks 120 --units 40 -o few.csv && "
    "printf 'task,unit\\nT1,U1\\nT2,U2\\n' >locked.csv && "
    "cp \"$OLDPWD/datasets/changle-2024/notice.md\" plan.md";

struct Lines {
  std::string name;
  std::vector<std::string> lines;  // run in one folder, one after the other
};

std::vector<std::string> for_each(const std::string& line, const std::vector<std::string>& words) {
  std::vector<std::string> lines;
  for (const std::string& word : words) {
    lines.push_back(line);
    for (auto at = lines.back().find('@'); at != std::string::npos; at = lines.back().find('@'))
      lines.back().replace(at, 1, word);
  }
  return lines;
}

const std::vector<std::string> kTables{"table", "json", "csv", "markdown"};

std::vector<std::string> together(std::vector<std::string> lines,
                                  const std::vector<std::string>& more) {
  lines.insert(lines.end(), more.begin(), more.end());
  return lines;
}

void PrintTo(const Lines& lines, std::ostream* out) { *out << lines.lines.front(); }

const std::vector<Lines>& all_lines() {
  static const std::vector<Lines> all{
      {"Report", {"report few.csv -o all --pdf --docx"}},
      {"Describe", for_each("describe @ --format json", {"few.csv", "plan.md"})},
      {"Workload", for_each("workload S.csv --format @", kTables)},
      {"Clusters",
       together(for_each("clusters few.csv --samples 40 --method @", {"barber", "lpawb", "brim"}),
                for_each("clusters plan.md --runs 8 --format @", kTables))},
      {"ClustersOfMany",
       {"clusters S.csv --samples 40 --method modularity", "clusters S.csv --against modularity",
        "clusters few.csv --method sbm --against barber"}},
      {"Concepts", for_each("concepts S.csv --format @", kTables)},
      {"Backbone", together(for_each("backbone S.csv --model all --trials 200 --format @", kTables),
                            {"backbone few.csv --model fdsm --signed --trials 500"})},
      {"Leads", for_each("leads S.csv --format @", kTables)},
      {"Metrics", for_each("metrics few.csv --format @", kTables)},
      {"MetricsOfMany",
       for_each("metrics S.csv --format csv --level @", {"unit", "task", "pair", "network"})},
      {"MetricsAndChance",
       together(for_each("metrics S.csv --samples 30 --null @",
                         {"fill", "task-sizes", "unit-degrees", "margins", "role-margins",
                          "role-margins --locked locked.csv", "roles"}),
                {"metrics few.csv --samples 40 --level network --format json --null margins"})},
      {"Render", together(for_each("render plan.md --view @ -o @.svg",
                                   {"bipartite", "coresponsibility", "leads", "matrix", "workload",
                                    "lorenz", "dendrogram", "clusters", "ego", "task-sheet"}),
                          for_each("render few.csv --view coresponsibility --lint -o picture.@",
                                   {"svg", "png", "pdf", "dot"}))},
      {"RenderOfMany", for_each("render S.csv --view @ -o @-of-many.svg",
                                {"coresponsibility", "leads", "clusters", "dendrogram"})},
      {"Import", together(for_each("import plan.md few.csv S.csv -o net.@", {"json", "xlsx"}),
                          {"import plan.md -o plan.json --review review.csv"})},
      {"Check", together(for_each("check plan.md --format @", kTables),
                         {"check plan.md --format sarif", "check S.csv --strict"})},
      {"Explain", together(for_each("explain S.csv U1 --format @", kTables),
                           {"explain plan.md 区教育局 --measure load.share"})},
      {"Export", for_each("export few.csv --manifest manifest-@.json --to @ -o file-@",
                          {"json", "csv", "graphml", "gexf", "hif", "node-link", "cytoscape", "dot",
                           "pajek", "pajek-one-mode", "pajek-project", "dl", "dl-one-mode",
                           "matrix-market", "xlsx", "sqlite"})},
      {"ExportOfMany", {"export S.csv -o S.graphml", "export S.csv -o S/"}},
      {"Generate", {"generate --size S -o made.csv", "generate --tasks 90 -o made.json"}},
      {"Formats", {"formats", "formats --format json"}},
  };
  return all;
}

// By name: what the folder holds, and what the lines printed.
std::map<std::string, std::string> written(const Lines& lines, const std::string& threads) {
  const Folder folder;
  std::map<std::string, std::string> bytes;
  const std::string here = "cd '" + (folder / "").string() + "' && ";
  EXPECT_EQ(shell(here + std::string(kMake)).code, 0);
  for (const std::string& line : lines.lines) {
    const Outcome outcome = shell(here + "respnet " + line + " --threads " + threads);
    EXPECT_LE(outcome.code, 1) << line << '\n' << outcome.err;
    bytes[line] = outcome.out + '\n' + outcome.err + '\n' + std::to_string(outcome.code);
  }
  for (const auto& entry : fs::recursive_directory_iterator(folder / ""))
    if (entry.is_regular_file())
      bytes[fs::relative(entry.path(), folder / "").string()] = content(entry.path());
  return bytes;
}

}  // namespace

class Threads : public testing::TestWithParam<Lines> {};

TEST_P(Threads, ChangeNoByte) {
  const auto one = written(GetParam(), "1");
  ASSERT_GE(one.size(), GetParam().lines.size() + 4);
  for (const char* threads : {"2", "16"}) {
    const auto many = written(GetParam(), threads);
    for (const auto& [name, bytes] : one) {
      const auto found = many.find(name);
      ASSERT_NE(found, many.end()) << name << " with " << threads << " threads";
      EXPECT_TRUE(found->second == bytes) << name << " with " << threads << " threads";
    }
    EXPECT_EQ(many.size(), one.size());
  }
}

INSTANTIATE_TEST_SUITE_P(Commands, Threads, testing::ValuesIn(all_lines()),
                         [](const auto& lines) { return lines.param.name; });

// A new command belongs into the list above.
TEST(Threads, AreTriedWithEveryCommand) {
  std::set<std::string> tried, commands;
  for (const Lines& lines : all_lines())
    for (const std::string& line : lines.lines) tried.insert(line.substr(0, line.find(' ')));

  std::istringstream help(shell("respnet --help").out);
  std::string line;
  while (std::getline(help, line) && line != "Commands:") {
  }
  while (std::getline(help, line) && !line.empty()) {
    std::istringstream words(line);
    std::string name;
    words >> name;
    commands.insert(name);
  }

  EXPECT_GE(commands.size(), 15U);
  EXPECT_EQ(tried, commands);
}

}  // namespace respnet
