// The ways in which Chinese notices say who does what, one notice of a few lines for each.

#include "extract/reading.hpp"

namespace respnet::extract {
namespace {

using test::has_note;
using test::read;
using test::shown;
using Lines = test::Lines;

// 1 Headings.

TEST(Grammar, NumbersHeadingsByDecimals) {
  EXPECT_EQ(
      shown(read("1 总体要求\n稳步推进。\n2 重点任务\n2.1 修路\n年内修通。（责任单位：县交通局）\n"
                 "2.1.1 桥墩\n先立。（县水利局负责）\n2.2 护林\n守好。（县林业局负责）\n")),
      (Lines{"2.1 修路: 县交通局", "2.1.1 桥墩: 县水利局", "2.2 护林: 县林业局"}));
}

TEST(Grammar, RepeatsNoNumberOfTheChapterInDecimals) {
  EXPECT_EQ(shown(read("第二部分 重点任务\n1 道路\n1.1 修路\n修通。（县交通局负责）\n"
                       "1.2 架桥\n架好。（县水利局负责）\n")),
            (Lines{"2.1.1 修路: 县交通局", "2.1.2 架桥: 县水利局"}));
}

TEST(Grammar, TakesAnAmountAtTheBeginningOfALineForNoHeading) {
  EXPECT_EQ(
      shown(read(
          "1.修路。投资\n1.5亿元，修通\n2.5公里。（县交通局负责）\n2.架桥。（县水利局负责）\n")),
      (Lines{"1 修路: 县交通局", "2 架桥: 县水利局"}));
}

TEST(Grammar, FindsTheFirstHeadingBehindATitleWithoutABreak) {
  EXPECT_EQ(
      shown(read(
          "某县治水方案 一、总体要求 生态优先。 二、重点任务 （一）打基础 1.清淤。清理河道。"
          "（责任单位：县水利局） 2.截污。建管网。（责任单位：县住建局） 三、保障措施 加强领导。")),
      (Lines{"2.1.1 清淤: 县水利局", "2.1.2 截污: 县住建局"}));
}

TEST(Grammar, KnowsChaptersArticlesAndCircledNumbers) {
  EXPECT_EQ(shown(read("第一章 道路\n第一条 修路。（县交通局负责）\n第二条 架桥。（县水利局负责）\n"
                       "第二章 山林\n第三条 护林。（县林业局负责）\n")),
            (Lines{"1.1 修路: 县交通局", "1.2 架桥: 县水利局", "2.3 护林: 县林业局"}));
  EXPECT_EQ(shown(read("一、道路\n①修路。（县交通局负责）\n②架桥。（县水利局负责）\n")),
            (Lines{"1.1 修路: 县交通局", "1.2 架桥: 县水利局"}));
}

TEST(Grammar, LeavesTheCommaInFrontOfAClauseOutOfTheTitle) {
  EXPECT_EQ(shown(read("1.修路，（县交通局负责）\n")), (Lines{"1 修路: 县交通局"}));
}

TEST(Grammar, TakesClosingProvisionsForNoTask) {
  EXPECT_EQ(
      shown(read("第一条 修路。年内修通。（县交通局负责）\n第二条 架桥。架好。（县水利局负责）\n"
                 "第三条 附则。自印发之日起施行。\n")),
      (Lines{"1 修路: 县交通局", "2 架桥: 县水利局"}));
}

// 3 Where a clause stands.

TEST(Grammar, LetsAClosingSentenceFollowAComma) {
  const auto network =
      read("1.总结。健全机制，由县农业局会同县公安局负责，10月25日前将总结报县政府办公室。\n");

  EXPECT_EQ(shown(network), (Lines{"1 总结: 县农业局:lead? 县公安局:support?"}));
}

TEST(Grammar, ReadsClosingSentencesInManyWords) {
  EXPECT_EQ(
      shown(read("1.修路。此项工作由县交通局牵头负责，各镇街、县财政局配合，4月底前完成。\n"
                 "2.架桥。由县水利局负责组织实施，确保年底前完成。\n"
                 "3.护林。由县林业局牵头，会同县财政局于10月底前完成。\n"
                 "4.治沙。县林业局牵头，县财政局参与。（长期坚持）\n"
                 "5.养鱼。牵头单位为县农业局，配合单位为县财政局。\n"
                 "6.除害。由县爱卫办负责，各镇街参与，每季度末完成。\n")),
      (Lines{"1 修路: 县交通局:lead 各镇街*:support 县财政局:support", "2 架桥: 县水利局",
             "3 护林: 县林业局:lead 县财政局:support?", "4 治沙: 县林业局:lead 县财政局:support",
             "5 养鱼: 县农业局:lead 县财政局:support", "6 除害: 县爱卫办 各镇街*:support"}));
}

TEST(Grammar, ReadsADeadlineInFrontOfTheUnits) {
  const auto network = read("1.修路。（2025年底前完成，县交通局牵头，县财政局负责）\n");

  EXPECT_EQ(shown(network), (Lines{"1 修路: 县交通局:lead 县财政局"}));
  EXPECT_EQ(network.task(model::TaskId{0}).due, "2025-12");
}

TEST(Grammar, ReadsABracketThatOnlyLists) {
  const auto network = read(
      "1.修路。年内修通。（县交通局、县财政局，2025年底前完成）\n"
      "2.办展。办好。（县文旅局）\n3.参观。参观企业。（某某大厦）\n");

  EXPECT_EQ(shown(network), (Lines{"1 修路: 县交通局? 县财政局?", "2 办展: 县文旅局?", "3 参观:"}));
  EXPECT_TRUE(has_note(network, "no-role-word"));
}

TEST(Grammar, FollowsALabelOverTheEndOfItsLine) {
  EXPECT_EQ(shown(read("1.修路。年内修通。牵头单位：\n县交通局。责任单位：县财政局、石桥\n镇。\n")),
            (Lines{"1 修路: 县交通局:lead 县财政局 石桥镇"}));
}

TEST(Grammar, TakesAddresseesNamedLikeALabelForNoClause) {
  EXPECT_EQ(shown(read("各乡镇党委，县直各牵头单位、配合单位：\n现将方案印发给你们。\n"
                       "1.修路。（县交通局负责）\n")),
            (Lines{"1 修路: 县交通局"}));
}

TEST(Grammar, GivesItemsThatAreLabelsToTheirHeading) {
  EXPECT_EQ(shown(read("一、修路\n（一）目标：修通。\n（二）责任单位：县交通局、县财政局\n"
                       "（三）完成时限：年底\n二、架桥\n1.目标：架好。\n2.牵头单位：县水利局\n"
                       "3.配合单位：县财政局\n")),
            (Lines{"1 修路: 县交通局 县财政局", "2 架桥: 县水利局:lead 县财政局:support"}));
}

// 4 Clause forms.

TEST(Grammar, ReadsARoleBehindAName) {
  EXPECT_EQ(shown(read("1.修路。责任单位：县交通局（牵头）、县财政局（配合）、县住建局。\n")),
            (Lines{"1 修路: 县交通局:lead 县财政局:support 县住建局"}));
}

TEST(Grammar, KeepsPersonsApartFromBodies) {
  const auto network = read(
      "1.修路。修通。\n责任领导：赵六\n责任单位：县交通局、县财政局。列第一位的为牵头单位，下同\n"
      "责任人：孙  八、各站站长\n完成时限：2025年9月31日\n"
      "2.架桥。（牵头领导：赵六，责任单位：县水利局，联系人：钱七 12345678）\n");

  EXPECT_EQ(shown(network),
            (Lines{"1 修路: 赵六(person):oversight 县交通局:lead 县财政局 孙八(person):oversight",
                   "2 架桥: 县水利局 赵六(person):oversight"}));
  EXPECT_EQ(network.task(model::TaskId{0}).deadline, "2025年9月31日");
  EXPECT_TRUE(has_note(network, "person-label"));
}

TEST(Grammar, HearsARemarkWhereverItStands) {
  const Lines led{"1 修路: 县交通局:lead 县财政局", "2 架桥: 县水利局:lead 县财政局"};
  EXPECT_EQ(shown(read("1.修路。（县交通局、县财政局负责）（注：排第一位的为牵头单位，下同）\n"
                       "2.架桥。（县水利局、县财政局负责）\n")),
            led);
  EXPECT_EQ(shown(read("1.修路。（县交通局、县财政局负责）\n2.架桥。（县水利局、县财政局负责）\n"
                       "注：责任单位中列首位的为牵头单位。\n")),
            led);
}

TEST(Grammar, MakesTheOthersSupportWhereARemarkSaysSo) {
  EXPECT_EQ(
      shown(read("1.修路。（责任单位：县交通局、县财政局。排第一位的为牵头单位，"
                 "其他为配合单位，下同）\n2.架桥。（责任单位：县水利局、县财政局）\n")),
      (Lines{"1 修路: 县交通局:lead 县财政局:support", "2 架桥: 县水利局:lead 县财政局:support"}));
}

// 8 Traps.

TEST(Grammar, LeavesTasksAsideThatAnAnnexRepeats) {
  const auto network = read(
      "一、任务\n（一）修路。修通。（县交通局负责）\n（二）架桥。架好。（县水利局负责）\n\n附件1\n"
      "\n"
      "任务分解表\n1.修路。修通。（县交通局负责）\n2.架桥。架好。（县水利局负责）\n"
      "3.护林。守好。（县林业局负责）\n");

  EXPECT_EQ(shown(network),
            (Lines{"1.1 修路: 县交通局", "1.2 架桥: 县水利局", "附1.3 护林: 县林业局"}));
  EXPECT_TRUE(has_note(network, "annex-repeats"));
}

TEST(Grammar, NotesCharactersThatDoNotShow) {
  const auto network =
      read("1.修路。（责任\u200B单位：县交通\u202E局）\n2.架桥。（县交通局负责）\n");

  EXPECT_EQ(shown(network), (Lines{"1 修路: 县交通局", "2 架桥: 县交通局"}));
  EXPECT_EQ(network.unit_count(), 1U);
  EXPECT_TRUE(has_note(network, "hidden-characters"));
}

TEST(Grammar, PartsUnitsAtLineBreaksOfWebPages) {
  EXPECT_EQ(shown(read("1.修路。（责任单位：县交通局\n县财政局<br>各乡镇&nbsp;县公安局）\n")),
            (Lines{"1 修路: 县交通局 县财政局 各乡镇* 县公安局"}));
}

TEST(Grammar, ReadsTraditionalCharacters) {
  EXPECT_EQ(
      shown(read("1.修路。（縣交通局牽頭，縣財政局、各區人民政府分別負責）\n"
                 "2.架橋。（責任單位：縣水利局；配合單位：縣財政局）\n")),
      (Lines{"1 修路: 縣交通局:lead 縣財政局 各區人民政府*", "2 架橋: 縣水利局 縣財政局:support"}));
}

}  // namespace
}  // namespace respnet::extract
