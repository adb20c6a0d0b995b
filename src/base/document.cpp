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
    Room{{kA4Width, kA4Height, 1, false}, 481, 660}, Room{{kA4Width, kA4Height, 1, true}, 523, 710},
    Room{{kA4Height, kA4Width, 1, true}, 770, 463},  Room{{kA4Height, 1191, 1, true}, 770, 1059},
    Room{{1191, kA4Height, 1, true}, 1119, 710},
};

// Width of a character in sizes of the type, on the safe side.
double width_of(char32_t c) {
  if (c >= 0x2E80) return 1;
  if (c >= 'A' && c <= 'Z') return c == 'M' || c == 'W' ? 0.92 : 0.68;
  if (c >= 'a' && c <= 'z') return c == 'm' || c == 'w' ? 0.9 : 0.58;
  if (c == ' ' || c == '.' || c == ',') return 0.3;
  if (c >= '0' && c <= '9') return 0.57;
  return c < 0x80 ? 0.6 : 0.7;
}

struct Measured {
  double width = 0;    // on one line
  double longest = 0;  // of what a line should not break: a word, a Chinese character
};

Measured measured(std::string_view text) {
  Measured result;
  double word = 0;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = next_code_point(text, position);
    const double width = width_of(c);
    result.width += width;
    word = c == ' ' || c >= 0x2E80 ? width : word + width;
    result.longest = std::max(result.longest, word);
  }
  return result;
}

struct Want {
  double least = 0;  // so narrow it may be
  double most = 0;   // on one line
  double sum = 0;    // of all its text
};

Want want_of(const Grid& grid, std::size_t column, const GridType& type) {
  // A column of sentences is no narrower than six characters, and no word widens it beyond twelve.
  constexpr double narrowest = 6.2, longest_word = 12;
  constexpr double bold = 1.07;
  const GridColumn& column_head = grid.columns[column];
  Measured head = measured(column_head.heading);
  head.width *= bold;
  head.longest *= bold;
  Want want{.sum = head.width};
  double most = 0, word = 0;
  for (const auto& row : grid.rows) {
    const Measured cell = measured(row[column]);
    most = std::max(most, cell.width);
    word = std::max(word, cell.longest);
    want.sum += cell.width;
  }
  if (column_head.number) {
    // A heading may take two lines, numbers may not.
    const double two_lines =
        head.width <= 3.3 ? head.width : std::max(head.longest, head.width / 2 + 0.5);
    want.least = std::max(most, std::min(head.width, two_lines));
    want.most = std::max(most, head.width);
  } else {
    want.most = std::max(most, head.width);
    const double whole_words = std::min(std::max(word, head.longest), longest_word);
    want.least = std::min(want.most, std::max(narrowest, whole_words));
  }
  const double around = 2 * type.padding + gap_behind(grid, column) + 1;
  want.least = want.least * type.size + around;
  want.most = want.most * type.size + around;
  return want;
}

}  // namespace

double gap_behind(const Grid& grid, std::size_t column) {
  const bool text_follows = column + 1 < grid.columns.size() && !grid.columns[column + 1].number;
  return grid.columns[column].number && text_follows ? 9 : 0;
}

GridSetting grid_setting(const Grid& grid, double room, const GridType& type) {
  constexpr double kSmallest = 6.5, kStep = 0.5;
  std::vector<Want> wants;
  GridSetting setting;
  std::vector<double>& widths = setting.widths;
  double left = 0;
  for (setting.size = type.size;; setting.size -= kStep) {
    wants.clear();
    widths.clear();
    left = room;
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
      wants.push_back(want_of(grid, column, {setting.size, type.padding}));
      widths.push_back(wants.back().least);
      left -= widths.back();
    }
    if (left >= 0 || setting.size - kStep < kSmallest) break;
  }
  if (left <= 0) {
    const double share = room / (room - left);
    for (double& width : widths) width *= share;
    return setting;
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
  return setting;
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
