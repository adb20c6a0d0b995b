#include "respnet/extract/flow.hpp"

#include <gtest/gtest.h>

namespace respnet::extract {
namespace {

TEST(Flow, JoinsLinesThatEndInsideASentence) {
  EXPECT_EQ(Flow("推\n\n进修路。\n再架桥。\n").text(), "推进修路。\n再架桥。\n");
  EXPECT_EQ(Flow("use the\nroad").text(), "use the road\n");
}

TEST(Flow, DropsPageNumbersBulletsAndBoldMarks) {
  EXPECT_EQ(Flow("修\n— 3 —\n路\n- 4 -\n。").text(), "修路。\n");
  EXPECT_EQ(Flow("修\n5\n\f路。").text(), "修路。\n");
  EXPECT_EQ(Flow("- **修**路。").text(), "修路。\n");
  EXPECT_EQ(Flow("修了\n5\n座桥。").text(), "修了5座桥。\n");
}

TEST(Flow, BeginsAParagraphAtHeadingsAndLabels) {
  const Flow flow("一、治水\n（一）清淤\n清南河。\n牵头单位：甲局\n责任单位：乙局\n1.修路");
  EXPECT_EQ(flow.text(),
            "一、治水\n（一）清淤\n清南河。\n牵头单位：甲局\n责任单位：乙局\n1.修路\n");
  EXPECT_EQ(flow.paragraphs()[1].mark.kind, MarkKind::RoundNumeral);
}

TEST(Flow, KeepsAnOpenBracketTogether) {
  EXPECT_EQ(Flow("（责任单位：甲局（丁办）\n、乙局）").text(),
            "（责任单位：甲局（丁办）、乙局）\n");
}

TEST(Flow, DoesNotTakeANumberInsideASentenceForAHeading) {
  const Flow flow("1.修路，投资约\n7.架桥补助除外的部分。");
  EXPECT_EQ(flow.paragraphs().back().mark.kind, MarkKind::None);
}

TEST(Flow, JoinsAHeadingOnlyWhenItsLineIsFull) {
  // Eight full lines of 21 characters tell the measure.
  std::string text = "一、以修路架桥为抓手，推动全县农村公路建设提\n质增效\n守好山林。\n";
  for (int i = 0; i < 8; ++i) text += "逐村登记造册，摸清道路桥梁底数并报送县级部门\n";
  const Flow flow(text);
  EXPECT_EQ(flow.paragraphs()[0].range.of(flow.text()),
            "一、以修路架桥为抓手，推动全县农村公路建设提质增效");
}

TEST(Flow, KnowsWhereEveryByteCameFrom) {
  const std::string source = "\xEF\xBB\xBF  **一、修**\r\n—1—\r\n路\r\n";
  const Flow flow(source);
  EXPECT_EQ(flow.text(), "一、修\n路\n");
  const auto at = static_cast<std::uint32_t>(flow.text().find("路"));
  const model::Span span = flow.traced().span({at, at + 3});
  EXPECT_EQ(source.substr(span.begin, span.end - span.begin), "路");
  EXPECT_EQ(flow.traced().line(at), 3U);
}

TEST(Flow, OfNothingIsEmpty) {
  EXPECT_EQ(Flow("").text(), "");
  EXPECT_TRUE(Flow("\n \n\f").paragraphs().empty());
}

}  // namespace
}  // namespace respnet::extract
