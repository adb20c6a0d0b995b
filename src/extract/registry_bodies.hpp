#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "respnet/extract/registry.hpp"
#include "respnet/model/network.hpp"

namespace respnet::extract {

/// A unit of the new network, before it has a number there: first the registered ones, then those
/// of the old network that the registry does not know, then members that only a group names.
using Body = std::uint32_t;

/// Notes about the whole network, each message once.
class NotesOnce {
 public:
  void add(std::string code, std::string message);
  std::vector<model::Note> take() { return std::move(notes_); }

 private:
  std::vector<model::Note> notes_;
  std::set<std::string> noted_;
};

/// What bodies the units of a network are by a registry, at the dates of its sources. Both must
/// outlive it.
class RegistryBodies {
 public:
  RegistryBodies(const model::Network& network, const Registry& registry);

  Body of(model::AssignmentId assignment) const { return of_assignment_[index(assignment)]; }
  /// More than one: the unit comes apart.
  std::span<const Body> of(model::UnitId unit) const { return of_unit_[index(unit)]; }
  /// The body of that name, at any date; a new one for a name that nothing knows.
  Body of_member(const std::string& name);

  bool is_registered(Body body) const { return body < registered_; }
  Body registered_count() const { return registered_; }
  std::string name(Body body) const;
  /// Whether a row of the registry holds at the date of a source.
  bool in_force(std::uint32_t row) const { return in_force_[row]; }
  /// Whether a printed form of a unit that comes apart means that body at the date of a source.
  bool may_mean(std::string_view form, Body body) const;

  /// Doubts about what a form means, and whatever the caller adds.
  NotesOnce& notes() { return notes_; }

 private:
  std::optional<Body> known(std::string_view form, std::size_t source);
  Body find(const model::Assignment& assignment, std::size_t source);
  Body find(model::UnitId unit, std::size_t source);

  const model::Network& network_;
  const Registry& registry_;
  const Body registered_;
  std::set<std::string> days_;                    // each date once
  std::vector<bool> in_force_;                    // by row
  std::vector<std::string> dates_;                // by source
  std::vector<Body> of_assignment_;               // by assignment
  std::vector<std::vector<Body>> of_unit_;        // by old unit
  tsl::robin_map<std::uint64_t, Body> resolved_;  // by old unit and source
  tsl::robin_map<std::string, Body> plain_;       // bodies the registry does not know, by name
  std::vector<std::string> members_;              // those that only a group names
  NotesOnce notes_;
};

}  // namespace respnet::extract
