// Any text is read in linear time, or refused; every span holds what was printed.

#include <chrono>
#include <random>

#include "extract/reading.hpp"
#include "respnet/base/errors.hpp"

namespace respnet::extract {
namespace {

std::string repeated(std::string_view text, std::size_t bytes) {
  std::string all;
  while (all.size() < bytes) all += text;
  return all;
}

double seconds_to_read(const std::string& text) {
  const auto begin = std::chrono::steady_clock::now();
  try {
    test::read(text);
  } catch (const InputError&) {
  } catch (const LimitError&) {
  }
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

TEST(Robustness, ReadsFloodsInLinearTime) {
  // A tenth of the size that must stay below two seconds, with room for sanitizers.
  constexpr std::size_t bytes = 2'000'000;
  for (const char* flood : {"甲",
                            "（",
                            ")",
                            "（）",
                            "、",
                            "：",
                            "。",
                            "“",
                            "*",
                            "\n",
                            "1",
                            "。1.",
                            "一、\n",
                            "牵头负责",
                            "（甲局负责",
                            "（责任单位：",
                            "责任单位：甲局",
                            "责任单位：甲局。",
                            "第一位",
                            "等",
                            "（（（甲局负责）））",
                            "甲局和",
                            "甲局 ",
                            "（一）打1.修",
                            "按职责分工"}) {
    EXPECT_LT(seconds_to_read(repeated(flood, bytes)), 4) << flood;
    EXPECT_LT(seconds_to_read("1.修路。（责任单位：" + repeated(flood, bytes) + "）"), 4) << flood;
    EXPECT_LT(seconds_to_read("1.修路。（责任单位：" + repeated(flood, 60'000) + "）"), 4) << flood;
  }
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
