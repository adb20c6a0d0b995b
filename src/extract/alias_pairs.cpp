#include "extract/alias_pairs.hpp"

#include <algorithm>

namespace respnet::extract {
namespace {

using model::index;

constexpr std::size_t kMostOfOneUnit = 8;

}  // namespace

void AliasPairs::add(std::uint32_t a, std::uint32_t b, const std::string& evidence) {
  if (a == b) return;
  const UnitPair pair = std::minmax(a, b);
  if (count_[pair.first] >= kMostOfOneUnit || count_[pair.second] >= kMostOfOneUnit) return;
  if (!evidence_.try_emplace(pair, evidence).second) return;
  ++count_[pair.first];
  ++count_[pair.second];
}

Meetings::Meetings(const model::Network& network, const AliasPairs& pairs)
    : clauses_(network.unit_count()) {
  std::vector<bool> wanted(network.unit_count(), false);
  for (const auto& [pair, evidence] : pairs.all()) wanted[pair.first] = wanted[pair.second] = true;
  for (const model::TaskId task : network.task_ids())
    for (const model::AssignmentId id : network.assignments(task)) {
      const std::size_t unit = index(network.unit_of(id));
      if (wanted[unit])
        clauses_[unit].push_back(
            {static_cast<std::uint32_t>(index(task)), network.assignment(id).clause});
    }
}

bool Meetings::in_one_clause(const UnitPair& pair) const {
  return shared(pair, [](const Clause& a, const Clause& b) { return a < b; }) > 0;
}

std::size_t Meetings::tasks(const UnitPair& pair) const {
  return shared(pair, [](const Clause& a, const Clause& b) { return a.first < b.first; });
}

// Looks for each clause of the unit with few among those of the other.
std::size_t Meetings::shared(const UnitPair& pair,
                             bool (*less)(const Clause&, const Clause&)) const {
  const auto* few = &clauses_[pair.first];
  const auto* many = &clauses_[pair.second];
  if (few->size() > many->size()) std::swap(few, many);
  return static_cast<std::size_t>(std::ranges::count_if(*few, [&](const Clause& clause) {
    return std::binary_search(many->begin(), many->end(), clause, less);
  }));
}

}  // namespace respnet::extract
