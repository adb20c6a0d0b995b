#include "respnet/analysis/inseparable_units.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace respnet::analysis {

std::vector<InseparableUnits> inseparable_units(const graph::BipartiteGraph& graph) {
  const auto tasks = [&](std::uint32_t unit) { return graph.neighbors(graph.unit_vertex(unit)); };
  std::vector<std::uint32_t> order;
  for (std::uint32_t unit = 0; unit < graph.unit_count(); ++unit) {
    const bool group = graph.network().unit_kind(graph.unit(unit)) == model::UnitKind::Group;
    if (!group && tasks(unit).size() >= 2) order.push_back(unit);
  }
  // Units of the same tasks come to stand beside each other.
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return std::ranges::lexicographical_compare(tasks(a), tasks(b));
  });
  std::vector<InseparableUnits> result;
  for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    const auto first = tasks(order[begin]);
    while (end < order.size() && std::ranges::equal(tasks(order[end]), first)) ++end;
    if (end - begin < 2) continue;
    const auto at = [&](std::size_t i) { return order.begin() + static_cast<std::ptrdiff_t>(i); };
    result.push_back({{at(begin), at(end)}, first.size()});
  }
  std::ranges::sort(result, [](const InseparableUnits& a, const InseparableUnits& b) {
    return std::tuple(b.tasks, b.units.size(), a.units.front()) <
           std::tuple(a.tasks, a.units.size(), b.units.front());
  });
  return result;
}

}  // namespace respnet::analysis
