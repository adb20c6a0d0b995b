#include "respnet/graph/approximate_harmonic.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "graph/distances_batch.hpp"
#include "graph/sampling_options.hpp"
#include "graph/search_limit.hpp"
#include "graph/search_parts.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"
#include "respnet/base/random.hpp"

namespace respnet::graph {
namespace {

constexpr std::size_t kMostBlocks = 16;                  // each holds columns of the answer
constexpr std::size_t kMostRows = std::size_t{1} << 23;  // of these columns, in all
constexpr std::uint32_t kUnseen = UINT32_MAX;
constexpr double kMostSteps = 2e11;  // sources times arcs

std::size_t sources_needed(std::size_t n, const SamplingOptions& options) {
  const auto vertices = static_cast<double>(n);
  const double within = options.epsilon * (vertices - 1) / vertices;
  const double with_repeats = std::log(2 * vertices / options.delta) / (8 * within * within);
  const double k = std::ceil(with_repeats * (vertices + 1) / (vertices + with_repeats));
  return k < vertices ? static_cast<std::size_t>(k) : n;
}

void check_steps(const Adjacency& graph, std::size_t sources) {
  const double steps = static_cast<double>(sources) * static_cast<double>(graph.arc_count());
  if (steps <= kMostSteps) return;
  throw LimitError(
      "approximate harmonic centrality needs searches from " + std::to_string(sources) +
      " vertices over " + std::to_string(graph.arc_count()) +
      " arcs, the limit of the product is 2e11; choose a larger epsilon or wait for all (--exact)");
}

// By vertex: whether it is one of k drawn.
std::vector<bool> drawn(std::size_t n, std::size_t k, std::uint64_t seed) {
  RandomEngine engine(seed);
  std::vector<Vertex> urn(n);
  std::iota(urn.begin(), urn.end(), Vertex{0});
  std::vector<bool> result(n, false);
  for (std::size_t i = 0; i < k; ++i) {
    std::swap(urn[i], urn[i + uniform_below(engine, n - i)]);
    result[urn[i]] = true;
  }
  return result;
}

// Breadth-first searches that share their memory. As distances are symmetric, what is reached
// counts the source.
class Searcher {
 public:
  explicit Searcher(const Adjacency& graph)
      : graph_(graph), distance_(graph.vertex_count(), kUnseen) {}

  void add(Vertex source, std::vector<double>& inverse_sum) {
    queue_.assign(1, source);
    distance_[source] = 0;
    for (std::size_t head = 0; head < queue_.size(); ++head) {
      const Vertex v = queue_[head];
      if (head > 0) inverse_sum[v] += 1.0 / distance_[v];
      for (const Vertex w : graph_.neighbors(v)) {
        if (distance_[w] != kUnseen) continue;
        distance_[w] = distance_[v] + 1;
        queue_.push_back(w);
      }
    }
    for (const Vertex v : queue_) distance_[v] = kUnseen;
  }

 private:
  const Adjacency& graph_;
  std::vector<std::uint32_t> distance_;
  std::vector<Vertex> queue_;
};

// Σ 1/d from the chosen vertices.
std::vector<double> inverse_sums(const Adjacency& graph, const std::vector<bool>& chosen,
                                 unsigned threads) {
  const std::size_t n = graph.vertex_count();
  const std::vector<SearchPart> parts = search_parts(graph);
  std::vector<SearchPart> sources = parts;
  for (SearchPart& part : sources)
    for (auto& side : part.sides) std::erase_if(side, [&](Vertex v) { return !chosen[v]; });
  const std::vector<SearchBatch> batches = search_batches(sources, BatchSearcher::kSources);
  const bool any_suits = std::ranges::any_of(parts, BatchSearcher::suits);
  const std::size_t most =
      std::clamp<std::size_t>(kMostRows / std::max<std::size_t>(n, 1), 4, kMostBlocks);
  const std::size_t blocks = block_count(batches.size(), most);
  std::vector<DistanceSums> slots(blocks);
  parallel_blocks(blocks, threads, [&](std::size_t block) {
    DistanceSums& slot = slots[block];
    slot = {std::vector<std::uint32_t>(n), std::vector<std::uint64_t>(n), std::vector<double>(n)};
    Searcher single(graph);
    BatchSearcher batched(any_suits ? SearchGraph{graph, {}} : SearchGraph{});
    for (std::size_t i = block; i < batches.size(); i += blocks) {
      const SearchPart& part = parts[batches[i].part];
      if (BatchSearcher::suits(part)) {
        batched.add(part, batches[i], slot);
      } else {
        for (const Vertex source : batches[i].sources) single.add(source, slot.inverse_sum);
      }
    }
  });
  std::vector<double> result(n, 0);
  for (const DistanceSums& slot : slots)
    for (std::size_t v = 0; v < n; ++v) result[v] += slot.inverse_sum[v];
  return result;
}

}  // namespace

Estimates approximate_harmonic(const Adjacency& graph, const SamplingOptions& options) {
  check(options, "approximate harmonic centrality");
  const std::size_t n = graph.vertex_count();
  if (n < 2) return {std::vector<double>(n, 0), {}};
  const std::size_t k = sources_needed(n, options);
  check_steps(graph, k);
  const std::vector<bool> chosen = drawn(n, k, options.seed);
  Estimates result{inverse_sums(graph, chosen, options.threads), {}};
  if (k == n) {
    result.guarantee.samples = n;
    return result;
  }
  const double scale = static_cast<double>(n) / static_cast<double>(k);
  for (Vertex v = 0; v < n; ++v) {
    const auto near = graph.neighbors(v);
    const auto met =
        static_cast<double>(std::ranges::count_if(near, [&](Vertex w) { return chosen[w]; }));
    const double far = std::max(0.0, result.score[v] - met);  // may be a rounding below 0
    result.score[v] = static_cast<double>(near.size()) + scale * far;
  }
  result.guarantee = {options.epsilon, options.delta, k, false, Drawn::Sources};
  return result;
}

}  // namespace respnet::graph
