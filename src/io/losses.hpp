#pragma once

#include <string>
#include <vector>

#include "respnet/model/network.hpp"

namespace respnet::io {

// What a network has that a format may not be able to carry. Cost: O(tasks + units) each.

bool has_titles(const model::Network& network);    ///< of tasks, or sections
bool has_evidence(const model::Network& network);  ///< clauses or lines
bool has_promises(const model::Network& network);  ///< deadlines or targets
bool has_targets(const model::Network& network);
bool has_kinds(const model::Network& network);         ///< groups or persons among the units
bool has_unit_details(const model::Network& network);  ///< aliases, offices or members

/// Of a format that carries no more than tasks and units by name: all of the above and the notes,
/// as far as the network has them, a sentence each.
std::vector<std::string> losses_beyond_names(const model::Network& network);

/// Adds that details of units and notes are left out, where there are any.
void add_details_lost(const model::Network& network, std::vector<std::string>& losses);

/// Adds what a graph of nodes and edges with attributes cannot carry.
void add_graph_losses(const model::Network& network, std::vector<std::string>& losses);

/// How many control characters XML does not allow, where there are any.
std::vector<std::string> xml_losses(const model::Network& network);

}  // namespace respnet::io
