// What the network says stands in the text, at the place it says. test::read() checks every notice
// of these tests; here are those that put it to the proof.

#include <fstream>
#include <sstream>

#include "extract/reading.hpp"

namespace respnet::extract {
namespace {

using test::joined;
using test::read;
using test::shown;
using Lines = test::Lines;

TEST(Evidence, HoldsForEveryAssignmentOfTheShippedNotice) {
  std::ifstream file(RESPNET_SOURCE_DIR "/datasets/changle-2024/notice.md", std::ios::binary);
  ASSERT_TRUE(file);
  std::stringstream text;
  text << file.rdbuf();

  const auto network = read(text.str());

  EXPECT_GT(network.assignment_count(), 100U);
}

TEST(Evidence, SurvivesPageBreaksBoldMarksAndHiddenCharacters) {
  const auto network = read(
      "1.修路。（责任单\n位：县交\n— 3 —\n\f通局、**县财\u200B政局**）\n"
      "2.架桥。（责任单位：县水&nbsp;利局<br>县公安局，各县〔市、\n区〕政府）\n");

  EXPECT_EQ(shown(network),
            (Lines{"1 修路: 县交通局 县财政局", "2 架桥: 县水利局 县公安局 各县〔市、区〕政府*"}));
  EXPECT_EQ(network.assignment(model::AssignmentId{0}).as_written, "县交\n— 3 —\n\f通局");
  EXPECT_EQ(network.assignment(model::AssignmentId{1}).as_written, "县财\u200B政局");
  EXPECT_EQ(network.assignment(model::AssignmentId{2}).as_written, "县水&nbsp;利局");
}

TEST(Evidence, ReachesOverAnEntityAtItsEnd) {
  const auto network = read("1.修路。（责任单位：县&ldquo;智汇&rdquo;、县财政局）\n");

  EXPECT_EQ(network.assignment(model::AssignmentId{0}).as_written, "县&ldquo;智汇&rdquo;");
}

TEST(Evidence, IsThePartThatWasPrintedWhereTheNameWasCompleted) {
  const auto network = read("1.修路。（省交通厅、财政厅，甲市、乙市人民政府负责）\n");

  EXPECT_EQ(network.assignment(model::AssignmentId{1}).as_written, "财政厅");
  EXPECT_EQ(network.unit(network.assignment(model::AssignmentId{1}).unit).name, "省财政厅");
  EXPECT_EQ(network.assignment(model::AssignmentId{2}).as_written, "甲市");
}

TEST(Evidence, JoinsPrintedFormsAsTheReaderDoes) {
  EXPECT_EQ(joined("县交\n— 3 —\n\f通局"), "县交通局");
  EXPECT_EQ(joined("卫生 健 康委"), "卫生健康委");
  EXPECT_EQ(joined("县**财政局**"), "县财政局");
}

}  // namespace
}  // namespace respnet::extract
