#include "respnet/analysis/cluster_stability.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>

#include "respnet/analysis/partition_agreement.hpp"
#include "respnet/analysis/task_sample.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::analysis {
namespace {

using graph::BipartiteGraph;
using Labels = std::vector<std::uint32_t>;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kMostUnits = 5000;

void check(const BipartiteGraph& graph, const StabilityOptions& options) {
  if (options.samples == 0 || options.restarts <= 0)
    throw std::invalid_argument("cluster stability: samples and restarts must be above 0");
  const double edges =
      static_cast<double>(graph.edge_count()) * static_cast<double>(options.samples);
  if (edges > kMostResampledEdges)
    throw LimitError("the stability of clusters needs " + std::to_string(options.samples) +
                     " clusterings of " + std::to_string(graph.edge_count()) +
                     " assignments, the limit is " +
                     std::to_string(static_cast<std::uint64_t>(kMostResampledEdges)) +
                     " assignments in all; take fewer samples or a part of the plan");
  if (graph.unit_count() > kMostUnits)
    throw LimitError("the stability of clusters compares all pairs of " +
                     std::to_string(graph.unit_count()) + " units, the limit is " +
                     std::to_string(kMostUnits) + " units; take a part of the plan");
}

// Clusters of one sample, by unit number of the graph it was drawn from.
Labels sampled_clusters(const BipartiteGraph& graph, const Clusters& clusters,
                        const StabilityOptions& options, std::size_t sample) {
  const model::Network network =
      with_tasks(graph.network(), bootstrap_tasks(graph.network(), options.seed, sample));
  const BipartiteGraph sampled(network, graph.options());
  // One search of theirs takes as long as many of the others.
  const bool slow =
      clusters.method == ClusterMethod::Lpawb || clusters.method == ClusterMethod::Sbm;
  const ClusterOptions how{.resolution = clusters.resolution,
                           .seed = options.seed,
                           .restarts = slow ? 1 : options.restarts,
                           .threads = 1};
  return find_clusters(sampled, clusters.method, how).of_unit;
}

// By cluster, the largest Jaccard similarity with a cluster of the sample, over units in both.
std::vector<double> best_jaccard(const Clusters& clusters, const Labels& sampled) {
  std::vector<std::size_t> size(clusters.clusters.size(), 0);
  std::map<std::uint32_t, std::size_t> sampled_size;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> shared;
  for (std::size_t unit = 0; unit < sampled.size(); ++unit) {
    if (sampled[unit] == kNoCluster || clusters.of_unit[unit] == kNoCluster) continue;
    ++size[clusters.of_unit[unit]];
    ++sampled_size[sampled[unit]];
    ++shared[{clusters.of_unit[unit], sampled[unit]}];
  }
  std::vector<double> best(size.size(), 0);
  for (const auto& [pair, count] : shared) {
    const auto [cluster, other] = pair;
    const std::size_t either = size[cluster] + sampled_size[other] - count;
    best[cluster] =
        std::max(best[cluster], static_cast<double>(count) / static_cast<double>(either));
  }
  for (std::size_t i = 0; i < size.size(); ++i)
    if (size[i] == 0) best[i] = kNone;
  return best;
}

// Over units that are in both.
double agreement(const Clusters& clusters, const Labels& sampled) {
  Labels a, b;
  for (std::size_t unit = 0; unit < sampled.size(); ++unit) {
    if (sampled[unit] == kNoCluster || clusters.of_unit[unit] == kNoCluster) continue;
    a.push_back(clusters.of_unit[unit]);
    b.push_back(sampled[unit]);
  }
  return a.size() < 2 ? kNone : partition_agreement(a, b).adjusted_rand;
}

// Mean of what is defined.
class Mean {
 public:
  void add(double value) {
    if (std::isnan(value)) return;
    sum_ += value;
    ++count_;
  }
  double value() const { return count_ == 0 ? kNone : sum_ / static_cast<double>(count_); }

 private:
  double sum_ = 0;
  std::size_t count_ = 0;
};

void count_pairs(const Labels& sampled, ClusterStability& result) {
  const std::size_t n = sampled.size();
  for (std::size_t a = 0; a < n; ++a) {
    if (sampled[a] == kNoCluster) continue;
    for (std::size_t b = 0; b < n; ++b) {
      if (sampled[b] == kNoCluster) continue;
      ++result.both[a * n + b];
      if (sampled[a] == sampled[b]) ++result.same[a * n + b];
    }
  }
}

std::vector<double> stability_of_units(const Clusters& clusters, const ClusterStability& result) {
  std::vector<double> values(clusters.of_unit.size(), kNone);
  for (const Cluster& cluster : clusters.clusters)
    for (const std::uint32_t unit : cluster.units) {
      Mean mean;
      for (const std::uint32_t other : cluster.units)
        if (other != unit) mean.add(result.together(unit, other));
      values[unit] = mean.value();
    }
  return values;
}

}  // namespace

double ClusterStability::together(std::uint32_t a, std::uint32_t b) const {
  const std::size_t cell = a * of_unit.size() + b;
  if (both[cell] == 0) return kNone;
  return static_cast<double>(same[cell]) / static_cast<double>(both[cell]);
}

ClusterStability cluster_stability(const BipartiteGraph& graph, const Clusters& clusters,
                                   const StabilityOptions& options) {
  check(graph, options);
  std::vector<Labels> sampled(options.samples);
  parallel_blocks(options.samples, options.threads, [&](std::size_t i) {
    sampled[i] = sampled_clusters(graph, clusters, options, i);
  });

  const std::size_t n = graph.unit_count();
  ClusterStability result;
  result.samples = options.samples;
  result.same.assign(n * n, 0);
  result.both.assign(n * n, 0);
  result.of_unit.assign(n, kNone);
  std::vector<Mean> jaccard(clusters.clusters.size());
  Mean rand;
  for (const Labels& labels : sampled) {
    count_pairs(labels, result);
    const auto best = best_jaccard(clusters, labels);
    for (std::size_t i = 0; i < best.size(); ++i) jaccard[i].add(best[i]);
    rand.add(agreement(clusters, labels));
  }
  for (const Mean& mean : jaccard) result.of_cluster.push_back(mean.value());
  result.agreement = rand.value();
  result.of_unit = stability_of_units(clusters, result);
  return result;
}

}  // namespace respnet::analysis
