#pragma once

#include <functional>

#include "respnet/analysis/metrics.hpp"
#include "respnet/analysis/study.hpp"
#include "respnet/base/table.hpp"

namespace respnet::analysis {

/// Whether there are measures of pairs among those selected, and each of them says something of a
/// pair by itself: not what is compared with chance or found by resampling, which takes all pairs.
bool can_stream_pairs(const Selection& select);

/// The table "pairs" of metrics() in pieces: the first without rows, then all rows in their order,
/// each piece gone when the next is made. Memory does not grow with the pairs, and no number of
/// them is refused. The study's minimum of shared tasks holds, its top count does not.
///
/// @pre can_stream_pairs(options.select)
/// @throws LimitError  before the first piece, as graph::each_pair()
/// Cost: that of graph::each_pair_by_shared() and of the measures.
void stream_pairs(const Study& study, const MetricsOptions& options,
                  const std::function<void(const Table&)>& sink);

}  // namespace respnet::analysis
