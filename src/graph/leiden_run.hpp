#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "graph/leiden_level.hpp"
#include "respnet/base/random.hpp"
#include "respnet/graph/adjacency.hpp"

namespace respnet::graph {

// Graphs of up to so many arcs are worked on until nothing moves, larger ones until a pass raises
// modularity by less than this.
inline constexpr double kSmall = 1e5;
inline constexpr double kLeastRise = 1e-5;

// From so many nodes on, the random order is one of runs of nodes, not of single ones: neighbours
// in memory are fetched together, and the clusters are as good.
inline constexpr std::size_t kLocal = 4096;
inline constexpr std::size_t kRunOfNodes = 16;

// Searches of a coarse graph, and how many in a row that find nothing better end them.
inline constexpr int kMostTries = 50;
inline constexpr int kVainTries = 4;

/// Clusters by vertex, and how much better than singletons they are, in units of weight.
struct LeidenOutcome {
  std::vector<std::uint32_t> cluster;
  double gain = 0;
};

/// One run of the Leiden algorithm on one random stream. Memory is allocated once and shared by all
/// passes and levels. The names of the steps are those of the paper.
template <typename Quality>
class LeidenRun {
 public:
  using Strength = typename Quality::Strength;

  LeidenRun(const Adjacency& graph, std::span<const Strength> strengths, const Quality& quality,
            double resolution, RandomEngine engine)
      : base_{graph, strengths},
        quality_(quality),
        resolution_(resolution),
        relative_tolerance_(1e-12 * (1 + resolution)),
        engine_(engine),
        weight_to_(graph.vertex_count()) {
    const std::size_t n = graph.vertex_count();
    for (auto* column : {&node_of_, &community_, &refined_, &queue_, &size_}) column->resize(n);
    cut_.resize(n);
    community_strength_.resize(n);
    refined_strength_.resize(n);
    flag_.resize(n);
    const double arcs = static_cast<double>(graph.arc_count());
    double total = 0;
    for (const Strength& s : strengths) total += Quality::size(s);
    theta_ = arcs > 0 ? 0.01 * total / arcs : 1;
    least_rise_ = arcs > kSmall ? kLeastRise * total / 2 : 0;
    least_gain_ = relative_tolerance_ * total;
    coarse_arcs_ = arcs > kSmall ? graph.arc_count() / 4 : 0;
  }

  LeidenOutcome run() {
    LeidenOutcome outcome;
    outcome.cluster.resize(base_.graph.vertex_count());
    std::iota(outcome.cluster.begin(), outcome.cluster.end(), 0U);
    repeat_passes(outcome);
    return outcome;
  }

 private:
  using Level = LeidenLevel<Strength>;

  double tolerance(const Strength& strength) const {
    return relative_tolerance_ * Quality::size(strength);
  }

  void repeat_passes(LeidenOutcome& outcome) {
    gain_ = outcome.gain;
    for (bool rising = true; rising;) {
      const double before = gain_;
      const bool moved = pass(outcome.cluster);
      rising = moved && gain_ - before > least_rise_;
    }
    outcome.gain = gain_;
  }

  // One pass from the clusters given, down to the level where each is a single node. Whether any
  // node moved. Where single vertices, which come first, gain little, so would the rest: on large
  // graphs the pass ends there.
  bool pass(std::vector<std::uint32_t>& cluster) {
    std::ranges::copy(cluster, community_.begin());
    std::iota(node_of_.begin(), node_of_.end(), 0U);
    Level level = base_;
    const double before = gain_;
    bool moved = false;
    for (;;) {
      if (level.graph.arc_count() < coarse_arcs_) {
        moved |= search_coarse(level);
        break;
      }
      moved |= move_nodes_fast(level);
      if (gain_ - before < least_rise_ / 2) {  // as they were: connected
        gain_ = before;
        return false;
      }
      const std::size_t communities = compact(community_, level.size());
      if (communities == level.size()) break;
      const std::size_t groups = refine(level);
      if (groups == level.size()) break;
      level = aggregate(level, groups);
    }
    for (std::size_t v = 0; v < cluster.size(); ++v) cluster[v] = community_[node_of_[v]];
    return moved;
  }

  // A coarse graph costs little and decides which clusters there will be: it is searched several
  // times from the communities it has, until further searches find none better. Whether any node
  // moved.
  bool search_coarse(const Level& level) {
    LeidenRun search(level.graph, level.strengths, quality_, resolution_, RandomEngine(engine_()));
    search.coarse_arcs_ = 0;
    search.least_rise_ = 0;
    const auto labels = std::span<const std::uint32_t>(community_).first(level.size());
    LeidenOutcome best;
    for (int tries = 0, vain = 0; tries < kMostTries && vain < kVainTries; ++tries) {
      LeidenOutcome found{{labels.begin(), labels.end()}};
      search.repeat_passes(found);
      const bool better = tries == 0 || found.gain > best.gain + least_gain_;
      vain = better ? 0 : vain + 1;
      if (better) best = std::move(found);
    }
    std::ranges::copy(best.cluster, community_.begin());
    gain_ += best.gain;
    return best.gain > 0;
  }

  // Numbers the first n labels from 0 in order of appearance. Returns how many there are.
  std::size_t compact(std::vector<std::uint32_t>& labels, std::size_t n) {
    constexpr std::uint32_t none = UINT32_MAX;
    std::fill_n(size_.begin(), n, none);
    std::uint32_t next = 0;
    for (std::size_t v = 0; v < n; ++v) {
      std::uint32_t& number = size_[labels[v]];
      if (number == none) number = next++;
      labels[v] = number;
    }
    return next;
  }

  // Every node once in random order, then those whose neighbourhood changed, until none would gain
  // by moving to a neighbouring community or to an empty one.
  bool move_nodes_fast(const Level& level) {
    fill_shuffled(queue_, level.size());
    gather_communities(level);
    std::fill_n(flag_.begin(), level.size(), std::uint8_t{1});  // waits in the queue
    std::size_t head = 0, waiting = level.size();
    bool moved = false;
    while (waiting > 0) {
      const Vertex v = queue_[head];
      head = head + 1 == level.size() ? 0 : head + 1;
      --waiting;
      flag_[v] = 0;
      if (!move_to_best(level, v)) continue;
      moved = true;
      for (const Vertex u : level.graph.neighbors(v)) {
        if (flag_[u] != 0 || community_[u] == community_[v]) continue;
        flag_[u] = 1;
        const std::size_t tail = head + waiting++;
        queue_[tail < level.size() ? tail : tail - level.size()] = u;
      }
    }
    return moved;
  }

  void gather_communities(const Level& level) {
    const std::size_t n = level.size();
    std::fill_n(community_strength_.begin(), n, Strength{});
    std::fill_n(size_.begin(), n, 0U);
    for (std::size_t v = 0; v < n; ++v) {
      community_strength_[community_[v]] += level.strengths[v];
      ++size_[community_[v]];
    }
    empty_.clear();
    for (auto c = static_cast<std::uint32_t>(n); c-- > 0;)
      if (size_[c] == 0) empty_.push_back(c);
  }

  void fill_shuffled(std::vector<Vertex>& nodes, std::size_t n) {
    const auto some = std::span(nodes).first(n);
    if (n < kLocal) {
      std::iota(some.begin(), some.end(), 0U);
      shuffle(some, engine_);
      return;
    }
    const auto runs = std::span(size_).first((n + kRunOfNodes - 1) / kRunOfNodes);
    std::iota(runs.begin(), runs.end(), 0U);
    shuffle(runs, engine_);
    auto next = some.begin();
    for (const std::uint32_t run : runs) {
      const std::size_t begin = run * kRunOfNodes, end = std::min(n, begin + kRunOfNodes);
      std::iota(next, next + static_cast<std::ptrdiff_t>(end - begin), static_cast<Vertex>(begin));
      next += static_cast<std::ptrdiff_t>(end - begin);
    }
  }

  bool move_to_best(const Level& level, Vertex v) {
    const Strength& strength = level.strengths[v];
    const std::uint32_t own = community_[v];
    visit_arcs(level.graph, v,
               [&](Vertex u, double weight) { weight_to_.add(community_[u], weight); });
    take_out(own, strength);

    const double stay = weight_to_[own] - quality_.expected(strength, community_strength_[own]);
    const double least = tolerance(strength);
    std::uint32_t best = own;
    double best_gain = stay;
    std::uint64_t equals = 0;
    for (const std::uint32_t c : weight_to_.labels()) {
      const double gain = weight_to_[c] - quality_.expected(strength, community_strength_[c]);
      if (c == own || gain <= stay + least) continue;
      // Equal gains are drawn, not taken in order: in order, every restart of some small graphs
      // ends in the same poor partition.
      const bool better = gain > best_gain + least;
      equals = better ? 1 : equals + 1;
      if (!better && (gain < best_gain - least || uniform_below(engine_, equals) != 0)) continue;
      best = c;
      best_gain = gain;
    }
    // Alone is never worse than among strangers, and keeps communities connected.
    const bool among_strangers = best == own && size_[own] > 0 && weight_to_[own] == 0;
    if (size_[own] > 0 && (best_gain < -least || among_strangers)) {
      best = empty_.back();
      best_gain = 0;
    }
    weight_to_.clear();
    put_in(v, best, strength);
    if (best == own) return false;
    gain_ += best_gain - stay;
    return true;
  }

  // The last of `empty_` is where a node goes to be alone: the community it just left empty, if
  // any.
  void take_out(std::uint32_t community, const Strength& strength) {
    community_strength_[community] -= strength;
    if (--size_[community] > 0) return;
    community_strength_[community] = Strength{};  // what rounding left
    empty_.push_back(community);
  }

  void put_in(Vertex v, std::uint32_t community, const Strength& strength) {
    if (size_[community]++ == 0) empty_.pop_back();
    community_strength_[community] += strength;
    community_[v] = community;
  }

  // Cuts each community into groups that are surely connected: from singletons, nodes join a group
  // of their own community at random, the better the gain the likelier. Groups, and nodes, that are
  // badly joined to the rest of their community stay out. Returns how many groups, in `refined_`.
  std::size_t refine(const Level& level) {
    fill_shuffled(queue_, level.size());
    gather_communities(level);
    start_refinement(level);
    for (std::size_t i = 0; i < level.size(); ++i) {
      const Vertex v = queue_[i];
      if (flag_[v] != 0 && is_well_connected(v, community_[v])) merge_at_random(level, v);
    }
    return compact(refined_, level.size());
  }

  void start_refinement(const Level& level) {
    for (Vertex v = 0; v < level.size(); ++v) {
      refined_[v] = v;
      refined_strength_[v] = level.strengths[v];
      flag_[v] = 1;  // alone in its group
      double inside = 0;
      visit_arcs(level.graph, v, [&](Vertex u, double weight) {
        inside += community_[u] == community_[v] ? weight : 0.0;
      });
      cut_[v] = inside;
    }
  }

  bool is_well_connected(std::uint32_t group, std::uint32_t community) const {
    const Strength& strength = refined_strength_[group];
    const Strength rest = community_strength_[community] - strength;
    return cut_[group] >= quality_.expected(strength, rest) - tolerance(strength);
  }

  // The paper lets v also stay alone, at a gain of 0. We merge wherever we may, so that a
  // community of several nodes always shrinks and the levels come to an end.
  void merge_at_random(const Level& level, Vertex v) {
    const Strength& strength = level.strengths[v];
    visit_arcs(level.graph, v, [&](Vertex u, double weight) {
      weight_to_.add_if(community_[u] == community_[v], refined_[u], weight);
    });
    candidates_.clear();
    double best = 0;
    for (const std::uint32_t group : weight_to_.labels()) {
      const double gain = weight_to_[group] - quality_.expected(strength, refined_strength_[group]);
      if (gain < -tolerance(strength) || !is_well_connected(group, community_[v])) continue;
      candidates_.emplace_back(group, gain);
      best = std::max(best, gain);
    }
    if (!candidates_.empty()) {
      const std::uint32_t group = drawn_candidate(best);
      cut_[group] += cut_[v] - 2 * weight_to_[group];
      refined_strength_[group] += strength;
      refined_[v] = group;
      flag_[group] = flag_[v] = 0;
    }
    weight_to_.clear();
  }

  std::uint32_t drawn_candidate(double best) {
    if (candidates_.size() == 1) return candidates_.front().first;
    double total = 0;
    for (auto& [group, chance] : candidates_) total += chance = std::exp((chance - best) / theta_);
    double left = uniform(engine_) * total;
    for (const auto& [group, chance] : candidates_)
      if ((left -= chance) < 0) return group;
    return candidates_.back().first;
  }

  // The graph of the groups; their communities and members are carried over.
  Level aggregate(const Level& level, std::size_t groups) {
    const Level next = aggregation_.aggregate(
        level, std::span<const std::uint32_t>(refined_).first(level.size()), groups, weight_to_);
    for (std::uint32_t group = 0; group < groups; ++group)
      size_[group] = community_[aggregation_.members(group).front()];
    std::copy_n(size_.begin(), groups, community_.begin());
    for (std::uint32_t& node : node_of_) node = refined_[node];
    return next;
  }

  Level base_;
  Quality quality_;
  double resolution_;
  double relative_tolerance_;
  double theta_ = 1;
  double least_rise_ = 0;        // of a pass, for another to follow
  double least_gain_ = 0;        // by which one search is better than another
  std::size_t coarse_arcs_ = 0;  // a level of fewer is searched several times
  RandomEngine engine_;
  double gain_ = 0;

  LeidenAggregation<Strength> aggregation_;
  std::vector<std::uint32_t> node_of_;    // by vertex: its node in the level at hand
  std::vector<std::uint32_t> community_;  // by node
  std::vector<std::uint32_t> refined_;    // by node: its group
  std::vector<Vertex> queue_;
  std::vector<std::uint8_t> flag_;  // by node
  std::vector<Strength> community_strength_, refined_strength_;
  std::vector<std::uint32_t> size_;   // by community
  std::vector<std::uint32_t> empty_;  // communities without nodes
  std::vector<double> cut_;           // by group: weight to the rest of its community
  LabelWeights weight_to_;            // clear between uses
  std::vector<std::pair<std::uint32_t, double>> candidates_;
};

}  // namespace respnet::graph
