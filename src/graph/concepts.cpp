#include "respnet/graph/concepts.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <numeric>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>

#include "respnet/base/errors.hpp"
#include "respnet/graph/twins.hpp"

namespace respnet::graph {
namespace {

using Units = std::vector<std::uint32_t>;

/// Tasks of the same units: they belong to the same concepts.
struct TaskClass {
  Units units;  // ascending
  std::vector<model::TaskId> tasks;
};

// In the order of their units.
std::vector<TaskClass> task_classes(const BipartiteGraph& graph) {
  const TwinClasses twins = twin_classes(graph.adjacency());
  std::vector<TaskClass> classes;
  for (Vertex t = 0; t < graph.task_count(); ++t) {
    if (twins.of[t] == classes.size()) {  // tasks are the first vertices, so theirs come first
      classes.emplace_back();
      for (const Vertex u : graph.neighbors(t))
        classes.back().units.push_back(graph.unit_number(u));
    }
    classes[twins.of[t]].tasks.push_back(graph.task(t));
  }
  std::ranges::sort(classes, {}, &TaskClass::units);
  return classes;
}

/// Uno's LCM: each closed set of units comes from the one that its least new unit extends, so each
/// is met once and none has to be remembered.
class Search {
 public:
  using Visit = std::function<void(const Units&, const std::vector<std::size_t>& classes)>;

  Search(const std::vector<TaskClass>& classes, std::size_t min_tasks, std::uint64_t steps,
         Visit visit)
      : classes_(classes),
        min_tasks_(min_tasks),
        limit_(steps),
        left_(steps),
        visit_(std::move(visit)) {}

  void run() {
    std::vector<std::size_t> all(classes_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    if (task_count(all) < min_tasks_) return;
    extend(common_units(all), all, 0);
  }

 private:
  std::size_t task_count(const std::vector<std::size_t>& classes) const {
    std::size_t count = 0;
    for (const std::size_t c : classes) count += classes_[c].tasks.size();
    return count;
  }

  Units common_units(const std::vector<std::size_t>& classes) {
    Units common = classes_[classes.front()].units;
    Units kept;
    for (std::size_t i = 1; i < classes.size() && !common.empty(); ++i) {
      const Units& units = classes_[classes[i]].units;
      spend(common.size() + units.size());
      kept.clear();
      std::ranges::set_intersection(common, units, std::back_inserter(kept));
      common.swap(kept);
    }
    return common;
  }

  // `first`: units before it were settled by the concepts this one comes from.
  void extend(const Units& units, const std::vector<std::size_t>& classes, std::uint32_t first) {
    spend(1000);
    visit_(units, classes);
    ++met_;
    // Whose tasks are left with each further unit.
    std::vector<std::pair<std::uint32_t, std::size_t>> with;
    for (const std::size_t c : classes) {
      const Units& row = classes_[c].units;
      for (auto u = std::ranges::lower_bound(row, first); u != row.end(); ++u)
        if (!std::ranges::binary_search(units, *u)) with.emplace_back(*u, c);
    }
    spend(with.size());
    std::ranges::sort(with);
    std::vector<std::size_t> fewer;
    for (std::size_t i = 0; i < with.size();) {
      const std::uint32_t unit = with[i].first;
      fewer.clear();
      for (; i < with.size() && with[i].first == unit; ++i) fewer.push_back(with[i].second);
      if (task_count(fewer) < min_tasks_) continue;
      const Units more = common_units(fewer);
      // Nothing new before the unit: else the concept comes from elsewhere.
      const auto before = [unit](const Units& set) {
        return std::span(set.begin(), std::ranges::lower_bound(set, unit));
      };
      if (std::ranges::equal(before(more), before(units))) extend(more, fewer, unit + 1);
    }
  }

  void spend(std::uint64_t steps) {
    if (steps > left_)
      throw LimitError("the network has more than " + std::to_string(met_) +
                       " formal concepts, the limit of " + std::to_string(limit_) +
                       " steps is reached; ask for groups of more tasks, leave this measure out "
                       "(--select), or analyse a part of the network");
    left_ -= steps;
  }

  const std::vector<TaskClass>& classes_;
  std::size_t min_tasks_;
  std::uint64_t limit_, left_;
  Visit visit_;
  std::uint64_t met_ = 0;
};

/// A concept while all of them are there: which classes of tasks, as bits.
struct Extent {
  std::vector<std::uint64_t> bits;
  std::size_t tasks = 0;
  std::size_t place = 0;
};

bool is_within(const Extent& small, const Extent& large) {
  for (std::size_t w = 0; w < small.bits.size(); ++w)
    if ((small.bits[w] & ~large.bits[w]) != 0) return false;
  return true;
}

// Each subset of a concept's tasks generates the concept itself or one below it:
// stability(c) = 1 - Σ over concepts c' below of stability(c') 2^(|tasks of c'| - |tasks of c|).
std::vector<double> stabilities(std::vector<Extent> extents) {
  std::vector<double> stability(extents.size());
  std::ranges::stable_sort(extents, {}, &Extent::tasks);
  for (std::size_t i = 0; i < extents.size(); ++i) {
    double below = 0;
    for (std::size_t j = 0; j < i; ++j)
      if (extents[j].tasks < extents[i].tasks && is_within(extents[j], extents[i]))
        below += stability[extents[j].place] *
                 std::exp2(-static_cast<double>(extents[i].tasks - extents[j].tasks));
    stability[extents[i].place] = 1 - below;
  }
  return stability;
}

Extent extent_of(const std::vector<std::size_t>& classes, const std::vector<TaskClass>& all,
                 std::size_t place) {
  Extent extent{std::vector<std::uint64_t>((all.size() + 63) / 64, 0), 0, place};
  for (const std::size_t c : classes) {
    extent.bits[c / 64] |= std::uint64_t{1} << (c % 64);
    extent.tasks += all[c].tasks.size();
  }
  return extent;
}

Concept concept_of(const Units& units, const std::vector<std::size_t>& classes,
                   const std::vector<TaskClass>& all) {
  Concept found{units, {}};
  for (const std::size_t c : classes)
    found.tasks.insert(found.tasks.end(), all[c].tasks.begin(), all[c].tasks.end());
  std::ranges::sort(found.tasks);
  return found;
}

// Whether a task has every unit; else the concept of all units has no task.
bool is_any_full(const std::vector<TaskClass>& classes, std::size_t units) {
  return std::ranges::any_of(classes,
                             [units](const TaskClass& row) { return row.units.size() == units; });
}

// All groups with their stability; none if there are more concepts than that allows.
std::optional<std::vector<Concept>> stable_concepts(const BipartiteGraph& graph,
                                                    const std::vector<TaskClass>& classes,
                                                    const ConceptOptions& options) {
  std::vector<Concept> kept;
  std::vector<std::size_t> places;  // of those kept, among all
  std::vector<Extent> extents;
  // The concept of no task: the empty set of tasks generates it where no task has all units.
  if (!is_any_full(classes, graph.unit_count())) extents.push_back(extent_of({}, classes, 0));
  struct TooMany {};
  Search search(classes, 1, options.steps,
                [&](const Units& units, const std::vector<std::size_t>& of) {
                  if (extents.size() > options.most_for_stability) throw TooMany{};
                  extents.push_back(extent_of(of, classes, extents.size()));
                  if (units.size() < options.min_units || extents.back().tasks < options.min_tasks)
                    return;
                  kept.push_back(concept_of(units, of, classes));
                  places.push_back(extents.size() - 1);
                });
  try {
    search.run();
  } catch (const TooMany&) {
    return std::nullopt;
  } catch (const LimitError&) {
    return std::nullopt;
  }
  const std::vector<double> stability = stabilities(std::move(extents));
  for (std::size_t i = 0; i < kept.size(); ++i) kept[i].stability = stability[places[i]];
  return kept;
}

}  // namespace

std::vector<Concept> concepts(const BipartiteGraph& graph, const ConceptOptions& options) {
  if (options.min_tasks == 0)
    throw std::invalid_argument("concepts: groups without tasks are not listed; min_tasks is 0");
  const std::vector<TaskClass> classes = task_classes(graph);
  if (classes.empty()) return {};
  std::vector<Concept> found;
  if (auto stable = stable_concepts(graph, classes, options)) {
    found = std::move(*stable);
  } else {
    Search(classes, options.min_tasks, options.steps,
           [&](const Units& units, const std::vector<std::size_t>& of) {
             if (units.size() >= options.min_units) found.push_back(concept_of(units, of, classes));
           })
        .run();
  }
  std::ranges::sort(found, [](const Concept& a, const Concept& b) {
    const std::size_t area_a = a.units.size() * a.tasks.size();
    const std::size_t area_b = b.units.size() * b.tasks.size();
    if (area_a != area_b) return area_a > area_b;
    if (a.units.size() != b.units.size()) return a.units.size() > b.units.size();
    return a.units < b.units;
  });
  return found;
}

std::uint64_t concept_count(const BipartiteGraph& graph, std::uint64_t steps) {
  const std::vector<TaskClass> classes = task_classes(graph);
  if (classes.empty()) return 1;
  std::uint64_t count = is_any_full(classes, graph.unit_count()) ? 0 : 1;
  Search(classes, 1, steps, [&](const Units&, const std::vector<std::size_t>&) { ++count; }).run();
  return count;
}

}  // namespace respnet::graph
