// Forms of task tables beyond one plain header over plain rows.

#include "extract/reading.hpp"
#include "respnet/extract/role_letters.hpp"
#include "respnet/extract/task_table.hpp"

namespace respnet::extract {
namespace {

using test::has_note;
using test::Lines;
using test::read;
using test::shown;

TEST(TableForms, ReadsAHeaderInTwoRows) {
  EXPECT_EQ(shown(read("| 任务 | 责任分工 | | 时限 |\n|---|---|---|---|\n"
                       "| | 牵头单位 | 配合单位 | |\n| 修路 | 县交通局 | 县财政局 | 6月 |\n")),
            (Lines{"1 修路: 县交通局:lead 县财政局:support"}));
  EXPECT_EQ(shown(read("任务\t责任分工\t\n任务\t牵头单位\t配合单位\n修路\t县交通局\t县财政局\n")),
            (Lines{"1 修路: 县交通局:lead 县财政局:support"}));
}

TEST(TableForms, ReadsTablesOfTabsInATextWithLineBreaksInCells) {
  EXPECT_EQ(
      shown(read("分工如下。\n任务\t牵头单位\t配合单位\n修路\t县交通局\t县财政局\v县公安局\n"
                 "一、山林\t\t\n植树\t县林业局\t\n")),
      (Lines{"1 修路: 县交通局:lead 县财政局:support 县公安局:support", "2 植树: 县林业局:lead"}));
}

TEST(TableForms, TakesHeadingsOverTablesAsSectionsAndNumbersUnderThem) {
  const model::Network network = read(
      "# Plan\n\n### Action 7: Water\n\n| Milestone | Responsible Party |\n|---|---|\n"
      "| Dig wells | Water Board |\n\n### Action 8: Roads\n\n| Milestone | Responsible Party |\n"
      "|---|---|\n| Lay stones | Roads Office |\n");
  EXPECT_EQ(shown(network), (Lines{"7.1 Dig wells: Water Board", "8.1 Lay stones: Roads Office"}));
  EXPECT_EQ(network.section(*network.task(model::TaskId{1}).section).title, "Action 8: Roads");
}

TEST(TableForms, TakesRowsOfOneCellAsSectionsOrNotes) {
  const model::Network network = read(
      "| Step | Lead | Support | Due |\n|---|---|---|---|\n| Stage 1 – Prepare | | | |\n"
      "| Draw the map | Water Board | Police | May |\n| Build | | | |\n"
      "| Lay stones | Roads Office | | June |\n| Note: dates may move. | | | |\n");
  EXPECT_EQ(shown(network), (Lines{"1 Draw the map: Water Board:lead Police:support",
                                   "2 Lay stones: Roads Office:lead"}));
  EXPECT_EQ(network.section(*network.task(model::TaskId{1}).section).title, "Build");
  EXPECT_TRUE(has_note(network, "row-left-aside"));
}

TEST(TableForms, FollowsARemarkBelowTheTasksThatTheFirstLeads) {
  EXPECT_EQ(shown(read("| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 修路 | 县交通局、县财政局 "
                       "|\n| 注：责任单位列第一位的为牵头单位。 | | |\n")),
            (Lines{"1 修路: 县交通局:lead 县财政局"}));
}

TEST(TableForms, TakesNoLegendForATaskTable) {
  EXPECT_EQ(shown(read("| Term | Meaning |\n|---|---|\n| Lead | answers for the action |\n"
                       "| Support | gives time |\n\n| Action | Lead |\n|---|---|\n| Dig | Water "
                       "Board |\n")),
            (Lines{"1 Dig: Water Board:lead"}));
}

TEST(TableForms, LeavesOfficersAsideUnlessNobodyElseIsNamed) {
  EXPECT_EQ(shown(read("| Action | Lead agency | Lead officer |\n|---|---|---|\n"
                       "| Dig | Water Board | J. Doe |\n")),
            (Lines{"1 Dig: Water Board:lead"}));
  EXPECT_EQ(shown(read("| Action | Lead officer |\n|---|---|\n| Dig | Head of Water |\n")),
            (Lines{"1 Dig: Head of Water:lead"}));
}

TEST(TableForms, TakesAColumnOfAgenciesWhereNoneSaysARole) {
  EXPECT_EQ(shown(read("| Action | Agency |\n|---|---|\n| A1 Dig | Water Board |\n")),
            (Lines{"A1 Dig: Water Board"}));
}

TEST(TableForms, ReadsColumnsHeadedByLetters) {
  EXPECT_EQ(shown(read("| Task | R | A | C |\n|---|---|---|---|\n"
                       "| Dig | Works Team | Water Board | Police |\n")),
            (Lines{"1 Dig: Works Team Water Board:lead Police:support"}));
}

TEST(TableForms, ReadsWordsAndMarksInAMatrix) {
  EXPECT_EQ(shown(read("| 任务 | 县水利局 | 县财政局 |\n|---|---|---|\n| 修渠 | 牵头 | 配合 |\n"
                       "| 清淤 | A/R | C、I |\n")),
            (Lines{"1 修渠: 县水利局:lead 县财政局:support",
                   "2 清淤: 县水利局:lead "
                   "县财政局:support"}));
  const model::Network marks =
      read("| 任务 | 县水利局 | 县财政局 |\n|---|---|---|\n| 修渠 | ● | ○ |\n| 清淤 | ○ | ● |\n");
  EXPECT_EQ(shown(marks), (Lines{"1 修渠: 县水利局:lead? 县财政局:support?",
                                 "2 清淤: 县水利局:support? 县财政局:lead?"}));
  EXPECT_TRUE(has_note(marks, "matrix-marks"));
  EXPECT_EQ(shown(read("| 任务 | 县水利局 | 县财政局 |\n|---|---|---|\n| 修渠 | √ | √ |\n"
                       "| 清淤 | √ | |\n")),
            (Lines{"1 修渠: 县水利局? 县财政局?", "2 清淤: 县水利局?"}));
}

TEST(TableForms, KeepsTitlesWholeAndLinksAsTheirWords) {
  const model::Network network = read(
      "| Action | Lead |\n|---|---|\n| Publish the [full list](https://example.org/list) of every "
      "footbridge, culvert and ford in the district, with the year of its last inspection[^2] | "
      "Roads Office |\n");
  EXPECT_EQ(network.task(model::TaskId{0}).title,
            "Publish the full list of every footbridge, culvert and ford in the district, with the "
            "year of its last inspection");
}

TEST(TableForms, ReadsStruckOutDatesAsTheNewOnes) {
  const model::Network network = read(
      "| Action | Lead | Due |\n|---|---|---|\n| Dig | Water Board | <s>June 30, 2025</s> "
      "<b>July 31, 2025*</b> |\n");
  EXPECT_EQ(network.task(model::TaskId{0}).deadline, "July 31, 2025");
  EXPECT_EQ(network.task(model::TaskId{0}).due, "2025-07-31");
}

TEST(TableForms, TakesANumberThatTheNextRowGoesOnForASection) {
  const model::Network network = read(
      "| No. | Activity | Water Board | Roads Office |\n|---|---|---|---|\n"
      "| **1** | **Plan** | | |\n| 1.1 | Survey the bank | A | R |\n| 1.2 | Draw the wall | R | A "
      "|\n"
      "| 2 | Build | A | R |\n");
  EXPECT_EQ(shown(network), (Lines{"1.1 Survey the bank: Water Board:lead Roads Office",
                                   "1.2 Draw the wall: Water Board Roads Office:lead",
                                   "2 Build: Water Board:lead Roads Office"}));
  EXPECT_EQ(network.section(*network.task(model::TaskId{0}).section).title, "Plan");
}

TEST(TableForms, LeaveASummaryOfActionsInLinesAside) {
  const std::string plan =
      "# Coast plan\n\n| Action | Lead |\n|---|---|\n| Raise the wall | Harbour Board |\n\n"
      "## Action 1: Raise the wall\n\nLead: Harbour Board\nSupporting: Roads Office\n\n"
      "## Action 2: Guard the reef\n\nLead: Coast Guard\n";
  const model::Network network = read(plan);
  EXPECT_EQ(shown(network), (Lines{"1 Raise the wall: Harbour Board:lead Roads Office:support",
                                   "2 Guard the reef: Coast Guard:lead"}));
  ASSERT_FALSE(network.notes().empty());
  EXPECT_EQ(network.notes().front().code, "table-left-aside");
}

TEST(RoleLetters, AreCombinedToTheStrongest) {
  using model::Role;
  EXPECT_EQ(role_of_letters("A/R"), Role::Lead);
  EXPECT_EQ(role_of_letters("r, a"), Role::Lead);
  EXPECT_EQ(role_of_letters("C、I"), Role::Support);
  EXPECT_EQ(role_of_letters("s"), Role::Support);
  EXPECT_FALSE(role_of_letters("RA"));
  EXPECT_FALSE(role_of_letters("Rates"));
  EXPECT_FALSE(role_of_letters("5"));
}

}  // namespace
}  // namespace respnet::extract
