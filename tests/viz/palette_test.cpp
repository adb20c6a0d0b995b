#include "viz/palette.hpp"

#include <cmath>
#include <set>
#include <string>

#include <gtest/gtest.h>

namespace respnet::viz::palette {
namespace {

// WCAG 2.1 contrast with white.
double contrast_with_white(std::string_view color) {
  double luminance = 0;
  const double weights[] = {0.2126, 0.7152, 0.0722};
  for (std::size_t i = 0; i < 3; ++i) {
    const double c = std::stoi(std::string(color.substr(1 + 2 * i, 2)), nullptr, 16) / 255.0;
    luminance += weights[i] * (c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
  }
  return 1.05 / (luminance + 0.05);
}

TEST(Palette, CanBeReadOnWhite) {
  for (const std::string_view text : {kInk, kMuted}) EXPECT_GE(contrast_with_white(text), 4.5);
  for (const std::string_view mark : kSections) EXPECT_GE(contrast_with_white(mark), 3) << mark;
  for (const std::string_view mark : {kLead, kOther, kStrongEdge, kSupportEdge})
    EXPECT_GE(contrast_with_white(mark), 3) << mark;
}

TEST(Palette, TintsWithWhite) {
  EXPECT_EQ(tint("#000000"), "#D9D9D9");  // 0.85 · 255 = 216.75
  EXPECT_EQ(tint("#FFFFFF"), "#FFFFFF");
}

TEST(Palette, PutsReadableTextOnEveryHeatInEveryTheme) {
  for (const Theme theme : {Theme::Light, Theme::Dark, Theme::Gray}) {
    std::set<std::string> steps;
    for (const std::string_view fill : kHeat) {
      const std::string text = themed(readable_on(fill, theme), theme);
      EXPECT_GE(contrast(text, themed(fill, theme)), 4.5) << fill << " " << static_cast<int>(theme);
      steps.insert(themed(fill, theme));
    }
    EXPECT_EQ(steps.size(), kHeat.size());
    for (std::size_t i = 1; i < kHeat.size(); ++i)
      EXPECT_GT(contrast(themed(kHeat[i], theme), themed(kHeat[i - 1], theme)), 1.05) << i;
  }
}

TEST(Palette, UsesGreysBeyondEightSections) {
  EXPECT_EQ(stripe(0, 8), kSections[0]);
  EXPECT_NE(stripe(0, 9), stripe(1, 9));
  EXPECT_EQ(lead_edge(8, 9), kLead);
  EXPECT_EQ(cluster(9), cluster(1));
}

}  // namespace
}  // namespace respnet::viz::palette
