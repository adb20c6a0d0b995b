#pragma once

#include "respnet/model/network.hpp"

namespace respnet::io {

// What a network has that a format may not be able to carry. Cost: O(tasks + units) each.

bool has_titles(const model::Network& network);    ///< of tasks, or sections
bool has_evidence(const model::Network& network);  ///< clauses or lines
bool has_promises(const model::Network& network);  ///< deadlines or targets
bool has_targets(const model::Network& network);
bool has_kinds(const model::Network& network);         ///< groups or persons among the units
bool has_unit_details(const model::Network& network);  ///< aliases, offices or members

}  // namespace respnet::io
