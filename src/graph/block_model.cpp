#include "respnet/graph/block_model.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>

#include "graph/block_state.hpp"
#include "graph/labels.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"
#include "respnet/base/random.hpp"

namespace respnet::graph {
namespace {

// Up to so many groups of a mode every one is tried; of more, so many candidates.
constexpr std::size_t kAll = 60, kSome = 20;
constexpr double kTolerance = 1e-9;

void check_size(const BlockGraph& graph) {
  if (graph.edges <= kMostBlockEdges &&
      graph.modes[0].size() * graph.modes[1].size() <= kMostBlockCells)
    return;
  throw LimitError("the block model takes up to " + std::to_string(kMostBlockEdges) +
                   " assignments and " + std::to_string(kMostBlockCells) +
                   " pairs of a task and a unit, this network has " + std::to_string(graph.edges) +
                   " and " + std::to_string(graph.modes[0].size() * graph.modes[1].size()) +
                   "; take another method or a part of the plan");
}

BlockCounts counts_for(const BlockGraph& graph) {
  return {graph.edges, std::max(graph.modes[0].size(), graph.modes[1].size()),
          graph.modes[0].size() * graph.modes[1].size()};
}

BlockLabels singles(const BlockGraph& graph) {
  BlockLabels labels;
  for (const std::size_t mode : {0U, 1U}) {
    labels[mode].resize(graph.modes[mode].size());
    std::iota(labels[mode].begin(), labels[mode].end(), 0U);
  }
  return labels;
}

// One search on one random stream.
class BlockSearch {
 public:
  BlockSearch(const BlockGraph& graph, const BlockCounts& counts, RandomEngine engine, bool noisy)
      : graph_(graph), counts_(counts), engine_(engine), noisy_(noisy) {}

  BlockState run() {
    BlockState state(graph_, counts_, singles(graph_));
    BlockState best = state;
    for (;;) {
      while (sweep(state, false)) {
      }
      if (state.length() < best.length()) best = state;
      if (state.group_count(0) + state.group_count(1) == 2) break;
      unite_cheapest(state);
    }
    refine(best);
    return best;
  }

 private:
  struct Union {
    double change;
    int mode;
    std::uint32_t from, into;
  };

  // Every vertex once, in random order, to its best group. Whether the description got shorter.
  bool sweep(BlockState& state, bool splits) {
    bool moved = false;
    for (const int mode : {0, 1}) {
      std::vector<std::uint32_t> order(size(mode));
      std::iota(order.begin(), order.end(), 0U);
      shuffle(std::span(order), engine_);
      for (const std::uint32_t v : order) {
        double least = -kTolerance;
        std::uint32_t best = kNoGroup;
        for (const std::uint32_t group : candidates(state, mode, v, splits)) {
          if (group == state.label(mode, v)) continue;
          const double change = state.change_by_move(mode, v, group);
          if (change >= least) continue;
          least = change;
          best = group;
        }
        if (best == kNoGroup) continue;
        state.move(mode, v, best, least);
        moved = true;
      }
    }
    return moved;
  }

  std::vector<std::uint32_t> candidates(const BlockState& state, int mode, std::uint32_t v,
                                        bool splits) {
    std::vector<std::uint32_t> groups;
    if (state.group_count(mode) <= kAll) {
      groups = state.groups(mode);
    } else {
      // Groups of vertices that share a neighbour with it.
      const auto& own = graph_.modes[static_cast<std::size_t>(mode)];
      const auto& other = graph_.modes[static_cast<std::size_t>(1 - mode)];
      for (std::size_t i = 0; i < kSome; ++i) {
        const std::uint32_t u = drawn(own.neighbors(v));
        groups.push_back(state.label(mode, drawn(other.neighbors(u))));
      }
    }
    if (splits && state.group_size(mode, state.label(mode, v)) > 1)
      if (const std::uint32_t empty = state.empty_group(mode); empty != kNoGroup)
        groups.push_back(empty);
    return groups;
  }

  std::uint32_t drawn(std::span<const std::uint32_t> from) {
    return from[uniform_below(engine_, from.size())];
  }

  std::size_t size(int mode) const { return graph_.modes[static_cast<std::size_t>(mode)].size(); }

  std::vector<Union> unions(const BlockState& state) {
    std::vector<Union> found;
    for (const int mode : {0, 1}) {
      const std::vector<std::uint32_t> groups = state.groups(mode);
      const auto add = [&](std::uint32_t a, std::uint32_t b) {
        found.push_back({state.change_by_union(mode, a, b), mode, a, b});
      };
      for (std::size_t i = 1; i < groups.size(); ++i)
        if (groups.size() <= kAll)
          for (std::size_t j = 0; j < i; ++j) add(groups[i], groups[j]);
        else
          for (std::size_t n = 0; n < kSome; ++n) add(groups[i], groups[uniform_below(engine_, i)]);
    }
    return found;
  }

  // One union of few groups, of many a tenth of them. Noise of a nat lets every search take
  // another way.
  void unite_cheapest(BlockState& state) {
    std::vector<Union> found = unions(state);
    if (noisy_)
      for (Union& pair : found) pair.change -= std::log(1 - uniform(engine_));
    std::ranges::sort(found, {}, [](const Union& pair) {
      return std::tuple(pair.change, pair.mode, pair.from, pair.into);
    });
    const std::size_t groups = state.group_count(0) + state.group_count(1);
    std::size_t left = groups <= kAll ? 1 : groups / 10;
    std::array<std::vector<bool>, 2> used{std::vector<bool>(size(0)), std::vector<bool>(size(1))};
    for (const Union& pair : found) {
      auto& taken = used[static_cast<std::size_t>(pair.mode)];
      if (left == 0) break;
      if (taken[pair.from] || taken[pair.into]) continue;
      taken[pair.from] = taken[pair.into] = true;
      state.unite(pair.mode, pair.from, pair.into);
      --left;
    }
  }

  // Moves, splits and unions while they shorten the description.
  void refine(BlockState& state) {
    for (bool better = true; better;) {
      better = sweep(state, true);
      for (;;) {
        const std::vector<Union> found = unions(state);
        const auto best = std::ranges::min_element(found, {}, &Union::change);
        if (best == found.end() || best->change >= -kTolerance) break;
        state.unite(best->mode, best->from, best->into);
        better = true;
      }
    }
  }

  const BlockGraph& graph_;
  const BlockCounts& counts_;
  RandomEngine engine_;
  bool noisy_;
};

std::size_t restart_count(int asked, std::size_t edges) {
  if (asked > 0) return static_cast<std::size_t>(asked);
  return std::clamp<std::size_t>(10'000 / edges, 3, 40);
}

}  // namespace

BlockModel block_model(const BipartiteGraph& network, const BlockModelOptions& options) {
  if (options.restarts < 0)
    throw std::invalid_argument("block model: restarts must not be negative");
  BlockModel result;
  result.group.assign(network.vertex_count(), kNoGroup);
  result.seed = options.seed;
  if (network.edge_count() == 0) return result;
  const BlockGraph graph(network);
  check_size(graph);
  const BlockCounts counts = counts_for(graph);

  const std::size_t restarts = restart_count(options.restarts, graph.edges);
  std::vector<std::pair<double, BlockLabels>> found(restarts);
  parallel_blocks(restarts, options.threads, [&](std::size_t i) {
    const BlockState state = BlockSearch(graph, counts, RandomEngine(options.seed, i), i > 0).run();
    found[i] = {state.recomputed_length(), state.labels()};
    ensure(std::abs(found[i].first - state.length()) < 1e-6,
           "block model: the length as tracked differs from that of the groups");
  });
  std::size_t best = 0;
  for (std::size_t i = 1; i < restarts; ++i)
    if (found[i].first < found[best].first - kTolerance) best = i;

  for (const std::size_t mode : {0U, 1U}) {
    auto& labels = found[best].second[mode];
    (mode == 0 ? result.task_groups : result.unit_groups) =
        static_cast<std::uint32_t>(number_by_size(labels).size());
    for (std::size_t v = 0; v < labels.size(); ++v)
      result.group[graph.modes[mode].vertex[v]] = labels[v];
  }
  result.description_length = found[best].first;
  result.restarts = static_cast<int>(restarts);
  return result;
}

double description_length(const BipartiteGraph& network, std::span<const std::uint32_t> group) {
  if (group.size() != network.vertex_count())
    throw std::invalid_argument("description length: one label per vertex");
  if (network.edge_count() == 0) return 0;
  const BlockGraph graph(network);
  check_size(graph);
  BlockLabels labels;
  for (const std::size_t mode : {0U, 1U}) {
    std::vector<std::uint32_t> of_mode;
    for (const Vertex v : graph.modes[mode].vertex) {
      if (group[v] >= network.vertex_count())
        throw std::invalid_argument(
            "description length: labels must be below the number of vertices");
      of_mode.push_back(group[v]);
    }
    std::vector<std::uint32_t> used = of_mode;
    std::ranges::sort(used);
    used.erase(std::ranges::unique(used).begin(), used.end());
    for (const std::uint32_t label : of_mode)
      labels[mode].push_back(
          static_cast<std::uint32_t>(std::ranges::lower_bound(used, label) - used.begin()));
  }
  const BlockCounts counts = counts_for(graph);
  return BlockState(graph, counts, std::move(labels)).length();
}

}  // namespace respnet::graph
