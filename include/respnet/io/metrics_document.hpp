#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "respnet/base/table.hpp"

namespace respnet::io {

/// How a result was reached, so that it can be reached again. No date and no path of the machine.
struct Run {
  struct Input {
    std::string path;
    std::string sha256;
  };
  std::string version;  ///< of respnet
  std::string command;
  std::vector<std::pair<std::string, std::string>> options;  ///< name and value, in any order
  std::uint64_t seed = 1;
  std::vector<Input> inputs;
};

/// A `respnet-metrics/1` document: the run, then each table under its id.
///
/// The table "network" has one row and becomes an object; "units", "tasks" and "pairs" become
/// arrays of flat rows. Tables come in this order whatever the order given; one that was not asked
/// for is absent.
/// @throws std::invalid_argument  for a table of another id, or a "network" without just one row
std::string metrics_document(const Run& run, std::span<const Table> tables);

}  // namespace respnet::io
