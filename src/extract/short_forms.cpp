#include "extract/short_forms.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include <tsl/robin_map.h>

#include "respnet/base/text.hpp"
#include "respnet/extract/unit_names.hpp"

namespace respnet::extract {
namespace {

constexpr std::size_t kMostAlike = 64;

using Bucket = std::vector<std::uint32_t>;

// Among names sorted by length, the one that `bucket[short_one]` stands for.
std::optional<std::uint32_t> long_form(const std::vector<std::string>& names, const Bucket& bucket,
                                       std::size_t short_one) {
  std::optional<std::uint32_t> first, last;
  for (std::size_t i = short_one + 1; i < bucket.size(); ++i) {
    if (!is_short_form(names[bucket[short_one]], names[bucket[i]])) continue;
    if (last && !is_short_form(names[*last], names[bucket[i]])) return std::nullopt;
    if (!first) first = bucket[i];
    last = bucket[i];
  }
  return first;
}

}  // namespace

std::vector<std::uint32_t> long_forms(const std::vector<std::string>& names) {
  tsl::robin_map<std::string, Bucket> buckets;  // by the letters at both ends
  for (std::uint32_t i = 0; i < names.size(); ++i)
    if (const auto ending = comparable_ending(names[i]); !ending.empty())
      buckets[std::string(prefix(names[i], 1)) + std::string(ending)].push_back(i);

  std::vector<std::uint32_t> result(names.size());
  std::iota(result.begin(), result.end(), 0U);
  for (auto bucket = buckets.begin(); bucket != buckets.end(); ++bucket) {
    Bucket& alike = bucket.value();
    if (alike.size() > kMostAlike) continue;
    std::ranges::stable_sort(alike, {}, [&](std::uint32_t i) { return names[i].size(); });
    for (std::size_t i = 0; i < alike.size(); ++i)
      if (const auto found = long_form(names, alike, i)) result[alike[i]] = *found;
  }
  return result;
}

}  // namespace respnet::extract
