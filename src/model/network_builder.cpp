#include "respnet/model/network_builder.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

#include <tsl/robin_set.h>

#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/model/edge_list_columns.hpp"

namespace respnet::model {
namespace {

// Beyond this many, duplicates of an edge list are counted, not listed one by one.
constexpr std::size_t kListedDuplicates = 1000;

// A unit named once more in a task.
struct Duplicate {
  TaskId task;
  UnitId unit;
  bool supports_itself;  // named as lead and as support
};

// Texts to positions, in the order added. The table keeps positions and hashes only and looks the
// texts up in the column, so that a name is stored once and the column becomes the network's own.
class Index {
 public:
  explicit Index(std::string_view what) : what_(what) {}
  Index(const Index&) = delete;
  Index& operator=(const Index&) = delete;

  std::optional<std::uint32_t> find(std::string_view text) const {
    const auto found = table_.find(text);
    if (found == table_.end()) return std::nullopt;
    return *found;
  }

  std::uint32_t add(std::string_view text, Position where) {
    if (size_ >= std::numeric_limits<std::uint32_t>::max() - 1)
      throw LimitError("more than 4 billion " + what_ + "s; split the input");
    const std::uint32_t id = size_++;
    texts_.set(id, text);
    table_.insert(id);
    if (where.line != 0) {
      places_.resize(id);
      places_.push_back(where);
    }
    return id;
  }

  std::uint32_t add_new(std::string_view text, Position where, const std::string& file) {
    const auto found = find(text);
    if (!found) return add(text, where);
    const Position first = *found < places_.size() ? places_[*found] : Position{};
    const std::string seen =
        first.line == 0 ? "" : ", first seen at " + to_string({file, first.line, first.column});
    throw InputError({file, where.line, where.column},
                     "duplicate " + what_ + " id '" + printable(text) + "'" + seen +
                         "; give each " + what_ + " an id of its own");
  }

  std::uint32_t at(std::string_view text, Position where, const std::string& file) const {
    if (const auto found = find(text)) return *found;
    throw InputError({file, where.line, where.column},
                     "unknown " + what_ + " '" + printable(text) + "'" + suggestion(text));
  }

  std::size_t size() const { return size_; }
  std::string_view operator[](std::size_t i) const { return texts_[i]; }

  /// The texts by position; the index is spent.
  TextColumn take_texts() { return std::move(texts_); }

 private:
  struct Hash {
    using is_transparent = void;
    const TextColumn* texts;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
    std::size_t operator()(std::uint32_t id) const { return (*this)((*texts)[id]); }
  };
  struct Equal {
    using is_transparent = void;
    const TextColumn* texts;
    bool operator()(std::uint32_t a, std::uint32_t b) const { return a == b; }
    bool operator()(std::uint32_t id, std::string_view text) const { return (*texts)[id] == text; }
    bool operator()(std::string_view text, std::uint32_t id) const { return (*texts)[id] == text; }
  };

  std::string suggestion(std::string_view text) const {
    constexpr std::size_t most = 10000;  // a suggestion is a courtesy, not a search
    std::vector<std::string_view> some;
    for (std::size_t i = 0; i < std::min<std::size_t>(most, size_); ++i) some.push_back(texts_[i]);
    const std::string found = did_you_mean(text, some);
    return found.empty() ? "; add it to the list of " + what_ + "s or correct the id" : found;
  }

  std::string what_;
  std::uint32_t size_ = 0;
  TextColumn texts_;
  std::vector<Position> places_;
  tsl::robin_set<std::uint32_t, Hash, Equal, std::allocator<std::uint32_t>, true> table_{
      0, Hash{&texts_}, Equal{&texts_}};
};

}  // namespace

struct NetworkBuilder::State {
  std::string file;
  Network network;

  Index sections{"section"};
  Index tasks{"task"};
  Index units{"unit"};
  bool units_by_name = false;
  bool taken = false;          // assignments as a whole
  bool named_by_list = false;  // and their tasks and units
  std::vector<std::vector<UnitId>> members;

  // Assignments in the order added.
  std::vector<TaskId> assignment_tasks;
  std::vector<UnitId> assignment_units;
  std::vector<Role> assignment_roles;
  ValueColumn<std::uint32_t> assignment_orders;
  ValueColumn<std::uint64_t> evidence_of;  // 0: none, else index + 1
  std::vector<AssignmentEvidence> evidence;
  std::vector<std::pair<std::size_t, Words>> messages;  // by note, until the language is known

  void check(TaskId task, UnitId unit) const {
    ensure(index(task) < tasks.size() && index(unit) < units.size(),
           "assignment to a task or unit that was not added");
  }
  // The first source may be left out: a network need not come from a document.
  void check(SourceId source) const {
    ensure(index(source) == 0 || index(source) < network.sources_.size(), "unknown source");
  }
  std::vector<std::uint64_t> sorted_by_task() const;
  void place_assignments();
  void add_doubt(Doubt doubt);
  void note_duplicates(const std::vector<Duplicate>& duplicates);
};

NetworkBuilder::NetworkBuilder(std::string file) : state_(new State) {
  state_->file = std::move(file);
}
NetworkBuilder::~NetworkBuilder() = default;
NetworkBuilder::NetworkBuilder(NetworkBuilder&&) noexcept = default;
NetworkBuilder& NetworkBuilder::operator=(NetworkBuilder&&) noexcept = default;

void NetworkBuilder::set_title(std::string title) { state_->network.title_ = std::move(title); }

SourceId NetworkBuilder::add_source(Source source) {
  auto& sources = state_->network.sources_;
  if (source.id.empty()) source.id = "s" + std::to_string(sources.size() + 1);
  sources.push_back(std::move(source));
  return static_cast<SourceId>(sources.size() - 1);
}

SectionId NetworkBuilder::add_section(SectionRow row, Position where) {
  Network& network = state_->network;
  const std::uint32_t id = state_->sections.add_new(row.id, where, state_->file);
  ensure(!row.parent || index(*row.parent) < id, "section before its parent");
  state_->check(row.source);
  network.section_titles_.set(id, row.title);
  network.section_parents_.set(id,
                               row.parent ? static_cast<std::uint32_t>(index(*row.parent)) + 1 : 0);
  network.section_sources_.set(id, row.source);
  return static_cast<SectionId>(id);
}

TaskId NetworkBuilder::add_task(TaskRow row, Position where) {
  Network& network = state_->network;
  const std::uint32_t id = state_->tasks.add_new(row.id, where, state_->file);
  ensure(!row.section || index(*row.section) < state_->sections.size(), "task in no known section");
  state_->check(row.source);
  network.task_titles_.set(id, row.title);
  network.task_sections_.set(id,
                             row.section ? static_cast<std::uint32_t>(index(*row.section)) + 1 : 0);
  network.task_sources_.set(id, row.source);
  network.task_lines_.set(id, row.lines);
  network.deadlines_.set(id, row.deadline);
  network.dues_.set(id, row.due);
  network.clauses_.set(id, std::move(row.clauses));
  network.targets_.set(id, std::move(row.targets));
  return static_cast<TaskId>(id);
}

UnitId NetworkBuilder::add_unit(UnitRow row, Position where) {
  Network& network = state_->network;
  if (row.id.empty()) row.id = "u" + std::to_string(state_->units.size() + 1);
  const std::uint32_t id = state_->units.add_new(row.id, where, state_->file);
  network.unit_names_.set(id, row.name);
  network.unit_kinds_.set(id, row.kind);
  network.aliases_.set(id, std::move(row.aliases));
  network.unit_offices_.set(id, std::move(row.offices));
  const auto unit = static_cast<UnitId>(id);
  if (!row.members.empty()) set_members(unit, std::move(row.members));
  return unit;
}

void NetworkBuilder::set_members(UnitId group, std::vector<UnitId> members) {
  ensure(index(group) < state_->units.size(), "members of a group that was not added");
  if (state_->members.size() <= index(group)) state_->members.resize(index(group) + 1);
  state_->members[index(group)] = std::move(members);
}

void NetworkBuilder::add_assignment(TaskId task, UnitId unit, Role role, std::uint32_t order) {
  state_->check(task, unit);
  state_->assignment_orders.set(state_->assignment_tasks.size(), order);
  state_->assignment_tasks.push_back(task);
  state_->assignment_units.push_back(unit);
  state_->assignment_roles.push_back(role);
}

void NetworkBuilder::add_assignment(TaskId task, UnitId unit, Role role, std::uint32_t order,
                                    AssignmentEvidence evidence) {
  add_assignment(task, unit, role, order);
  if (evidence == AssignmentEvidence{}) return;  // nothing known costs nothing
  state_->evidence.push_back(std::move(evidence));
  state_->evidence_of.set(state_->assignment_tasks.size() - 1, state_->evidence.size());
}

bool NetworkBuilder::take(EdgeListColumns& columns, unsigned threads) {
  ensure(!state_->taken && state_->assignment_tasks.empty(), "a second edge list");
  Network& network = state_->network;
  if (const std::size_t tasks = task_count(), units = unit_count(); tasks + units > 0) {
    ensure(columns.task_ids.size() + columns.unit_names.size() == 0,
           "names besides an edge list that has some");
    if (!no_unit_repeats(columns, tasks, units, threads)) return false;
    network.unit_count_ = units;
  } else {
    if (!nothing_repeats(columns, threads)) return false;
    state_->named_by_list = true;
    network.task_ids_ = std::move(columns.task_ids);
    network.unit_names_ = std::move(columns.unit_names);
    network.unit_count_ = network.unit_names_.size();
  }
  network.offsets_ = std::move(columns.offsets);
  network.units_ = std::move(columns.units);
  network.roles_ = std::move(columns.roles);
  network.inferred_ = std::move(columns.inferred);
  network.assignment_clauses_ = std::move(columns.clauses);
  network.assignment_lines_ = std::move(columns.lines);
  network.assignment_spans_ = std::move(columns.spans);
  network.as_written_ = std::move(columns.as_written);
  network.assignment_offices_ = std::move(columns.offices);
  state_->taken = true;
  return true;
}

void NetworkBuilder::add_note(Note note) { state_->network.notes_.push_back(std::move(note)); }
void NetworkBuilder::add_doubt(Doubt doubt) { state_->add_doubt(std::move(doubt)); }

void NetworkBuilder::State::add_doubt(Doubt doubt) {
  messages.emplace_back(network.notes_.size(), std::move(doubt.message));
  network.notes_.push_back(
      {std::move(doubt.code), doubt.place.task, doubt.place.line, {}, doubt.place.unit});
}

namespace {
template <typename Id>
std::optional<Id> typed(std::optional<std::uint32_t> found) {
  if (!found) return std::nullopt;
  return static_cast<Id>(*found);
}
}  // namespace

std::optional<SectionId> NetworkBuilder::find_section(std::string_view id) const {
  return typed<SectionId>(state_->sections.find(id));
}
std::optional<TaskId> NetworkBuilder::find_task(std::string_view id) const {
  return typed<TaskId>(state_->tasks.find(id));
}
std::optional<UnitId> NetworkBuilder::find_unit(std::string_view id) const {
  return typed<UnitId>(state_->units.find(id));
}
SectionId NetworkBuilder::section_at(std::string_view id, Position where) const {
  return static_cast<SectionId>(state_->sections.at(id, where, state_->file));
}
TaskId NetworkBuilder::task_at(std::string_view id, Position where) const {
  return static_cast<TaskId>(state_->tasks.at(id, where, state_->file));
}
UnitId NetworkBuilder::unit_at(std::string_view id, Position where) const {
  return static_cast<UnitId>(state_->units.at(id, where, state_->file));
}

TaskId NetworkBuilder::task_of_id(std::string_view id, Position where) {
  if (const auto found = state_->tasks.find(id)) return static_cast<TaskId>(*found);
  return static_cast<TaskId>(state_->tasks.add(id, where));
}

UnitId NetworkBuilder::unit_of_name(std::string_view name, Position where) {
  if (const auto found = state_->units.find(name)) return static_cast<UnitId>(*found);
  ensure(state_->units_by_name || state_->units.size() == 0, "units by id and by name mixed");
  state_->units_by_name = true;
  return static_cast<UnitId>(state_->units.add(name, where));
}

std::size_t NetworkBuilder::task_count() const { return state_->tasks.size(); }
std::size_t NetworkBuilder::unit_count() const { return state_->units.size(); }

// Positions of the assignments, grouped by task: by stated order within a task, else as added. One
// without a stated order comes behind those of its task that were added before it.
std::vector<std::uint64_t> NetworkBuilder::State::sorted_by_task() const {
  std::vector<std::uint64_t> begin(tasks.size() + 1, 0);
  for (const TaskId task : assignment_tasks) ++begin[index(task) + 1];
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  std::vector<std::uint64_t> sorted(assignment_tasks.size());
  auto next = begin;
  for (std::uint64_t i = 0; i < sorted.size(); ++i) sorted[next[index(assignment_tasks[i])]++] = i;
  if (assignment_orders.empty()) return sorted;

  std::vector<std::pair<std::uint32_t, std::uint64_t>> rows;  // of one task: order, position
  for (std::size_t task = 0; task < tasks.size(); ++task) {
    rows.clear();
    std::uint32_t highest = 0;
    for (std::uint64_t i = begin[task]; i < begin[task + 1]; ++i) {
      const std::uint32_t stated = assignment_orders[sorted[i]];
      highest = std::max(highest, stated);
      rows.emplace_back(stated == 0 ? highest : stated, sorted[i]);
    }
    std::ranges::sort(rows);  // equal orders: as added
    for (std::size_t i = 0; i < rows.size(); ++i) sorted[begin[task] + i] = rows[i].second;
  }
  return sorted;
}

void NetworkBuilder::State::place_assignments() {
  const std::vector<std::uint64_t> sorted = sorted_by_task();
  constexpr auto nowhere = std::numeric_limits<std::uint64_t>::max();
  std::vector<std::uint64_t> place_of_unit(units.size(), nowhere);  // in the task at hand
  std::vector<std::uint64_t> kept;                                  // rows of the network
  kept.reserve(sorted.size());
  std::vector<Duplicate> duplicates;

  network.offsets_.assign(tasks.size() + 1, 0);
  std::size_t i = 0;
  for (std::size_t task = 0; task < tasks.size(); ++task) {
    const std::size_t begin = kept.size();
    for (; i < sorted.size() && index(assignment_tasks[sorted[i]]) == task; ++i) {
      const UnitId unit = assignment_units[sorted[i]];
      std::uint64_t& place = place_of_unit[index(unit)];
      if (place == nowhere) {
        place = kept.size();
        kept.push_back(sorted[i]);
        continue;
      }
      const auto [stronger, weaker] =
          std::minmax(assignment_roles[sorted[i]], assignment_roles[kept[place]]);
      duplicates.push_back(
          {static_cast<TaskId>(task), unit, stronger == Role::Lead && weaker == Role::Support});
      if (assignment_roles[sorted[i]] < assignment_roles[kept[place]]) kept[place] = sorted[i];
    }
    for (std::size_t j = begin; j < kept.size(); ++j)
      place_of_unit[index(assignment_units[kept[j]])] = nowhere;
    network.offsets_[task + 1] = kept.size();
  }

  network.units_.reserve(kept.size());
  network.roles_.reserve(kept.size());
  for (std::size_t row = 0; row < kept.size(); ++row) {
    const std::uint64_t from = kept[row];
    network.units_.push_back(assignment_units[from]);
    network.roles_.push_back(assignment_roles[from]);
    if (evidence_of[from] == 0) continue;
    AssignmentEvidence& seen = evidence[evidence_of[from] - 1];
    network.inferred_.set(row, !seen.is_explicit);
    network.assignment_clauses_.set(row, seen.clause);
    network.assignment_lines_.set(row, seen.line);
    network.assignment_spans_.set(row, seen.span);
    network.as_written_.set(row, seen.as_written);
    network.assignment_offices_.set(row, std::move(seen.offices));
  }
  note_duplicates(duplicates);
}

void NetworkBuilder::State::note_duplicates(const std::vector<Duplicate>& duplicates) {
  const std::size_t listed = std::min(duplicates.size(), kListedDuplicates);
  for (std::size_t i = 0; i < listed; ++i) {
    const auto [task, unit, supports_itself] = duplicates[i];
    const std::string_view name =
        units_by_name ? units[index(unit)] : network.unit_names_[index(unit)];
    add_doubt(doubt(supports_itself ? "lead-also-support" : "duplicate-assignment",
                    {quoted(name), plain(tasks[index(task)])},
                    {.line = network.task_lines_[index(task)].first, .task = task}));
  }
  if (duplicates.size() > listed)
    add_doubt(doubt("duplicate-assignment/more", {counted(duplicates.size() - listed)}));
}

Network NetworkBuilder::build() && {
  State& state = *state_;
  Network& network = state.network;
  for (std::size_t i = 0; i < state.members.size(); ++i) {
    for (const UnitId member : state.members[i])
      ensure(index(member) < state.units.size(), "group with a member that was not added");
    network.members_.set(i, std::move(state.members[i]));
  }
  network.section_count_ = state.sections.size();
  if (state.taken) {
    const bool as_taken = state.named_by_list ? task_count() + unit_count() == 0
                                              : task_count() == network.task_count() &&
                                                    unit_count() == network.unit_count();
    ensure(as_taken && state.assignment_tasks.empty(), "rows besides an edge list");
  } else {
    network.unit_count_ = state.units.size();
    state.place_assignments();
  }
  const Language language = language_of(network.sources_);
  for (auto& [note, message] : state.messages)
    network.notes_[note].message = std::move(language == Language::Zh ? message.zh : message.en);
  for (const Note& note : network.notes_) {
    ensure(!note.task || index(*note.task) < network.task_count(), "note on an unknown task");
    ensure(!note.unit || index(*note.unit) < network.unit_count(), "note on an unknown unit");
  }
  network.section_ids_ = state.sections.take_texts();
  if (state.named_by_list) return std::move(network);
  network.task_ids_ = state.tasks.take_texts();
  // Units that came by name have no id of their own; Network::unit_id() makes one from the place.
  (state.units_by_name ? network.unit_names_ : network.unit_ids_) = state.units.take_texts();
  return std::move(network);
}

}  // namespace respnet::model
