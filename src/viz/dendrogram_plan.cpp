#include "viz/dendrogram_plan.hpp"

#include <algorithm>
#include <optional>

namespace respnet::viz {
namespace {

constexpr double kCut = 0.85;
constexpr std::size_t kMostRows = 80;

// Keeps the largest sets where there are too many rows; equals by place.
std::vector<std::size_t> largest_sets(const UnitTree& tree, std::vector<std::size_t> parts,
                                      std::size_t& left_out) {
  if (parts.size() <= kMostRows) return parts;
  const auto size = [&](std::size_t node) { return tree.nodes[node].size(); };
  std::ranges::stable_sort(parts, std::ranges::greater{}, size);
  for (std::size_t i = kMostRows; i < parts.size(); ++i) left_out += size(parts[i]);
  parts.resize(kMostRows);
  std::ranges::sort(parts, {}, [&](std::size_t node) { return tree.nodes[node].first; });
  return parts;
}

void add_rows(DendrogramPlan& plan, const std::vector<std::size_t>& parts) {
  std::vector<std::size_t> leaf_node(plan.tree.leaves.size());  // by place from the top
  for (std::size_t i = 0; i < plan.tree.nodes.size(); ++i)
    if (plan.tree.nodes[i].is_leaf()) leaf_node[plan.tree.nodes[i].first] = i;
  for (const std::size_t part : parts) {
    const UnitTree::Node& node = plan.tree.nodes[part];
    const std::size_t first = plan.rows.size();
    const std::size_t set = node.size() > 1 ? plan.sets.size() + 1 : 0;
    if (plan.collapsed) {
      plan.rows.push_back({part, set});
    } else {
      for (std::size_t leaf = node.first; leaf < node.last; ++leaf)
        plan.rows.push_back({leaf_node[leaf], set});
    }
    if (set > 0) plan.sets.push_back({part, first, plan.rows.size(), letter(set - 1)});
  }
}

// Where the stem of a group that is shown runs.
struct Stem {
  double row, height;
  std::size_t set;
};

// Forks from the rows up. Of a merge with a part that is not shown only the other part's stem runs
// on.
void add_forks(DendrogramPlan& plan) {
  std::vector<std::optional<Stem>> stems(plan.tree.nodes.size());
  for (std::size_t i = 0; i < plan.rows.size(); ++i) {
    const auto [node, set] = plan.rows[i];
    stems[node] = {static_cast<double>(i), plan.tree.nodes[node].height, set};
  }
  for (std::size_t i = 0; i < plan.tree.nodes.size(); ++i) {
    const UnitTree::Node& node = plan.tree.nodes[i];
    if (node.is_leaf() || stems[i]) continue;
    const auto upper = stems[node.upper], lower = stems[node.lower];
    if (!upper || !lower) {
      stems[i] = upper ? upper : lower;
      continue;
    }
    const std::size_t set = node.height <= plan.cut ? upper->set : 0;
    plan.forks.push_back(
        {i, upper->row, lower->row, upper->height, lower->height, node.height, set});
    stems[i] = {(upper->row + lower->row) / 2, node.height, set};
  }
}

}  // namespace

std::string letter(std::size_t place) {
  std::string text;
  for (std::size_t rest = place + 1; rest > 0; rest = (rest - 1) / 26)
    text.insert(text.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return text;
}

double cut_height(const std::vector<Merge>& merges) {
  if (merges.empty() || merges.back().height > kCut) return kCut;
  const double last = merges.back().height;
  for (auto merge = merges.rbegin(); merge != merges.rend(); ++merge)
    if (merge->height < last) return (merge->height + last) / 2;
  return kCut;
}

DendrogramPlan dendrogram_plan(const std::vector<Merge>& merges,
                               const std::vector<std::uint32_t>& order) {
  DendrogramPlan plan;
  plan.tree = unit_tree(merges, order);
  plan.cut = cut_height(merges);
  plan.collapsed = plan.tree.leaves.size() > kMostRows;
  std::vector<std::size_t> parts = parts_at(plan.tree, plan.cut);
  for (const std::size_t part : parts) {
    const std::size_t units = plan.tree.nodes[part].size();
    if (units < 2) continue;
    ++plan.sets_in_all;
    plan.grouped += units;
  }
  if (plan.collapsed) parts = largest_sets(plan.tree, std::move(parts), plan.left_out);
  add_rows(plan, parts);
  add_forks(plan);
  return plan;
}

}  // namespace respnet::viz
