#pragma once

#include <vector>

#include "respnet/extract/registry.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

/// Several networks as one, as read_networks() describes it; a single one is left as it is. The
/// title names the first five different titles, and how many there are.
/// @param registry  units of equal name that it knows at the date of their source are one whatever
///                  their issuer; it is not applied otherwise
/// Cost: O(everything in them).
model::Network merged(std::vector<model::Network> networks,
                      const extract::Registry* registry = nullptr);

}  // namespace respnet::io
