#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "viz/ego_plan.hpp"
#include "viz/text_metrics.hpp"

namespace respnet::viz {

/// "区公安局：2 项任务，其中首位 1 项，最常与区发改局共事"
std::string ego_finding(const EgoPlan& plan, const graph::BipartiteGraph& graph,
                        const Messages& say, const TextMetrics& metrics);

/// A number of a unit, what it counts, and how much that is of all: "占 31 项的 77%".
struct EgoFigure {
  std::size_t number = 0;
  std::string what, share;
};

/// Tasks, leads, partners, and where there are sections, those of its tasks.
std::vector<EgoFigure> ego_figures(const EgoPlan& plan, const graph::BipartiteGraph& graph,
                                   const Messages& say);

}  // namespace respnet::viz
