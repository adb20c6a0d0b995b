#include "respnet/graph/approximate_betweenness.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <functional>
#include <numeric>

#include "graph/both_ways.hpp"
#include "graph/longest_path_bound.hpp"
#include "graph/path_sampler.hpp"
#include "graph/sampling_options.hpp"
#include "graph/stopping_rule.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::graph {
namespace {

constexpr std::uint64_t kBlock = 256;       // samples of one stream of random numbers
constexpr std::uint64_t kFewestBlocks = 8;  // between two looks at the counts
constexpr std::uint64_t kFirstStream = std::uint64_t{1} << 63;  // of those that set the rule
constexpr double kMostSamples = 1e10;

struct Survey {
  std::vector<Vertex> component;  // by vertex: one of its component's; no path joins two of these
  std::size_t longest = 0;        // vertices on a shortest path, at most
};

// Searches each component from a vertex with the most neighbours, which is likely to be central.
Survey surveyed(const Adjacency& graph) {
  const std::size_t n = graph.vertex_count();
  const auto none = static_cast<Vertex>(n);
  Survey result{std::vector<Vertex>(n, none), 0};
  std::vector<Vertex> order(n), queue;
  std::iota(order.begin(), order.end(), Vertex{0});
  std::ranges::stable_sort(order, std::greater{}, [&](Vertex v) { return graph.degree(v); });
  std::vector<std::size_t> level(n, 0);
  for (const Vertex root : order) {
    if (result.component[root] != none) continue;
    queue.assign(1, root);
    result.component[root] = root;
    for (std::size_t head = 0; head < queue.size(); ++head) {
      for (const Vertex w : graph.neighbors(queue[head])) {
        if (result.component[w] != none) continue;
        result.component[w] = root;
        level[w] = level[queue[head]] + 1;
        queue.push_back(w);
      }
    }
    const std::size_t last = level[queue.back()];
    const std::size_t before = queue.size() > 1 ? level[queue[queue.size() - 2]] : 0;
    result.longest = std::max(result.longest, last + before + 1);
  }
  return result;
}

std::uint64_t most_samples(std::size_t longest, const SamplingOptions& options) {
  const auto dimension = static_cast<double>(std::bit_width(longest - 2));  // ⌊log2⌋ + 1
  const double most = std::ceil(0.5 / (options.epsilon * options.epsilon) *
                                (dimension + std::log(2 / options.delta)));
  if (most > kMostSamples)
    throw LimitError("approximate betweenness may need " + std::to_string(std::llround(most)) +
                     " samples, the limit is 1e10; choose a larger epsilon");
  return static_cast<std::uint64_t>(most);
}

class Sampling {
 public:
  Sampling(const Adjacency& out, const Adjacency& into, const Survey& survey,
           const SamplingOptions& options)
      : out_(out),
        into_(into),
        survey_(survey),
        options_(options),
        counts_(out.vertex_count(), 0) {}

  /// Draws `samples` more, of the streams from `stream` on.
  void draw(std::uint64_t samples, std::uint64_t stream) {
    const std::uint64_t blocks = (samples + kBlock - 1) / kBlock;
    parallel_blocks(blocks, options_.threads, [&](std::size_t block) {
      draw_block(std::min(kBlock, samples - block * kBlock), stream + block);
    });
    samples_ += samples;
  }

  const std::vector<std::uint64_t>& counts() const { return counts_; }
  std::uint64_t samples() const { return samples_; }

 private:
  // Whole numbers have the same sum in any order, so that all blocks may add to one column.
  void draw_block(std::uint64_t samples, std::uint64_t stream) {
    RandomEngine engine(options_.seed, stream);
    PathSampler sampler(out_, into_);
    std::vector<Vertex> between;
    const std::uint64_t n = out_.vertex_count();
    for (; samples > 0; --samples) {
      const auto source = static_cast<Vertex>(uniform_below(engine, n));
      auto target = static_cast<Vertex>(uniform_below(engine, n - 1));
      if (target >= source) ++target;
      if (survey_.component[source] != survey_.component[target]) continue;
      between.clear();
      sampler.draw(source, target, engine, between);
      for (const Vertex v : between)
        std::atomic_ref(counts_[v]).fetch_add(1, std::memory_order_relaxed);
    }
  }

  const Adjacency& out_;
  const Adjacency& into_;
  const Survey& survey_;
  const SamplingOptions& options_;
  std::vector<std::uint64_t> counts_;  // by vertex: samples that pass through it
  std::uint64_t samples_ = 0;
};

// Looks at the counts each time there are a tenth more, at the same numbers whatever the threads.
bool drawn_until_met(Sampling& sampling, const StoppingRule& rule, std::uint64_t most) {
  std::uint64_t blocks = 0;
  while (sampling.samples() < most) {
    const std::uint64_t more = std::max(kFewestBlocks, blocks / 10);
    sampling.draw(std::min(more * kBlock, most - sampling.samples()), blocks);
    blocks += more;
    if (sampling.samples() < most && rule.met(sampling.counts(), sampling.samples())) return true;
  }
  return false;
}

// Scores on the scale of `pairs`.
Estimates sampled(const Adjacency& out, const Adjacency& into, const Survey& survey, double pairs,
                  const SamplingOptions& options) {
  const std::size_t n = out.vertex_count();
  Estimates result{std::vector<double>(n, 0), {}};
  if (survey.longest < 3) return result;
  const std::uint64_t most = most_samples(survey.longest, options);

  Sampling first(out, into, survey, options);
  first.draw((most / 100 / kBlock + 1) * kBlock, kFirstStream);
  // Half of delta is left to the chance that ω samples are too few.
  const StoppingRule rule(options.epsilon, options.delta / 2, most, first.counts(),
                          first.samples());
  Sampling sampling(out, into, survey, options);
  const bool early = drawn_until_met(sampling, rule, most);

  for (std::size_t v = 0; v < n; ++v)
    result.score[v] =
        static_cast<double>(sampling.counts()[v]) / static_cast<double>(sampling.samples()) * pairs;
  result.guarantee = {options.epsilon, options.delta, sampling.samples(), early};
  return result;
}

double ordered_pairs(const Adjacency& graph) {
  const auto vertices = static_cast<double>(graph.vertex_count());
  return vertices * (vertices - 1);
}

}  // namespace

Estimates approximate_betweenness(const Adjacency& graph, const SamplingOptions& options) {
  check(options, "approximate betweenness");
  return sampled(graph, graph, surveyed(graph), ordered_pairs(graph) / 2, options);
}

Estimates approximate_directed_betweenness(const Adjacency& out, const SamplingOptions& options) {
  check(options, "approximate betweenness");
  const OwnedRows into = turned_round(out);
  const Survey survey{std::vector<Vertex>(out.vertex_count(), 0),
                      longest_path_bound(out, into.view())};
  return sampled(out, into.view(), survey, ordered_pairs(out), options);
}

}  // namespace respnet::graph
