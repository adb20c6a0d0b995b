#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include <tsl/robin_map.h>

#include "extract/quoted.hpp"
#include "extract/registry_bodies.hpp"
#include "respnet/extract/registry.hpp"
#include "respnet/model/network_builder.hpp"
#include "respnet/model/rows.hpp"

namespace respnet::extract {
namespace {

using model::Network;
using model::UnitId;

void add_new(std::vector<std::string>& to, const std::string& text) {
  if (std::ranges::find(to, text) == to.end()) to.push_back(text);
}

class Application {
 public:
  Application(const Network& network, const Registry& registry)
      : network_(network), registry_(registry), bodies_(network, registry) {}

  Network network() {
    for (const UnitId unit : network_.unit_ids())
      for (const Body body : bodies_.of(unit)) place(body, unit);
    place_members();
    place_registered();
    write();
    return std::move(builder_).build();
  }

 private:
  struct NewUnit {
    Body body = 0;
    std::vector<UnitId> from;  // units of the old network, in its order
  };

  void place(Body body, std::optional<UnitId> from);
  void place_members();
  void place_registered();
  bool comes_apart(UnitId unit) const { return bodies_.of(unit).size() > 1; }
  std::vector<Body> registered_members(Body group);
  std::vector<Body> members_of(const NewUnit& unit);
  UnitId place_of(Body body) const { return static_cast<UnitId>(place_.at(body)); }

  void write();
  model::UnitRow unit_row(const NewUnit& unit) const;
  void add_forms(model::UnitRow& row, Body body, UnitId from) const;
  void write_units();
  void write_assignments(model::TaskId task);
  void write_notes();
  void note_merged(const NewUnit& unit);
  void note_split(UnitId unit);

  const Network& network_;
  const Registry& registry_;
  RegistryBodies bodies_;
  std::vector<NewUnit> units_;                    // the new network's
  tsl::robin_map<Body, std::uint32_t> place_;     // in units_
  std::vector<std::vector<Body>> group_members_;  // by new unit
  model::NetworkBuilder builder_{"registered network"};
};

void Application::place(Body body, std::optional<UnitId> from) {
  const auto [found, added] = place_.try_emplace(body, static_cast<std::uint32_t>(units_.size()));
  if (added) units_.push_back({body, {}});
  if (from) units_[found->second].from.push_back(*from);
}

std::vector<Body> Application::registered_members(Body group) {
  std::vector<Body> members;
  if (registry_.kind(group) != model::UnitKind::Group) return members;
  for (const std::uint32_t row : registry_.rows(group))
    if (bodies_.in_force(row))
      for (const std::string& member : registry_.row(row).members)
        members.push_back(bodies_.of_member(member));
  for (const auto& [child, row] : registry_.children(group))
    if (bodies_.in_force(row)) members.push_back(child);
  return members;
}

// As the registry names them, else as the old network does.
std::vector<Body> Application::members_of(const NewUnit& unit) {
  std::vector<Body> members;
  if (bodies_.is_registered(unit.body)) members = registered_members(unit.body);
  if (members.empty())
    for (const UnitId from : unit.from)
      for (const UnitId member : network_.unit(from).members)
        members.push_back(bodies_.of(member).front());
  std::vector<Body> once;
  std::set<Body> seen{unit.body};
  for (const Body member : members)
    if (seen.insert(member).second) once.push_back(member);
  return once;
}

// Members of members too: units_ grows while it is walked.
void Application::place_members() {
  for (std::size_t i = 0; i < units_.size(); ++i) {
    group_members_.push_back(members_of(NewUnit(units_[i])));
    for (const Body member : group_members_.back()) place(member, std::nullopt);
  }
}

void Application::place_registered() {
  for (Body unit = 0; unit < bodies_.registered_count(); ++unit)
    if (registry_.kind(unit) != model::UnitKind::Group &&
        std::ranges::any_of(registry_.rows(unit),
                            [&](std::uint32_t row) { return bodies_.in_force(row); }))
      place(unit, std::nullopt);
}

// The names of an old unit that are names of that body.
void Application::add_forms(model::UnitRow& row, Body body, UnitId from) const {
  const model::Unit old = network_.unit(from);
  const bool whole = !comes_apart(from);
  if (whole || bodies_.may_mean(old.name, body)) add_new(row.aliases, std::string(old.name));
  for (const std::string& alias : old.aliases)
    if (whole || bodies_.may_mean(alias, body)) add_new(row.aliases, alias);
  if (whole)
    for (const std::string& office : old.offices) add_new(row.offices, office);
}

model::UnitRow Application::unit_row(const NewUnit& unit) const {
  model::UnitRow row;
  row.name = bodies_.name(unit.body);
  const bool registered = bodies_.is_registered(unit.body);
  if (!unit.from.empty()) row.kind = network_.unit_kind(unit.from.front());
  if (registered)
    if (const auto kind = registry_.kind(unit.body)) row.kind = *kind;
  for (const UnitId from : unit.from) add_forms(row, unit.body, from);
  if (registered)
    for (const std::uint32_t number : registry_.rows(unit.body))
      if (bodies_.in_force(number))
        for (const std::string& alias : registry_.row(number).aliases) add_new(row.aliases, alias);
  std::erase(row.aliases, row.name);
  return row;
}

void Application::write() {
  builder_.set_title(std::string(network_.title()));
  for (const model::Source& source : network_.sources()) builder_.add_source(source);
  write_units();
  for (const model::SectionId id : network_.section_ids())
    builder_.add_section(model::row_of(network_.section(id)));
  for (const model::TaskId id : network_.task_ids()) {
    builder_.add_task(model::row_of(network_.task(id)));
    write_assignments(id);
  }
  write_notes();
}

void Application::write_units() {
  std::vector<model::UnitRow> rows;
  for (const NewUnit& unit : units_) rows.push_back(unit_row(unit));
  for (const model::AssignmentId id :
       model::IdRange<model::AssignmentId>(0, network_.assignment_count()))
    if (comes_apart(network_.unit_of(id)))
      for (const std::string& office : network_.assignment(id).offices)
        add_new(rows[place_.at(bodies_.of(id))].offices, office);
  for (model::UnitRow& row : rows) builder_.add_unit(std::move(row));
  for (std::size_t i = 0; i < group_members_.size(); ++i) {
    std::vector<UnitId> members;
    for (const Body member : group_members_[i]) members.push_back(place_of(member));
    if (!members.empty()) builder_.set_members(static_cast<UnitId>(i), std::move(members));
  }
}

void Application::write_assignments(model::TaskId task) {
  for (const model::AssignmentId id : network_.assignments(task)) {
    const model::Assignment old = network_.assignment(id);
    const Body body = bodies_.of(id);
    model::AssignmentEvidence evidence = model::evidence_of(old);
    const std::string_view before = network_.unit_name(old.unit);
    if (evidence.as_written.empty() && before != bodies_.name(body)) evidence.as_written = before;
    builder_.add_assignment(task, place_of(body), old.role, old.order, std::move(evidence));
  }
}

void Application::write_notes() {
  for (model::Note note : network_.notes()) {
    if (note.unit) note.unit = place_of(bodies_.of(*note.unit).front());
    builder_.add_note(std::move(note));
  }
  for (const model::Note& note : registry_.notes()) builder_.add_note(note);
  for (const NewUnit& unit : units_)
    if (unit.from.size() > 1) note_merged(unit);
  for (const UnitId unit : network_.unit_ids())
    if (comes_apart(unit)) note_split(unit);
  for (model::Note& note : bodies_.notes().take()) builder_.add_note(std::move(note));
}

void Application::note_merged(const NewUnit& unit) {
  std::string names;
  for (const UnitId from : unit.from)
    names += (names.empty() ? "" : ", ") + quoted(network_.unit_name(from));
  bodies_.notes().add("registry-merged", names + " are one unit by the registry (" +
                                             registry_.place(registry_.rows(unit.body).front()) +
                                             "): " + quoted(bodies_.name(unit.body)));
}

void Application::note_split(UnitId unit) {
  std::string names;
  for (const Body body : bodies_.of(unit))
    names += (names.empty() ? "" : ", ") + quoted(bodies_.name(body));
  bodies_.notes().add("registry-split", "what was taken as one unit, " +
                                            quoted(network_.unit_name(unit)) +
                                            ", is several by the registry: " + names);
}

}  // namespace

Network with_registry(const Network& network, const Registry& registry) {
  return Application(network, registry).network();
}

}  // namespace respnet::extract
