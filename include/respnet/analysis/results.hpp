#pragma once

#include <string>
#include <vector>

#include "respnet/analysis/catalog.hpp"
#include "respnet/base/table.hpp"

namespace respnet::analysis {

/// A measure that was left out because it would take too long or too much memory here.
struct Skipped {
  std::string id;
  Level level = Level::Network;
  std::string reason;  ///< one sentence: what it needs, the limit, what to do
};

/// What a command shows: tables, and what is missing from them.
struct Results {
  std::vector<Table> tables;
  std::vector<Skipped> skipped;
};

}  // namespace respnet::analysis
