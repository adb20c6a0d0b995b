#include "respnet/analysis/lead_loss.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace respnet::analysis {
namespace {

using graph::BipartiteGraph;
using graph::Part;
using graph::Vertex;

// Who leads what, and which of it still stands.
class Leads {
 public:
  explicit Leads(const BipartiteGraph& graph) : tasks_of_(graph.unit_count()) {
    for (Vertex task = 0; task < graph.task_count(); ++task) {
      std::vector<std::uint32_t> units;
      for (std::size_t i = 0; i < graph.neighbors(task).size(); ++i)
        if (graph.parts(task)[i] == Part::Lead)
          units.push_back(graph.unit_number(graph.neighbors(task)[i]));
      if (units.empty()) continue;
      for (const std::uint32_t unit : units)
        tasks_of_[unit].push_back(static_cast<std::uint32_t>(units_of_.size()));
      left_.push_back(static_cast<std::uint32_t>(units.size()));
      leads_ += units.size();
      units_of_.push_back(std::move(units));
    }
  }

  std::size_t units() const { return tasks_of_.size(); }
  std::size_t tasks() const { return units_of_.size(); }
  std::size_t leads() const { return leads_; }
  std::size_t ended() const { return ended_; }
  std::size_t led(std::uint32_t unit) const { return tasks_of_[unit].size(); }
  /// Leads that are left of the task.
  std::uint32_t left(std::size_t task) const { return left_[task]; }
  const std::vector<std::uint32_t>& units_of(std::size_t task) const { return units_of_[task]; }
  const std::vector<std::uint32_t>& tasks_of(std::uint32_t unit) const { return tasks_of_[unit]; }

  std::size_t standing(std::uint32_t unit) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        tasks_of_[unit], [&](std::uint32_t task) { return left_[task] > 0; }));
  }
  void lose(std::uint32_t unit) {
    for (const std::uint32_t task : tasks_of_[unit]) ended_ += --left_[task] == 0 ? 1U : 0U;
  }
  void restore(std::uint32_t unit) {
    for (const std::uint32_t task : tasks_of_[unit]) ended_ -= left_[task]++ == 0 ? 1U : 0U;
  }

 private:
  std::vector<std::vector<std::uint32_t>> tasks_of_;  // by unit
  std::vector<std::vector<std::uint32_t>> units_of_;  // by led task
  std::vector<std::uint32_t> left_;
  std::size_t leads_ = 0, ended_ = 0;
};

std::size_t greedy_losses(Leads leads, std::size_t enough) {
  std::size_t lost = 0;
  std::vector<bool> gone(leads.units(), false);
  while (leads.ended() < enough) {
    std::uint32_t busiest = 0;
    std::size_t most = 0;
    for (std::uint32_t unit = 0; unit < leads.units(); ++unit) {
      if (gone[unit] || leads.led(unit) <= most) continue;
      if (const std::size_t tasks = leads.standing(unit); tasks > most) {
        most = tasks;
        busiest = unit;
      }
    }
    gone[busiest] = true;
    leads.lose(busiest);
    ++lost;
  }
  return lost;
}

// Branch and bound below a known answer.
class LossSearch {
 public:
  LossSearch(Leads leads, std::size_t enough, std::size_t known, std::uint64_t steps)
      : leads_(std::move(leads)),
        enough_(enough),
        best_(known),
        steps_(steps),
        kept_(leads_.tasks(), 0),
        settled_(leads_.units(), false) {}

  std::optional<std::size_t> least() {
    search(0);
    if (!complete_) return std::nullopt;
    return best_;
  }

 private:
  // Tries to do with fewer than best_ losses, `lost` of which are made.
  void search(std::size_t lost) {
    if (leads_.ended() >= enough_) {
      best_ = lost;  // never more: checked before each loss
      return;
    }
    if (lost + 1 >= best_) return;
    const std::uint64_t work = leads_.leads() + leads_.units();
    complete_ = complete_ && work <= steps_;
    if (!complete_) return;
    steps_ -= work;

    const auto next = most_worth(best_ - 1 - lost);
    if (!next) return;
    const std::uint32_t unit = *next;
    settled_[unit] = true;
    leads_.lose(unit);
    search(lost + 1);
    leads_.restore(unit);
    if (complete_) {  // else the unit stays: its tasks cannot end
      for (const std::uint32_t task : leads_.tasks_of(unit)) ++kept_[task];
      search(lost);
      for (const std::uint32_t task : leads_.tasks_of(unit)) --kept_[task];
    }
    settled_[unit] = false;
  }

  // The unit to decide on, unless that many losses cannot suffice. (The vector is gone before the
  // search goes deeper.)
  std::optional<std::uint32_t> most_worth(std::size_t losses) const {
    const std::vector<double> worth = worths();
    if (!may_suffice(worth, losses)) return std::nullopt;
    return static_cast<std::uint32_t>(std::ranges::max_element(worth) - worth.begin());
  }

  // 1/leads left, over the standing tasks of a unit that can still end.
  std::vector<double> worths() const {
    std::vector<double> worth(leads_.units(), 0);
    for (std::size_t task = 0; task < leads_.tasks(); ++task) {
      if (leads_.left(task) == 0 || kept_[task] > 0) continue;
      for (const std::uint32_t unit : leads_.units_of(task))
        if (!settled_[unit]) worth[unit] += 1.0 / leads_.left(task);
    }
    return worth;
  }

  bool may_suffice(std::vector<double> worth, std::size_t losses) const {
    const auto end = worth.begin() + static_cast<std::ptrdiff_t>(std::min(losses, worth.size()));
    std::partial_sort(worth.begin(), end, worth.end(), std::greater<>{});
    const double most = std::accumulate(worth.begin(), end, 0.0);
    return static_cast<double>(leads_.ended()) + most > static_cast<double>(enough_) - 1e-6;
  }

  Leads leads_;
  std::size_t enough_, best_;
  std::uint64_t steps_;
  std::vector<std::uint32_t> kept_;  // by task, leads that are settled to stay
  std::vector<bool> settled_;        // by unit
  bool complete_ = true;
};

}  // namespace

std::optional<LeadBusFactor> lead_bus_factor(const BipartiteGraph& graph, double share,
                                             std::uint64_t steps) {
  if (!(share >= 0 && share < 1))
    throw std::invalid_argument("lead_bus_factor: the share must be in [0, 1)");
  const Leads leads(graph);
  if (leads.tasks() == 0) return std::nullopt;
  const auto enough =
      static_cast<std::size_t>(std::floor(share * static_cast<double>(leads.tasks()))) + 1;
  const std::size_t greedy = greedy_losses(leads, enough);
  return LeadBusFactor{greedy, LossSearch(leads, enough, greedy, steps).least()};
}

std::optional<double> lead_robustness(const BipartiteGraph& graph) {
  Leads leads(graph);
  if (leads.tasks() == 0) return std::nullopt;
  std::vector<std::uint32_t> order(leads.units());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(
      order, [&](std::uint32_t a, std::uint32_t b) { return leads.led(a) > leads.led(b); });
  const auto tasks = static_cast<double>(leads.tasks());
  double area = 0, before = 1;
  for (const std::uint32_t unit : order) {
    leads.lose(unit);
    const double after = 1 - static_cast<double>(leads.ended()) / tasks;
    area += (before + after) / 2;
    before = after;
  }
  return area / static_cast<double>(leads.units());
}

}  // namespace respnet::analysis
