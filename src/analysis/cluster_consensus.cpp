#include "respnet/analysis/cluster_consensus.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>

#include "respnet/analysis/cluster_stability.hpp"
#include "respnet/analysis/partition_agreement.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"
#include "respnet/graph/leiden.hpp"

namespace respnet::analysis {
namespace {

using Labels = std::vector<std::uint32_t>;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kMostUnits = 2000, kMostRounds = 50;

void check(const graph::BipartiteGraph& graph, const ConsensusOptions& options) {
  if (options.runs == 0) throw std::invalid_argument("a consensus needs a run or more");
  const double edges = static_cast<double>(graph.edge_count()) * static_cast<double>(options.runs);
  if (edges > kMostResampledEdges)
    throw LimitError("a consensus of " + std::to_string(options.runs) + " runs clusters " +
                     std::to_string(graph.edge_count()) + " assignments each time, the limit is " +
                     std::to_string(static_cast<std::uint64_t>(kMostResampledEdges)) +
                     " assignments in all; take fewer runs or a part of the plan");
  if (graph.unit_count() > kMostUnits)
    throw LimitError("a consensus compares all pairs of " + std::to_string(graph.unit_count()) +
                     " units, the limit is " + std::to_string(kMostUnits) +
                     " units; take a part of the plan");
}

// Numbered in order of appearance, so that equal partitions have equal labels.
Labels canonical(Labels labels) {
  std::map<std::uint32_t, std::uint32_t> number;
  for (std::uint32_t& label : labels)
    if (label != kNoCluster)
      label = number.emplace(label, static_cast<std::uint32_t>(number.size())).first->second;
  return labels;
}

// By size, largest first, then by smallest unit.
Labels numbered_by_size(const Labels& labels) {
  std::map<std::uint32_t, std::size_t> size;
  for (const std::uint32_t label : labels)
    if (label != kNoCluster) ++size[label];
  std::vector<std::pair<std::uint32_t, std::size_t>> order(size.begin(), size.end());
  std::ranges::stable_sort(order, std::greater<>{}, &std::pair<std::uint32_t, std::size_t>::second);
  std::map<std::uint32_t, std::uint32_t> number;
  for (const auto& [label, count] : order)
    number.emplace(label, static_cast<std::uint32_t>(number.size()));
  Labels result = labels;
  for (std::uint32_t& label : result)
    if (label != kNoCluster) label = number[label];
  return result;
}

std::vector<std::uint32_t> together_counts(const std::vector<Labels>& runs) {
  const std::size_t n = runs.front().size();
  std::vector<std::uint32_t> same(n * n, 0);
  for (const Labels& labels : runs)
    for (std::size_t a = 0; a < n; ++a)
      if (labels[a] != kNoCluster)
        for (std::size_t b = 0; b < n; ++b) same[a * n + b] += labels[a] == labels[b] ? 1U : 0U;
  return same;
}

// The graph of shares above one half, and of each unit's strongest tie.
class CoAssignment {
 public:
  CoAssignment(const std::vector<std::uint32_t>& same, std::size_t n, std::size_t runs) {
    std::vector<std::vector<bool>> kept(n, std::vector<bool>(n, false));
    for (std::size_t a = 0; a < n; ++a) {
      std::size_t strongest = a;
      for (std::size_t b = 0; b < n; ++b) {
        if (b == a || same[a * n + b] == 0) continue;
        if (2 * same[a * n + b] > runs) kept[a][b] = kept[b][a] = true;
        if (strongest == a || same[a * n + b] > same[a * n + strongest]) strongest = b;
      }
      if (strongest != a) kept[a][strongest] = kept[strongest][a] = true;
    }
    offsets_.push_back(0);
    for (std::size_t a = 0; a < n; ++a) {
      for (std::size_t b = 0; b < n; ++b) {
        if (!kept[a][b]) continue;
        targets_.push_back(static_cast<graph::Vertex>(b));
        weights_.push_back(static_cast<double>(same[a * n + b]) / static_cast<double>(runs));
      }
      offsets_.push_back(targets_.size());
    }
  }

  graph::Adjacency adjacency() const { return {offsets_, targets_, weights_}; }

 private:
  std::vector<std::uint64_t> offsets_;
  std::vector<graph::Vertex> targets_;
  std::vector<double> weights_;
};

bool all_equal(const std::vector<Labels>& runs) {
  return std::ranges::all_of(runs, [&](const Labels& labels) { return labels == runs.front(); });
}

// The partition that comes most often, the first of equals, and how often.
std::pair<Labels, std::size_t> most_frequent(const std::vector<Labels>& runs) {
  std::map<Labels, std::size_t> count;
  for (const Labels& labels : runs) ++count[labels];
  const auto best =
      std::ranges::max_element(count, {}, [](const auto& each) { return each.second; });
  return {best->first, best->second};
}

double mean_agreement(const Labels& given, const std::vector<Labels>& runs) {
  double sum = 0;
  for (const Labels& labels : runs) {
    Labels a, b;
    for (std::size_t unit = 0; unit < given.size(); ++unit) {
      if (given[unit] == kNoCluster) continue;
      a.push_back(given[unit]);
      b.push_back(labels[unit]);
    }
    sum += partition_agreement(a, b).adjusted_rand;
  }
  return sum / static_cast<double>(runs.size());
}

}  // namespace

double ClusterConsensus::together(std::uint32_t a, std::uint32_t b) const {
  return static_cast<double>(same[a * of_unit.size() + b]) / static_cast<double>(runs);
}

ClusterConsensus cluster_consensus(const graph::BipartiteGraph& graph, const Clusters& clusters,
                                   const ConsensusOptions& options) {
  check(graph, options);
  std::vector<Labels> found(options.runs);
  parallel_blocks(options.runs, options.threads, [&](std::size_t i) {
    found[i] = canonical(find_clusters(graph, clusters.method,
                                       {.resolution = options.resolution,
                                        .seed = options.seed + i,
                                        .restarts = 1,
                                        .threads = 1})
                             .of_unit);
  });
  const std::size_t n = graph.unit_count();
  const auto share = [&](auto count) {
    return static_cast<double>(count) / static_cast<double>(options.runs);
  };
  ClusterConsensus result;
  result.runs = options.runs;
  result.partitions = std::set(found.begin(), found.end()).size();
  result.most_frequent = share(most_frequent(found).second);
  result.as_given = share(std::ranges::count(found, canonical(clusters.of_unit)));
  result.agreement = mean_agreement(clusters.of_unit, found);
  result.same = together_counts(found);

  while (!all_equal(found) && result.rounds < kMostRounds) {
    const CoAssignment shares(together_counts(found), n, options.runs);
    parallel_blocks(options.runs, options.threads, [&](std::size_t i) {
      Labels labels =
          leiden(shares.adjacency(), {.seed = options.seed + i, .restarts = 1, .threads = 1})
              .cluster;
      for (std::size_t unit = 0; unit < n; ++unit)
        if (clusters.of_unit[unit] == kNoCluster) labels[unit] = kNoCluster;
      found[i] = canonical(std::move(labels));
    });
    ++result.rounds;
  }
  result.settled = all_equal(found);
  result.of_unit = numbered_by_size(most_frequent(found).first);
  for (const std::uint32_t label : result.of_unit)
    if (label != kNoCluster) result.count = std::max(result.count, label + 1);
  result.stability.assign(n, kNone);
  for (std::uint32_t a = 0; a < n; ++a) {
    double sum = 0, others = 0;
    for (std::uint32_t b = 0; b < n; ++b) {
      if (a == b || result.of_unit[a] == kNoCluster || result.of_unit[a] != result.of_unit[b])
        continue;
      sum += result.together(a, b);
      ++others;
    }
    if (others > 0) result.stability[a] = sum / others;
  }
  return result;
}

}  // namespace respnet::analysis
