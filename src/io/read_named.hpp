#pragma once

#include <string>

#include "respnet/io/read.hpp"

namespace respnet::io {

/// read_network() for a file whose source gets a name of its own, without the registry.
model::Network read_named(const InputFile& input, const ReadOptions& options);

/// With the units as the registry knows them; null: as it is.
model::Network registered(model::Network network, const extract::Registry* registry);

/// @throws std::invalid_argument  when `from` names no format that can be read
void check_readable(const std::string& from);

}  // namespace respnet::io
