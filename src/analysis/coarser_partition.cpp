#include "analysis/coarser_partition.hpp"

#include <numeric>

namespace respnet::analysis {
namespace {

using graph::BipartiteGraph;
using graph::Vertex;

// One pass over all clusters. Each joins the neighbour with the largest gain (ties: the smallest
// label) if that gain is no loss, unless another has joined it before in this pass.
class MergePass {
 public:
  MergePass(const BipartiteGraph& graph, std::vector<std::uint32_t>& cluster, double resolution)
      : graph_(graph), cluster_(cluster), resolution_(resolution) {
    const std::size_t n = graph.vertex_count();
    into_.resize(n);
    std::iota(into_.begin(), into_.end(), 0U);
    joined_.assign(n, false);
    task_degrees_.assign(n, 0);
    unit_degrees_.assign(n, 0);
    edges_to_.assign(n, 0);
    offsets_.assign(n + 1, 0);
    for (Vertex v = 0; v < n; ++v) {
      const auto degree = static_cast<double>(graph.neighbors(v).size());
      (graph.is_task(v) ? task_degrees_ : unit_degrees_)[cluster[v]] += degree;
      ++offsets_[cluster[v] + 1];
    }
    std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
    members_.resize(n);
    auto next = offsets_;
    for (Vertex v = 0; v < n; ++v) members_[next[cluster[v]]++] = v;
  }

  // Whether anything was merged.
  bool run() {
    bool merged = false;
    for (std::uint32_t c = 0; c < into_.size(); ++c) {
      if (joined_[c]) continue;
      const std::uint32_t best = best_neighbor(c);
      if (best == c) continue;
      merged = joined_[best] = true;
      into_[c] = best;
      task_degrees_[best] += task_degrees_[c];
      unit_degrees_[best] += unit_degrees_[c];
    }
    for (std::uint32_t& c : cluster_) c = into_[c];
    return merged;
  }

 private:
  std::uint32_t best_neighbor(std::uint32_t c) {
    const auto edges = static_cast<double>(graph_.edge_count());
    neighbors_.clear();
    for (std::uint64_t i = offsets_[c]; i < offsets_[c + 1]; ++i) {
      for (const Vertex other : graph_.neighbors(members_[i])) {
        const std::uint32_t d = into_[cluster_[other]];
        if (d != c && edges_to_[d]++ == 0) neighbors_.push_back(d);
      }
    }
    std::uint32_t best = c;
    double best_gain = -1e-12 * edges;  // a tie, but for rounding; gains are scaled by E
    for (const std::uint32_t d : neighbors_) {
      const double expected =
          resolution_ / edges *
          (task_degrees_[c] * unit_degrees_[d] + unit_degrees_[c] * task_degrees_[d]);
      const double gain = edges_to_[d] - expected;
      if (gain > best_gain || (gain == best_gain && d < best)) {
        best = d;
        best_gain = gain;
      }
      edges_to_[d] = 0;
    }
    return best;
  }

  const BipartiteGraph& graph_;
  std::vector<std::uint32_t>& cluster_;
  double resolution_;
  std::vector<std::uint32_t> into_;                  // by label: itself, or what it was merged into
  std::vector<bool> joined_;                         // by label: another was merged into it
  std::vector<double> task_degrees_, unit_degrees_;  // by label
  std::vector<double> edges_to_;                     // by label, from the cluster at hand
  std::vector<std::uint32_t> neighbors_;
  std::vector<std::uint64_t> offsets_;  // members by label
  std::vector<Vertex> members_;
};

}  // namespace

std::vector<std::uint32_t> coarser_partition(const BipartiteGraph& graph,
                                             std::vector<std::uint32_t> cluster,
                                             double resolution) {
  while (MergePass(graph, cluster, resolution).run()) {
  }
  return cluster;
}

}  // namespace respnet::analysis
