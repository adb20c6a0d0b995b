#pragma once

#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include "respnet/graph/adjacency.hpp"

namespace respnet::graph {

/// A graph for the Leiden algorithm to work on: the one given, or one whose nodes stand for groups
/// of its vertices. Weights within a group are left out; its strength counts them.
template <typename Strength>
struct LeidenLevel {
  Adjacency graph;
  std::span<const Strength> strengths;

  std::size_t size() const { return graph.vertex_count(); }
};

/// Calls visit(other end, weight) for each arc from v.
void visit_arcs(const Adjacency& graph, Vertex v, const auto& visit) {
  const std::uint64_t end = graph.offsets[v + 1];
  if (graph.weights.empty())
    for (std::uint64_t i = graph.offsets[v]; i < end; ++i) visit(graph.targets[i], 1.0);
  else
    for (std::uint64_t i = graph.offsets[v]; i < end; ++i)
      visit(graph.targets[i], graph.weights[i]);
}

/// Weights summed by label. Clearing costs no more than was added. Whether a label is new is
/// decided without a branch, as no processor guesses it.
class LabelWeights {
 public:
  explicit LabelWeights(std::size_t labels) : sum_(labels, 0), labels_(labels + 1) {}

  void add(std::uint32_t label, double weight) {
    const double before = sum_[label];
    sum_[label] = before + weight;
    labels_[count_] = label;
    count_ += before == 0 ? 1U : 0U;
  }
  /// Only if `counts`; a weight that does not count is not looked at.
  void add_if(bool counts, std::uint32_t label, double weight) {
    const double before = sum_[label];
    sum_[label] = before + (counts ? weight : 0.0);
    labels_[count_] = label;
    count_ += static_cast<std::size_t>(counts) & static_cast<std::size_t>(before == 0);
  }
  double operator[](std::uint32_t label) const { return sum_[label]; }
  /// The labels with a weight, in the order they came.
  std::span<const std::uint32_t> labels() const { return std::span(labels_).first(count_); }
  void clear() {
    for (const std::uint32_t label : labels()) sum_[label] = 0;
    count_ = 0;
  }

 private:
  std::vector<double> sum_;
  std::vector<std::uint32_t> labels_;
  std::size_t count_ = 0;
};

/// Makes the graph of the groups of a graph. Keeps the memory of two levels, the one read and the
/// one written, so a level is valid until the next but one.
template <typename Strength>
class LeidenAggregation {
 public:
  using Level = LeidenLevel<Strength>;

  /// @param group    by node of `level`, below `groups`; no group is empty
  /// @param weights  cleared, room for `groups` labels
  Level aggregate(const Level& level, std::span<const std::uint32_t> group, std::size_t groups,
                  LabelWeights& weights) {
    sort_members(group, groups);
    Storage& next = storage_[written_ = 1 - written_];
    next.offsets.assign(1, 0);
    next.targets.clear();
    next.weights.clear();
    next.strengths.assign(groups, Strength{});
    for (std::uint32_t g = 0; g < groups; ++g) {
      for (const Vertex v : members(g)) {
        next.strengths[g] += level.strengths[v];
        visit_arcs(level.graph, v, [&](Vertex u, double weight) {
          weights.add_if(group[u] != g, group[u], weight);
        });
      }
      for (const std::uint32_t other : weights.labels()) {
        next.targets.push_back(other);
        next.weights.push_back(weights[other]);
      }
      weights.clear();
      next.offsets.push_back(next.targets.size());
    }
    return {{next.offsets, next.targets, next.weights}, next.strengths};
  }

  /// The nodes of a group, in order, after aggregate().
  std::span<const Vertex> members(std::uint32_t group) const {
    return std::span(members_).subspan(begin_[group], begin_[group + 1] - begin_[group]);
  }

 private:
  struct Storage {
    std::vector<std::uint64_t> offsets;
    std::vector<Vertex> targets;
    std::vector<double> weights;
    std::vector<Strength> strengths;
  };

  void sort_members(std::span<const std::uint32_t> group, std::size_t groups) {
    begin_.assign(groups + 1, 0);
    for (const std::uint32_t g : group) ++begin_[g];
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    members_.resize(group.size());
    for (std::size_t v = group.size(); v-- > 0;)  // from behind: each end sinks to its begin
      members_[--begin_[group[v]]] = static_cast<Vertex>(v);
  }

  Storage storage_[2];
  int written_ = 0;
  std::vector<std::uint32_t> begin_;  // by group, in `members_`
  std::vector<Vertex> members_;
};

}  // namespace respnet::graph
