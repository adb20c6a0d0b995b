#pragma once

#include <cstddef>
#include <optional>

#include "respnet/io/formats.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

/// A network file in the very form that write_network_json() gives it: the keys in its order, a row
/// a line, assignments by task and in order. Empty where anything is otherwise; the caller then
/// reads the file by its tree, and finds what is wrong and where.
///
/// Assignments are read in parts of about `part_bytes` on up to document.threads threads, tasks and
/// units on one of them meanwhile. The network does not depend on either.
/// @pre part_bytes > 0
/// Cost: O(bytes); besides the network 20 bytes a task, 80 an assignment that has text behind it,
/// and the ids of units once a part.
std::optional<model::Network> plain_network_json(const Document& document, std::size_t part_bytes);

}  // namespace respnet::io
