#include "respnet/extract/duty_list.hpp"

#include "extract/reading.hpp"
#include "respnet/base/errors.hpp"

namespace respnet::extract {
namespace {

using test::has_note;
using test::read;
using test::shown;
using Lines = test::Lines;

TEST(DutyList, MakesATaskOfEveryUnitsHeading) {
  const auto network = read(
      "一、职责分工\n（一）县教育局：办好夜校；编写教材。\n（二）县财政局、县总工会：安排经费。\n"
      "（三）县委宣传部（县政府新闻办）：做好宣传。\n（四）各乡镇（街道）：提供场地。\n"
      "二、工作要求\n（一）加强领导。各单位要高度重视。\n（二）强化督查。定期通报。\n");

  EXPECT_EQ(shown(network),
            (Lines{"1.1 县教育局: 县教育局", "1.2 县财政局、县总工会: 县财政局 县总工会",
                   "1.3 县委宣传部（县政府新闻办）: 县委宣传部[县政府新闻办]",
                   "1.4 各乡镇（街道）: 各乡镇（街道）*"}));
  EXPECT_TRUE(has_note(network, "duty-list"));
}

TEST(DutyList, ReadsUnitsOnLinesOfTheirOwnOverTheirDuties) {
  EXPECT_EQ(shown(read("一、分工\n（一）县教育局\n1.办好夜校。\n2.编写教材。\n（二）县财政局\n"
                       "1.安排经费。\n")),
            (Lines{"1.1 县教育局: 县教育局", "1.2 县财政局: 县财政局"}));
}

TEST(DutyList, ReadsParagraphsThatBeginWithUnits) {
  EXPECT_EQ(shown(read("一、分工\n县水利局：负责监测水情。\n县气象局：负责预报预警。\n"
                       "二、要求\n各单位要加强配合。\n")),
            (Lines{"1#1 县水利局: 县水利局", "1#2 县气象局: 县气象局"}));
}

TEST(DutyList, ReadsUnitsInFrontOfTheVerb) {
  EXPECT_EQ(
      shown(read("1.市民政局负责统筹养老服务。制定标准。\n2.市财政局负责保障资金。按时拨付。\n")),
      (Lines{"1 市民政局负责统筹养老服务: 市民政局", "2 市财政局负责保障资金: 市财政局"}));
}

TEST(DutyList, IsNoListOfThingsToBeBuilt) {
  EXPECT_THROW(read("1.创新园区。建成三个。\n2.产业基地。建成两个。\n"), InputError);
  EXPECT_THROW(read("一、对象\n各乡镇人民政府，县直各单位：\n请落实。\n"), InputError);
}

TEST(DutyList, TakesNoSingleHeadingForAList) {
  EXPECT_EQ(
      shown(read("1.县融媒体中心。年内建成。（县委宣传部负责）\n2.村道。修通。（县交通局负责）\n")),
      (Lines{"1 县融媒体中心: 县委宣传部", "2 村道: 县交通局"}));
}

TEST(DutyTitle, NamesUnitsAndNothingElse) {
  const std::string_view text = "县教育局、县财政局";
  const auto found = duty_title(text, {0, static_cast<std::uint32_t>(text.size())});
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->certain);
  for (const std::string_view other : {"加强领导", "县教育局、办学", "支持县教育局", ""})
    EXPECT_FALSE(duty_title(other, {0, static_cast<std::uint32_t>(other.size())})) << other;
}

}  // namespace
}  // namespace respnet::extract
