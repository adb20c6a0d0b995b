#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/io/formats.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

/// The network, and as much of what goes with it as the format holds, as a file; the same bytes
/// each time, with any number of threads (Attachments::threads).
/// @throws std::invalid_argument  for a format that is unknown or cannot be written, and when a
///                                table of results does not fit the network; LimitError
std::string network_bytes(const model::Network& network, std::string_view format,
                          const Attachments& with = {});

/// Passes it on piece by piece: text of any size needs about a megabyte a thread beside the
/// network. XLSX and SQLite are built in memory.
/// @throws as network_bytes(), and what the sink throws
void write_network(const model::Network& network, const Sink& sink, std::string_view format,
                   const Attachments& with = {});

/// Writes it to a file so, whole or not at all.
/// @param format  empty: told by the ending
/// @return        what this format could not carry of this network, a sentence each
/// @throws FileError, std::invalid_argument
std::vector<std::string> write_network(const model::Network& network,
                                       const std::filesystem::path& path,
                                       std::string_view format = {}, const Attachments& with = {});

/// What this format cannot carry of this network, a sentence each.
std::vector<std::string> losses(const model::Network& network, std::string_view format);

/// Which measures this format cannot carry, a sentence; empty: it carries all.
std::string measures_lost(std::string_view format);

}  // namespace respnet::io
