// Any text is read in linear time, or refused; every span holds what was printed.

#include <random>
#include <string>
#include <string_view>

#include "extract/reading.hpp"
#include "respnet/base/errors.hpp"
#include "support/growth.hpp"

namespace respnet::extract {
namespace {

using test::growth;
using test::kLinearGrowth;
using test::repeated;

void expect_linear(std::string_view before, std::string_view flood, std::string_view behind,
                   std::size_t bytes = 250'000) {
  const auto text = [&](std::size_t size) {
    return std::string(before) + repeated(flood, size) + std::string(behind);
  };
  EXPECT_LT(growth(test::read_only, text, bytes), kLinearGrowth) << before << " … " << flood;
}

TEST(Robustness, ReadsFloodsInLinearTime) {
  for (const char* flood : {"甲",
                            "（",
                            ")",
                            "（）",
                            "（(〔[",
                            "、",
                            "：",
                            "；",
                            "。",
                            "“",
                            "*",
                            "\n",
                            "1",
                            "1.",
                            "。1.",
                            "一、\n",
                            "牵头负责",
                            "牵头配合会同",
                            "（甲局负责",
                            "（责任单位：",
                            "责任单位：甲局",
                            "责任单位：甲局。",
                            "第一位",
                            "等",
                            "（（（甲局负责）））",
                            "甲局和",
                            "甲局 ",
                            "<br>",
                            "甲局<br>",
                            "（一）打1.修",
                            "按职责分工"}) {
    expect_linear("", flood, "");
    expect_linear("1.修路。（责任单位：", flood, "）");
    expect_linear("1.修路。（责任单位：", flood, "）", 15'000);
  }
}

TEST(Robustness, ReadsFloodsOfEnglishInLinearTime) {
  for (const char* flood :
       {"and ", "Roads Office and ", " and and", "Lead: ", "(Lead: A and B)", "a) ", "(HM) ", ", ",
        "; ", "with support from ", "in consultation with the ", "A/R ", "by 31 March 2027 "}) {
    expect_linear("Action 1.1: Mend the quay\nLead: Harbour Office ", flood, "\n");
    expect_linear("Action 1.1: Mend the quay (Lead: Harbour Office, ", flood, ")\n");
  }
}

TEST(Robustness, ReadsNestedListsInLinearTime) {
  const auto nested = [](std::size_t bytes) {
    // Each item deeper than the one before it, up to 100 levels.
    std::string text = "# Plan\n\n";
    for (std::size_t level = 0; text.size() < bytes; level = (level + 1) % 100)
      text += std::string(2 * level, ' ') + "- Action: Dig\n" + std::string(2 * level + 2, ' ') +
              "- Lead: Roads Office\n";
    return text;
  };
  EXPECT_LT(growth(test::read_only, nested, 250'000), kLinearGrowth);
  expect_linear("# Plan\n\n", "- ", "Dig\n");
  expect_linear("# Plan\n\n", "> - 1. ", "Dig (Lead: Roads Office)\n");
  expect_linear("一、道路\n", "（一）1.①", "修路。（责任单位：甲局）\n");
}

TEST(Robustness, ReadsTwentyMegabytesInOneLine) {
  expect_linear("", "（一）打1.修。（责任单位：甲局、县乙局）", "\n", 5'000'000);
  expect_linear("", "Dig the well and fill the ditch, ", "(Lead: Roads Office)\n", 5'000'000);
}

void expect_sound(const std::string& text) {
  try {
    const model::Network network = test::read(text);
    for (const model::TaskId t : network.task_ids())
      for (const model::AssignmentId a : network.assignments(t)) {
        const model::Assignment each = network.assignment(a);
        ASSERT_LE(each.span.end, text.size()) << text;
        EXPECT_EQ(text.substr(each.span.begin, each.span.end - each.span.begin), each.as_written)
            << text;
        EXPECT_FALSE(each.as_written.empty()) << text;
        EXPECT_GE(each.line, 1U);
      }
  } catch (const InputError&) {
  }
}

TEST(Robustness, KeepsEverySpanExactInRandomTexts) {
  const char* pieces[] = {"一、",
                          "（一）",
                          "1.",
                          "修路",
                          "。",
                          "，",
                          "、",
                          "；",
                          "（",
                          "）",
                          "〔",
                          "〕",
                          "责任单位：",
                          "牵头单位:",
                          "甲局",
                          "县乙局",
                          "各乡镇",
                          "（街道）",
                          "负责",
                          "牵头",
                          "配合",
                          "按职责分工负责",
                          "会同",
                          "等",
                          "有关部门",
                          "\n",
                          "\r\n",
                          "— 3 —\n",
                          "\f",
                          "**",
                          " ",
                          "　",
                          "“",
                          "”",
                          "和",
                          "下同",
                          "列第一位的为牵头单位",
                          "附件1\n",
                          "|",
                          "#",
                          "完成时限：",
                          "2025年6月底前"};
  std::mt19937_64 engine(1);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const std::size_t count = engine() % 40 + 1;
    for (std::size_t i = 0; i < count; ++i) text += pieces[engine() % std::size(pieces)];
    expect_sound(text);
  }
}

TEST(Robustness, RefusesTensOfThousandsOfClausesInOneTask) {
  EXPECT_THROW(test::read(repeated("责任单位：甲局。", 1'000'000)), LimitError);
}

}  // namespace
}  // namespace respnet::extract
