#include "respnet/analysis/unit_pairs.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "analysis/pair_limit.hpp"
#include "respnet/base/errors.hpp"

namespace respnet::analysis {

void check_pair_count(const graph::BipartiteGraph& graph, const PairOptions& options,
                      unsigned threads, std::uint64_t most) {
  if (options.top > 0 && options.top <= most) return;
  if (graph::most_sharing_pairs(graph) <= most) return;
  const std::uint64_t found = pair_count(graph, {options.min_shared, threads});
  if (found <= most) return;
  const std::string least = options.min_shared == 1
                                ? "a shared task"
                                : std::to_string(options.min_shared) + " shared tasks or more";
  throw LimitError("there are " + std::to_string(found) + " pairs of units with " + least +
                   ", the limit is " + std::to_string(most) +
                   "; ask for a minimum of shared tasks (--min-shared) or the strongest pairs "
                   "(--top), or write all as CSV (--format csv --select co.shared,co.jaccard)");
}

std::vector<UnitPair> unit_pairs(const graph::BipartiteGraph& graph, const PairOptions& options,
                                 unsigned threads) {
  if (options.min_shared == 0) throw std::invalid_argument("pairs: min_shared must be at least 1");
  const std::uint64_t room = graph::usual_projection_memory() / kPairRowBytes;
  const bool asked = options.min_shared > 1 || options.top > 0;
  check_pair_count(graph, options, threads,
                   asked ? room : std::min<std::uint64_t>(room, kMostPairs));
  const graph::PairScanOptions scan{options.min_shared, threads};
  if (options.top > 0) return graph::closest_pairs(graph, scan, options.top);
  std::vector<UnitPair> pairs;
  graph::each_pair_by_shared(graph, scan, [&](std::span<const UnitPair> found) {
    pairs.insert(pairs.end(), found.begin(), found.end());
  });
  return pairs;
}

}  // namespace respnet::analysis
