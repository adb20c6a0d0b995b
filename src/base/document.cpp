#include "respnet/base/document.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "respnet/base/text.hpp"

namespace respnet {
namespace {

// Labels of pictures are 10 pt.
constexpr double kReadable = 0.6;

struct Room {
  Paper paper;
  double width, height;  // that a picture may take
};

// Margins of 57 pt and room for a caption in the text; 36 pt around a picture alone.
constexpr std::array kRooms{
    Room{{kA4Width, kA4Height, 1, false}, 481, 660}, Room{{kA4Width, kA4Height, 1, true}, 523, 730},
    Room{{kA4Height, kA4Width, 1, true}, 770, 483},  Room{{kA4Height, 1191, 1, true}, 770, 1079},
    Room{{1191, kA4Height, 1, true}, 1119, 730},
};

// Halves of a character that the longest piece of `text` takes which a line should not break.
std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0, current = 0;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = next_code_point(text, position);
    const bool breaks = c == ' ' || c >= 0x2E80;
    current = breaks ? 2 : current + 1;
    longest = std::max(longest, current);
  }
  return longest;
}

struct Want {
  double least = 0;  // so narrow it may be
  double most = 0;   // on one line
  double sum = 0;    // of all its text
};

Want want_of(const Grid& grid, std::size_t column, const GridType& type) {
  // Chinese characters are as wide as high; a little is to spare for Latin letters.
  const double half = 0.56 * type.size;
  // A column of sentences is no narrower than six characters.
  const double narrowest = 6.6 * type.size;
  Want want;
  const GridColumn& head = grid.columns[column];
  std::size_t word = longest_word(head.heading);
  std::size_t most = 0;
  for (const auto& row : grid.rows) {
    const std::size_t width = display_width(row[column]);
    most = std::max(most, width);
    want.sum += static_cast<double>(width);
    if (!head.number) word = std::max(word, longest_word(row[column]));
  }
  const auto points = [&](std::size_t halves) {
    return static_cast<double>(halves) * half + 2 * type.padding;
  };
  const std::size_t heading = display_width(head.heading);
  want.sum += static_cast<double>(heading);
  if (head.number) {
    // A heading may take two lines, numbers may not.
    const std::size_t two_lines = std::max(heading <= 6 ? heading : 2 * ((heading + 3) / 4), word);
    const double gap = gap_behind(grid, column);
    want.least = points(std::max(most, std::min(heading, two_lines))) + gap;
    want.most = points(std::max(most, heading)) + gap;
  } else {
    want.most = points(std::max(most, heading));
    want.least = std::min(want.most, std::max(narrowest, points(std::min<std::size_t>(word, 24))));
  }
  return want;
}

}  // namespace

double gap_behind(const Grid& grid, std::size_t column) {
  const bool text_follows = column + 1 < grid.columns.size() && !grid.columns[column + 1].number;
  return grid.columns[column].number && text_follows ? 9 : 0;
}

std::vector<double> column_widths(const Grid& grid, double room, const GridType& type) {
  std::vector<Want> wants;
  std::vector<double> widths;
  double left = room;
  for (std::size_t column = 0; column < grid.columns.size(); ++column) {
    wants.push_back(want_of(grid, column, type));
    widths.push_back(wants.back().least);
    left -= widths.back();
  }
  if (left <= 0) {
    const double share = room / (room - left);
    for (double& width : widths) width *= share;
    return widths;
  }
  // Texts grow first, by the root of what they say, so that long ones do not take all.
  for (std::size_t round = 0; round < wants.size() && left > 0.01; ++round) {
    double weights = 0;
    for (std::size_t i = 0; i < wants.size(); ++i)
      if (!grid.columns[i].number && widths[i] < wants[i].most) weights += std::sqrt(wants[i].sum);
    if (weights == 0) break;
    const double each = left / weights;
    for (std::size_t i = 0; i < wants.size(); ++i) {
      if (grid.columns[i].number || widths[i] >= wants[i].most) continue;
      const double more = std::min(wants[i].most - widths[i], each * std::sqrt(wants[i].sum));
      widths[i] += more;
      left -= more;
    }
  }
  // Then headings of numbers get their line, and what is still over goes to all alike.
  for (std::size_t i = 0; i < wants.size(); ++i) {
    if (!grid.columns[i].number || wants[i].most - widths[i] > left) continue;
    left -= wants[i].most - widths[i];
    widths[i] = wants[i].most;
  }
  for (double& width : widths) width += std::max(0.0, left) / static_cast<double>(widths.size());
  return widths;
}

std::string creation_time(std::string date) {
  static constexpr std::string_view kUnknown = "1970-01-01";
  const bool shaped = date.size() == 4 || date.size() == 7 || date.size() == 10;
  for (std::size_t i = 0; shaped && i < date.size(); ++i) {
    const bool fits = i == 4 || i == 7 ? date[i] == '-' : date[i] >= '0' && date[i] <= '9';
    if (!fits) date.clear();
  }
  if (!shaped || date.empty()) date = kUnknown;
  if (date.size() < kUnknown.size()) date += std::string_view("-01-01").substr(date.size() - 4);
  return date + "T00:00:00Z";
}

Paper paper_for(double width, double height) {
  Paper best{.scale = 0};
  for (const Room& room : kRooms) {
    Paper paper = room.paper;
    paper.scale = std::min({room.width / width, room.height / height, 1.0});
    if (paper.scale > best.scale) best = paper;
    const bool a4 = std::max(paper.width, paper.height) == kA4Height;
    if (a4 && paper.scale >= kReadable) return paper;
  }
  return best;
}

}  // namespace respnet
