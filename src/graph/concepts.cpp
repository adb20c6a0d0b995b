#include "respnet/graph/concepts.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "respnet/base/errors.hpp"

namespace respnet::graph {
namespace {

using Bits = std::vector<std::uint64_t>;  // of tasks

// Close-by-One: a concept is reached only from the one that its least new unit extends, so each is
// met once.
class Counter {
 public:
  Counter(const BipartiteGraph& graph, std::uint64_t steps) : limit_(steps), left_(steps) {
    const std::size_t words = (graph.task_count() + 63) / 64;
    for (std::size_t u = 0; u < graph.unit_count(); ++u) {
      Bits tasks(words, 0);
      for (const Vertex task : graph.neighbors(graph.unit_vertex(u)))
        tasks[task / 64] |= std::uint64_t{1} << (task % 64);
      tasks_of_.push_back(std::move(tasks));
    }
    all_.assign(words, 0);
    for (Vertex task = 0; task < graph.task_count(); ++task)
      all_[task / 64] |= std::uint64_t{1} << (task % 64);
  }

  std::uint64_t count() {
    visit(all_, common_units(all_), 0);
    return count_;
  }

 private:
  // Units that take part in all of the tasks.
  std::vector<bool> common_units(const Bits& tasks) {
    std::vector<bool> units(tasks_of_.size(), false);
    spend((tasks.size() + 1) * tasks_of_.size());
    for (std::size_t u = 0; u < units.size(); ++u) {
      bool all = true;
      for (std::size_t w = 0; all && w < tasks.size(); ++w)
        all = (tasks[w] & ~tasks_of_[u][w]) == 0;
      units[u] = all;
    }
    return units;
  }

  void visit(const Bits& tasks, const std::vector<bool>& units, std::size_t first) {
    ++count_;
    for (std::size_t u = first; u < units.size(); ++u) {
      if (units[u]) continue;
      Bits fewer = tasks;
      for (std::size_t w = 0; w < fewer.size(); ++w) fewer[w] &= tasks_of_[u][w];
      const std::vector<bool> more = common_units(fewer);
      const auto before = static_cast<std::ptrdiff_t>(u);
      if (std::equal(units.begin(), units.begin() + before, more.begin()))
        visit(fewer, more, u + 1);
    }
  }

  void spend(std::uint64_t steps) {
    if (steps > left_)
      throw LimitError("the network has more than " + std::to_string(count_) +
                       " formal concepts, the limit of " + std::to_string(limit_) +
                       " steps is reached; leave this measure out (--select), or analyse a part "
                       "of the network");
    left_ -= steps;
  }

  std::vector<Bits> tasks_of_;
  Bits all_;
  std::uint64_t limit_, left_;
  std::uint64_t count_ = 0;
};

}  // namespace

std::uint64_t concept_count(const BipartiteGraph& graph, std::uint64_t steps) {
  return Counter(graph, steps).count();
}

}  // namespace respnet::graph
