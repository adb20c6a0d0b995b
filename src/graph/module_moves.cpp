#include "graph/module_moves.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

#include "graph/labels.hpp"

namespace respnet::graph {
namespace {

// A gain below this share of a vertex's weight is rounding.
constexpr double kTolerance = 1e-12;

}  // namespace

ModuleMoves::ModuleMoves(const TwoMode& graph, double resolution)
    : graph_(graph),
      strength_(graph.adjacency.vertex_count()),
      tolerance_(kTolerance * (1 + resolution)),
      weight_to_(graph.adjacency.vertex_count()) {
  double total = 0;
  for (Vertex v = 0; v < strength_.size(); ++v) {
    strength_[v] = graph.adjacency.strength(v);
    if (v < graph.rows) total += strength_[v];
  }
  factor_ = total > 0 ? resolution / total : 0;
}

void ModuleMoves::sum_strengths(bool rows, const std::vector<std::uint32_t>& label,
                                std::uint32_t modules, std::vector<double>& sums) const {
  sums.assign(modules, 0);
  const std::size_t end = rows ? graph_.rows : label.size();
  for (std::size_t v = rows ? 0 : graph_.rows; v < end; ++v)
    if (label[v] != kUnlabelled) sums[label[v]] += strength_[v];
}

// `weakest`: the module where chance puts least, which is the best of those without an edge to v.
std::uint32_t ModuleMoves::best_module(Vertex v, const std::vector<std::uint32_t>& label,
                                       std::uint32_t weakest, Reach reach, RandomEngine& engine) {
  visit_arcs(graph_.adjacency, v, [&](Vertex u, double weight) {
    if (label[u] != kUnlabelled) weight_to_.add(label[u], weight);
  });
  const auto gain = [&](std::uint32_t module) {
    return weight_to_[module] - factor_ * strength_[v] * opposite_[module];
  };
  const double least = tolerance_ * strength_[v];
  std::uint32_t best = label[v];
  double most = best == kUnlabelled ? -std::numeric_limits<double>::infinity() : gain(best);
  std::uint64_t equals = 0;  // that came since `best` was the only one; 0: it is the vertex's own
  for (const std::uint32_t module : weight_to_.labels()) {
    const double value = gain(module);
    if (value > most + least) {
      best = module;
      most = value;
      equals = 1;
    } else if (equals > 0 && value >= most - least) {
      const bool replaces =
          reach == Reach::Neighbors ? uniform_below(engine, ++equals) == 0 : module < best;
      if (replaces) best = module;
    }
  }
  if (reach == Reach::EveryModule && gain(weakest) > most + least) best = weakest;
  weight_to_.clear();
  return best;
}

bool ModuleMoves::move(bool rows, std::vector<std::uint32_t>& label, std::uint32_t modules,
                       Reach reach, RandomEngine& engine) {
  sum_strengths(!rows, label, modules, opposite_);
  const auto weakest =
      static_cast<std::uint32_t>(std::ranges::min_element(opposite_) - opposite_.begin());
  bool moved = false;
  const std::size_t end = rows ? graph_.rows : label.size();
  for (std::size_t v = rows ? 0 : graph_.rows; v < end; ++v) {
    if (strength_[v] == 0) continue;
    const std::uint32_t best = best_module(static_cast<Vertex>(v), label, weakest, reach, engine);
    moved |= best != label[v];
    label[v] = best;
  }
  return moved;
}

void ModuleMoves::settle(std::vector<std::uint32_t>& label, std::uint32_t modules, Reach reach,
                         RandomEngine& engine) {
  bool moved = true;
  while (moved) {
    move(false, label, modules, reach, engine);
    moved = move(true, label, modules, reach, engine);
  }
}

bool ModuleMoves::merge(std::vector<std::uint32_t>& label, std::uint32_t modules) {
  std::vector<double> of_rows, of_columns;
  sum_strengths(true, label, modules, of_rows);
  sum_strengths(false, label, modules, of_columns);
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> between;
  for (Vertex v = 0; v < graph_.rows; ++v)
    visit_arcs(graph_.adjacency, v, [&](Vertex u, double weight) {
      if (label[u] != label[v]) between[std::minmax(label[u], label[v])] += weight;
    });
  std::vector<std::tuple<double, std::uint32_t, std::uint32_t>> gains;  // the best first
  for (const auto& [pair, weight] : between) {
    const auto [a, b] = pair;
    const double gain =
        weight - factor_ * (of_rows[a] * of_columns[b] + of_rows[b] * of_columns[a]);
    if (gain > tolerance_ * weight) gains.emplace_back(-gain, a, b);
  }
  std::ranges::sort(gains);
  std::vector<std::uint32_t> into(modules, kUnlabelled);
  for (const auto& [gain, a, b] : gains)
    if (into[a] == kUnlabelled && into[b] == kUnlabelled) into[a] = into[b] = a;
  for (std::uint32_t& module : label)
    if (module != kUnlabelled && into[module] != kUnlabelled) module = into[module];
  return !gains.empty();
}

Partition partition_of(const TwoMode& graph, const std::vector<std::uint32_t>& label,
                       double resolution, std::uint64_t seed, std::size_t restarts) {
  Partition result;
  std::map<std::uint32_t, std::uint32_t> number;
  std::uint32_t next = 0;
  for (Vertex v = 0; v < label.size(); ++v) {
    const bool alone = label[v] == kUnlabelled || graph.adjacency.degree(v) == 0;
    const auto [place, fresh] =
        alone ? std::pair{number.end(), true} : number.emplace(label[v], next);
    result.cluster.push_back(fresh ? next++ : place->second);
  }
  result.count = static_cast<std::uint32_t>(number_by_size(result.cluster).size());
  result.modularity = barber_modularity(graph, result.cluster, resolution);
  result.seed = seed;
  result.restarts = static_cast<int>(restarts);
  return result;
}

}  // namespace respnet::graph
