#pragma once

#include <vector>

#include "respnet/model/network.hpp"

namespace respnet::io {

/// Several networks as one, as read_networks() describes it; a single one is left as it is. The
/// title names the first five different titles, and how many there are.
/// Cost: O(everything in them).
model::Network merged(std::vector<model::Network> networks);

}  // namespace respnet::io
