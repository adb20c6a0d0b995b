#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "respnet/model/network.hpp"

namespace respnet::extract {

/// Two units that may be one, in order.
using UnitPair = std::pair<std::uint32_t, std::uint32_t>;

/// Pairs with what speaks for them, the first reason for each; a unit is in at most eight.
class AliasPairs {
 public:
  explicit AliasPairs(std::size_t units) : count_(units, 0) {}

  void add(std::uint32_t a, std::uint32_t b, const std::string& evidence);
  const std::map<UnitPair, std::string>& all() const { return evidence_; }

 private:
  std::map<UnitPair, std::string> evidence_;
  std::vector<std::uint8_t> count_;  // by unit
};

/// Where the units of pairs meet.
class Meetings {
 public:
  Meetings(const model::Network& network, const AliasPairs& pairs);

  bool in_one_clause(const UnitPair& pair) const;
  /// How many tasks name both.
  std::size_t tasks(const UnitPair& pair) const;

 private:
  using Clause = std::pair<std::uint32_t, std::uint32_t>;  // task, number of the clause in it

  std::size_t shared(const UnitPair& pair, bool (*less)(const Clause&, const Clause&)) const;

  std::vector<std::vector<Clause>> clauses_;  // by unit, in order of tasks
};

}  // namespace respnet::extract
