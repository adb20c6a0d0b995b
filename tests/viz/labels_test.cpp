#include "viz/labels.hpp"

#include <string>

#include <gtest/gtest.h>

#include "respnet/base/text.hpp"

namespace respnet::viz {
namespace {

const Font kTen{10};

TEST(Labels, StandWholeWhereTheyFit) {
  const TextMetrics metrics;

  EXPECT_EQ(fitted(metrics, "市财政局", kTen, {.width = 40.5}).lines,
            std::vector<std::string>{"市财政局"});
}

TEST(Labels, KeepTheLastFiveCharactersWhenCut) {
  const TextMetrics metrics;

  const Label label = fitted(metrics, "福州市数字城市建设管理服务中心", kTen, {.width = 90});

  ASSERT_EQ(label.lines.size(), 1U);
  EXPECT_TRUE(label.cut);
  EXPECT_TRUE(label.text().ends_with("…理服务中心")) << label.text();
  EXPECT_TRUE(label.text().starts_with("福州"));
  EXPECT_LE(metrics.width(label.text(), kTen), 90);
}

TEST(Labels, FillTheWidthWhenCut) {
  const TextMetrics metrics;
  std::string name;
  for (int i = 0; i < 50; ++i) name += "局";

  for (const double width : {60.0, 75.0, 103.0}) {
    const double used = metrics.reserved_width(cut_in_middle(metrics, name, kTen, width), kTen);

    EXPECT_LE(used, width);
    EXPECT_GT(used, width - 10);  // one character more would not fit
  }
}

TEST(Labels, BreakBeforeBrackets) {
  const TextMetrics metrics;

  const Label label =
      fitted(metrics, "自然资源局（林业局）", kTen, {.width = 60, .two_lines = true});

  EXPECT_EQ(label.lines, (std::vector<std::string>{"自然资源局", "（林业局）"}));
}

TEST(Labels, NeverBreakInsideBracketsQuotesOrLatinWords) {
  const TextMetrics metrics;
  const LabelSpace space{.width = 75, .two_lines = true};

  EXPECT_EQ(fitted(metrics, "区“智慧长乐”服务中心", kTen, space).lines,
            (std::vector<std::string>{"区“智慧长乐”", "服务中心"}));
  EXPECT_EQ(fitted(metrics, "Evelyn Jefferson", kTen, space).lines,
            (std::vector<std::string>{"Evelyn", "Jefferson"}));
  EXPECT_TRUE(fitted(metrics, "（甲乙丙丁戊己庚辛壬癸）", kTen, space).cut);
}

TEST(Labels, BreakBetweenWordsOfTitles) {
  const TextMetrics metrics;
  const LabelSpace space{.width = 84, .two_lines = true};

  EXPECT_EQ(fitted(metrics, "数字化全面赋能经济社会发展", kTen, space).lines,
            (std::vector<std::string>{"数字化全面赋能", "经济社会发展"}));
  EXPECT_EQ(fitted(metrics, "优化数字化发展环境", kTen, space).lines,
            (std::vector<std::string>{"优化数字化", "发展环境"}));
}

TEST(Labels, NeverHaveALineOfOneCharacter) {
  const TextMetrics metrics;

  for (double width = 20; width < 140; width += 1) {
    const Label label =
        fitted(metrics, "甲（乙丙丁）戊己庚辛", kTen, {.width = width, .two_lines = true});
    if (label.lines.size() == 1) continue;
    for (const std::string& line : label.lines) EXPECT_GE(length(line), 2U) << width;
  }
}

TEST(Labels, OfDifferentNamesAreDifferent) {
  const TextMetrics metrics;
  const std::string east = "甲乙丙丁戊己庚辛壬癸东区管理服务中心";
  const std::string west = "甲乙丙丁戊己庚辛壬癸西区管理服务中心";

  const auto labels = distinct_labels(metrics, {{east, "u1", kTen, {.width = 90}},
                                                {west, "u2", kTen, {.width = 90}},
                                                {"市财政局", "u3", kTen, {.width = 90}}});

  EXPECT_TRUE(labels[0].text().ends_with(" u1"));
  EXPECT_TRUE(labels[1].text().ends_with(" u2"));
  EXPECT_EQ(labels[2].text(), "市财政局");
  for (const Label& label : labels) EXPECT_LE(metrics.width(label.text(), kTen), 90);
}

TEST(Labels, ShowTheIdOfABlankName) {
  const TextMetrics metrics;

  EXPECT_EQ(distinct_labels(metrics, {{" \n", "u5", kTen, {.width = 90}}})[0].text(), "u5");
}

TEST(Labels, ReplaceWhatCannotBeShown) {
  EXPECT_EQ(shown("a\nb\tc"), "a b c");
  EXPECT_EQ(shown("a\x01"
                  "b\xE2\x80\xAE"
                  "c\xFF"),
            "a\uFFFDb\uFFFDc\uFFFD");
  EXPECT_EQ(shown("市“一网”办"), "市“一网”办");
}

TEST(Labels, WrapWithoutLosingText) {
  const TextMetrics metrics;
  const std::string text = "甲乙丙丁，戊己庚辛。Evelyn Jefferson（壬癸）子丑寅卯";

  const auto lines = wrapped(metrics, text, kTen, 60, 20);

  std::string joined;
  for (const std::string& line : lines) {
    EXPECT_LE(metrics.width(line, kTen), 60) << line;
    EXPECT_FALSE(line.starts_with("，") || line.starts_with("。")) << line;
    joined += line;
  }
  EXPECT_GT(lines.size(), 3U);
  EXPECT_EQ(joined, "甲乙丙丁，戊己庚辛。EvelynJefferson（壬癸）子丑寅卯");
}

TEST(Labels, WrapIntoNoMoreLinesThanAskedFor) {
  const TextMetrics metrics;

  const auto lines = wrapped(metrics, std::string(5000, 'x'), kTen, 60, 2);

  ASSERT_EQ(lines.size(), 2U);
  EXPECT_TRUE(lines.back().ends_with("…"));
}

}  // namespace
}  // namespace respnet::viz
