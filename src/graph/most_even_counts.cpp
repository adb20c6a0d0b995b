#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "graph/search_limit.hpp"
#include "respnet/graph/specialization.hpp"

namespace respnet::graph {
namespace {

constexpr double kGain = 1e-10;  // a cycle that lowers the sum by less is rounding

// What one more adds to x ln x.
double added(std::uint32_t x) {
  const double now = x;
  return (now + 1) * std::log(now + 1) - (x == 0 ? 0 : now * std::log(now));
}

// Counts near those of independence, rounded down, the rest filled in from the first row and column
// on; then improved.
class Counts {
 public:
  Counts(const std::vector<std::uint64_t>& rows, const std::vector<std::uint64_t>& columns)
      : rows_(rows.size()), columns_(columns.size()), cells_(rows.size() * columns.size()) {
    const auto total =
        static_cast<double>(std::accumulate(rows.begin(), rows.end(), std::uint64_t{0}));
    std::vector<std::uint64_t> in_row = rows, in_column = columns;
    for (std::size_t i = 0; total > 0 && i < rows_; ++i)
      for (std::size_t j = 0; j < columns_; ++j) {
        const double expected = static_cast<double>(rows[i]) * static_cast<double>(columns[j]);
        put(i, j, static_cast<std::uint64_t>(expected / total), in_row, in_column);
      }
    for (std::size_t i = 0; i < rows_; ++i)
      for (std::size_t j = 0; j < columns_; ++j) put(i, j, in_row[i], in_row, in_column);
  }

  // One cycle that lowers the sum, if there is any. A move takes one count of a row from a column
  // to another; a cycle of moves keeps all sums.
  bool improve() {
    find_moves();
    return turn_cycle();
  }

  std::vector<std::uint32_t> cells() && { return std::move(cells_); }
  double step_cost() const {
    const auto n = static_cast<double>(columns_);
    return static_cast<double>(rows_) * n * n + n * n * n;
  }

 private:
  void put(std::size_t i, std::size_t j, std::uint64_t count, std::vector<std::uint64_t>& in_row,
           std::vector<std::uint64_t>& in_column) {
    const std::uint64_t most = std::min({count, in_row[i], in_column[j]});
    cells_[i * columns_ + j] += static_cast<std::uint32_t>(most);
    in_row[i] -= most;
    in_column[j] -= most;
  }

  // The cheapest move from each column to each other, and whose count it takes.
  void find_moves() {
    cost_.assign(columns_ * columns_, std::numeric_limits<double>::infinity());
    who_.assign(columns_ * columns_, 0);
    std::vector<double> more(columns_);
    for (std::size_t i = 0; i < rows_; ++i) {
      const std::uint32_t* row = &cells_[i * columns_];
      for (std::size_t j = 0; j < columns_; ++j) more[j] = added(row[j]);
      for (std::size_t from = 0; from < columns_; ++from) {
        if (row[from] == 0) continue;
        const double saved = added(row[from] - 1);
        for (std::size_t to = 0; to < columns_; ++to) {
          if (to == from || more[to] - saved >= cost_[from * columns_ + to]) continue;
          cost_[from * columns_ + to] = more[to] - saved;
          who_[from * columns_ + to] = i;
        }
      }
    }
  }

  // Bellman and Ford's search among the columns.
  bool turn_cycle() {
    std::vector<double> reach(columns_, 0);
    std::vector<std::size_t> before(columns_, columns_);
    std::size_t changed = columns_;
    for (std::size_t round = 0; round < columns_; ++round) {
      changed = columns_;
      for (std::size_t from = 0; from < columns_; ++from)
        for (std::size_t to = 0; to < columns_; ++to)
          if (reach[from] + cost_[from * columns_ + to] < reach[to] - kGain) {
            reach[to] = reach[from] + cost_[from * columns_ + to];
            before[to] = from;
            changed = to;
          }
      if (changed == columns_) return false;
    }
    for (std::size_t i = 0; i < columns_; ++i) changed = before[changed];  // now on the cycle
    std::size_t to = changed;
    do {
      const std::size_t from = before[to], row = who_[from * columns_ + to];
      --cells_[row * columns_ + from];
      ++cells_[row * columns_ + to];
      to = from;
    } while (to != changed);
    return true;
  }

  std::size_t rows_, columns_;
  std::vector<std::uint32_t> cells_;
  std::vector<double> cost_;      // of a move, by column from and to
  std::vector<std::size_t> who_;  // the row that makes it
};

}  // namespace

std::vector<std::uint32_t> most_even_counts(const std::vector<std::uint64_t>& rows,
                                            const std::vector<std::uint64_t>& columns,
                                            const WorkOptions& options) {
  if (columns.size() > rows.size()) {  // the search is among columns: the fewer
    const std::vector<std::uint32_t> turned = most_even_counts(columns, rows, options);
    std::vector<std::uint32_t> cells;
    for (std::size_t i = 0; i < rows.size(); ++i)
      for (std::size_t j = 0; j < columns.size(); ++j) cells.push_back(turned[j * rows.size() + i]);
    return cells;
  }
  Counts counts(rows, columns);
  double steps = 0;
  do {
    steps += counts.step_cost();
    check_steps(steps, "H2'", options.most_steps);
  } while (counts.improve());
  return std::move(counts).cells();
}

}  // namespace respnet::graph
