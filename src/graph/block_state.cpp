#include "graph/block_state.hpp"

#include <algorithm>
#include <utility>

#include "respnet/graph/block_model.hpp"

namespace respnet::graph {

BlockGraph::BlockGraph(const BipartiteGraph& graph) : edges(graph.edge_count()) {
  std::vector<std::uint32_t> number(graph.vertex_count(), kNoGroup);
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    if (graph.neighbors(v).empty()) continue;
    Mode& mode = modes[graph.is_task(v) ? 0 : 1];
    number[v] = static_cast<std::uint32_t>(mode.size());
    mode.vertex.push_back(v);
  }
  for (Mode& mode : modes) {
    mode.offsets.push_back(0);
    for (const Vertex v : mode.vertex) {
      for (const Vertex u : graph.neighbors(v)) mode.targets.push_back(number[u]);
      mode.offsets.push_back(mode.targets.size());
      mode.degrees.push_back(graph.neighbors(v).size());
    }
    std::vector<std::size_t> of_vertex = mode.degrees;
    std::ranges::sort(mode.degrees);
    mode.degrees.erase(std::ranges::unique(mode.degrees).begin(), mode.degrees.end());
    for (const std::size_t k : of_vertex)
      mode.degree.push_back(static_cast<std::uint32_t>(std::ranges::lower_bound(mode.degrees, k) -
                                                       mode.degrees.begin()));
  }
}

BlockState::BlockState(const BlockGraph& graph, const BlockCounts& counts, BlockLabels labels)
    : graph_(&graph),
      counts_(&counts),
      labels_(std::move(labels)),
      width_(graph.modes[1].size()),
      edges_(graph.modes[0].size() * width_, 0),
      to_(std::max(graph.modes[0].size(), width_), 0) {
  for (const int mode : {0, 1}) {
    const BlockGraph::Mode& own = graph.modes[index(mode)];
    Side& side = sides_[index(mode)];
    side.size.assign(own.size(), 0);
    side.ends.assign(own.size(), 0);
    side.histogram.assign(own.size() * own.degrees.size(), 0);
    for (std::uint32_t v = 0; v < own.size(); ++v) {
      const std::uint32_t group = label(mode, v);
      if (side.size[group]++ == 0) ++side.used;
      side.ends[group] += own.degrees[own.degree[v]];
      ++side.histogram[group * own.degrees.size() + own.degree[v]];
    }
  }
  for (std::uint32_t v = 0; v < graph.modes[0].size(); ++v)
    for (const std::uint32_t u : graph.modes[0].neighbors(v)) ++cell(0, label(0, v), label(1, u));
  length_ = recomputed_length();
}

std::vector<std::uint32_t> BlockState::groups(int mode) const {
  std::vector<std::uint32_t> result;
  const auto& size = sides_[index(mode)].size;
  for (std::uint32_t group = 0; group < size.size(); ++group)
    if (size[group] > 0) result.push_back(group);
  return result;
}

std::uint32_t BlockState::empty_group(int mode) const {
  const auto& size = sides_[index(mode)].size;
  const auto place = std::ranges::find(size, 0U);
  return place == size.end() ? kNoGroup : static_cast<std::uint32_t>(place - size.begin());
}

// Without Π n_r!, which the degrees give back.
double BlockState::groups_length(int mode, std::size_t used) const {
  const std::size_t n = graph_->modes[index(mode)].size();
  return counts_->log_factorial(n) + counts_->log_binomial(n - 1, used - 1) +
         counts_->log_factorial(n) - counts_->log_factorial(n - 1);
}

double BlockState::cells_length(std::size_t cells) const {
  return counts_->log_binomial(cells + graph_->edges - 1, graph_->edges);
}

// Of the terms that depend on how many groups there are.
double BlockState::used_change(int mode, std::size_t used) const {
  const std::size_t before = sides_[index(mode)].used;
  if (used == before) return 0;
  const std::size_t other = sides_[1 - index(mode)].used;
  return groups_length(mode, used) - groups_length(mode, before) + cells_length(used * other) -
         cells_length(before * other);
}

double BlockState::recomputed_length() const {
  const auto lf = [&](std::size_t n) { return counts_->log_factorial(n); };
  double length = cells_length(sides_[0].used * sides_[1].used);
  for (const std::uint32_t count : edges_) length -= lf(count);
  for (const int mode : {0, 1}) {
    const BlockGraph::Mode& own = graph_->modes[index(mode)];
    const Side& side = sides_[index(mode)];
    length += groups_length(mode, side.used);
    for (std::size_t group = 0; group < side.size.size(); ++group)
      length += lf(side.ends[group]) + counts_->log_partitions(side.ends[group], side.size[group]);
    for (const std::uint32_t count : side.histogram) length -= lf(count);
    for (const std::uint32_t degree : own.degree) length -= lf(own.degrees[degree]);
  }
  return length;
}

double BlockState::change_by_move(int mode, std::uint32_t v, std::uint32_t to) {
  const BlockGraph::Mode& own = graph_->modes[index(mode)];
  const Side& side = sides_[index(mode)];
  const auto lf = [&](std::size_t n) { return counts_->log_factorial(n); };
  const auto lq = [&](std::size_t m, std::size_t n) { return counts_->log_partitions(m, n); };
  const std::uint32_t from = label(mode, v);
  touched_.clear();
  for (const std::uint32_t u : own.neighbors(v)) {
    const std::uint32_t other = label(1 - mode, u);
    if (to_[other]++ == 0) touched_.push_back(other);
  }
  double change = 0;
  for (const std::uint32_t other : touched_) {
    const std::size_t moved = to_[other];
    const std::size_t a = between(mode, from, other), b = between(mode, to, other);
    change += lf(a) + lf(b) - lf(a - moved) - lf(b + moved);
    to_[other] = 0;
  }
  const std::size_t k = own.degrees[own.degree[v]];
  const std::size_t ends_a = side.ends[from], ends_b = side.ends[to];
  change += lf(ends_a - k) + lf(ends_b + k) - lf(ends_a) - lf(ends_b);
  change += lq(ends_a - k, side.size[from] - 1) + lq(ends_b + k, side.size[to] + 1) -
            lq(ends_a, side.size[from]) - lq(ends_b, side.size[to]);
  const std::size_t like_a = side.histogram[from * own.degrees.size() + own.degree[v]];
  const std::size_t like_b = side.histogram[to * own.degrees.size() + own.degree[v]];
  change += lf(like_a) + lf(like_b) - lf(like_a - 1) - lf(like_b + 1);
  return change + used_change(mode, side.used + (side.size[to] == 0 ? 1 : 0) -
                                        (side.size[from] == 1 ? 1 : 0));
}

double BlockState::change_by_union(int mode, std::uint32_t from, std::uint32_t into) const {
  const BlockGraph::Mode& own = graph_->modes[index(mode)];
  const Side& side = sides_[index(mode)];
  const auto both = [&](std::size_t a, std::size_t b) {
    return counts_->log_factorial(a + b) - counts_->log_factorial(a) - counts_->log_factorial(b);
  };
  double change = both(side.ends[from], side.ends[into]);
  const auto others = static_cast<std::uint32_t>(graph_->modes[1 - index(mode)].size());
  for (std::uint32_t other = 0; other < others; ++other)
    change -= both(between(mode, from, other), between(mode, into, other));
  const std::size_t kinds = own.degrees.size();
  for (std::size_t kind = 0; kind < kinds; ++kind)
    change -= both(side.histogram[from * kinds + kind], side.histogram[into * kinds + kind]);
  change += counts_->log_partitions(side.ends[from] + side.ends[into],
                                    side.size[from] + side.size[into]) -
            counts_->log_partitions(side.ends[from], side.size[from]) -
            counts_->log_partitions(side.ends[into], side.size[into]);
  return change + used_change(mode, side.used - 1);
}

void BlockState::move(int mode, std::uint32_t v, std::uint32_t to, double change) {
  const BlockGraph::Mode& own = graph_->modes[index(mode)];
  Side& side = sides_[index(mode)];
  const std::uint32_t from = label(mode, v);
  for (const std::uint32_t u : own.neighbors(v)) {
    --cell(mode, from, label(1 - mode, u));
    ++cell(mode, to, label(1 - mode, u));
  }
  const std::size_t k = own.degrees[own.degree[v]];
  side.ends[from] -= k;
  side.ends[to] += k;
  --side.histogram[from * own.degrees.size() + own.degree[v]];
  ++side.histogram[to * own.degrees.size() + own.degree[v]];
  if (side.size[to]++ == 0) ++side.used;
  if (--side.size[from] == 0) --side.used;
  labels_[index(mode)][v] = to;
  length_ += change;
}

void BlockState::unite(int mode, std::uint32_t from, std::uint32_t into) {
  const double change = change_by_union(mode, from, into);
  const double after = length_ + change;
  for (std::uint32_t v = 0; v < graph_->modes[index(mode)].size(); ++v)
    if (label(mode, v) == from) move(mode, v, into, 0);
  length_ = after;
}

}  // namespace respnet::graph
