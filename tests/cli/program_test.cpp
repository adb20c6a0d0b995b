// The program as a program: what it prints, what it writes, how it ends.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "support/process.hpp"

namespace respnet {
namespace {

namespace fs = std::filesystem;
using test::content;
using test::Folder;
using test::shell;

constexpr const char* kNotice = "datasets/changle-2024/notice.md";

// Compares with a file in tests/cli/golden. RESPNET_REFRESH=1 rewrites it; read the diff.
void expect_golden(const std::string& name, const std::string& got) {
  const fs::path file = fs::path(RESPNET_SOURCE_DIR) / "tests" / "cli" / "golden" / name;
  if (std::getenv("RESPNET_REFRESH") != nullptr) std::ofstream(file, std::ios::binary) << got;
  EXPECT_EQ(got, content(file)) << "golden file " << name;
}

struct Answer {
  const char* file;
  const char* line;
};

void PrintTo(const Answer& answer, std::ostream* out) { *out << answer.line; }

class Golden : public testing::TestWithParam<Answer> {};

TEST_P(Golden, OutputIsAsReadByAPerson) {
  const auto& [name, line] = GetParam();

  const auto outcome = shell(line);

  EXPECT_EQ(outcome.code, 0) << outcome.err;
  expect_golden(name, outcome.out);
}

INSTANTIATE_TEST_SUITE_P(
    Program, Golden,
    testing::Values(
        Answer{"help.txt", "respnet --help"}, Answer{"workload_help.txt", "respnet help workload"},
        Answer{"formats.txt", "respnet formats"},
        Answer{"workload.txt", "respnet workload datasets/changle-2024/notice.md"},
        Answer{"workload.json", "respnet workload datasets/changle-2024/notice.md --format json"},
        Answer{"check.txt", "respnet check datasets/changle-2024/notice.md"},
        Answer{"check.sarif", "respnet check datasets/changle-2024/notice.md --format sarif"},
        Answer{"check_rules.md", "respnet check --list --format markdown"},
        Answer{"clusters.txt", "respnet clusters datasets/changle-2024/notice.md"},
        Answer{"explain_unit.txt",
               "respnet explain datasets/changle-2024/notice.md '区农业农村局（海洋渔业局）'"},
        Answer{"explain_task.txt", "respnet explain datasets/changle-2024/notice.md 3.1.1"},
        Answer{"explain_share.txt",
               "respnet explain datasets/changle-2024/notice.md u13 --measure load.share"},
        Answer{"explain_unit.json",
               "respnet explain datasets/changle-2024/notice.md u13 --format json"},
        Answer{"leads.txt", "respnet leads datasets/changle-2024/notice.md"},
        Answer{"describe.txt", "respnet describe datasets/changle-2024/notice.md"},
        Answer{"metrics.csv", "respnet metrics datasets/changle-2024/notice.md --format csv"},
        Answer{"workload_expanded.txt",
               "respnet workload datasets/changle-2024/notice.md --groups expand "
               "--registry datasets/changle-2024/units.csv"},
        Answer{"davis_workload.txt", "respnet workload datasets/southern-women/edges.csv"}),
    [](const auto& row) {
      std::string name = row.param.file;
      std::string letters;
      for (const char c : name) letters += c == '.' || c == '_' ? 'X' : c;
      return letters;
    });

struct Refusal {
  const char* name;
  const char* line;
  int code;
  const char* says;  // part of the one line on standard error
};

void PrintTo(const Refusal& refusal, std::ostream* out) { *out << refusal.line; }

class Refuses : public testing::TestWithParam<Refusal> {};

TEST_P(Refuses, WithOneLineAndTheDocumentedCode) {
  const Refusal& refusal = GetParam();

  const auto outcome = shell(refusal.line);

  EXPECT_EQ(outcome.code, refusal.code);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err.find("respnet: "), 0U) << outcome.err;
  EXPECT_NE(outcome.err.find(refusal.says), std::string::npos) << outcome.err;
  EXPECT_EQ(std::ranges::count(outcome.err, '\n'), 1) << outcome.err;
}

INSTANTIATE_TEST_SUITE_P(
    Program, Refuses,
    testing::Values(
        Refusal{"UnknownCommand", "respnet worklaod x", 2, "did you mean 'workload'?"},
        Refusal{"UnknownOption", "respnet workload --fromat=csv x", 2, "did you mean '--format'?"},
        Refusal{"AbbreviatedOption", "respnet workload --for csv x", 2, "unknown option"},
        Refusal{"UnknownChoice", "respnet workload --format jsn x", 2, "did you mean 'json'?"},
        Refusal{"NowhereToGenerate", "respnet generate --size S", 2, "-o is missing"},
        Refusal{"GenerateFromInput", "respnet generate x -o y.csv", 2, "reads no input"},
        Refusal{"GenerateUnknownSize", "respnet generate --size XS -o y.csv", 2,
                "S, M, L, XL, XXL"},
        Refusal{"GenerateTooManyClusters",
                "respnet generate --units 5 --clusters 6 -o /dev/null --to csv", 2,
                "more clusters than units"},
        Refusal{"SarifOfNumbers", "respnet workload --format sarif x", 2, "respnet check"},
        Refusal{"UnknownRule", "respnet check datasets/changle-2024/notice.md --ignore no-laed", 2,
                "did you mean 'no-lead'?"},
        Refusal{"NoName", "respnet explain datasets/changle-2024/notice.md", 2, "and a name"},
        Refusal{"UnknownUnit", "respnet explain datasets/changle-2024/notice.md 区农业农村据", 2,
                "did you mean '区农业农村局'?"},
        Refusal{"AmbiguousName", "respnet explain datasets/changle-2024/notice.md 数字产业", 2,
                "task 3.1.2"},
        Refusal{"MeasureOfAnotherLevel",
                "respnet explain datasets/changle-2024/notice.md u13 --measure task.units", 2,
                "no measure of a unit"},
        Refusal{"MissingValue", "respnet workload x --format", 2, "needs a value"},
        Refusal{"ValueForASwitch", "respnet check --strict=yes x", 2, "takes no value"},
        Refusal{"OptionGivenTwice", "respnet workload --lead all --lead first x", 2, "once"},
        Refusal{"BadNumber", "respnet clusters --resolution nan x", 2, "takes a number"},
        Refusal{"DecimalComma", "respnet clusters --resolution 1,5 x", 2, "takes a number"},
        Refusal{"ExactnessWithoutEnd", "respnet metrics --epsilon 0 x", 2,
                "--epsilon takes a number from 0.0001 to 0.5"},
        Refusal{"CertainFailure", "respnet export --delta 1 x -o y.json", 2, "--delta takes"},
        Refusal{"BadWeights", "respnet workload --role-weights led=2 x", 2, "did you mean 'lead'?"},
        Refusal{"NoInput", "respnet workload", 2, "no input"},
        Refusal{"NoView", "respnet render x -o x.svg", 2, "--view"},
        Refusal{"DotOfAChart", "respnet render x --view workload -o x.dot", 2, "no graph"},
        Refusal{"UnknownEnding", "respnet render x --view leads -o x.pgn", 2,
                "did you mean '.png'"},
        Refusal{"MissingFile", "respnet workload nowhere.md", 4, "no such file"},
        Refusal{"FolderWithoutPlans", "respnet workload include/respnet", 3,
                "holds no file to read"},
        Refusal{"EmptyFile", "respnet workload /dev/null", 3, "empty"},
        Refusal{"Binary", "printf 'a\\0b' | respnet workload -", 3, "binary"},
        Refusal{"IllFormedText", "printf '\\346\\226\\207\\377x' | respnet workload -", 3,
                "offset 3"},
        Refusal{"NoClause", "echo '一、今天天气很好。' | respnet workload --from text -", 3,
                "clause"},
        Refusal{"BrokenJson", "printf '{\\n \"schema\": oops}' | respnet workload -", 3, "2:12"},
        Refusal{"DeepJson",
                "{ head -c 100000 /dev/zero | tr '\\0' '['; } | respnet workload --from json -", 5,
                "deep"},
        Refusal{"BrokenCsv",
                "printf 'task,unit,role\\n1,\"a,lead\\n' | respnet workload --from csv -", 3,
                "2:3"},
        Refusal{"UnknownRole", "printf 'task,unit,role\\n1,a,laed\\n' | respnet workload -", 3,
                "did you mean 'lead'?"},
        Refusal{"NoRegistry", "respnet workload --registry nowhere.csv x", 4, "no such file"},
        Refusal{"EmptyRegistryName", "respnet workload --registry= x", 2, "--registry"},
        Refusal{"AmbiguousRegistry",
                "respnet workload datasets/southern-women/edges.csv --registry "
                "<(printf 'name,alias\na,c\nb,c\n')",
                3, ":3:3: 'c' is an alias of 'b' here and an alias of 'a' at /dev/fd/"},
        Refusal{"FullDisk", "respnet import datasets/southern-women/edges.csv -q -o /dev/full", 4,
                "no space"},
        Refusal{"FullStandardOutput",
                "respnet workload datasets/southern-women/edges.csv > /dev/full", 4,
                "standard output"},
        Refusal{"MissingFolder",
                "respnet import datasets/southern-women/edges.csv -q -o no/net.json", 4,
                "no such file"}),
    [](const auto& row) { return row.param.name; });

TEST(Program, NeverReplacesItsInput) {
  const Folder folder;
  const auto file = folder.file("net.csv", "task,unit,role\n1,a,lead\n");

  const auto outcome = shell("respnet import '" + file.string() + "' -o '" + file.string() + "'");

  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(content(file), "task,unit,role\n1,a,lead\n");
}

TEST(Program, NeverReplacesItsRegistry) {
  const Folder folder;
  const auto file = folder.file("units.csv", "name\na\n");

  const auto outcome = shell("respnet import datasets/southern-women/edges.csv --registry '" +
                             file.string() + "' -o '" + file.string() + "'");

  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(content(file), "name\na\n");
}

TEST(Program, GivesTheSameBytesWhereverTheRegistryLies) {
  const Folder folder;
  const auto copy = folder.file(
      "units.csv", content(fs::path(RESPNET_SOURCE_DIR) / "datasets/changle-2024/units.csv"));
  const std::string command =
      "respnet metrics datasets/changle-2024/notice.md --format json --registry ";

  const auto here = shell(command + "datasets/changle-2024/units.csv");
  const auto there = shell(command + "'" + copy.string() + "'");

  EXPECT_EQ(here.code, 0) << here.err;
  EXPECT_NE(here.out.find("\"units.csv\""), std::string::npos);
  EXPECT_EQ(here.out, there.out);
}

TEST(Program, LeavesTheOlderFileWholeWhenItFails) {
  const Folder folder;
  const auto file = folder.file("out.json", "older");

  const auto outcome = shell("printf 'no clause' | respnet import - -o '" + file.string() + "'");

  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(content(file), "older");
  EXPECT_EQ(folder.files(), 1U);
}

TEST(Program, StrictTurnsNotesIntoARefusal) {
  const std::string csv = "printf 'task,unit,role\\n1,a,lead\\n1,a,support\\n' | ";

  EXPECT_EQ(shell(csv + "respnet import - -o /dev/null").code, 0);
  EXPECT_EQ(shell(csv + "respnet import - --strict -o /dev/null").code, 3);
  EXPECT_EQ(shell(csv + "respnet check -").code, 0);
  EXPECT_EQ(shell(csv + "respnet check - --strict").code, 1);
}

TEST(Program, StrictCheckMindsErrorsAndWarningsOnly) {
  const std::string check = std::string("respnet check --strict -q ") + kNotice;

  EXPECT_EQ(shell(check).code, 1);
  EXPECT_EQ(shell(check + " --select single-unit-task").code, 0);
  EXPECT_EQ(shell(check + " --ignore vague-unit").code, 0);
  EXPECT_EQ(shell(check + " --lead explicit --select no-lead --format sarif").code, 1);
}

TEST(Program, CheckSaysNothingBesidesItsFindings) {
  const std::string csv = "printf 'task,unit,role\\n1,a,lead\\n1,b,support\\n1,b,support\\n' | ";

  EXPECT_EQ(shell(csv + "respnet check -").err, "");
  EXPECT_EQ(shell(csv + "respnet check - --ignore duplicate-assignment").out,
            "nothing to look at\n");
  EXPECT_EQ(shell(csv + "respnet check - --ignore '*' --format csv").out,
            "rule,severity,file,line,task,title,unit,message,action\n");
}

TEST(Program, ExplainColoursNamesOnlyWhereAsked) {
  const std::string explain = std::string("respnet explain ") + kNotice + " 区教育局 ";

  EXPECT_NE(shell(explain + "--color always").out.find("\x1b[1;4m区教育局\x1b[0m"),
            std::string::npos);
  const Folder folder;
  const std::string file = (folder / "education.txt").string();
  EXPECT_EQ(shell(explain + "--color always -o " + file).code, 0);
  EXPECT_NE(content(file).find("«区教育局»"), std::string::npos);
  EXPECT_EQ(content(file), shell(explain).out);
}

TEST(Program, EndsQuietlyWhenTheReaderHasSeenEnough) {
  const auto outcome = shell(std::string("respnet metrics ") + kNotice +
                             " --format json 2>&1 | head -1 >/dev/null; echo ${PIPESTATUS[0]}");

  EXPECT_TRUE(outcome.out == "0\n" || outcome.out == "141\n") << outcome.out;
}

TEST(Program, GivesTheSameBytesWithAnyNumberOfThreads) {
  const std::string line = std::string("respnet metrics ") + kNotice + " --format json --threads ";
  const std::string one = shell(line + "1 | grep -v threads").out;

  EXPECT_EQ(one, shell(line + "2 | grep -v threads").out);
  EXPECT_EQ(one, shell(line + "16 | grep -v threads").out);
}

TEST(Program, ComputesWhatIsCheapWhateverMayBeOff) {
  const std::string line = std::string("respnet metrics --format csv ") + kNotice;

  EXPECT_EQ(shell(line + " --epsilon 0.4 --delta 0.4").out, shell(line).out);
}

TEST(Program, GivesTheSameNetworkFromEachOfItsOwnFormats) {
  const Folder folder;
  const std::string json = (folder / "net.json").string();
  const std::string csv = (folder / "net.csv").string();
  ASSERT_EQ(shell(std::string("respnet import ") + kNotice + " -o " + json).code, 0);
  ASSERT_EQ(shell("respnet export -q " + json + " -o " + csv).code, 0);

  const std::string columns = " --format csv --select 'load.tasks,load.lead,co.*'";
  const std::string loads = shell("respnet metrics -q " + json + columns).out;

  EXPECT_EQ(loads, shell(std::string("respnet metrics -q ") + kNotice + columns).out);
  EXPECT_EQ(shell("respnet import -q " + json + " -o -").out, content(json));
}

TEST(Program, ExportsByEndingAndByName) {
  const Folder folder;
  const std::string line = std::string("respnet export ") + kNotice + " -o '";
  const auto path = [&](const char* name) { return (folder / name).string(); };
  for (const char* name : {"a.gexf", "a.hif.json", "a.node-link.json", "a.dot", "a.paj", "a.dl",
                           "a.mtx", "a.sqlite", "a.cyjs", "a.net", "a.graphml"})
    EXPECT_EQ(shell(line + path(name) + "'").code, 0) << name;
  EXPECT_NE(content(path("a.hif.json")).find("\"network-type\""), std::string::npos);
  EXPECT_NE(content(path("a.gexf")).find("attribute id=\"co.cluster\""), std::string::npos);

  const auto lost = shell(line + path("b.txt") + "' --to pajek-one-mode");
  EXPECT_EQ(lost.code, 0);
  EXPECT_NE(lost.err.find("respnet: measures of units and tasks, pairs, the network are left out"),
            std::string::npos)
      << lost.err;
  EXPECT_TRUE(content(path("b.txt")).starts_with("*Vertices 66\n"));

  const auto bare = shell(line + path("d.csv") + "' --select none --csv-bom");
  EXPECT_EQ(bare.err.find("measures"), std::string::npos) << bare.err;
  EXPECT_TRUE(content(path("d.csv")).starts_with("\xEF\xBB\xBFtask,unit,role,order\n"));
  EXPECT_EQ(shell(line + path("d.gexf") + "' --select none").code, 0);
  EXPECT_EQ(content(path("d.gexf")).find("load.tasks"), std::string::npos);

  // Without -o, to the next program.
  const auto piped = shell(std::string("respnet export -q ") + kNotice + " --to matrix-market");
  EXPECT_EQ(piped.code, 0) << piped.err;
  EXPECT_EQ(piped.out, content(path("a.mtx")));

  const auto unknown = shell(line + path("c.txt") + "' --to graphlm");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_NE(unknown.err.find("did you mean 'graphml'?"), std::string::npos) << unknown.err;
  EXPECT_FALSE(std::filesystem::exists(path("c.txt")));
}

TEST(Program, ExportsAFolderOfCsvFilesWithAManifest) {
  const Folder folder;
  const std::string csv = (folder / "csv").string();
  const std::string manifest = (folder / "run.json").string();
  const auto outcome = shell(std::string("respnet export -q ") + kNotice + " -o '" + csv +
                             "/' --select 'load.*' --manifest '" + manifest + "' --threads 1");
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(content(csv + "/metrics-units.csv").starts_with("id,name,load.tasks,load.lead,"));
  EXPECT_EQ(content(csv + "/run.json"), content(manifest));
  EXPECT_NE(content(manifest).find("\"options\": {\"select\": \"load.*\"}, \"seed\": 1, "
                                   "\"inputs\": [{\"path\": \"notice.md\", \"sha256\": \""),
            std::string::npos)
      << content(manifest);
}

TEST(Program, LetsAHumanHaveTheLastWord) {
  const Folder folder;
  const std::string notice =
      folder.file("plan.txt", "1.修路。（县交通局会同县财政局负责）\n2.架桥。（县交通局负责）\n")
          .string();
  const std::string first = (folder / "first.json").string();
  const std::string table = (folder / "review.csv").string();
  const std::string line = "respnet import '" + notice + "' -o ";
  ASSERT_EQ(shell(line + first + " --review " + table).code, 0);
  EXPECT_EQ(shell(line + "- -q --corrections " + table).out, content(first));

  // As a spreadsheet in China saves it: GB18030, semicolons between the cells.
  const std::string edited = (folder / "edited.csv").string();
  ASSERT_EQ(shell("printf '任务;原文;事项;更正\\n任务 1;;单位;责任：县交通局、县财政局\\n' | "
                  "iconv -f UTF-8 -t GB18030 > " +
                  edited)
                .code,
            0);
  const std::string second = (folder / "second.json").string();
  const auto outcome = shell(line + second + " --corrections " + edited);
  EXPECT_EQ(outcome.code, 0);
  EXPECT_NE(outcome.err.find("1 correction applied"), std::string::npos) << outcome.err;
  EXPECT_NE(content(second).find("\"unit\": \"u2\", \"role\": \"responsible\""), std::string::npos);
  EXPECT_EQ(shell("respnet import -q " + second + " -o - --corrections " + edited).out,
            content(second));
}

TEST(Program, GivesTheSameLoadsFromAWorkbook) {
  const Folder folder;
  const std::string book = (folder / "plan.xlsx").string();
  const std::string imported = (folder / "imported.xlsx").string();
  ASSERT_EQ(shell(std::string("respnet export -q ") + kNotice + " -o " + book).code, 0);
  ASSERT_EQ(shell(std::string("respnet import -q ") + kNotice + " -o " + imported).code, 0);

  const std::string columns = " --format csv --select 'load.*'";
  const std::string loads = shell(std::string("respnet metrics -q ") + kNotice + columns).out;

  EXPECT_EQ(loads, shell("respnet metrics -q " + book + columns).out);
  EXPECT_EQ(loads, shell("respnet metrics -q " + imported + columns).out);
}

TEST(Program, WritesResultTablesAsAWorkbook) {
  const Folder folder;
  const std::string book = (folder / "loads.xlsx").string();

  const auto outcome = shell(std::string("respnet workload -q ") + kNotice + " -o " + book);

  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(content(book).starts_with("PK"));
}

TEST(Program, GeneratesNetworksOfASize) {
  const Folder folder;
  const std::string first = (folder / "first.csv").string();
  const std::string second = (folder / "second.csv").string();
  const std::string changed = (folder / "changed.csv").string();

  ASSERT_EQ(shell("respnet generate --size M --seed 7 -o " + first).code, 0);
  ASSERT_EQ(shell("respnet generate --seed 7 --units 2000 --tasks 22222 -o " + second).code, 0);
  ASSERT_EQ(shell("respnet generate --tasks 10 --size M -o " + changed).code, 0);

  const std::string bytes = content(first);
  EXPECT_NEAR(static_cast<double>(std::ranges::count(bytes, '\n')), 1e5, 1e3);
  EXPECT_EQ(bytes, content(second));
  EXPECT_NE(content(changed).find("\nT10,"), std::string::npos);
  EXPECT_EQ(content(changed).find("\nT11,"), std::string::npos);
}

TEST(Program, WritesTimingsOfEachStage) {
  const Folder folder;
  const std::string file = (folder / "t.json").string();

  shell(std::string("respnet workload -q ") + kNotice + " --timings " + file);

  EXPECT_NE(content(file).find("\"stage\": \"read\""), std::string::npos);
  EXPECT_NE(content(file).find("\"peak_memory_mb\""), std::string::npos);
}

TEST(Program, EveryExampleInItsHelpWorks) {
  const std::string commands = shell(
                                   "respnet --help | sed -n '/^Commands:/,/^$/p' | "
                                   "awk 'NF>1 {print $1}'")
                                   .out;
  const Folder folder;
  int examples = 0;
  std::istringstream names(commands);
  for (std::string name; names >> name;) {
    const auto help = shell("respnet help " + name + " | sed -n '/^Example:/,/^$/p'").out;
    std::istringstream lines(help);
    for (std::string line; std::getline(lines, line);) {
      if (line.find("  respnet ") != 0) continue;
      const auto outcome = shell("ln -sfn \"$PWD/datasets\" '" + (folder / "datasets").string() +
                                 "' && cd '" + (folder / "").string() + "' &&" + line);
      EXPECT_EQ(outcome.code, 0) << line << "\n" << outcome.err;
      ++examples;
    }
  }
  EXPECT_GE(examples, 11);
}

// Three plans in folders, and one text that is no plan.
void write_plans(const Folder& folder) {
  fs::create_directories(folder / "plans/north");
  folder.file("plans/a.txt", "一、修路\n1.铺路面。（责任单位：甲局）\n");
  folder.file("plans/north/b.txt", "一、栽树\n1.育树苗。（责任单位：乙局）\n");
  folder.file("plans/notes.md", "今天天气很好。\n");
  folder.file("plans/photo.jpeg", "");
}

TEST(Import, RefusesAFolderWithABadFileAndNamesIt) {
  const Folder folder;
  write_plans(folder);

  const auto outcome = shell("respnet import '" + (folder / "plans").string() + "' -o '" +
                             (folder / "net.json").string() + "'");

  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(std::ranges::count(outcome.err, '\n'), 2);
  EXPECT_TRUE(outcome.err.starts_with("respnet: " + (folder / "plans/notes.md").string()));
  EXPECT_NE(outcome.err.find("\nrespnet: 1 of 3 inputs"), std::string::npos) << outcome.err;
  EXPECT_FALSE(fs::exists(folder / "net.json"));
}

TEST(Import, SaysInOneLineWhatItReadOfAFolder) {
  const Folder folder;
  write_plans(folder);
  const std::string line = "respnet import --keep-going '" + (folder / "plans").string() +
                           "' -o '" + (folder / "plans/net.json").string() + "'";

  const auto first = shell(line);
  const std::string bytes = content(folder / "plans/net.json");
  const auto second = shell(line);

  EXPECT_EQ(first.code, 0);
  EXPECT_EQ(
      first.err,
      "respnet: 2 files read, 1 left out, 1 in folders skipped (1 of other endings): 2 tasks, "
      "2 units, 2 assignments, 1 note; respnet check lists them\n");
  EXPECT_NE(second.err.find("(1 of other endings, 1 written by respnet)"), std::string::npos)
      << second.err;
  EXPECT_EQ(content(folder / "plans/net.json"), bytes);
}

TEST(Program, SaysSoWhenAFileIsCutOffWhileItIsRead) {
  const test::Folder folder;
  const std::string file = (folder / "large.csv").string();
  ASSERT_EQ(shell("respnet generate --size L -o " + file).code, 0);

  // Cut off before, while or after it is read, whatever the machine's speed.
  for (const char* wait : {"0", "0.005", "0.01", "0.02", "0.03", "0.05"}) {
    const auto outcome = shell("cp " + file + " " + file + ".cut; respnet describe --quiet " +
                               file + ".cut & sleep " + wait + "; : > " + file + ".cut; wait $!");
    EXPECT_TRUE(outcome.code == 0 || outcome.code == 3 || outcome.code == 4)
        << outcome.code << outcome.err;
    if (outcome.code == 4) {
      EXPECT_EQ(outcome.err,
                "respnet: a file was cut off while it was read; run again when it is whole\n");
    }
  }
}

}  // namespace
}  // namespace respnet
