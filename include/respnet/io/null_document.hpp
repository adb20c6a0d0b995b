#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "respnet/base/table.hpp"
#include "respnet/io/run.hpp"

namespace respnet::io {

/// What the rows of a null document have in common.
struct NullHead {
  std::string model;
  std::size_t samples = 0;  ///< networks drawn; a row in which fewer are defined says so by its p
  std::size_t locked = 0;   ///< cells that no sample changes
  std::vector<std::pair<std::string, std::string>> refused = {};  ///< measure, reason
};

/// A `respnet-null/1` document: the run, `model`, `samples`, `locked`, `refused` (an array of `id`
/// and `reason`), then each table under its id, `network` and `units`, as an array of flat rows.
/// @throws std::invalid_argument  for a table of another id
std::string null_document(const Run& run, const NullHead& head, std::span<const Table> tables);

}  // namespace respnet::io
