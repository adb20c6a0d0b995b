#pragma once

#include <filesystem>
#include <string_view>

#include "respnet/io/formats.hpp"
#include "respnet/model/synthetic.hpp"

namespace respnet::io {

/// The edge list of model::synthetic_network(options), passed on as it is drawn: the bytes that
/// writing that network gives, in the memory of one piece and a name a unit.
/// @throws std::invalid_argument  on an option out of range
/// Cost: O(tasks + units + assignments).
void synthetic_edge_list(const model::SyntheticOptions& options, const Sink& sink);

/// Writes a synthetic network to a file, whole or not at all: an edge list as it is drawn, any
/// other format by way of the network.
/// @param format  empty: told by the ending
/// @throws FileError, std::invalid_argument, LimitError
void write_synthetic(const model::SyntheticOptions& options, const std::filesystem::path& path,
                     std::string_view format = {});

}  // namespace respnet::io
