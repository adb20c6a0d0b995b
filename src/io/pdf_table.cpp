#include "io/pdf_table.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace respnet::io {
namespace {

constexpr double kNear = 3;  // points: drawn apart and meant as one

bool is_level(const PdfBox& rule) { return rule.width() >= rule.bottom - rule.top; }

bool touch(const PdfBox& a, const PdfBox& b) {
  return a.left <= b.right + kNear && b.left <= a.right + kNear && a.top <= b.bottom + kNear &&
         b.top <= a.bottom + kNear;
}

// Sets of things that belong together.
class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), 0);
  }
  std::size_t of(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = of(a);
    b = of(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

std::vector<std::vector<PdfBox>> frames(const std::vector<PdfBox>& rules) {
  Groups groups(rules.size());
  for (std::size_t i = 0; i < rules.size(); ++i)
    for (std::size_t j = i + 1; j < rules.size(); ++j)
      if (touch(rules[i], rules[j])) groups.join(i, j);
  std::map<std::size_t, std::vector<PdfBox>> frames;
  for (std::size_t i = 0; i < rules.size(); ++i) frames[groups.of(i)].push_back(rules[i]);
  std::vector<std::vector<PdfBox>> all;
  for (auto& [first, frame] : frames) all.push_back(std::move(frame));
  return all;
}

// One value for those that lie together.
std::vector<double> distinct(std::vector<double> values) {
  std::ranges::sort(values);
  std::vector<double> kept;
  double last = 0;
  for (const double value : values) {
    if (kept.empty() || value - last > kNear) kept.push_back(value);
    last = value;
  }
  return kept;
}

std::size_t slot(const std::vector<double>& edges, double at) {
  const auto after = std::ranges::upper_bound(edges, at);
  const auto index = static_cast<std::size_t>(after - edges.begin());
  return std::clamp<std::size_t>(index, 1, edges.size() - 1) - 1;
}

// The cells between a frame's rules.
class Grid {
 public:
  explicit Grid(const std::vector<PdfBox>& rules) {
    std::vector<double> xs, ys;
    for (const PdfBox& rule : rules) {
      if (is_level(rule)) {
        ys.push_back(rule.top);
        levels_.push_back(rule);
      } else {
        xs.push_back(rule.left);
        uprights_.push_back(rule);
      }
    }
    if (levels_.empty() || uprights_.empty()) return;
    PdfBox box = rules.front();
    for (const PdfBox& rule : rules) box.include(rule);
    xs.insert(xs.end(), {box.left, box.right});
    ys.insert(ys.end(), {box.top, box.bottom});
    xs_ = distinct(std::move(xs));
    ys_ = distinct(std::move(ys));
  }

  bool is_table() const { return xs_.size() > 2 && ys_.size() > 2; }
  PdfBox box() const { return {xs_.front(), ys_.front(), xs_.back(), ys_.back()}; }
  const std::vector<double>& columns() const { return xs_; }
  std::size_t column_count() const { return xs_.size() - 1; }
  std::size_t row_count() const { return ys_.size() - 1; }

  /// The place of the cell in which that point lies, row by row.
  std::size_t cell_at(double x, double y) const {
    return slot(ys_, y) * column_count() + slot(xs_, x);
  }

  /// Cells that no rule parts are one.
  Groups cells() const {
    Groups groups(column_count() * row_count());
    for (std::size_t row = 0; row < row_count(); ++row)
      for (std::size_t column = 0; column < column_count(); ++column) {
        const std::size_t cell = row * column_count() + column;
        if (column + 1 < column_count() && !parted_at_right(row, column))
          groups.join(cell, cell + 1);
        if (row + 1 < row_count() && !parted_below(row, column))
          groups.join(cell, cell + column_count());
      }
    return groups;
  }

 private:
  bool parted_at_right(std::size_t row, std::size_t column) const {
    double covered = 0;
    for (const PdfBox& rule : uprights_)
      if (std::abs(rule.left - xs_[column + 1]) <= kNear)
        covered +=
            std::max(0.0, std::min(rule.bottom, ys_[row + 1]) - std::max(rule.top, ys_[row]));
    return covered * 2 > ys_[row + 1] - ys_[row];
  }
  bool parted_below(std::size_t row, std::size_t column) const {
    double covered = 0;
    for (const PdfBox& rule : levels_)
      if (std::abs(rule.top - ys_[row + 1]) <= kNear)
        covered +=
            std::max(0.0, std::min(rule.right, xs_[column + 1]) - std::max(rule.left, xs_[column]));
    return covered * 2 > xs_[column + 1] - xs_[column];
  }

  std::vector<PdfBox> levels_, uprights_;
  std::vector<double> xs_, ys_;
};

// Lines of a cell: joined where the next word would not have found room.
std::string cell_text(const std::vector<PdfLine>& lines, double room) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == 0) {
      text = lines[i].text;
    } else if (lines[i - 1].box.width() + lines[i].first_word_width() + lines[i].size / 4 > room) {
      append_broken(text, lines[i].text);
    } else {
      text += "<br>" + lines[i].text;
    }
  }
  return text;
}

// What stands on both sides of a cell's lines at least, but for the room of a short line.
double padding(const std::vector<PdfLine>& lines, double left, double right) {
  double least = lines.front().size * 0.6;
  for (const PdfLine& line : lines)
    least = std::min({least, line.box.left - left, right - line.box.right});
  return std::max(0.0, least);
}

PdfTable table_of(const Grid& grid, std::vector<std::vector<PdfWord>> words) {
  PdfTable table{.box = grid.box(), .edges = grid.columns(), .rows = {}};
  Groups cells = grid.cells();
  const std::size_t columns = grid.column_count();
  const std::size_t count = columns * grid.row_count();
  std::vector<double> right(count);  // edge of the joined cell
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t first = cells.of(i);
    right[first] = std::max(right[first], table.edges[i % columns + 1]);
    if (first != i) {
      words[first].insert(words[first].end(), words[i].begin(), words[i].end());
      words[i].clear();
    }
  }
  std::vector<std::vector<PdfLine>> lines(count);
  std::vector<double> paddings(columns, 1e9);
  for (std::size_t i = 0; i < count; ++i) {
    lines[i] = pdf_lines(std::move(words[i]));
    if (lines[i].empty()) continue;
    double& column = paddings[i % columns];
    column = std::min(column, padding(lines[i], table.edges[i % columns], right[i]));
  }
  std::vector<std::string> texts(count);
  for (std::size_t i = 0; i < count; ++i)
    texts[i] = cell_text(lines[i], right[i] - table.edges[i % columns] - 2 * paddings[i % columns]);

  for (std::size_t row = 0; row < grid.row_count(); ++row) {
    auto& cells_of_row = table.rows.emplace_back();
    for (std::size_t column = 0; column < columns; ++column) {
      const std::size_t i = row * columns + column;
      const std::size_t first = cells.of(i);
      const bool spanned = column > 0 && cells.of(i - 1) == first;
      cells_of_row.push_back({spanned ? "" : texts[first], spanned});
    }
  }
  return table;
}

bool holds(const PdfBox& box, const PdfWord& word) {
  const double x = (word.box.left + word.box.right) / 2;
  return x > box.left && x < box.right && word.box.middle() > box.top &&
         word.box.middle() < box.bottom;
}

}  // namespace

std::vector<PdfTable> take_tables(PdfPage& page) {
  constexpr std::size_t most_cells = 100'000;
  std::vector<PdfTable> tables;
  for (const std::vector<PdfBox>& frame : frames(page.rules)) {
    const Grid grid(frame);
    if (!grid.is_table() || grid.column_count() * grid.row_count() > most_cells) continue;
    std::vector<std::vector<PdfWord>> words(grid.column_count() * grid.row_count());
    std::vector<PdfWord> outside;
    for (const PdfWord& word : page.words) {
      const double x = (word.box.left + word.box.right) / 2;
      if (holds(grid.box(), word))
        words[grid.cell_at(x, word.box.middle())].push_back(word);
      else
        outside.push_back(word);
    }
    if (outside.size() == page.words.size()) continue;
    page.words = std::move(outside);
    tables.push_back(table_of(grid, std::move(words)));
  }
  std::ranges::sort(tables, {}, [](const PdfTable& table) { return table.box.top; });
  return tables;
}

}  // namespace respnet::io
