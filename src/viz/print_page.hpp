#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/base/document.hpp"
#include "viz/palette.hpp"
#include "viz/print_text.hpp"

namespace respnet::viz {

// Type and measures of a printed report, in pt.

inline constexpr double kSideMargin = 57, kTopMargin = 72, kBottomMargin = 64;
inline constexpr double kTextWidth = kA4Width - 2 * kSideMargin;
inline constexpr Font kBody{10.5}, kSmall{9};

/// What stands on one page, in the order in which it is drawn.
struct PrintPage {
  struct Text {
    SetLine line;
    double x = 0, middle = 0;  ///< its left end; halfway up its characters
    double size = 10;
    std::string_view color = palette::kInk;
  };
  struct Area {
    Box box;
    std::string_view color;
  };
  struct Image {
    const Figure* figure;
    Box box;
  };
  struct Link {
    Box box;
    std::size_t heading;  ///< place in Pages::headings
  };

  double width = kA4Width, height = kA4Height;
  bool bare = false;  ///< no running head: the picture has its own
  std::vector<Area> areas;
  std::vector<Image> images;
  std::vector<Text> texts;
  std::vector<Link> links;
};

/// A heading and where it came to stand.
struct PlacedHeading {
  int level = 1;
  std::string text;
  std::size_t page = 0;  ///< from 0, the cover not counted
  double y = 0;
};

struct Pages {
  std::vector<PrintPage> pages;
  std::vector<PlacedHeading> headings;
};

}  // namespace respnet::viz
