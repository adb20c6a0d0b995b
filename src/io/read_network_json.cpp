#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "io/graph_formats.hpp"
#include "io/json_rows.hpp"
#include "io/json_tree.hpp"
#include "io/network_json.hpp"
#include "io/plain_json.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/model/doubt.hpp"

namespace respnet::io {
namespace {

using model::NetworkBuilder;
using model::Position;
using Keys = std::vector<std::string_view>;

// Which keys each kind of object has; design and schema file say the same.
const Keys kNetworkKeys{"schema", "title", "sources",     "sections",
                        "tasks",  "units", "assignments", "notes"};
const Keys kSourceKeys{"id",     "path", "sha256",   "title",   "number",
                       "issuer", "date", "language", "encoding"};
const Keys kSectionKeys{"id", "title", "parent", "source"};
const Keys kTaskKeys{"id",       "title", "section", "source", "lines",
                     "deadline", "due",   "clauses", "targets"};
const Keys kClauseKeys{"text", "lines", "span"};
const Keys kTargetKeys{"text", "value", "unit", "comparator"};
const Keys kUnitKeys{"id", "name", "kind", "aliases", "offices", "members"};
const Keys kAssignmentKeys{"task",    "unit",   "role", "explicit", "order",
                           "offices", "clause", "line", "span",     "as_written"};
const Keys kNoteKeys{"code", "task", "line", "unit", "message"};

// Each part learns the units' ids anew: few parts, but some for each thread.
std::size_t part_bytes_for(std::string_view text) {
  return std::clamp(text.size() / 16, std::size_t{1} << 20, std::size_t{1} << 24);
}

// What a message calls an object of the file.
struct RowKind {
  std::string_view zh;
  std::string_view en;
};

class NetworkReader {
 public:
  explicit NetworkReader(const Document& document)
      : tree_(document.text, document.file),
        source_(document.text, document.file),
        builder_(document.file) {}

  model::Network network();

 private:
  void check_schema(const JsonRow& root);
  void read_source(const JsonRow& row);
  void read_section(const JsonRow& row, const std::vector<JsonRow>& all);
  void read_task(const JsonRow& row);
  void read_unit(const JsonRow& row);
  void read_members(const JsonRow& row);
  void read_assignment(const JsonRow& row);
  void read_note(const JsonRow& row);

  std::vector<model::Clause> clauses(const JsonRow& task);
  std::vector<model::Target> targets(const JsonRow& task);
  model::SourceId source_of(const JsonRow& row);
  std::optional<model::SectionId> section_of(const JsonRow& row, std::string_view key);
  /// The value of `key` among named values; refuses another with the nearest.
  template <typename Value>
  Value named(const JsonRow& row, std::string_view key, const std::vector<Value>& values,
              std::optional<Value> otherwise);
  void note_unknown_keys(const JsonRow& row, const Keys& known, RowKind what);

  JsonTree tree_;
  JsonSource source_;
  NetworkBuilder builder_;
  std::map<std::string, model::SourceId, std::less<>> sources_;
  std::vector<std::size_t> clause_counts_;  // by task
  std::map<std::string, int, std::less<>> noted_keys_;
};

void NetworkReader::check_schema(const JsonRow& root) {
  const auto found = root.find("schema");
  if (!found || found->kind() != JsonKind::String)
    source_.refuse(root.value(),
                   "this JSON is no network; a network file begins with "
                   "{\"schema\": \"" +
                       std::string(kNetworkSchema) + "\"");
  if (found->text() == kNetworkSchema) return;
  source_.refuse(*found, "the schema '" + printable(found->text()) + "' is not read here, only '" +
                             std::string(kNetworkSchema) +
                             "'; write the file with this version of respnet");
}

void NetworkReader::note_unknown_keys(const JsonRow& row, const Keys& known, RowKind what) {
  row.each_unknown_key(known, [&](JsonValue key) {
    const std::string name = std::string(what.en) + '/' + std::string(key.text());
    if (noted_keys_[name]++ > 0) return;
    const auto like = nearest(key.text(), known);
    builder_.add_doubt(model::doubt(like ? "unknown-key/like" : "unknown-key",
                                    {model::quoted(key.text()),
                                     {std::string(what.zh), std::string(what.en)},
                                     model::quoted(like.value_or(""))},
                                    {.line = source_.position(key).line}));
  });
}

template <typename Value>
Value NetworkReader::named(const JsonRow& row, std::string_view key,
                           const std::vector<Value>& values, std::optional<Value> otherwise) {
  if (otherwise && !row.find(key)) return *otherwise;
  const std::string_view wanted = row.text(key);
  Keys names;
  for (const Value value : values) {
    if (name(value) == wanted) return value;
    names.push_back(name(value));
  }
  std::string message = "unknown " + std::string(key) + " '" + printable(wanted) + "'";
  const std::string nearest = did_you_mean(wanted, names);
  message += nearest.empty() ? "; choose from " : nearest;
  if (nearest.empty())
    for (const std::string_view known : names)
      message += (known == names.front() ? "" : ", ") + std::string(known);
  source_.refuse(row.at(key), message);
}

void NetworkReader::read_source(const JsonRow& row) {
  note_unknown_keys(row, kSourceKeys, {"来源", "a source"});
  model::Source source;
  source.id = row.text("id");
  source.path = row.text_or_empty("path");
  source.sha256 = row.text_or_empty("sha256");
  source.title = row.text_or_empty("title");
  source.number = row.text_or_empty("number");
  source.issuer = row.text_or_empty("issuer");
  source.date = row.text_or_empty("date");
  source.language = row.text_or_empty("language");
  source.encoding = row.text_or_empty("encoding");
  if (sources_.contains(source.id))
    source_.refuse(row.at("id"), "duplicate source id '" + printable(source.id) +
                                     "'; give each source an id of its own");
  const std::string id = source.id;
  sources_.emplace(id, builder_.add_source(std::move(source)));
}

model::SourceId NetworkReader::source_of(const JsonRow& row) {
  const auto id = row.text_or_none("source");
  if (!id) return {};
  const auto found = sources_.find(*id);
  if (found != sources_.end()) return found->second;
  Keys known;
  for (const auto& source : sources_) known.push_back(source.first);
  const std::string nearest = did_you_mean(*id, known);
  source_.refuse(row.at("source"), "unknown source '" + printable(*id) + "'" +
                                       (nearest.empty() ? "; add it to \"sources\"" : nearest));
}

std::optional<model::SectionId> NetworkReader::section_of(const JsonRow& row,
                                                          std::string_view key) {
  const auto id = row.text_or_none(key);
  if (!id) return std::nullopt;
  if (const auto found = builder_.find_section(*id)) return found;
  return builder_.section_at(*id, source_.position(row.at(key)));
}

void NetworkReader::read_section(const JsonRow& row, const std::vector<JsonRow>& all) {
  note_unknown_keys(row, kSectionKeys, {"部分", "a section"});
  const auto parent = row.text_or_none("parent");
  if (parent && !builder_.find_section(*parent) &&
      std::ranges::any_of(all, [&](const JsonRow& other) { return other.text("id") == *parent; }))
    source_.refuse(row.at("parent"), "a section stands before its parent '" + printable(*parent) +
                                         "'; move the parent up");
  builder_.add_section({.id = std::string(row.text("id")),
                        .title = row.text_or_empty("title"),
                        .parent = section_of(row, "parent"),
                        .source = source_of(row)},
                       row.position());
}

std::vector<model::Clause> NetworkReader::clauses(const JsonRow& task) {
  std::vector<model::Clause> result;
  for (const JsonRow& row : task.rows("clauses", "a clause")) {
    note_unknown_keys(row, kClauseKeys, {"条款", "a clause"});
    result.push_back({row.text_or_empty("text"), row.lines("lines"), row.span("span")});
  }
  return result;
}

std::vector<model::Target> NetworkReader::targets(const JsonRow& task) {
  std::vector<model::Target> result;
  for (const JsonRow& row : task.rows("targets", "a target")) {
    note_unknown_keys(row, kTargetKeys, {"目标", "a target"});
    result.push_back({row.text_or_empty("text"), row.number_or_none("value"),
                      row.text_or_empty("unit"), row.text_or_empty("comparator")});
  }
  return result;
}

void NetworkReader::read_task(const JsonRow& row) {
  note_unknown_keys(row, kTaskKeys, {"任务", "a task"});
  model::TaskRow task;
  task.id = row.text("id");
  task.title = row.text_or_empty("title");
  task.section = section_of(row, "section");
  task.source = source_of(row);
  task.lines = row.lines("lines");
  task.deadline = row.text_or_empty("deadline");
  task.due = row.text_or_empty("due");
  task.clauses = clauses(row);
  task.targets = targets(row);
  clause_counts_.push_back(task.clauses.size());
  builder_.add_task(std::move(task), row.position());
}

void NetworkReader::read_unit(const JsonRow& row) {
  note_unknown_keys(row, kUnitKeys, {"单位", "a unit"});
  using model::UnitKind;
  builder_.add_unit(
      {.id = std::string(row.text("id")),
       .name = std::string(row.text("name")),
       .kind = named<UnitKind>(row, "kind", {UnitKind::Organ, UnitKind::Group, UnitKind::Person},
                               UnitKind::Organ),
       .aliases = row.texts("aliases"),
       .offices = row.texts("offices")},
      row.position());
}

// Members may stand behind their group, so they are looked up when all units are known.
void NetworkReader::read_members(const JsonRow& row) {
  std::vector<model::UnitId> members;
  for (const std::string& id : row.texts("members")) {
    const auto found = builder_.find_unit(id);
    members.push_back(found ? *found : builder_.unit_at(id, source_.position(row.at("members"))));
  }
  if (members.empty()) return;
  builder_.set_members(builder_.unit_at(row.text("id"), {}), std::move(members));
}

void NetworkReader::read_assignment(const JsonRow& row) {
  note_unknown_keys(row, kAssignmentKeys, {"分工", "an assignment"});
  const auto known_task = builder_.find_task(row.text("task"));
  const auto known_unit = builder_.find_unit(row.text("unit"));
  const model::TaskId task =
      known_task ? *known_task
                 : builder_.task_at(row.text("task"), source_.position(row.at("task")));
  const model::UnitId unit =
      known_unit ? *known_unit
                 : builder_.unit_at(row.text("unit"), source_.position(row.at("unit")));
  using model::Role;
  const Role role = named<Role>(
      row, "role", {Role::Lead, Role::Responsible, Role::Support, Role::Oversight, Role::Informed},
      {});
  model::AssignmentEvidence evidence{.is_explicit = row.boolean_or("explicit", true),
                                     .clause = row.whole_or_zero("clause"),
                                     .line = row.whole_or_zero("line"),
                                     .span = row.span("span"),
                                     .as_written = row.text_or_empty("as_written"),
                                     .offices = row.texts("offices")};
  if (evidence.clause > 0 && evidence.clause >= clause_counts_[model::index(task)])
    source_.refuse(row.at("clause"), "the task has no clause " + std::to_string(evidence.clause) +
                                         "; clauses count from 0");
  builder_.add_assignment(task, unit, role, row.whole_or_zero("order"), std::move(evidence));
}

void NetworkReader::read_note(const JsonRow& row) {
  note_unknown_keys(row, kNoteKeys, {"注记", "a note"});
  model::Note note;
  note.code = row.text("code");
  note.line = row.whole_or_zero("line");
  note.message = row.text_or_empty("message");
  if (const auto task = row.text_or_none("task"))
    note.task = builder_.task_at(*task, source_.position(row.at("task")));
  if (const auto unit = row.text_or_none("unit"))
    note.unit = builder_.unit_at(*unit, source_.position(row.at("unit")));
  builder_.add_note(std::move(note));
}

model::Network NetworkReader::network() {
  const JsonRow root(source_, tree_.root(), "a network");
  check_schema(root);
  note_unknown_keys(root, kNetworkKeys, {"网络", "a network"});
  builder_.set_title(root.text_or_empty("title"));
  for (const JsonRow& row : root.rows("sources", "a source")) read_source(row);
  const auto sections = root.rows("sections", "a section");
  for (const JsonRow& row : sections) read_section(row, sections);
  root.at("tasks");
  for (const JsonRow& row : root.rows("tasks", "a task")) read_task(row);
  root.at("units");
  const auto units = root.rows("units", "a unit");
  for (const JsonRow& row : units) read_unit(row);
  for (const JsonRow& row : units) read_members(row);
  if (builder_.task_count() + builder_.unit_count() == 0)
    source_.refuse(tree_.root(), "the network has neither tasks nor units; check how it was made");
  root.at("assignments");
  for (const JsonRow& row : root.rows("assignments", "an assignment")) read_assignment(row);
  for (const JsonRow& row : root.rows("notes", "a note")) read_note(row);
  return std::move(builder_).build();
}

}  // namespace

bool looks_like_json(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{' && !looks_like_node_link(text);
}

model::Network read_network_json(const Document& document) {
  return read_network_json(document, part_bytes_for(document.text));
}

model::Network read_network_json(const Document& document, std::size_t part_bytes) {
  if (part_bytes > 0)
    if (auto network = plain_network_json(document, part_bytes)) return *std::move(network);
  return NetworkReader(document).network();
}

}  // namespace respnet::io
