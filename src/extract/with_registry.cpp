#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include <tsl/robin_map.h>

#include "respnet/base/text.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/registry.hpp"
#include "respnet/extract/unit_names.hpp"
#include "respnet/model/network_builder.hpp"
#include "respnet/model/rows.hpp"

namespace respnet::extract {
namespace {

using model::index;
using model::Network;
using model::UnitId;

// A unit of the new network, before it has a number there: first the registered ones, then those of
// the old network that the registry does not know, then members that only a group names.
using Body = std::uint32_t;

std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

void add_new(std::vector<std::string>& to, const std::string& text) {
  if (std::ranges::find(to, text) == to.end()) to.push_back(text);
}

class Application {
 public:
  Application(const Network& network, const Registry& registry)
      : network_(network),
        registry_(registry),
        registered_(static_cast<Body>(registry.unit_count())),
        bodies_of_(network.unit_count()) {
    for (const model::Source& source : network.sources()) dates_.push_back(source.date);
    if (dates_.empty()) dates_.emplace_back();
    days_ = {dates_.begin(), dates_.end()};
    for (std::uint32_t row = 0; row < registry.row_count(); ++row)
      in_force_.push_back(std::ranges::any_of(
          days_, [&](const std::string& day) { return registry.holds(row, day); }));
  }

  Network network() {
    find_bodies();
    for (const UnitId unit : network_.unit_ids())
      for (const Body body : bodies_of_[index(unit)]) place(body, unit);
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

  Body body_of(const model::Assignment& assignment, std::size_t source);
  Body body_of(UnitId unit, std::size_t source);
  std::optional<Body> known(std::string_view form, std::size_t source);
  void find_bodies();
  void place(Body body, std::optional<UnitId> from);
  void place_members();
  void place_registered();

  bool in_force(std::uint32_t row) const { return in_force_[row]; }
  std::vector<Body> members_of(const NewUnit& unit);
  Body body_of_member(const std::string& name);

  void write();
  model::UnitRow unit_row(const NewUnit& unit) const;
  std::string name_of(Body body) const;
  void write_assignments(model::TaskId task);
  void write_notes();
  void note_once(std::string code, std::string message) {
    if (noted_.insert(message).second)
      notes_.push_back({std::move(code), std::nullopt, 0, std::move(message)});
  }

  const Network& network_;
  const Registry& registry_;
  const Body registered_;
  std::set<std::string> days_;                    // each date once
  std::vector<bool> in_force_;                    // by row: it holds on one of the days
  std::vector<std::string> dates_;                // by source
  std::vector<Body> body_of_assignment_;          // by assignment
  std::vector<std::vector<Body>> bodies_of_;      // by old unit; more than one: it comes apart
  tsl::robin_map<std::uint64_t, Body> resolved_;  // by old unit and source
  tsl::robin_map<std::string, Body> plain_;       // bodies the registry does not know, by name
  std::vector<std::string> members_;              // those that only a group names
  std::vector<NewUnit> units_;                    // the new network's
  tsl::robin_map<Body, std::uint32_t> place_;     // in units_
  std::vector<std::vector<Body>> group_members_;  // by new unit
  std::vector<model::Note> notes_;
  std::set<std::string> noted_;
  model::NetworkBuilder builder_{"registered network"};
};

// What the registry says a form is at the date of a source; doubts become notes.
std::optional<Body> Application::known(std::string_view form, std::size_t source) {
  const std::string& date = dates_[source];
  const Registry::Meaning found = registry_.meaning(form, date);
  switch (found.kind) {
    case Registry::Meaning::Known:
      return found.unit;
    case Registry::Meaning::OutsideTime:
      note_once("registry-outside-time", quoted(form) + " is registered for another time (" +
                                             registry_.place(found.row) + ") than " + date +
                                             "; the row was not applied");
      break;
    case Registry::Meaning::Ambiguous:
      note_once("registry-ambiguous",
                quoted(form) +
                    " is registered for different units at different times and the "
                    "document has no date; no row was applied");
      break;
    case Registry::Meaning::Unknown:
      break;
  }
  return std::nullopt;
}

Body Application::body_of(UnitId unit, std::size_t source) {
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
Body Application::body_of(const model::Assignment& assignment, std::size_t source) {
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
  return body_of(assignment.unit, source);
}

void Application::find_bodies() {
  body_of_assignment_.reserve(network_.assignment_count());
  for (const model::TaskId task : network_.task_ids()) {
    const std::size_t source = index(network_.task(task).source);
    for (const model::AssignmentId id : network_.assignments(task)) {
      const Body body = body_of(network_.assignment(id), source);
      body_of_assignment_.push_back(body);
      auto& bodies = bodies_of_[index(network_.unit_of(id))];
      if (std::ranges::find(bodies, body) == bodies.end()) bodies.push_back(body);
    }
  }
  for (const UnitId unit : network_.unit_ids())
    if (bodies_of_[index(unit)].empty()) bodies_of_[index(unit)].push_back(body_of(unit, 0));
}

void Application::place(Body body, std::optional<UnitId> from) {
  const auto [found, added] = place_.try_emplace(body, static_cast<std::uint32_t>(units_.size()));
  if (added) units_.push_back({body, {}});
  if (from) units_[found->second].from.push_back(*from);
}

Body Application::body_of_member(const std::string& name) {
  for (const std::string& day : days_) {
    const Registry::Meaning found = registry_.meaning(name, day);
    if (found.kind == Registry::Meaning::Known) return found.unit;
  }
  const auto [found, added] = plain_.try_emplace(
      folded_name(name), registered_ + static_cast<Body>(network_.unit_count() + members_.size()));
  if (added) members_.push_back(name);
  return found->second;
}

// As the registry names them, else as the old network does.
std::vector<Body> Application::members_of(const NewUnit& unit) {
  std::vector<Body> members;
  if (unit.body < registered_ && registry_.kind(unit.body) == model::UnitKind::Group) {
    for (const std::uint32_t row : registry_.rows(unit.body))
      if (in_force(row))
        for (const std::string& member : registry_.row(row).members)
          members.push_back(body_of_member(member));
    for (const auto& [child, row] : registry_.children(unit.body))
      if (in_force(row)) members.push_back(child);
  }
  if (members.empty())
    for (const UnitId from : unit.from)
      for (const UnitId member : network_.unit(from).members)
        members.push_back(bodies_of_[index(member)].front());
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
  for (Body unit = 0; unit < registered_; ++unit)
    if (registry_.kind(unit) != model::UnitKind::Group &&
        std::ranges::any_of(registry_.rows(unit), [&](std::uint32_t row) { return in_force(row); }))
      place(unit, std::nullopt);
}

std::string Application::name_of(Body body) const {
  if (body < registered_) return registry_.name(body);
  const std::size_t old = body - registered_;
  if (old < network_.unit_count()) return std::string(network_.unit_name(static_cast<UnitId>(old)));
  return members_[old - network_.unit_count()];
}

model::UnitRow Application::unit_row(const NewUnit& unit) const {
  model::UnitRow row;
  row.name = name_of(unit.body);
  if (!unit.from.empty()) row.kind = network_.unit_kind(unit.from.front());
  if (unit.body < registered_)
    if (const auto kind = registry_.kind(unit.body)) row.kind = *kind;
  for (const UnitId id : unit.from) {
    const model::Unit old = network_.unit(id);
    const bool comes_apart = bodies_of_[index(id)].size() > 1;
    const auto is_ours = [&](std::string_view form) {
      return !comes_apart || std::ranges::any_of(days_, [&](const std::string& date) {
        const Registry::Meaning found = registry_.meaning(form, date);
        return found.kind == Registry::Meaning::Known ? found.unit == unit.body
                                                      : unit.body >= registered_;
      });
    };
    if (is_ours(old.name)) add_new(row.aliases, std::string(old.name));
    for (const std::string& alias : old.aliases)
      if (is_ours(alias)) add_new(row.aliases, alias);
    if (!comes_apart)
      for (const std::string& office : old.offices) add_new(row.offices, office);
  }
  if (unit.body < registered_)
    for (const std::uint32_t number : registry_.rows(unit.body))
      if (in_force(number))
        for (const std::string& alias : registry_.row(number).aliases) add_new(row.aliases, alias);
  std::erase(row.aliases, row.name);
  return row;
}

void Application::write() {
  builder_.set_title(std::string(network_.title()));
  for (const model::Source& source : network_.sources()) builder_.add_source(source);
  std::vector<model::UnitRow> rows;
  for (const NewUnit& unit : units_) rows.push_back(unit_row(unit));
  for (const model::AssignmentId id :
       model::IdRange<model::AssignmentId>(0, network_.assignment_count()))
    if (bodies_of_[index(network_.unit_of(id))].size() > 1)
      for (const std::string& office : network_.assignment(id).offices)
        add_new(rows[place_.at(body_of_assignment_[index(id)])].offices, office);
  for (model::UnitRow& row : rows) builder_.add_unit(std::move(row));
  for (std::size_t i = 0; i < group_members_.size(); ++i) {
    std::vector<UnitId> members;
    for (const Body member : group_members_[i])
      members.push_back(static_cast<UnitId>(place_.at(member)));
    if (!members.empty()) builder_.set_members(static_cast<UnitId>(i), std::move(members));
  }
  for (const model::SectionId id : network_.section_ids())
    builder_.add_section(model::row_of(network_.section(id)));
  for (const model::TaskId id : network_.task_ids()) {
    builder_.add_task(model::row_of(network_.task(id)));
    write_assignments(id);
  }
  write_notes();
}

void Application::write_assignments(model::TaskId task) {
  for (const model::AssignmentId id : network_.assignments(task)) {
    const model::Assignment old = network_.assignment(id);
    const auto unit = static_cast<UnitId>(place_.at(body_of_assignment_[index(id)]));
    model::AssignmentEvidence evidence = model::evidence_of(old);
    const std::string_view before = network_.unit_name(old.unit);
    if (evidence.as_written.empty() && before != name_of(body_of_assignment_[index(id)]))
      evidence.as_written = before;
    builder_.add_assignment(task, unit, old.role, old.order, std::move(evidence));
  }
}

void Application::write_notes() {
  for (model::Note note : network_.notes()) {
    if (note.unit)
      note.unit = static_cast<UnitId>(place_.at(bodies_of_[index(*note.unit)].front()));
    builder_.add_note(std::move(note));
  }
  for (const model::Note& note : registry_.notes()) builder_.add_note(note);
  for (const NewUnit& unit : units_) {
    if (unit.from.size() < 2) continue;
    std::string names;
    for (const UnitId from : unit.from)
      names += (names.empty() ? "" : ", ") + quoted(network_.unit_name(from));
    note_once("registry-merged", names + " are one unit by the registry (" +
                                     registry_.place(registry_.rows(unit.body).front()) +
                                     "): " + quoted(name_of(unit.body)));
  }
  for (const UnitId unit : network_.unit_ids()) {
    if (bodies_of_[index(unit)].size() < 2) continue;
    std::string names;
    for (const Body body : bodies_of_[index(unit)])
      names += (names.empty() ? "" : ", ") + quoted(name_of(body));
    note_once("registry-split", "what was taken as one unit, " + quoted(network_.unit_name(unit)) +
                                    ", is several by the registry: " + names);
  }
  for (model::Note& note : notes_) builder_.add_note(std::move(note));
}

}  // namespace

Network with_registry(const Network& network, const Registry& registry) {
  return Application(network, registry).network();
}

}  // namespace respnet::extract
