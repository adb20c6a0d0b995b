#include "respnet/analysis/linkage.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace respnet::analysis {
namespace {

constexpr std::uint32_t kNobody = UINT32_MAX;

void check(std::size_t n, const std::vector<double>& distances) {
  if (distances.size() != (n < 2 ? 0 : n * (n - 1) / 2))
    throw std::invalid_argument("average_linkage: one distance per pair");
  if (!std::ranges::all_of(distances, [](double d) { return std::isfinite(d) && d >= 0; }))
    throw std::invalid_argument("average_linkage: a distance that is negative or not finite");
}

// Means that are equal on paper may differ in their last bits.
double rounded(double height) { return std::round(height * 1e12) / 1e12; }

// Where the pair i < j stands among the distances of n.
std::size_t place(std::size_t n, std::size_t i, std::size_t j) {
  return i * (2 * n - i - 1) / 2 + (j - i - 1);
}

// The groups as they merge. A group lives in the slot of its smallest leaf, so that the order of
// slots breaks ties; the slots of others are dead.
class Groups {
 public:
  Groups(std::size_t n, std::vector<double> distances)
      : n_(n),
        distances_(std::move(distances)),
        size_(n, 1),
        id_(n),
        nearest_(n, kNobody),
        nearest_distance_(n, 0) {
    std::iota(id_.begin(), id_.end(), 0U);
    for (std::uint32_t i = 0; i < n; ++i) find_nearest(i);
  }

  // Merges the nearest pair. @pre two groups are left
  LinkageMerge merge_nearest() {
    std::uint32_t a = kNobody;
    for (std::uint32_t i = 0; i < n_; ++i) {
      if (size_[i] == 0 || nearest_[i] == kNobody) continue;
      if (a == kNobody || nearest_distance_[i] < nearest_distance_[a]) a = i;
    }
    const std::uint32_t b = nearest_[a];
    height_ = std::max(height_, nearest_distance_[a]);
    const LinkageMerge merge{std::min(id_[a], id_[b]), std::max(id_[a], id_[b]), height_};
    unite(a, b);
    return merge;
  }

 private:
  double& distance(std::uint32_t i, std::uint32_t j) {
    return distances_[place(n_, std::min(i, j), std::max(i, j))];
  }

  // The nearest of the groups behind i.
  void find_nearest(std::uint32_t i) {
    nearest_[i] = kNobody;
    for (std::uint32_t j = i + 1; j < n_; ++j)
      if (size_[j] > 0) offer(i, j);
  }

  void offer(std::uint32_t i, std::uint32_t j) {
    const double d = rounded(distance(i, j));
    const bool nearer = nearest_[i] == kNobody || d < nearest_distance_[i] ||
                        (d == nearest_distance_[i] && j < nearest_[i]);
    if (!nearer) return;
    nearest_[i] = j;
    nearest_distance_[i] = d;
  }

  // b < n joins a < b: a's distances become the means over the members of both.
  void unite(std::uint32_t a, std::uint32_t b) {
    const auto in_a = static_cast<double>(size_[a]), in_b = static_cast<double>(size_[b]);
    for (std::uint32_t k = 0; k < n_; ++k) {
      if (size_[k] == 0 || k == a || k == b) continue;
      double& to_a = distance(k, a);
      to_a = (in_a * to_a + in_b * distance(k, b)) / (in_a + in_b);
    }
    size_[a] += size_[b];
    size_[b] = 0;
    id_[a] = static_cast<std::uint32_t>(n_ + merges_++);
    for (std::uint32_t k = 0; k < b; ++k) {
      if (size_[k] == 0) continue;
      if (k == a || nearest_[k] == a || nearest_[k] == b) {
        find_nearest(k);
      } else if (k < a) {
        offer(k, a);
      }
    }
  }

  std::size_t n_, merges_ = 0;
  std::vector<double> distances_;
  std::vector<std::uint32_t> size_;  // by slot; 0: dead
  std::vector<std::uint32_t> id_;    // by slot: as merges name the group
  std::vector<std::uint32_t> nearest_;
  std::vector<double> nearest_distance_;
  double height_ = 0;
};

// The units to link, by number.
std::vector<std::uint32_t> leaves(const graph::BipartiteGraph& graph, const LinkageOptions& options,
                                  std::size_t& left_out) {
  const auto tasks = [&](std::uint32_t unit) {
    return graph.neighbors(graph.unit_vertex(unit)).size();
  };
  std::vector<std::uint32_t> units;
  for (std::uint32_t unit = 0; unit < graph.unit_count(); ++unit) {
    const auto kind = graph.network().unit_kind(graph.unit(unit));
    if (tasks(unit) > 0 && (options.groups || kind != model::UnitKind::Group))
      units.push_back(unit);
  }
  if (units.size() <= options.most_units) return units;
  left_out = units.size() - options.most_units;
  std::ranges::stable_sort(units, std::ranges::greater{}, tasks);
  units.resize(options.most_units);
  std::ranges::sort(units);
  return units;
}

// Jaccard distances of the pairs of units, as average_linkage() takes them.
std::vector<double> jaccard_distances(const graph::BipartiteGraph& graph,
                                      const std::vector<std::uint32_t>& units) {
  std::vector<std::uint32_t> leaf(graph.unit_count(), kNobody);
  for (std::uint32_t i = 0; i < units.size(); ++i) leaf[units[i]] = i;
  std::vector<double> distances;
  distances.reserve(units.size() * (units.size() - 1) / 2);
  std::vector<std::uint32_t> shared(units.size());
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    std::ranges::fill(shared, 0U);
    const auto tasks = graph.neighbors(graph.unit_vertex(units[i]));
    for (const graph::Vertex task : tasks)
      for (const graph::Vertex other : graph.neighbors(task))
        if (const std::uint32_t j = leaf[graph.unit_number(other)]; j != kNobody) ++shared[j];
    for (std::uint32_t j = i + 1; j < units.size(); ++j) {
      const auto both = tasks.size() + graph.neighbors(graph.unit_vertex(units[j])).size();
      distances.push_back(1 -
                          static_cast<double>(shared[j]) / static_cast<double>(both - shared[j]));
    }
  }
  return distances;
}

}  // namespace

std::vector<LinkageMerge> average_linkage(std::size_t n, std::vector<double> distances) {
  check(n, distances);
  std::vector<LinkageMerge> merges;
  Groups groups(n, std::move(distances));
  while (merges.size() + 1 < n) merges.push_back(groups.merge_nearest());
  return merges;
}

Linkage task_linkage(const graph::BipartiteGraph& graph, const LinkageOptions& options) {
  Linkage linkage;
  linkage.units = leaves(graph, options, linkage.left_out);
  if (linkage.units.empty()) return linkage;
  linkage.merges = average_linkage(linkage.units.size(), jaccard_distances(graph, linkage.units));
  return linkage;
}

}  // namespace respnet::analysis
