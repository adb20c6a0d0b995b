#include "extract/registry_bodies.hpp"

#include <algorithm>
#include <utility>

#include "extract/quoted.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/unit_names.hpp"

namespace respnet::extract {

using model::index;
using model::UnitId;

void NotesOnce::add(std::string code, std::string message) {
  if (noted_.insert(message).second)
    notes_.push_back({std::move(code), std::nullopt, 0, std::move(message)});
}

RegistryBodies::RegistryBodies(const model::Network& network, const Registry& registry)
    : network_(network),
      registry_(registry),
      registered_(static_cast<Body>(registry.unit_count())),
      of_unit_(network.unit_count()) {
  for (const model::Source& source : network.sources()) dates_.push_back(source.date);
  if (dates_.empty()) dates_.emplace_back();
  days_ = {dates_.begin(), dates_.end()};
  for (std::uint32_t row = 0; row < registry.row_count(); ++row)
    in_force_.push_back(std::ranges::any_of(
        days_, [&](const std::string& day) { return registry.holds(row, day); }));
  of_assignment_.reserve(network.assignment_count());
  for (const model::TaskId task : network.task_ids()) {
    const std::size_t source = index(network.task(task).source);
    for (const model::AssignmentId id : network.assignments(task)) {
      const Body body = find(network.assignment(id), source);
      of_assignment_.push_back(body);
      auto& bodies = of_unit_[index(network.unit_of(id))];
      if (std::ranges::find(bodies, body) == bodies.end()) bodies.push_back(body);
    }
  }
  for (const UnitId unit : network.unit_ids())
    if (of_unit_[index(unit)].empty()) of_unit_[index(unit)].push_back(find(unit, 0));
}

// What the registry says a form is at the date of a source; doubts become notes.
std::optional<Body> RegistryBodies::known(std::string_view form, std::size_t source) {
  const std::string& date = dates_[source];
  const Registry::Meaning found = registry_.meaning(form, date);
  switch (found.kind) {
    case Registry::Meaning::Known:
      return found.unit;
    case Registry::Meaning::OutsideTime:
      notes_.add("registry-outside-time", quoted(form) + " is registered for another time (" +
                                              registry_.place(found.row) + ") than " + date +
                                              "; the row was not applied");
      break;
    case Registry::Meaning::Ambiguous:
      notes_.add("registry-ambiguous",
                 quoted(form) +
                     " is registered for different units at different times and the "
                     "document has no date; no row was applied");
      break;
    case Registry::Meaning::Unknown:
      break;
  }
  return std::nullopt;
}

Body RegistryBodies::find(UnitId unit, std::size_t source) {
  const std::uint64_t place = index(unit) * dates_.size() + source;
  if (const auto found = resolved_.find(place); found != resolved_.end()) return found->second;
  const model::Unit row = network_.unit(unit);
  std::optional<Body> body = known(row.name, source);
  for (std::size_t i = 0; i < row.aliases.size() && !body; ++i)
    body = known(row.aliases[i], source);
  if (!body) {
    const auto like = registry_.meaning_of_like(row.name, dates_[source]);
    const bool outside =
        registry_.meaning(row.name, dates_[source]).kind != Registry::Meaning::Unknown;
    if (like.kind == Registry::Meaning::Known && !outside) body = like.unit;
  }
  const Body result = body.value_or(registered_ + static_cast<Body>(index(unit)));
  if (!body) plain_.try_emplace(folded_name(row.name), result);
  resolved_.emplace(place, result);
  return result;
}

// The printed form counts before the unit that it was taken for.
Body RegistryBodies::find(const model::Assignment& assignment, std::size_t source) {
  const std::string_view name = network_.unit_name(assignment.unit);
  if (!assignment.as_written.empty() && assignment.as_written != name) {
    const std::string printed = folded_name(without_blanks(assignment.as_written));
    std::optional<Body> body = known(printed, source);
    if (!body && !assignment.offices.empty()) {
      const std::string bare = printed.substr(0, printed.find("（"));
      if (bare != name) body = known(bare, source);
    }
    if (body) return *body;
  }
  return find(assignment.unit, source);
}

Body RegistryBodies::of_member(const std::string& name) {
  for (const std::string& day : days_) {
    const Registry::Meaning found = registry_.meaning(name, day);
    if (found.kind == Registry::Meaning::Known) return found.unit;
  }
  const auto [found, added] = plain_.try_emplace(
      folded_name(name), registered_ + static_cast<Body>(network_.unit_count() + members_.size()));
  if (added) members_.push_back(name);
  return found->second;
}

bool RegistryBodies::may_mean(std::string_view form, Body body) const {
  return std::ranges::any_of(days_, [&](const std::string& date) {
    const Registry::Meaning found = registry_.meaning(form, date);
    return found.kind == Registry::Meaning::Known ? found.unit == body : !is_registered(body);
  });
}

std::string RegistryBodies::name(Body body) const {
  if (body < registered_) return registry_.name(body);
  const std::size_t old = body - registered_;
  if (old < network_.unit_count()) return std::string(network_.unit_name(static_cast<UnitId>(old)));
  return members_[old - network_.unit_count()];
}

}  // namespace respnet::extract
