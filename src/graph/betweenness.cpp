#include "respnet/graph/betweenness.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>

#include "graph/betweenness_batch.hpp"
#include "graph/both_ways.hpp"
#include "graph/search_limit.hpp"
#include "graph/search_parts.hpp"
#include "graph/twin_graph.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::graph {
namespace {

constexpr std::uint32_t kUnseen = UINT32_MAX;
constexpr std::size_t kMostBlocks = 32;  // each holds a column of the answer

// Brandes' accumulation from single sources, with shared memory. Successors take the place of his
// lists of predecessors: w follows v on a shortest path if it is one step farther. Paths and
// dependencies are those of one member of each vertex; what it hands over, all its members do.
class Accumulator {
 public:
  explicit Accumulator(const SearchGraph& out)
      : out_(out),
        distance_(out.rows.vertex_count(), kUnseen),
        paths_(out.rows.vertex_count(), 0),
        dependency_(out.rows.vertex_count(), 0) {}

  void add(Vertex source, std::vector<double>& score) {
    count_paths(source);
    for (std::size_t i = queue_.size(); i-- > 1;) {
      const Vertex v = queue_[i];
      double sum = 0;
      for (const Vertex w : out_.rows.neighbors(v))
        if (distance_[w] == distance_[v] + 1)
          sum += out_.members_of(w) * ((1 + dependency_[w]) / paths_[w]);
      dependency_[v] = sum * paths_[v];
      score[v] += out_.members_of(source) * dependency_[v];
    }
    for (const Vertex v : queue_) {
      distance_[v] = kUnseen;
      paths_[v] = 0;
    }
  }

 private:
  void count_paths(Vertex source) {
    queue_.assign(1, source);
    distance_[source] = 0;
    paths_[source] = 1;
    for (std::size_t head = 0; head < queue_.size(); ++head) {
      const Vertex v = queue_[head];
      const double paths = head == 0 ? 1 : out_.members_of(v) * paths_[v];
      for (const Vertex w : out_.rows.neighbors(v)) {
        if (distance_[w] == kUnseen) {
          distance_[w] = distance_[v] + 1;
          queue_.push_back(w);
        }
        if (distance_[w] == distance_[v] + 1) paths_[w] += paths;
      }
    }
  }

  SearchGraph out_;
  std::vector<std::uint32_t> distance_;
  std::vector<double> paths_;
  std::vector<double> dependency_;
  std::vector<Vertex> queue_;
};

// Sums the columns that add(block, column) fills, in the order of the blocks.
std::vector<double> summed(std::size_t vertices, std::size_t blocks, unsigned threads,
                           const std::function<void(std::size_t, std::vector<double>&)>& add) {
  std::vector<std::vector<double>> slots(blocks);
  parallel_blocks(blocks, threads, [&](std::size_t block) {
    slots[block].assign(vertices, 0);
    add(block, slots[block]);
  });
  std::vector<double> result(vertices, 0);
  for (const std::vector<double>& slot : slots)
    for (std::size_t v = 0; v < vertices; ++v) result[v] += slot[v];
  return result;
}

// Over all sources of the parts.
std::vector<double> sums(const SearchGraph& out, const Adjacency& into,
                         const std::vector<SearchPart>& parts, unsigned threads) {
  const std::vector<SearchBatch> batches = search_batches(parts, BatchAccumulator::kLanes);
  const bool any_suits = std::ranges::any_of(parts, BatchAccumulator::suits);
  const std::size_t blocks = block_count(batches.size(), kMostBlocks);
  return summed(
      out.rows.vertex_count(), blocks, threads, [&](std::size_t block, std::vector<double>& score) {
        Accumulator single(out);
        BatchAccumulator batched(any_suits ? out : SearchGraph{}, any_suits ? into : Adjacency{});
        // Every blocks-th batch, so that blocks cost about the same.
        for (std::size_t i = block; i < batches.size(); i += blocks) {
          const SearchPart& part = parts[batches[i].part];
          if (BatchAccumulator::suits(part) && batched.add(part, batches[i], score)) continue;
          for (const Vertex source : batches[i].sources) single.add(source, score);
        }
      });
}

std::vector<double> directed_sums(const Adjacency& out, unsigned threads) {
  const OwnedRows into = turned_round(out);
  std::vector<SearchPart> parts = search_parts(without_direction(out, into.view()).view());
  for (SearchPart& part : parts) {  // levels of a directed search are on either side
    auto& [all, others] = part.sides;
    all.insert(all.end(), others.begin(), others.end());
    others.clear();
    std::ranges::sort(all);
    part.two_mode = false;
  }
  return sums({out, {}}, into.view(), parts, threads);
}

// Each pair is seen from either end.
std::vector<double> undirected_sums(const SearchGraph& graph, unsigned threads) {
  std::vector<double> result = sums(graph, graph.rows, search_parts(graph.rows), threads);
  for (double& score : result) score /= 2;
  return result;
}

// The paths between two of a class are the neighbours they share, which are all they have. No path
// from a vertex to another class passes through a twin: it would be shorter without.
void add_twin_pairs(const Adjacency& graph, const TwinGraph& folded, std::vector<double>& score) {
  const TwinClasses& twins = folded.twins;
  for (Vertex c = 0; c < twins.first.size(); ++c) {
    if (twins.count[c] == 1) continue;
    const double members = twins.count[c];
    const auto paths = static_cast<double>(graph.degree(twins.first[c]));
    for (const Vertex neighbor : folded.rows.view().neighbors(c))
      score[neighbor] += members * (members - 1) / 2 / paths;
  }
}

std::vector<double> folded_sums(const Adjacency& graph, const TwinGraph& folded, unsigned threads) {
  std::vector<double> score = undirected_sums(folded.view(), threads);
  add_twin_pairs(graph, folded, score);
  return folded.handed_back(score);
}

}  // namespace

std::vector<double> betweenness(const Adjacency& out, const BetweennessOptions& options) {
  const auto folded = options.directed ? std::nullopt : twin_graph(out);
  check_all_searches(folded ? folded->rows.view() : out, "betweenness", options.most_steps);
  if (options.directed) return directed_sums(out, options.threads);
  return folded ? folded_sums(out, *folded, options.threads)
                : undirected_sums({out, {}}, options.threads);
}

}  // namespace respnet::graph
