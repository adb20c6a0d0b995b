#include "respnet/analysis/backbone.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string>

#include "respnet/analysis/count_distribution.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"
#include "respnet/graph/bicm.hpp"

namespace respnet::analysis {
namespace {

constexpr std::array<std::string_view, 4> kNames{"fixedfill", "fixedrow", "fixedcol", "sdsm"};

// The distribution of shared columns between two rows, by their classes.
using Pairing = std::function<CountDistribution(std::uint32_t, std::uint32_t)>;

struct Null {
  std::vector<std::uint32_t> row_class;  // rows of one class are alike under the model
  std::uint32_t classes = 1;
  Pairing pairing;
};

// Rows by their sum; `sums` becomes the different ones, ascending.
std::vector<std::uint32_t> classes_of(std::vector<std::uint32_t>& sums) {
  std::vector<std::uint32_t> classes = sums;
  std::ranges::sort(sums);
  const auto doubles = std::ranges::unique(sums);
  sums.erase(doubles.begin(), doubles.end());
  for (std::uint32_t& value : classes)
    value = static_cast<std::uint32_t>(std::ranges::lower_bound(sums, value) - sums.begin());
  return classes;
}

Null alike(const graph::Incidence& units, CountDistribution every_pair) {
  return {std::vector<std::uint32_t>(units.row_count(), 0), 1,
          [pair = std::move(every_pair)](std::uint32_t, std::uint32_t) { return pair; }};
}

Null fixed_column(const graph::Incidence& units) {
  std::map<std::uint32_t, std::uint32_t> sizes;
  for (const std::uint32_t size : graph::column_sums(units)) ++sizes[size];
  const auto n = static_cast<double>(units.row_count());
  std::vector<double> chances;
  std::vector<std::uint32_t> counts;
  for (const auto& [size, count] : sizes) {
    const double k = size;
    chances.push_back(size < 2 ? 0 : k * (k - 1) / (n * (n - 1)));
    counts.push_back(count);
  }
  return alike(units, poisson_binomial(chances, counts));
}

Null fixed_row(const graph::Incidence& units) {
  std::vector<std::uint32_t> sums = graph::row_sums(units);
  std::vector<std::uint32_t> classes = classes_of(sums);
  const auto count = static_cast<std::uint32_t>(sums.size());
  return {std::move(classes), count,
          [sums = std::move(sums), tasks = units.column_count](std::uint32_t a, std::uint32_t b) {
            return hypergeometric(tasks, sums[a], sums[b]);
          }};
}

Null sdsm(const graph::Incidence& units) {
  graph::Bicm model = graph::bicm(graph::row_sums(units), graph::column_sums(units));
  const std::size_t width = model.column_classes();
  const auto count =
      static_cast<std::uint32_t>(model.probabilities.size() / std::max<std::size_t>(width, 1));
  std::vector<std::uint32_t> classes = model.row_class;
  return {std::move(classes), count,
          [model = std::move(model), width](std::uint32_t a, std::uint32_t b) {
            std::vector<double> chances(width);
            for (std::size_t c = 0; c < width; ++c)
              chances[c] = model.probabilities[a * width + c] * model.probabilities[b * width + c];
            return poisson_binomial(chances, model.column_counts);
          }};
}

Null null_of(const graph::Incidence& units, BackboneModel model) {
  switch (model) {
    case BackboneModel::FixedFill:
      return alike(units,
                   shared_columns(units.row_count(), units.column_count, units.columns.size()));
    case BackboneModel::FixedRow:
      return fixed_row(units);
    case BackboneModel::FixedColumn:
      return fixed_column(units);
    default:
      return sdsm(units);
  }
}

// Place of the pair a < b among all, by a, then b.
std::size_t place(std::size_t a, std::size_t b, std::size_t n) {
  return a * n - a * (a + 1) / 2 + (b - a - 1);
}

std::vector<PairTest> counted_pairs(const graph::Incidence& units) {
  const std::size_t n = units.row_count();
  std::vector<PairTest> pairs;
  pairs.reserve(n * (n - 1) / 2);
  for (std::uint32_t a = 0; a < n; ++a)
    for (std::uint32_t b = a + 1; b < n; ++b) pairs.push_back({a, b, 0, 0, 0, 0});
  const graph::Incidence tasks = graph::transposed(units);
  for (std::size_t task = 0; task < tasks.row_count(); ++task) {
    const auto row = tasks.row(task);
    for (std::size_t i = 0; i < row.size(); ++i)
      for (std::size_t j = i + 1; j < row.size(); ++j) ++pairs[place(row[i], row[j], n)].shared;
  }
  return pairs;
}

}  // namespace

std::string_view name(BackboneModel model) { return kNames[static_cast<std::size_t>(model)]; }

std::optional<BackboneModel> backbone_model_named(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<BackboneModel>(found - kNames.begin());
}

std::vector<PairTest> pair_tests(const graph::Incidence& units, BackboneModel model,
                                 unsigned threads) {
  const std::uint64_t n = units.row_count();
  if (n < 2) return {};
  if (n > 100'000 || n * (n - 1) / 2 > kMostPairTests)
    throw LimitError("a backbone of " + std::to_string(n) +
                     " units has more than 10000000 pairs to test; drop units first");
  std::vector<PairTest> pairs = counted_pairs(units);
  const Null null = null_of(units, model);

  // One block a class: pairs whose first row by class is of it, each distribution made once.
  std::vector<std::vector<std::size_t>> by_class(null.classes);
  for (std::size_t i = 0; i < pairs.size(); ++i)
    by_class[std::min(null.row_class[pairs[i].a], null.row_class[pairs[i].b])].push_back(i);
  parallel_blocks(null.classes, threads, [&](std::size_t low) {
    std::map<std::uint32_t, std::pair<CountDistribution, double>> made;
    for (const std::size_t i : by_class[low]) {
      PairTest& pair = pairs[i];
      const std::uint32_t high = std::max(null.row_class[pair.a], null.row_class[pair.b]);
      auto found = made.find(high);
      if (found == made.end()) {
        CountDistribution distribution = null.pairing(static_cast<std::uint32_t>(low), high);
        const double mean = distribution.mean();
        found = made.emplace(high, std::pair(std::move(distribution), mean)).first;
      }
      const auto& [distribution, mean] = found->second;
      pair.expected = mean;
      pair.upper = distribution.upper(pair.shared);
      pair.lower = distribution.lower(pair.shared);
    }
  });
  return pairs;
}

}  // namespace respnet::analysis
