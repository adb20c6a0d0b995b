#include "respnet/graph/lead_graph.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <string>

#include "respnet/base/errors.hpp"

namespace respnet::graph {
namespace {

constexpr std::uint64_t kMostSteps = 4'000'000'000;

void check_size(const BipartiteGraph& graph) {
  std::uint64_t steps = 0;
  for (Vertex task = 0; task < graph.task_count(); ++task) {
    const auto count = [parts = graph.parts(task)](Part part) {
      return static_cast<std::uint64_t>(std::ranges::count(parts, part));
    };
    steps += count(Part::Lead) * count(Part::Support);
  }
  if (steps > kMostSteps)
    throw LimitError("the lead graph needs " + std::to_string(steps) + " steps, the limit is " +
                     std::to_string(kMostSteps) +
                     "; drop group units (--groups drop) or split the largest tasks");
}

// The leads of each task, as unit numbers.
struct LeadLists {
  std::vector<std::uint64_t> begin{0};
  std::vector<std::uint32_t> units;

  explicit LeadLists(const BipartiteGraph& graph) {
    for (Vertex task = 0; task < graph.task_count(); ++task) {
      const auto parts = graph.parts(task);
      for (std::size_t i = 0; i < parts.size(); ++i)
        if (parts[i] == Part::Lead) units.push_back(graph.unit_number(graph.neighbors(task)[i]));
      begin.push_back(units.size());
    }
  }

  std::span<const std::uint32_t> operator[](Vertex task) const {
    return std::span(units).subspan(begin[task], begin[task + 1] - begin[task]);
  }
};

}  // namespace

LeadGraph::LeadGraph(const BipartiteGraph& graph) {
  check_size(graph);
  const LeadLists leads(graph);
  const std::size_t n = graph.unit_count();
  out_offsets_.assign(n + 1, 0);
  std::vector<double> count(n, 0);  // of the row at hand, by lead
  std::vector<Vertex> reached;
  for (std::size_t i = 0; i < n; ++i) {
    const Vertex unit = graph.unit_vertex(i);
    reached.clear();
    for (std::size_t t = 0; t < graph.neighbors(unit).size(); ++t) {
      if (graph.parts(unit)[t] != Part::Support) continue;
      for (const std::uint32_t lead : leads[graph.neighbors(unit)[t]])
        if (count[lead]++ == 0) reached.push_back(lead);
    }
    std::ranges::sort(reached);
    for (const Vertex lead : reached) {
      out_targets_.push_back(lead);
      out_weights_.push_back(count[lead]);
      count[lead] = 0;
    }
    out_offsets_[i + 1] = out_targets_.size();
  }
  turn_round();
}

// The arcs from their other end, sorted because sources come in order.
void LeadGraph::turn_round() {
  in_offsets_.assign(out_offsets_.size(), 0);
  for (const Vertex lead : out_targets_) ++in_offsets_[lead + 1];
  std::partial_sum(in_offsets_.begin(), in_offsets_.end(), in_offsets_.begin());
  in_targets_.resize(out_targets_.size());
  in_weights_.resize(out_weights_.size());
  std::vector<std::uint64_t> next(in_offsets_.begin(), in_offsets_.end() - 1);
  for (Vertex source = 0; source < vertex_count(); ++source) {
    for (std::uint64_t i = out_offsets_[source]; i < out_offsets_[source + 1]; ++i) {
      const std::uint64_t place = next[out_targets_[i]]++;
      in_targets_[place] = source;
      in_weights_[place] = out_weights_[i];
    }
  }
}

}  // namespace respnet::graph
