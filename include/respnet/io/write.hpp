#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/io/formats.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

/// The network as a file of this format; the same bytes each time.
/// @throws std::invalid_argument  for a format that is unknown or cannot be written
std::string network_bytes(const model::Network& network, std::string_view format);

/// Writes it to a file, whole or not at all, piece by piece.
/// @param format  empty: told by the ending
/// @return        what this format could not carry of this network, a sentence each
/// @throws FileError, std::invalid_argument
std::vector<std::string> write_network(const model::Network& network,
                                       const std::filesystem::path& path,
                                       std::string_view format = {});

/// What this format cannot carry of this network, a sentence each.
std::vector<std::string> losses(const model::Network& network, std::string_view format);

}  // namespace respnet::io
