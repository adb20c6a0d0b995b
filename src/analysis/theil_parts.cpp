#include "respnet/analysis/theil_parts.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <vector>

#include "respnet/analysis/concentration.hpp"

namespace respnet::analysis {

std::optional<TheilParts> theil_parts(std::span<const double> load,
                                      std::span<const std::uint32_t> group) {
  if (load.size() != group.size())
    throw std::invalid_argument("theil_parts: there must be one group for each load");
  if (!concentration(load).theil) return std::nullopt;

  std::map<std::uint32_t, std::vector<double>> members;
  for (std::size_t i = 0; i < load.size(); ++i) members[group[i]].push_back(load[i]);
  // Divided by the largest first: a total of huge loads is infinite.
  const double largest = *std::ranges::max_element(load);
  double total = 0;
  std::map<std::uint32_t, double> sums;
  for (auto& [number, loads] : members) {
    std::ranges::sort(loads);  // so that no sum depends on the order of units
    for (const double x : loads) sums[number] += x / largest;
    total += sums[number];
  }
  TheilParts parts{0, 0};
  for (const auto& [number, loads] : members) {
    const double share = sums[number] / total;
    if (share == 0) continue;  // x ln x is 0 at 0
    parts.within += share * concentration(loads).theil.value_or(0);
    parts.between += share * std::log(share * static_cast<double>(load.size()) /
                                      static_cast<double>(loads.size()));
  }
  parts.between = std::max(0.0, parts.between);
  return parts;
}

}  // namespace respnet::analysis
