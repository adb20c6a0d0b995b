#include "io/pdf_grid.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace respnet::io {
namespace {

constexpr double kNear = 3;       // points: drawn apart and meant as one
constexpr double kParting = 0.8;  // of a cell's side, at least

bool is_level(const PdfBox& rule) { return rule.width() >= rule.bottom - rule.top; }

bool touch(const PdfBox& a, const PdfBox& b) {
  return a.left <= b.right + kNear && b.left <= a.right + kNear && a.top <= b.bottom + kNear &&
         b.top <= a.bottom + kNear;
}

// Sets of things that belong together, each named by its first.
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

}  // namespace

PdfGrid::Axis::Axis(const std::vector<Side>& all, double first, double last) {
  std::vector<double> values{first, last};
  for (const Side& side : all) values.push_back(side.at);
  edges = distinct(std::move(values));
  sides.resize(edges.size());
  for (const Side& side : all) {
    const auto behind = std::ranges::upper_bound(edges, side.at);
    sides[static_cast<std::size_t>(behind - edges.begin()) - 1].push_back(side);
  }
}

std::size_t PdfGrid::Axis::slot(double at) const {
  const auto behind = std::ranges::upper_bound(edges, at);
  const auto index = static_cast<std::size_t>(behind - edges.begin());
  return std::clamp<std::size_t>(index, 1, count()) - 1;
}

bool PdfGrid::Axis::parted_behind(std::size_t slot, double begin, double end) const {
  double covered = 0;
  for (const Side& side : sides[slot + 1])
    covered += std::max(0.0, std::min(side.end, end) - std::max(side.begin, begin));
  return covered > kParting * (end - begin);
}

void PdfGrid::Axis::drop_idle(const Axis& other) {
  for (std::size_t edge = edges.size() - 1; edge-- > 1;) {
    bool parts = false;
    for (std::size_t i = 0; i < other.count() && !parts; ++i)
      parts = parted_behind(edge - 1, other.edges[i], other.edges[i + 1]);
    if (parts) continue;
    edges.erase(edges.begin() + static_cast<std::ptrdiff_t>(edge));
    sides.erase(sides.begin() + static_cast<std::ptrdiff_t>(edge));
  }
}

PdfGrid::PdfGrid(const std::vector<PdfBox>& rules) {
  std::vector<Side> levels, uprights;
  PdfBox all = rules.front();
  for (const PdfBox& rule : rules) {
    all.include(rule);
    if (is_level(rule))
      levels.push_back({rule.top, rule.left, rule.right});
    else
      uprights.push_back({rule.left, rule.top, rule.bottom});
  }
  rows_ = Axis(levels, all.top, all.bottom);
  columns_ = Axis(uprights, all.left, all.right);
  rows_.drop_idle(columns_);
  columns_.drop_idle(rows_);
  rows_.drop_idle(columns_);  // what parted but idle columns
}

PdfBox PdfGrid::box() const {
  return {columns_.edges.front(), rows_.edges.front(), columns_.edges.back(), rows_.edges.back()};
}

std::size_t PdfGrid::cell_at(double x, double y) const {
  return rows_.slot(y) * column_count() + columns_.slot(x);
}

std::vector<std::size_t> PdfGrid::joined_cells() const {
  Groups groups(column_count() * row_count());
  for (std::size_t row = 0; row < row_count(); ++row)
    for (std::size_t column = 0; column < column_count(); ++column) {
      const std::size_t cell = row * column_count() + column;
      if (column + 1 < column_count() &&
          !columns_.parted_behind(column, rows_.edges[row], rows_.edges[row + 1]))
        groups.join(cell, cell + 1);
      if (row + 1 < row_count() &&
          !rows_.parted_behind(row, columns_.edges[column], columns_.edges[column + 1]))
        groups.join(cell, cell + column_count());
    }
  std::vector<std::size_t> first(column_count() * row_count());
  for (std::size_t cell = 0; cell < first.size(); ++cell) first[cell] = groups.of(cell);
  return first;
}

std::vector<std::vector<PdfBox>> frames_of(const std::vector<PdfBox>& rules) {
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

}  // namespace respnet::io
