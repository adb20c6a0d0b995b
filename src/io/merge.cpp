#include "respnet/io/merge.hpp"

#include <algorithm>
#include <compare>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "respnet/model/network_builder.hpp"
#include "respnet/model/rows.hpp"

namespace respnet::io {
namespace {

using model::Network;
using model::SourceId;
using model::TaskId;
using model::UnitId;

template <typename T>
void add_new(std::vector<T>& to, const auto& from) {
  constexpr std::size_t few = 8;  // that are looked for one by one
  if (from.size() <= few) {
    for (const T& item : from)
      if (std::ranges::find(to, item) == to.end()) to.push_back(item);
    return;
  }
  std::unordered_set<T> known(to.begin(), to.end());
  for (const T& item : from)
    if (known.insert(item).second) to.push_back(item);
}

// What the source of a unit says: that of the first task it appears in, or the first source.
struct Origin {
  std::string_view issuer, date;
};

std::vector<Origin> origins(const Network& network) {
  if (network.source_count() == 0) return std::vector<Origin>(network.unit_count());
  std::vector<std::optional<SourceId>> first_seen(network.unit_count());
  for (const TaskId task : network.task_ids()) {
    const SourceId source = network.task(task).source;
    for (const model::AssignmentId id : network.assignments(task)) {
      auto& seen = first_seen[index(network.unit_of(id))];
      if (!seen) seen = source;
    }
  }
  std::vector<Origin> result;
  for (const auto& seen : first_seen) {
    const model::Source& source = network.sources()[index(seen.value_or(SourceId{}))];
    result.push_back({source.issuer, source.date});
  }
  return result;
}

// The units of all inputs, each once: those of equal name and issuer in different inputs are one,
// and those of equal name that the registry knows.
class UnitPool {
 public:
  explicit UnitPool(const extract::Registry* registry) : registry_(registry) {}
  /// For each unit of the network, which one it is here.
  std::vector<UnitId> add(const Network& network);
  void add_to(model::NetworkBuilder& builder);

 private:
  struct Known {
    UnitId unit{};
    std::size_t input = 0;
  };
  struct Key {
    std::string name;
    std::string issuer;
    bool registered = false;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  bool is_registered(std::string_view name, std::string_view date) const {
    return registry_ != nullptr &&
           registry_->meaning(name, date).kind == extract::Registry::Meaning::Known;
  }
  UnitId unit_for(std::string_view name, const Origin& origin);
  void note_same_names(model::NetworkBuilder& builder) const;

  const extract::Registry* registry_;
  std::vector<model::UnitRow> rows_;
  std::vector<Key> keys_;  // by row
  std::map<Key, Known> by_key_;
  std::size_t inputs_ = 0;
  bool merged_without_issuer_ = false;
};

UnitId UnitPool::unit_for(std::string_view name, const Origin& origin) {
  const auto next = static_cast<UnitId>(rows_.size());
  Key key{std::string(name), std::string(origin.issuer), is_registered(name, origin.date)};
  if (key.registered) key.issuer.clear();
  const auto [place, is_new] = by_key_.try_emplace(key, Known{next, inputs_});
  // Two units of one input are two, whatever their names.
  if (!is_new && place->second.input != inputs_) {
    place->second.input = inputs_;
    merged_without_issuer_ = merged_without_issuer_ || (key.issuer.empty() && !key.registered);
    return place->second.unit;
  }
  rows_.push_back({.id = {}, .name = std::string(name)});
  keys_.push_back(std::move(key));
  return next;
}

std::vector<UnitId> UnitPool::add(const Network& network) {
  const std::vector<Origin> origin = origins(network);
  const std::size_t known = rows_.size();
  std::vector<UnitId> here;
  for (const UnitId id : network.unit_ids()) {
    const model::Unit unit = network.unit(id);
    here.push_back(unit_for(unit.name, origin[index(id)]));
    model::UnitRow& row = rows_[index(here.back())];
    if (index(here.back()) >= known) row.kind = unit.kind;
    add_new(row.aliases, unit.aliases);
    add_new(row.offices, unit.offices);
  }
  for (const UnitId id : network.unit_ids()) {
    std::vector<UnitId> members;
    for (const UnitId member : network.unit(id).members) members.push_back(here[index(member)]);
    add_new(rows_[index(here[index(id)])].members, members);
  }
  ++inputs_;
  return here;
}

void UnitPool::note_same_names(model::NetworkBuilder& builder) const {
  std::map<std::string_view, std::vector<std::size_t>> by_name;
  for (std::size_t unit = 0; unit < rows_.size(); ++unit)
    if (!keys_[unit].registered) by_name[rows_[unit].name].push_back(unit);
  for (const auto& [name, units] : by_name) {
    if (units.size() < 2) continue;
    std::string of;
    for (const std::size_t unit : units)
      of += (of.empty() ? "" : ", ") +
            (keys_[unit].issuer.empty() ? "an unknown issuer" : "'" + keys_[unit].issuer + "'");
    builder.add_note({"same-name", std::nullopt, 0,
                      "'" + std::string(name) + "' is the name of " + std::to_string(units.size()) +
                          " units, of " + of + "; kept apart"});
  }
  if (merged_without_issuer_)
    builder.add_note({"merged-without-issuer", std::nullopt, 0,
                      "units of equal name in inputs without a known issuer were taken as one"});
}

void UnitPool::add_to(model::NetworkBuilder& builder) {
  note_same_names(builder);
  std::vector<std::vector<UnitId>> members;
  for (model::UnitRow& row : rows_) {
    members.push_back(std::exchange(row.members, {}));
    builder.add_unit(std::move(row));
  }
  for (std::size_t unit = 0; unit < members.size(); ++unit)
    if (!members[unit].empty())
      builder.set_members(static_cast<UnitId>(unit), std::move(members[unit]));
}

// Puts one network after the other into a builder that has all units already.
class Appender {
 public:
  explicit Appender(model::NetworkBuilder& builder) : builder_(builder) {}

  void add(const Network& network, const std::vector<UnitId>& units) {
    network_ = &network;
    add_sources();
    add_sections();
    add_tasks();
    for (const TaskId task : network.task_ids()) add_assignments(task, units);
    for (const model::Note& note : network.notes()) add_note(note, units);
    first_source_ += std::max<std::size_t>(1, network.source_count());
    first_section_ += network.section_count();
    first_task_ += network.task_count();
  }

 private:
  SourceId moved(SourceId id) const { return static_cast<SourceId>(first_source_ + index(id)); }
  TaskId moved(TaskId id) const { return static_cast<TaskId>(first_task_ + index(id)); }
  std::optional<model::SectionId> moved(std::optional<model::SectionId> id) const {
    if (!id) return std::nullopt;
    return static_cast<model::SectionId>(first_section_ + index(*id));
  }
  std::string new_id(SourceId source) const {
    return "s" + std::to_string(index(moved(source)) + 1);
  }
  /// `id` behind its source, instead of the source that an earlier merge put there.
  std::string prefixed(std::string_view id, SourceId source) const {
    if (network_->source_count() > 1) {
      const std::string before = network_->sources()[index(source)].id + ":";
      if (id.starts_with(before)) id.remove_prefix(before.size());
    }
    return new_id(source) + ":" + std::string(id);
  }

  void add_sources();
  void add_sections();
  void add_tasks();
  void add_assignments(TaskId task, const std::vector<UnitId>& units);
  void add_note(model::Note note, const std::vector<UnitId>& units);

  model::NetworkBuilder& builder_;
  const Network* network_ = nullptr;  // the one being added
  std::size_t first_source_ = 0;      // what is in the builder from those before
  std::size_t first_section_ = 0;
  std::size_t first_task_ = 0;
};

// A network without a source counts as one.
void Appender::add_sources() {
  if (network_->source_count() == 0) builder_.add_source({});
  for (model::Source source : network_->sources()) {
    source.id.clear();  // numbered anew
    builder_.add_source(std::move(source));
  }
}

void Appender::add_sections() {
  for (const model::SectionId id : network_->section_ids()) {
    model::SectionRow row = model::row_of(network_->section(id));
    row.id = prefixed(row.id, row.source);
    row.parent = moved(row.parent);
    row.source = moved(row.source);
    builder_.add_section(std::move(row));
  }
}

void Appender::add_tasks() {
  for (const TaskId id : network_->task_ids()) {
    model::TaskRow row = model::row_of(network_->task(id));
    row.id = prefixed(row.id, row.source);
    row.section = moved(row.section);
    row.source = moved(row.source);
    builder_.add_task(std::move(row));
  }
}

void Appender::add_assignments(TaskId task, const std::vector<UnitId>& units) {
  for (const model::AssignmentId id : network_->assignments(task)) {
    const model::Assignment row = network_->assignment(id);
    builder_.add_assignment(moved(task), units[index(row.unit)], row.role, row.order,
                            model::evidence_of(row));
  }
}

// A note without a task does not tell its source, so the message does.
void Appender::add_note(model::Note note, const std::vector<UnitId>& units) {
  if (note.unit) note.unit = units[index(*note.unit)];
  if (note.task) {
    note.task = moved(*note.task);
  } else {
    note.message = new_id(SourceId{}) + ": " + note.message;
  }
  builder_.add_note(std::move(note));
}

// Titles of a few inputs tell them apart; of thousands they are no title any more.
std::string joined_titles(const std::vector<Network>& networks) {
  constexpr std::size_t most = 5;
  std::vector<std::string> titles;
  for (const Network& network : networks)
    if (!network.title().empty()) titles.emplace_back(network.title());
  std::vector<std::string> distinct;
  add_new(distinct, titles);
  std::string joined;
  for (std::size_t i = 0; i < std::min(distinct.size(), most); ++i)
    joined += (joined.empty() ? "" : " + ") + distinct[i];
  if (distinct.size() > most) joined += " + … (" + std::to_string(distinct.size()) + ")";
  return joined;
}

}  // namespace

Network merged(std::vector<Network> networks, const extract::Registry* registry) {
  if (networks.size() == 1) return std::move(networks.front());
  model::NetworkBuilder builder("merged inputs");
  builder.set_title(joined_titles(networks));
  UnitPool pool(registry);
  std::vector<std::vector<UnitId>> units;
  for (const Network& network : networks) units.push_back(pool.add(network));
  pool.add_to(builder);
  Appender appender(builder);
  for (std::size_t i = 0; i < networks.size(); ++i) {
    const Network network = std::move(networks[i]);  // gone once it is in the builder
    appender.add(network, units[i]);
  }
  return std::move(builder).build();
}

}  // namespace respnet::io
