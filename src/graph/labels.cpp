#include "graph/labels.hpp"

#include <algorithm>

namespace respnet::graph {

std::vector<std::uint32_t> number_by_size(std::span<std::uint32_t> labels) {
  std::vector<std::uint32_t> count(labels.size(), 0);
  std::vector<std::uint32_t> seen;  // labels by first place
  for (const std::uint32_t label : labels)
    if (count[label]++ == 0) seen.push_back(label);
  std::ranges::stable_sort(seen, std::ranges::greater{},
                           [&](std::uint32_t label) { return count[label]; });
  std::vector<std::uint32_t> sizes;
  sizes.reserve(seen.size());
  for (const std::uint32_t label : seen) sizes.push_back(count[label]);
  std::vector<std::uint32_t>& number = count;
  for (std::uint32_t i = 0; i < seen.size(); ++i) number[seen[i]] = i;
  for (std::uint32_t& label : labels) label = number[label];
  return sizes;
}

}  // namespace respnet::graph
