#pragma once

#include <string>
#include <vector>

#include "respnet/analysis/catalog.hpp"
#include "respnet/base/table.hpp"

namespace respnet::analysis {

/// What is to be known of a measure besides its values: that there are none, or that they are
/// estimates, because it would take too long or too much memory here.
struct Remark {
  std::string id;
  Level level = Level::Network;
  std::string reason;  ///< left out: what it needs, the limit, what to do; else how far off it is
  bool left_out = true;
  graph::Guarantee guarantee = {};  ///< of an estimate
};

/// "co.constraint was left out: …", "co.betweenness is an estimate: …". What is to be known of
/// several measures is said once: "rank.tasks.low, rank.tasks.high were left out: …".
std::vector<std::string> sentences(const std::vector<Remark>& remarks);

/// What a command shows: tables, and what is missing from them or estimated in them.
struct Results {
  std::vector<Table> tables;
  std::vector<Remark> remarks;
};

}  // namespace respnet::analysis
