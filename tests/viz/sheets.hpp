#pragma once

// What sheets for paper have to keep to.

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/viz/picture.hpp"
#include "viz/text_metrics.hpp"

namespace respnet::viz::test {

/// A text's rectangle: as wide as Pango makes it, as high as a Chinese character.
inline Box text_box(const Mark& mark, const TextMetrics& metrics) {
  const double wide = metrics.width(mark.text, {mark.size, mark.bold});
  return {mark.box.x - mark.anchor * wide, mark.box.y - 0.45 * mark.size, wide, 0.9 * mark.size};
}

/// Nothing outside of the page, no type below 8 pt.
inline void expect_printable(const Picture& picture) {
  const TextMetrics metrics;
  const auto inside = [&](const Box& box) {
    return box.x >= 0 && box.y >= 0 && box.right() <= picture.width &&
           box.bottom() <= picture.height;
  };
  std::size_t texts = 0;
  for (const Mark& mark : picture.marks) {
    if (mark.kind == Mark::Kind::Text) {
      ++texts;
      EXPECT_GE(mark.size, 8) << mark.text;
      EXPECT_TRUE(inside(text_box(mark, metrics))) << mark.text;
    } else if (mark.kind == Mark::Kind::Shape) {
      EXPECT_TRUE(inside(mark.box)) << mark.classes;
    } else {
      for (const Point p : mark.points) EXPECT_TRUE(inside({p.x, p.y, 0, 0})) << mark.classes;
    }
  }
  EXPECT_GT(texts, 0U);
}

inline void expect_texts_apart(const Picture& picture) {
  const TextMetrics metrics;
  std::vector<std::pair<Box, std::string>> texts;
  for (const Mark& mark : picture.marks)
    if (mark.kind == Mark::Kind::Text) texts.emplace_back(text_box(mark, metrics), mark.text);
  for (std::size_t a = 0; a < texts.size(); ++a)
    for (std::size_t b = 0; b < a; ++b)
      EXPECT_FALSE(overlap(texts[a].first.grown(-0.5), texts[b].first.grown(-0.5)))
          << texts[a].second << " | " << texts[b].second;
}

/// Every text of the picture, in the order of drawing, lines joined.
inline std::string text_of(const Picture& picture) {
  std::string all;
  for (const Mark& mark : picture.marks) all += mark.text;
  return all;
}

}  // namespace respnet::viz::test
