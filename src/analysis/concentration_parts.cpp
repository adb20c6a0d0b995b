#include "respnet/analysis/concentration_parts.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>
#include <vector>

namespace respnet::analysis {
namespace {

struct Groups {
  std::map<std::uint32_t, std::vector<double>> shares;  // of the whole load, each ascending
  double units = 0;
};

double sum(const std::vector<double>& values) {
  double total = 0;
  for (const double value : values) total += value;
  return total;
}

std::optional<Groups> groups_of(std::span<const double> load,
                                std::span<const std::uint32_t> group) {
  if (load.size() != group.size())
    throw std::invalid_argument("concentration parts: there must be one group for each load");
  // Divided by the largest first: a total of huge loads is infinite.
  const double largest = load.empty() ? 0 : *std::ranges::max_element(load);
  if (largest <= 0) return std::nullopt;
  Groups groups{.shares = {}, .units = static_cast<double>(load.size())};
  std::vector<double> all;
  for (const double x : load) all.push_back(x / largest);
  std::ranges::sort(all);
  const double total = sum(all);
  for (std::size_t i = 0; i < load.size(); ++i)
    groups.shares[group[i]].push_back(load[i] / largest / total);
  for (auto& [number, shares] : groups.shares) std::ranges::sort(shares);
  return groups;
}

// Σ_i (2i - n - 1) x_i / (n X) in the order given: the Gini coefficient where it is ascending.
double ordered_gini(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  const double total = sum(values);
  if (total == 0) return 0;
  double weighted = 0;
  for (std::size_t i = 0; i < values.size(); ++i)
    weighted += (2 * static_cast<double>(i) + 1 - n) * values[i];
  return weighted / (n * total);
}

}  // namespace

std::optional<GiniParts> gini_parts(std::span<const double> load,
                                    std::span<const std::uint32_t> group) {
  const auto groups = groups_of(load, group);
  if (!groups) return std::nullopt;
  GiniParts parts;
  std::vector<std::pair<double, const std::vector<double>*>> by_mean;
  std::vector<double> means, all, in_order;
  for (const auto& [number, shares] : groups->shares) {
    const auto size = static_cast<double>(shares.size());
    parts.within += size / groups->units * sum(shares) * ordered_gini(shares);
    by_mean.emplace_back(sum(shares) / size, &shares);
  }
  // Either order of groups of equal means gives the same.
  std::ranges::stable_sort(by_mean, {}, [](const auto& entry) { return entry.first; });
  for (const auto& [mean, shares] : by_mean) {
    means.insert(means.end(), shares->size(), mean);
    in_order.insert(in_order.end(), shares->begin(), shares->end());
  }
  parts.between = std::max(0.0, ordered_gini(means));
  all = in_order;
  std::ranges::sort(all);
  parts.overlap = std::max(0.0, ordered_gini(all) - ordered_gini(in_order));
  return parts;
}

std::optional<HhiParts> hhi_parts(std::span<const double> load,
                                  std::span<const std::uint32_t> group) {
  const auto groups = groups_of(load, group);
  if (!groups) return std::nullopt;
  HhiParts parts;
  for (const auto& [number, shares] : groups->shares) {
    const double mean = sum(shares) / static_cast<double>(shares.size());
    for (const double share : shares) parts.within += (share - mean) * (share - mean);
    parts.between += mean * mean * static_cast<double>(shares.size());
  }
  return parts;
}

std::optional<TheilParts> theil_by_section(const graph::BipartiteGraph& graph, LoadKind load) {
  const model::Network& network = graph.network();
  const auto none = static_cast<std::uint32_t>(network.section_count());
  std::vector<std::uint32_t> section_of;
  section_of.reserve(network.task_count());
  for (const model::TaskId task : network.task_ids()) {
    const auto top = network.top_section(task);
    section_of.push_back(top ? static_cast<std::uint32_t>(*top) : none);
  }
  std::set<std::uint32_t> sections;
  for (const std::uint32_t section : section_of)
    if (sections.empty() || *sections.rbegin() != section) sections.insert(section);

  std::map<std::uint32_t, std::vector<double>> cells;  // that are not empty, by unit
  std::vector<std::pair<std::uint32_t, double>> row;   // section, load
  for (std::uint32_t unit = 0; unit < graph.unit_count(); ++unit) {
    const graph::Vertex vertex = graph.unit_vertex(unit);
    const auto tasks = graph.neighbors(vertex);
    row.clear();
    for (std::size_t i = 0; i < tasks.size(); ++i) {
      const double part = load_of(graph, graph.task(tasks[i]), graph.parts(vertex)[i], load);
      if (part > 0) row.emplace_back(section_of[tasks[i]], part);
    }
    std::ranges::sort(row);  // so that no sum depends on the order of tasks
    for (std::size_t i = 0; i < row.size();) {
      const std::uint32_t section = row[i].first;
      double cell = 0;
      for (; i < row.size() && row[i].first == section; ++i) cell += row[i].second;
      cells[section].push_back(cell);
    }
  }
  double total = 0;
  for (const auto& [section, loads] : cells)
    for (const double cell : loads) total += cell;
  if (total == 0) return std::nullopt;
  TheilParts parts{0, 0};
  const auto units = static_cast<double>(graph.unit_count());
  for (auto& [section, loads] : cells) {
    std::ranges::sort(loads);  // so that no sum depends on the order of units
    const double in_section = sum(loads), share = in_section / total;
    double theil = 0;
    for (const double x : loads) theil += x / in_section * std::log(units * x / in_section);
    parts.within += share * theil;
    parts.between += share * std::log(share * static_cast<double>(sections.size()));
  }
  parts.within = std::max(0.0, parts.within);
  parts.between = std::max(0.0, parts.between);
  return parts;
}

}  // namespace respnet::analysis
