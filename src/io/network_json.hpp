#pragma once

#include <string_view>

#include "respnet/io/formats.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

/// The name and version of the network file, its "schema".
inline constexpr std::string_view kNetworkSchema = "respnet-network/1";

/// A JSON object, unless it is a graph of nodes and edges.
bool looks_like_json(std::string_view text);

/// A `respnet-network/1` file. Keys that it does not know are ignored, and a note
/// `unknown-key` says so: a later minor version may add some.
/// Cost: O(bytes). In the form that write_network_json() gives it, it is read in parts on all
/// threads; else as a tree of values, with 32 bytes of memory each.
model::Network read_network_json(const Document& document);
/// The same in parts of this size, or as a tree for 0: the network does not depend on it.
model::Network read_network_json(const Document& document, std::size_t part_bytes);

/// The same file, one row a line, with all evidence.
void write_network_json(const model::Network& network, const Sink& sink,
                        const Attachments& with = {});

}  // namespace respnet::io
