#include "io/plain_network.hpp"

#include "io/network_json.hpp"
#include "respnet/base/mapped_file.hpp"

namespace respnet::io {
namespace {

constexpr std::uint64_t kMostOfSpan = std::numeric_limits<std::int64_t>::max();

}  // namespace

bool PlainNetwork::source(model::SourceId& source) {
  std::optional<std::string_view> id;
  if (!cut_.text_or_none(id)) return false;
  if (!id) return true;
  const auto found = sources_.find(*id);
  if (found == sources_.end()) return false;
  source = found->second;
  return true;
}

bool PlainNetwork::section(std::optional<model::SectionId>& section) {
  std::optional<std::string_view> id;
  if (!cut_.text_or_none(id)) return false;
  if (id) section = builder_.find_section(*id);
  return !id || section;
}

bool PlainNetwork::read_source() {
  model::Source row;
  const bool plain = key("{\"id\": ") && text(row.id) && key(", \"path\": ") && text(row.path) &&
                     key(", \"sha256\": ") && text(row.sha256) && key(", \"title\": ") &&
                     text(row.title) && key(", \"number\": ") && text(row.number) &&
                     key(", \"issuer\": ") && text(row.issuer) && key(", \"date\": ") &&
                     text(row.date) && key(", \"language\": ") && text(row.language) &&
                     key(", \"encoding\": ") && text(row.encoding) && key("}");
  if (!plain || row.id.empty() || sources_.contains(row.id)) return false;
  const std::string id = row.id;
  sources_.emplace(id, builder_.add_source(std::move(row)));
  return true;
}

bool PlainNetwork::read_section() {
  model::SectionRow row;
  const bool plain = key("{\"id\": ") && text(row.id) && key(", \"title\": ") && text(row.title) &&
                     key(", \"parent\": ") && section(row.parent) && key(", \"source\": ") &&
                     source(row.source) && key("}");
  if (!plain || row.id.empty()) return false;
  builder_.add_section(std::move(row));
  return true;
}

bool PlainNetwork::clause(std::vector<model::Clause>& clauses) {
  model::Clause& row = clauses.emplace_back();
  return key("{\"text\": ") && text(row.text) && key(", \"lines\": ") && lines(row.lines) &&
         key(", \"span\": ") && cut_.range_or_null(row.span.begin, row.span.end, kMostOfSpan) &&
         key("}");
}

bool PlainNetwork::target(std::vector<model::Target>& targets) {
  model::Target& row = targets.emplace_back();
  return key("{\"text\": ") && text(row.text) && key(", \"value\": ") &&
         cut_.real_or_null(row.value) && key(", \"unit\": ") && text(row.unit) &&
         key(", \"comparator\": ") && text(row.comparator) && key("}");
}

void PlainNetwork::begin_row() {
  constexpr std::size_t most_kept = 1 << 24;
  cut_.forget_texts();
  if (cut_.offset() - dropped_ < most_kept) return;
  drop_pages(text_.substr(dropped_, cut_.offset() - dropped_));
  dropped_ = cut_.offset();
}

bool PlainNetwork::read_task() {
  begin_row();
  std::string_view id;
  model::TaskRow row;
  const bool plain = key("{\"id\": ") && cut_.filled_text(id) && key(", \"title\": ") &&
                     text(row.title) && key(", \"section\": ") && section(row.section) &&
                     key(", \"source\": ") && source(row.source) && key(", \"lines\": ") &&
                     lines(row.lines) && key(", \"deadline\": ") && text(row.deadline) &&
                     key(", \"due\": ") && text(row.due) && key(", \"clauses\": ") &&
                     cut_.list([&] { return clause(row.clauses); }) && key(", \"targets\": ") &&
                     cut_.list([&] { return target(row.targets); }) && key("}");
  if (!plain) return false;
  row.id = id;
  clause_counts_.set(task_ids_.size(), static_cast<std::uint32_t>(row.clauses.size()));
  task_ids_.set(task_ids_.size(), id);
  builder_.add_task(std::move(row));
  return true;
}

bool PlainNetwork::read_unit() {
  begin_row();
  model::UnitRow row;
  std::string_view kind;
  std::vector<std::string> members;
  const bool plain = key("{\"id\": ") && text(row.id) && key(", \"name\": ") && text(row.name) &&
                     key(", \"kind\": ") && cut_.text(kind) && key(", \"aliases\": ") &&
                     texts(row.aliases) && key(", \"offices\": ") && texts(row.offices) &&
                     key(", \"members\": ") && texts(members) && key("}");
  const auto known_kind = model::unit_kind_named(kind);
  if (!plain || row.id.empty() || row.name.empty() || !known_kind) return false;
  row.kind = *known_kind;
  const model::UnitId unit = builder_.add_unit(std::move(row));
  if (!members.empty()) members_.emplace_back(unit, std::move(members));
  return true;
}

// Members may stand behind their group, so they are looked up when all units are known.
bool PlainNetwork::set_members() {
  for (const auto& [group, ids] : members_) {
    std::vector<model::UnitId> members;
    for (const std::string& id : ids) {
      const auto found = builder_.find_unit(id);
      if (!found) return false;
      members.push_back(*found);
    }
    builder_.set_members(group, std::move(members));
  }
  return true;
}

bool PlainNetwork::read_head() {
  std::string title;
  const bool plain = key("{\"schema\": \"") && key(kNetworkSchema) && key("\",\n \"title\": ") &&
                     text(title) && key(",\n \"sources\": ") &&
                     cut_.rows([&] { return read_source(); }) && key(",\n \"sections\": ") &&
                     cut_.rows([&] { return read_section(); }) && key(",\n \"tasks\": ") &&
                     cut_.rows([&] { return read_task(); }) && key(",\n \"units\": ") &&
                     cut_.rows([&] { return read_unit(); });
  if (!plain || builder_.task_count() + builder_.unit_count() == 0) return false;
  builder_.set_title(std::move(title));
  return set_members();
}

bool PlainNetwork::read_note() {
  model::Note row;
  std::optional<std::string_view> task, unit;
  if (!key("{\"code\": ") || !text(row.code) || row.code.empty()) return false;
  if (!key(", \"task\": ") || !cut_.text_or_none(task)) return false;
  if (!key(", \"line\": ") || !(key("null") || cut_.whole(row.line))) return false;
  if (key(", \"unit\": ") && !cut_.text_or_none(unit)) return false;
  if (!key(", \"message\": ") || !text(row.message) || !key("}")) return false;
  if (task) row.task = builder_.find_task(*task);
  if (unit) row.unit = builder_.find_unit(*unit);
  if (row.task.has_value() != task.has_value() || row.unit.has_value() != unit.has_value())
    return false;
  builder_.add_note(std::move(row));
  return true;
}

bool PlainNetwork::read_notes(std::string_view text) {
  cut_ = JsonCutter(text);
  return key(",\n \"notes\": ") && cut_.rows([&] { return read_note(); }) && key("}\n") &&
         cut_.at_end();
}

}  // namespace respnet::io
