#include "respnet/extract/task_table.hpp"

#include <functional>
#include <string>

#include "extract/reading.hpp"
#include "respnet/base/errors.hpp"
#include "support/growth.hpp"

namespace respnet::extract {
namespace {

using test::has_note;
using test::Lines;
using test::read;
using test::shown;

constexpr const char* kHeader =
    "| 序号 | 领域 | 重点任务 | 牵头单位 | 配合单位 | 完成时限 |\n|---|---|---|---|---|---|\n";

// Every span holds the printed form, on the line that is named.
void expect_evidence(const std::string& text) {
  const model::Network network = read(text);
  for (const model::TaskId task : network.task_ids())
    for (const model::AssignmentId id : network.assignments(task)) {
      const model::Assignment each = network.assignment(id);
      ASSERT_LE(each.span.end, text.size());
      EXPECT_EQ(text.substr(each.span.begin, each.span.end - each.span.begin), each.as_written);
      EXPECT_FALSE(each.as_written.empty());
      EXPECT_EQ(each.line, 1 + std::count(text.begin(),
                                          text.begin() + static_cast<long>(each.span.begin), '\n'));
      EXPECT_LT(each.clause, network.task(task).clauses.size());
    }
}

TEST(TaskTable, TakesRolesFromColumnsAndIdsFromNumbers) {
  const std::string text =
      std::string(kHeader) +
      "| 7 | 道路 | 修通山路，年内通车。 | 县交通局 | 县财政局、各乡镇（街道） | "
      "2026年6月 |\n"
      "| 8 | 道路 | 架好石桥。 | 县水利局（防汛办） | 无 | 长期 |\n";
  const model::Network network = read(text);
  EXPECT_EQ(shown(network),
            (Lines{"7 修通山路: 县交通局:lead 县财政局:support 各乡镇（街道）*:support",
                   "8 架好石桥: 县水利局[防汛办]:lead"}));
  const model::Task task = network.task(model::TaskId{0});
  EXPECT_EQ(task.deadline, "2026年6月");
  EXPECT_EQ(task.due, "2026-06");
  EXPECT_EQ(task.lines, (model::LineRange{3, 3}));
  ASSERT_EQ(task.clauses.size(), 2U);
  EXPECT_EQ(task.clauses[0].text, "县交通局");
  EXPECT_EQ(network.section(*task.section).title, "道路");
  expect_evidence(text);
}

TEST(TaskTable, LetsWordsInACellOverrideItsColumn) {
  const model::Network network = read(
      "| 任务 | 责任单位 |\n|---|---|\n"
      "| 修路 | 县交通局牵头，县财政局配合 |\n"
      "| 架桥 | 县水利局（牵头）、县交通局 |\n"
      "| 植树 | 县林业局、县园林局按职责分工负责 |\n");
  EXPECT_EQ(shown(network), (Lines{"1 修路: 县交通局:lead 县财政局:support",
                                   "2 架桥: 县水利局:lead 县交通局", "3 植树: 县林业局 县园林局"}));
  EXPECT_TRUE(has_note(network, "cell-overrides-header"));
}

TEST(TaskTable, KeepsOpenListsAndJointsInMind) {
  const model::Network network = read(
      "| 任务 | 责任单位 |\n|---|---|\n| 修路 | 县交通局、县财政局等 |\n| 架桥 | "
      "县水利局会同县交通局 |\n");
  EXPECT_EQ(shown(network),
            (Lines{"1 修路: 县交通局 县财政局", "2 架桥: 县水利局:lead? 县交通局:support?"}));
  EXPECT_TRUE(has_note(network, "open-list"));
  EXPECT_TRUE(has_note(network, "inferred-roles"));
}

TEST(TaskTable, TakesTheColumnThatChangesWithEveryRowAsTheTask) {
  const model::Network network = read(
      "| 工作举措 | 重点任务 | 牵头单位 |\n|---|---|---|\n"
      "| 通路 | 修路 | 县交通局 |\n| 通路 | 架桥 | 县水利局 |\n|  | 铺轨 | 县交通局 |\n");
  EXPECT_EQ(shown(network),
            (Lines{"1 修路: 县交通局:lead", "2 架桥: 县水利局:lead", "3 铺轨: 县交通局:lead"}));
  EXPECT_EQ(network.section_count(), 1U);
  for (const model::TaskId task : network.task_ids())
    EXPECT_EQ(network.section(*network.task(task).section).title, "通路");

  EXPECT_EQ(shown(read("| 任务 | 工作内容 | 牵头单位 |\n|---|---|---|\n"
                       "| 修路 | 通车 | 县交通局 |\n| 架桥 | 通车 | 县水利局 |\n")),
            (Lines{"1 修路: 县交通局:lead", "2 架桥: 县水利局:lead"}));
}

TEST(TaskTable, TakesRowsAcrossTheTableAsSections) {
  const model::Network network = read(
      "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 一、道路 | | |\n| 1 | 修路 | 县交通局 |\n"
      "| 二、山林 | | |\n| 2 | 植树 | 县林业局 |\n");
  EXPECT_EQ(shown(network), (Lines{"1 修路: 县交通局", "2 植树: 县林业局"}));
  EXPECT_EQ(network.section(*network.task(model::TaskId{1}).section).title, "二、山林");
}

TEST(TaskTable, NumbersByRowWhereNumbersRepeat) {
  const model::Network network = read(
      "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 修路 | 县交通局 |\n"
      "| 1 | 植树 | 县林业局 |\n");
  EXPECT_EQ(shown(network), (Lines{"1 修路: 县交通局", "2 植树: 县林业局"}));
  EXPECT_TRUE(has_note(network, "numbers-not-unique"));
}

TEST(TaskTable, AddsRowsWithoutWordsToTheTaskAbove) {
  const std::string text = "| 任务 | 责任单位 |\n|---|---|\n| 修路 | 县交通局 |\n|  | 县财政局 |\n";
  const model::Network network = read(text);
  EXPECT_EQ(shown(network), (Lines{"1 修路: 县交通局 县财政局"}));
  EXPECT_EQ(network.task(model::TaskId{0}).lines, (model::LineRange{3, 4}));
  EXPECT_TRUE(has_note(network, "row-continues"));
  expect_evidence(text);
}

TEST(TaskTable, ReadsDittoAndEmptyCells) {
  const model::Network network = read(
      "| 任务 | 牵头单位 | 配合单位 |\n|---|---|---|\n| 修路 | 县交通局 | / |\n"
      "| 架桥 | 同上 | — |\n| 植树 | 无 | - |\n");
  EXPECT_EQ(shown(network), (Lines{"1 修路: 县交通局:lead", "2 架桥: 县交通局:lead", "3 植树:"}));
  EXPECT_TRUE(has_note(network, "ditto"));
  EXPECT_TRUE(has_note(network, "task-without-clause"));
}

TEST(TaskTable, GuessesRolesUnderAHeaderOfSeveral) {
  const model::Network network =
      read("| 任务 | 责任单位及配合单位 |\n|---|---|\n| 修路 | 县交通局、县财政局（配合） |\n");
  EXPECT_EQ(shown(network), (Lines{"1 修路: 县交通局? 县财政局:support"}));
  EXPECT_TRUE(has_note(network, "several-roles"));
  EXPECT_FALSE(has_note(network, "cell-overrides-header"));
}

TEST(TaskTable, LeavesPersonsAndUnknownColumnsAside) {
  const model::Network network = read(
      "| 任务 | 责任单位 | 责任领导 | 备注 |\n|---|---|---|---|\n"
      "| 修路 | 县交通局 | 王小明 | 新增 |\n");
  EXPECT_EQ(shown(network), (Lines{"1 修路: 县交通局"}));
  EXPECT_TRUE(has_note(network, "person-column"));
  EXPECT_TRUE(has_note(network, "ignored-column"));
}

TEST(TaskTable, FollowsARemarkThatTheFirstLeads) {
  EXPECT_EQ(shown(read("| 任务 | 责任单位（列第一位的为牵头单位） |\n|---|---|\n"
                       "| 修路 | 县交通局、县财政局 |\n| 巡河 | 各乡镇、县水利局 |\n")),
            (Lines{"1 修路: 县交通局:lead 县财政局", "2 巡河: 各乡镇* 县水利局"}));
  EXPECT_EQ(shown(read("各项任务中列首位的为牵头单位。\n\n| 任务 | 责任单位 |\n|---|---|\n"
                       "| 修路 | 县交通局、县财政局 |\n")),
            (Lines{"1 修路: 县交通局:lead 县财政局"}));
}

TEST(TaskTable, ReadsEnglishColumns) {
  const std::string text =
      "| No. | Theme | Action | Lead agency | Supporting partners | Due date |\n"
      "|---|:-:|---|---|---|---|\n"
      "| 1 | Water | Map the wells, old and new. | Water Office | Finance; **Fire & Rescue**, and "
      "Parks | 30 June 2026 |\n";
  const model::Network network = read(text);
  EXPECT_EQ(shown(network), (Lines{"1 Map the wells, old and new: Water Office:lead "
                                   "Finance:support Fire & Rescue:support Parks:support"}));
  EXPECT_EQ(network.task(model::TaskId{0}).deadline, "30 June 2026");
  expect_evidence(text);
}

TEST(TaskTable, ReadsMatricesOfLetters) {
  const std::string text =
      "| Activity | Water | Finance | Parks | Mayor |\n|---|---|---|---|---|\n"
      "| Map wells | **A/R** | C | - | I |\n| Plant trees | S |  | R | A |\n";
  const model::Network network = read(text);
  EXPECT_EQ(shown(network), (Lines{"1 Map wells: Water:lead Finance:support Mayor:informed",
                                   "2 Plant trees: Water:support Parks Mayor:lead"}));
  EXPECT_EQ(network.task(model::TaskId{1}).clauses.size(), 1U);
  expect_evidence(text);
}

TEST(TaskTable, NotesLettersThatItDoesNotKnow) {
  const model::Network network = read(
      "| 任务 | 县水利局 | 县财政局 |\n|---|---|---|\n| 修路 | A | R |\n| 架桥 | X | R |\n"
      "| 植树 | R | I |\n");
  EXPECT_EQ(shown(network), (Lines{"1 修路: 县水利局:lead 县财政局", "2 架桥: 县财政局",
                                   "3 植树: 县水利局 县财政局:informed"}));
  EXPECT_TRUE(has_note(network, "unknown-letters"));
}

TEST(TaskTable, UndoesEscapesAndLineBreaks) {
  const std::string text =
      "| 任务 | 责任单位 |\n|---|---|\n| 修路\\|架桥 | 县交通局<br>县财政局 |\n";
  EXPECT_EQ(shown(read(text)), (Lines{"1 修路|架桥: 县交通局 县财政局"}));
  expect_evidence(text);
}

TEST(TaskTable, ToleratesRaggedRows) {
  const std::string text =
      "任务 | 牵头单位 | 配合单位\n---|---|---\n修路 | 县交通局\n架桥 | 县水利局 | 县财政局 | "
      "县教育局\n";
  const model::Network network = read(text);
  EXPECT_EQ(shown(network),
            (Lines{"1 修路: 县交通局:lead", "2 架桥: 县水利局:lead 县财政局:support"}));
  EXPECT_TRUE(has_note(network, "ragged-row"));
  expect_evidence(text);
}

TEST(TaskTable, ReadsEitherTheTextOrTheTable) {
  const std::string table = "| 任务 | 责任单位 |\n|---|---|\n| 修路 | 县交通局 |\n";
  const std::string clauses =
      "1.修路。年内通车。（县交通局负责）\n2.架桥。年内完工。（县水利局负责）\n"
      "3.植树。年内种完。（县林业局负责）\n\n";
  const model::Network text = read(clauses + table);
  EXPECT_EQ(text.task_count(), 3U);
  EXPECT_TRUE(has_note(text, "table-left-aside"));

  const model::Network rows =
      read("1.修路。年内通车。（县交通局负责）\n\n" + table + "| 架桥 | 县水利局 |\n");
  EXPECT_EQ(rows.task_count(), 2U);
  EXPECT_TRUE(has_note(rows, "clauses-left-aside"));
}

TEST(TaskTable, LeavesOtherTablesAlone) {
  const model::Network network =
      read("1.修路。年内通车。（县交通局负责）\n\n| 年份 | 公里 |\n|---|---|\n| 2024 | 3 |\n");
  EXPECT_EQ(shown(network), (Lines{"1 修路: 县交通局"}));
}

TEST(TaskTable, RefusesATableThatNamesNobody) {
  EXPECT_THROW(read("| 任务 | 责任单位 |\n|---|---|\n"), InputError);
  EXPECT_THROW(read("| 任务 | 责任单位 |\n|---|---|\n| 修路 | 无 |\n"), InputError);
  EXPECT_THROW(read("|\n|-|\n"), InputError);
}

TEST(TaskTable, IsNoneWhereOnlyLettersStandBelowTheTasks) {
  EXPECT_THROW(read("| 任务 | 单位 |\n|---|---|\n| 牵头 | 牵头 |\n"), InputError);
  EXPECT_THROW(read("| Task | Office |\n|---|---|\n| A | R |\n"), InputError);
}

// Like growth() in support/growth.hpp, of a table of three columns that ends in what is repeated.
double growth_of(const std::function<std::string(std::size_t)>& rows) {
  const std::string head = "| 领域 | 任务 | 责任单位 |\n|---|---|---|\n";
  return test::growth(
      test::read_only, [&](std::size_t bytes) { return head + rows(bytes); }, 125'000);
}

TEST(TaskTable, ReadsHostileTablesInLinearTime) {
  using test::kLinearGrowth;
  using test::repeated;
  for (const char* row : {"| 路 | 修路 | 县交通局 |\n", "| | | 县交通局 |\n", "| | 修路 | 同上 |\n",
                          "|\n", "| |\n", "|---|\n", "\\|", "<br>", "| 一、路 | | |\n", "||||||"})
    EXPECT_LT(growth_of([&](std::size_t bytes) {
                return "| 路 | 修路 | 县交通局 |\n" + repeated(row, bytes);
              }),
              kLinearGrowth)
        << row;
  for (const char* flood : {"甲", "、", "（", "<br>", "县交通局<br>", "\\|", "县交通局、", "\t"}) {
    const auto cell = [&](std::size_t bytes) { return repeated(flood, bytes); };
    EXPECT_LT(growth_of([&](std::size_t n) { return "| 路 | 修路 | " + cell(n) + " |\n"; }),
              kLinearGrowth)
        << flood;
    EXPECT_LT(growth_of([&](std::size_t n) { return "| 路 | " + cell(n) + " | 县交通局 |\n"; }),
              kLinearGrowth)
        << flood;
    EXPECT_LT(growth_of([&](std::size_t n) {
                return "| " + cell(n) + " | 修路 | 县交通局 |\n" +
                       repeated("| | 修路 | 县交通局 |\n", n);
              }),
              kLinearGrowth)
        << flood;
  }
}

TEST(TaskTable, ReadsHostileHeadersAndTabsInLinearTime) {
  using test::repeated;
  const auto growth = [](const std::function<std::string(std::size_t)>& text) {
    return test::growth(test::read_only, text, 125'000);
  };
  EXPECT_LT(growth([](std::size_t n) {
              return "|" + repeated(" 任务 |", n) + " 责任单位 |\n|---|\n| 修路 |\n";
            }),
            test::kLinearGrowth);
  for (const char* flood : {"\t", "\t\n", "修路\t", "修路\t县交通局\n", "\t县交通局\n", " \t"})
    EXPECT_LT(growth([&](std::size_t n) {
                return "任务\t责任单位\n修路\t县交通局\n" + repeated(flood, n);
              }),
              test::kLinearGrowth)
        << flood;
}

}  // namespace
}  // namespace respnet::extract
