#include "respnet/analysis/outliers.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace respnet::analysis {
namespace {

constexpr double kMadToDeviation = 1.4826;  // standard deviations in one MAD, if normal

double median(std::vector<double> values) {
  std::ranges::sort(values);
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

void check(std::span<const double> load, const OutlierOptions& options) {
  if (!std::ranges::all_of(load, [](double x) { return std::isfinite(x) && x >= 0; }))
    throw std::invalid_argument("outliers: every load must be finite and >= 0");
  if (!(options.cutoff > 0) || !(options.one_task > 0))
    throw std::invalid_argument("outliers: cutoff and one_task must be > 0");
}

}  // namespace

Outliers outliers(std::span<const double> load, const OutlierOptions& options) {
  check(load, options);
  if (load.empty()) return {};

  std::vector<double> root;
  for (const double x : load) root.push_back(2 * std::sqrt(x / options.one_task + 0.375));
  const double center = median(root);
  std::vector<double> deviation;
  for (const double a : root) deviation.push_back(std::abs(a - center));
  const double spread = std::max(1.0, kMadToDeviation * median(deviation));

  Outliers result;
  const double fence = (center + options.cutoff * spread) / 2;
  result.fence = (fence * fence - 0.375) * options.one_task;
  for (std::size_t i = 0; i < load.size(); ++i) {
    result.score.push_back((root[i] - center) / spread);
    if (result.score.back() > options.cutoff) result.units.push_back(static_cast<std::uint32_t>(i));
  }
  return result;
}

}  // namespace respnet::analysis
