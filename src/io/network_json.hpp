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
model::Network read_network_json(const Document& document);

/// The same file, one row a line, with all evidence.
void write_network_json(const model::Network& network, const Sink& sink,
                        const Attachments& with = {});

}  // namespace respnet::io
