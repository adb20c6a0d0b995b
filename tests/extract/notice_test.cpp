#include "respnet/extract/notice.hpp"

#include "extract/reading.hpp"
#include "respnet/base/errors.hpp"

namespace respnet::extract {
namespace {

using test::has_note;
using test::Lines;
using test::read;
using test::shown;

TEST(Notice, TakesHeadingPathsAsIds) {
  const auto network = read(
      "一、治水\n（一）清淤\n1.清南河。年内清完。（责任单位：县水利局）\n"
      "2.清北河。年内清完。（责任单位：县水利局、县财政局）\n"
      "（二）护林\n1.补种。（县林业局负责）\n二、修路\n1.村道。修通。（县交通局负责）\n");

  EXPECT_EQ(shown(network), (Lines{"1.1.1 清南河: 县水利局", "1.1.2 清北河: 县水利局 县财政局",
                                   "1.2.1 补种: 县林业局", "2.1 村道: 县交通局"}));
  const auto task = network.task(model::TaskId{1});
  EXPECT_EQ(network.section(*task.section).title, "（一）清淤");
  EXPECT_EQ(task.lines, (model::LineRange{4, 4}));
}

TEST(Notice, LetsNumbersRunOnThroughChapters) {
  EXPECT_EQ(
      shown(read("一、甲\n（一）修路。（县交通局负责）\n二、乙\n（二）架桥。（县水利局负责）\n")),
      (Lines{"1.1 修路: 县交通局", "2.2 架桥: 县水利局"}));
}

TEST(Notice, TakesAChapterOrSectionWithABareParagraphAsTask) {
  const auto network = read(
      "一、打基础\n摸清家底，逐户登记。（责任单位：县统计局）\n二、干实事\n（一）护林\n"
      "守好山林。每月巡山。（责任单位：县林场）\n");

  EXPECT_EQ(shown(network), (Lines{"1 打基础: 县统计局", "2.1 守好山林: 县林场"}));
  EXPECT_EQ(network.section(*network.task(model::TaskId{1}).section).id, "2.1");
}

TEST(Notice, TakesTopLevelItemsAsTasks) {
  const auto network = read(
      "一、对修路快的乡给予奖补。（县财政局负责）\n二、对植树多的乡给予奖补。（县林业局负责）\n");

  EXPECT_EQ(shown(network),
            (Lines{"1 对修路快的乡给予奖补: 县财政局", "2 对植树多的乡给予奖补: 县林业局"}));
  EXPECT_EQ(network.section_count(), 0U);
}

TEST(Notice, FindsTheClauseBehindATitleWithoutAStop) {
  EXPECT_EQ(shown(read("1.修路（县交通局负责）\n2.架桥（责任单位：县水利局）\n")),
            (Lines{"1 修路: 县交通局", "2 架桥: 县水利局"}));
  EXPECT_EQ(shown(read("1.修路（一期）（县交通局负责）。\n")), (Lines{"1 修路（一期）: 县交通局"}));
}

TEST(Notice, SplitsAHeadingWithSeveralClauses) {
  const auto network = read("1.出行。修路。（县交通局负责）架桥。（县水利局负责）\n");

  EXPECT_EQ(shown(network), (Lines{"1#1 出行: 县交通局", "1#2 出行: 县水利局"}));
  EXPECT_TRUE(has_note(network, "several-clauses"));
}

TEST(Notice, JoinsPageBreaksAndDropsPageNumbersInsideAClause) {
  const auto network = read("1.修路。年内修通。（责任单\n位：县交\n—3—\n\f通局、县财政\n\n局）\n");

  EXPECT_EQ(shown(network), (Lines{"1 修路: 县交通局 县财政局"}));
  EXPECT_EQ(network.assignment(model::AssignmentId{0}).line, 2U);
}

TEST(Notice, LooksThroughBoldMarks) {
  EXPECT_EQ(
      shown(read(
          "1. "
          "**修路。**年内修通。〔责任单位：**县交通局**〕\n**2.架桥。**〔责任单位：县水利局〕\n")),
      (Lines{"1 修路: 县交通局", "2 架桥: 县水利局"}));
}

TEST(Notice, ReadsTextWithoutLineBreaks) {
  EXPECT_EQ(
      shown(read(
          "一、总体要求（一）打基础1.修路。年内修通5G基站。责任单位:县交通局。2.架桥。投资1.5万元。"
          "责任单位:县水利局。（二）护林3.补种。(责任单位:县林业局)二、其他事项")),
      (Lines{"1.1.1 修路: 县交通局", "1.1.2 架桥: 县水利局", "1.2.3 补种: 县林业局"}));
}

TEST(Notice, ReadsLabelsOnLinesOfTheirOwn) {
  const auto network = read(
      "（一）修路\n年内修通。\n牵头单位:县交通局\n责任单位:县财政局,各乡镇\n完成时限:"
      "2025年6月底前\n"
      "（二）架桥\n年内架好。\n责任单位：县水利局\n");

  EXPECT_EQ(shown(network), (Lines{"1 修路: 县交通局:lead 县财政局 各乡镇*", "2 架桥: 县水利局"}));
  EXPECT_EQ(network.task(model::TaskId{0}).deadline, "2025年6月底前");
  EXPECT_EQ(network.task(model::TaskId{0}).due, "2025-06");
}

TEST(Notice, TakesAClosingSentenceWithUnits) {
  const auto network = read("1.修路。村道全部硬化。由县交通局牵头，县财政局配合，10月底前完成。\n");

  EXPECT_EQ(shown(network), (Lines{"1 修路: 县交通局:lead 县财政局:support"}));
  EXPECT_EQ(network.task(model::TaskId{0}).deadline, "10月底前完成");
  EXPECT_TRUE(has_note(network, "closing-sentence"));
}

TEST(Notice, TakesALastingDeadlineForNoUnit) {
  const auto network = read("1.减负。由县委办、县政府办牵头，县民政局、各乡镇配合，持续推进。\n");

  EXPECT_EQ(shown(network),
            (Lines{"1 减负: 县委办:lead 县政府办:lead 县民政局:support 各乡镇*:support"}));
  EXPECT_EQ(network.task(model::TaskId{0}).deadline, "持续推进");
}

TEST(Notice, IgnoresSentencesThatOnlySpeakOfLeading) {
  EXPECT_EQ(
      shown(read(
          "1.强链。支持龙头企业牵头组建联盟，各责任单位要细化措施。建立由县工信局牵头的机制"
          "（以下简称“机制”）。（县工信局负责）\n2.强基。办好学校（含职校）。（县教育局负责）\n")),
      (Lines{"1 强链: 县工信局", "2 强基: 县教育局"}));
}

TEST(Notice, IgnoresAddresseesAndCopies) {
  EXPECT_EQ(
      shown(read(
          "各乡镇人民政府，县直各单位：\n\n请认真落实。\n\n一、修路\n1.村道。（县交通局负责）\n\n"
          "抄送：县委办、县人大办。\n")),
      (Lines{"1.1 村道: 县交通局"}));
}

TEST(Notice, IgnoresTheFootOfAWebPage) {
  EXPECT_EQ(shown(read("1.修路。（县交通局负责）\n主办单位：某县人民政府办公室\n")),
            (Lines{"1 修路: 县交通局"}));
}

TEST(Notice, TakesTheFirstListedAsLeadAfterAStandingRemark) {
  const auto network = read(
      "1.修路。（责任单位：县交通局、县财政局。列第一位的为牵头单位，下同）\n"
      "2.架桥。（责任单位：县水利局、县财政局）\n3.护林。（责任单位：县林业局）\n"
      "4.宣传。（责任单位：各乡镇、县林业局）\n");

  EXPECT_EQ(shown(network),
            (Lines{"1 修路: 县交通局:lead 县财政局", "2 架桥: 县水利局:lead 县财政局",
                   "3 护林: 县林业局", "4 宣传: 各乡镇* 县林业局"}));
  EXPECT_TRUE(has_note(network, "first-listed-leads"));
  EXPECT_TRUE(has_note(network, "group-first"));
}

TEST(Notice, KeepsARemarkWithoutHereafterToItsClause) {
  EXPECT_EQ(shown(read("1.修路。（县交通局、县财政局负责，排在第一位的部门为牵头部门）\n"
                       "2.架桥。（县水利局、县财政局负责）\n")),
            (Lines{"1 修路: 县交通局:lead 县财政局", "2 架桥: 县水利局 县财政局"}));
}

TEST(Notice, FindsTheRemarkInTheCoverLetter) {
  EXPECT_EQ(
      shown(read("各乡镇：\n各项任务中列首位的为牵头单位。\n1.修路。（县交通局、县财政局负责）\n")),
      (Lines{"1 修路: 县交通局:lead 县财政局"}));
}

TEST(Notice, LeavesOtherRemarksAside) {
  const auto network = read(
      "1."
      "修路。（责任单位：县交通局、县财政局〔列第一位的为牵头单位，下同〕，以下各项均需各乡镇落实，"
      "不再列出）\n");

  EXPECT_EQ(shown(network), (Lines{"1 修路: 县交通局:lead 县财政局"}));
  EXPECT_TRUE(has_note(network, "remark"));
}

TEST(Notice, KeepsANumberedParagraphWithoutClauseInItsSeries) {
  const auto network = read(
      "一、要求\n（一）思路。稳步推进。\n二、任务\n1.修路。修通。（县交通局负责）\n2.架桥。架好。\n"
      "3.护林。守好。（县林业局负责）\n");

  EXPECT_EQ(shown(network), (Lines{"2.1 修路: 县交通局", "2.2 架桥:", "2.3 护林: 县林业局"}));
  EXPECT_TRUE(has_note(network, "task-without-clause"));
}

TEST(Notice, GivesTheClauseOfTheLastItemToTheWholeList) {
  const auto network = read(
      "1.修路。分两步走：\n（1）先修东路；\n（2）再修西路。（县交通局负责）\n2."
      "架桥。\n（1）东桥。（县水利局负责）\n"
      "（2）西桥。（县财政局负责）\n");

  EXPECT_EQ(shown(network),
            (Lines{"1 修路: 县交通局", "2.1 东桥: 县水利局", "2.2 西桥: 县财政局"}));
  EXPECT_TRUE(has_note(network, "list-shares-clause"));
}

TEST(Notice, NumbersAnAnnexAnew) {
  EXPECT_EQ(shown(read(
                "一、修路\n1.村道。（县交通局负责）\n附件2\n一、架桥\n1.南桥。（县水利局负责）\n")),
            (Lines{"1.1 村道: 县交通局", "附1.1.1 南桥: 县水利局"}));
}

TEST(Notice, TellsRepeatedNumbersApart) {
  EXPECT_EQ(shown(read("1.修路。（县交通局负责）\n1.架桥。（县水利局负责）\n")),
            (Lines{"1 修路: 县交通局", "1~2 架桥: 县水利局"}));
}

TEST(Notice, TakesABracketOfUnitsWithoutRoleWordAsInferred) {
  const auto network =
      read("1.修路。（县交通局负责）\n2.宣传。办好夜校。（县委宣传部、县教育局）\n");

  EXPECT_EQ(shown(network), (Lines{"1 修路: 县交通局", "2 宣传: 县委宣传部? 县教育局?"}));
  EXPECT_TRUE(has_note(network, "no-role-word"));
}

TEST(Notice, ReadsAClauseWhoseBracketIsNeverClosed) {
  const auto network =
      read("1.修路。修通。（责任单位：县交通局、县财政局\n2.架桥。（县水利局负责）\n");

  EXPECT_EQ(shown(network), (Lines{"1 修路: 县交通局 县财政局", "2 架桥: 县水利局"}));
  EXPECT_TRUE(has_note(network, "unclosed-bracket"));
}

TEST(Notice, CompletesLevelsAndSharedEndings) {
  const auto network = read(
      "1.修路。（责任单位：省交通运输厅、财政厅、省委组织部、宣传部、税务局、浙南海关）\n"
      "2.治水。（责任单位：东山市、西山市、南山市人民政府）\n");

  EXPECT_EQ(shown(network),
            (Lines{"1 修路: 省交通运输厅 省财政厅 省委组织部 省委宣传部 税务局 浙南海关",
                   "2 治水: 东山市人民政府 西山市人民政府 南山市人民政府"}));
  EXPECT_TRUE(has_note(network, "level-added"));
  EXPECT_TRUE(has_note(network, "ending-added"));
}

TEST(Notice, TakesTwoFormsOfOneNameTogether) {
  const auto network = read(
      "1.甲事。（县发改局负责）\n2.乙事。（县发展和改革局、县政府办、县政府办金融中心负责）\n");

  EXPECT_EQ(network.unit_count(), 3U);
  EXPECT_EQ(network.unit(model::UnitId{0}).aliases[0], "县发展和改革局");
  EXPECT_TRUE(has_note(network, "same-body"));
}

TEST(Notice, CountsAUnitOnceWhateverItsOffices) {
  const auto network = read(
      "1.甲事。（责任单位：县农业局（渔业局、畜牧局）、县财政局）\n2."
      "乙事。（责任单位：县农业局（畜牧局））\n"
      "3.丙事。（责任单位：县农业局、县数据局（筹））\n");

  EXPECT_EQ(shown(network), (Lines{"1 甲事: 县农业局[渔业局][畜牧局] 县财政局",
                                   "2 乙事: 县农业局[畜牧局]", "3 丙事: 县农业局 县数据局"}));
  EXPECT_EQ(network.unit(model::UnitId{0}).offices.size(), 2U);
}

TEST(Notice, TakesShortFormsForTheirBodiesAndSaysSo) {
  const auto network = read(
      "1.甲事。（责任单位：县大数据局、县团委）\n2.乙事。（责任单位：县大数据发展管理局、团县委）\n"
      "3.丙事。（责任单位：县大数据局）\n");

  EXPECT_EQ(shown(network), (Lines{"1 甲事: 县大数据局 县团委", "2 乙事: 县大数据局 县团委",
                                   "3 丙事: 县大数据局"}));
  EXPECT_EQ(network.unit(model::UnitId{0}).aliases[0], "县大数据发展管理局");
  EXPECT_TRUE(has_note(network, "same-body"));
}

TEST(Notice, KeepsShortFormsApartThatOneClauseNamesTogether) {
  const auto network = read(
      "1.甲事。（责任单位：县大数据局、县大数据发展管理局）\n2.乙事。（责任单位：县大数据局）\n");

  EXPECT_EQ(network.unit_count(), 2U);
  EXPECT_FALSE(has_note(network, "same-body"));
}

TEST(Notice, KeepsAShortFormApartThatFitsTwoBodies) {
  const auto network = read(
      "1.甲事。（责任单位：县大数据局）\n2.乙事。（责任单位：县大数据发展管理局）\n"
      "3.丙事。（责任单位：县大数据资源局）\n");

  EXPECT_EQ(network.unit_count(), 3U);
}

TEST(Notice, NotesOpenListsAndJointWork) {
  const auto network =
      read("1.甲事。（县教育局等有关部门负责）\n2.乙事。（县财政局会同县民政局负责）\n");

  EXPECT_EQ(shown(network),
            (Lines{"1 甲事: 县教育局 有关部门*", "2 乙事: 县财政局:lead? 县民政局:support?"}));
  EXPECT_TRUE(has_note(network, "open-list"));
  EXPECT_TRUE(has_note(network, "inferred-roles"));
}

TEST(Notice, FillsInTheSource) {
  const auto network = read(
      "某政办〔2025〕9号\n\n**某县人民政府办公室\n关于印发2025年修路工作要点的通知**"
      "\n\n各乡镇：\n\n"
      "某县人民政府办公室\n\n2025年3月9日\n\n2025 "
      "年修路工作要点\n\n一、修路\n1.村道。（县交通局负责）\n");

  const model::Source& source = network.sources().front();
  EXPECT_EQ(source.title, "2025年修路工作要点");
  EXPECT_EQ(source.number, "某政办〔2025〕9号");
  EXPECT_EQ(source.issuer, "某县人民政府办公室");
  EXPECT_EQ(source.date, "2025-03-09");
  EXPECT_EQ(source.language, "zh");
}

TEST(Notice, ReadsTraditionalCharacters) {
  EXPECT_EQ(
      shown(read(
          "1.修路。（責任單位：縣交通局、縣財政局）\n2.架橋。（縣水利局牽頭，縣財政局配合）\n")),
      (Lines{"1 修路: 縣交通局 縣財政局", "2 架橋: 縣水利局:lead 縣財政局:support"}));
}

TEST(Notice, RefusesTextWithoutAnyClause) {
  for (const char* text : {"", "\n\n", "一、修路\n1.村道。年内修通。\n", "（以下简称“平台”）"}) {
    try {
      read(text);
      FAIL() << "accepted: " << text;
    } catch (const InputError& error) {
      EXPECT_EQ(error.place().file, "notice.md");
      EXPECT_NE(std::string(error.what()).find("责任单位"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace respnet::extract
