#include "graph/pair_scan.hpp"

#include <algorithm>
#include <string>

#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::graph {
namespace {

constexpr std::uint64_t kMostSteps = 4'000'000'000;
constexpr std::uint64_t kBlockSteps = 1 << 18;

std::vector<std::uint32_t> blocks_of(const std::vector<std::uint64_t>& steps) {
  std::vector<std::uint32_t> bounds{0};
  std::uint64_t sum = 0;
  for (std::uint32_t i = 0; i < steps.size(); ++i) {
    if (sum > 0 && sum + steps[i] > kBlockSteps) {
      bounds.push_back(i);
      sum = 0;
    }
    sum += steps[i];
  }
  bounds.push_back(static_cast<std::uint32_t>(steps.size()));
  return bounds;
}

}  // namespace

void check_pair_steps(const BipartiteGraph& graph) {
  std::uint64_t steps = 0;
  for (Vertex task = 0; task < graph.task_count(); ++task) {
    const std::uint64_t units = graph.neighbors(task).size();
    steps += units * units;
  }
  if (steps > kMostSteps)
    throw LimitError("the co-responsibility graph needs " + std::to_string(steps) +
                     " steps, the limit is " + std::to_string(kMostSteps) +
                     "; drop group units (--groups drop) or split the largest tasks");
}

std::vector<std::uint64_t> later_units(const BipartiteGraph& graph) {
  std::vector<std::uint64_t> later(graph.unit_count(), 0);
  for (Vertex task = 0; task < graph.task_count(); ++task) {
    const auto units = graph.neighbors(task);
    for (std::size_t place = 0; place < units.size(); ++place)
      later[graph.unit_number(units[place])] += units.size() - 1 - place;
  }
  return later;
}

PairScan::PairScan(const BipartiteGraph& graph, unsigned threads)
    : graph_(graph), threads_(threads) {
  check_pair_steps(graph);
  bounds_ = blocks_of(later_units(graph));
  const std::size_t at_once =
      std::min<std::size_t>(bounds_.size() - 1, std::size_t{2} * thread_count(threads));
  counters_.resize(at_once);
  found_.resize(at_once);
}

void PairScan::run(const std::uint32_t& least, std::uint32_t most,
                   const std::function<void(std::span<const UnitPair>)>& visit) {
  for (std::size_t first = 0; first + 1 < bounds_.size(); first += found_.size()) {
    const std::size_t blocks = std::min(found_.size(), bounds_.size() - 1 - first);
    const std::uint32_t fewest = least;
    parallel_blocks(blocks, threads_, [&](std::size_t block) {
      if (!counters_[block]) counters_[block] = std::make_unique<Counter>(graph_);
      Counter& counter = *counters_[block];
      std::vector<UnitPair>& found = found_[block];
      found.clear();
      for (std::uint32_t a = bounds_[first + block]; a < bounds_[first + block + 1]; ++a) {
        for (const std::uint32_t b : counter.count(a))
          if (counter.shared(b) >= fewest && counter.shared(b) <= most)
            found.push_back({a, b, counter.shared(b), counter.newman(b)});
        counter.forget();
      }
    });
    for (std::size_t block = 0; block < blocks; ++block) visit(found_[block]);
  }
}

}  // namespace respnet::graph
