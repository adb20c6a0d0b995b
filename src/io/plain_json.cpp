#include "io/plain_json.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/json_cutter.hpp"
#include "io/network_json.hpp"
#include "io/plain_assignments.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/mapped_file.hpp"
#include "respnet/base/parallel.hpp"
#include "respnet/model/edge_list_columns.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::io {
namespace {

using model::NetworkBuilder;

constexpr std::uint64_t kMostOfSpan = std::numeric_limits<std::int64_t>::max();

// All but the assignments. Functions return false where the other reader is to look.
class PlainNetwork {
 public:
  PlainNetwork(NetworkBuilder& builder, std::string_view text)
      : builder_(builder), text_(text), cut_(text) {}

  // Up to the assignments.
  bool read_head();
  // From behind them to the end.
  bool read_notes(std::string_view text);

  std::size_t offset() const { return cut_.offset(); }
  const model::TextColumn& task_ids() const { return task_ids_; }
  const model::ValueColumn<std::uint32_t>& clause_counts() const { return clause_counts_; }

 private:
  bool key(const auto& before_value) { return cut_.literal(before_value); }
  bool read_source();
  bool read_section();
  bool read_task();
  bool read_unit();
  bool read_note();
  bool set_members();

  bool text(std::string& value) {
    std::string_view found;
    if (!cut_.text_or_null(found)) return false;
    value = found;
    return true;
  }
  bool texts(std::vector<std::string>& values) {
    return cut_.list([&] {
      std::string_view found;
      if (!cut_.text(found)) return false;
      values.emplace_back(found);
      return true;
    });
  }
  bool lines(model::LineRange& lines) {
    std::uint64_t first = lines.first, last = lines.last;
    if (!cut_.range_or_null(first, last, std::numeric_limits<std::uint32_t>::max())) return false;
    lines = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
    return true;
  }
  bool source(model::SourceId& source);
  bool section(std::optional<model::SectionId>& section);
  bool clause(std::vector<model::Clause>& clauses);
  bool target(std::vector<model::Target>& targets);
  void begin_row();

  NetworkBuilder& builder_;
  std::string_view text_;
  std::size_t dropped_ = 0;  // bytes that need not be in memory any more
  JsonCutter cut_;
  std::map<std::string, model::SourceId, std::less<>> sources_;
  model::TextColumn task_ids_;
  model::ValueColumn<std::uint32_t> clause_counts_;
  std::vector<std::pair<model::UnitId, std::vector<std::string>>> members_;
};

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

constexpr std::string_view kAssignments = ",\n \"assignments\": [";

// Where the assignments stand, up to the bracket behind them. No line begins in a text, and lines
// are fewer than commas.
std::optional<std::string_view> assignments_in(std::string_view text) {
  const std::size_t line = text.find(kAssignments.substr(1));
  const std::size_t end = text.rfind(",\n \"notes\": [");
  if (line == text.npos || line == 0 || text[line - 1] != kAssignments.front()) return std::nullopt;
  const std::size_t begin = line - 1 + kAssignments.size();
  drop_pages(text.substr(0, line));
  if (end == text.npos || end < begin) return std::nullopt;
  return text.substr(begin, end - begin);
}

// Units as the builder has them instead of by part.
bool number_units(const AssignmentPart& part, const NetworkBuilder& builder,
                  model::EdgeListColumns& columns) {
  std::vector<model::UnitId> numbers;
  numbers.reserve(part.units.size());
  for (const std::string_view id : part.units) {
    const auto found = builder.find_unit(id);
    if (!found) return false;
    numbers.push_back(*found);
  }
  const auto first = columns.units.begin() + static_cast<std::ptrdiff_t>(part.first_row);
  std::for_each(first, first + static_cast<std::ptrdiff_t>(part.rows),
                [&](model::UnitId& unit) { unit = numbers[index(unit)]; });
  return true;
}

std::optional<model::Network> read_plainly(const Document& document, std::size_t part_bytes) {
  const auto lines = assignments_in(document.text);
  if (!lines) return std::nullopt;
  std::vector<AssignmentPart> parts = assignment_parts(*lines, part_bytes, document.threads);
  if (parts.empty() && *lines != "]") return std::nullopt;
  const std::uint64_t rows = parts.empty() ? 0 : parts.back().first_row + parts.back().rows;
  model::EdgeListColumns columns;
  columns.units.resize(rows);
  columns.roles.resize(rows);

  NetworkBuilder builder(document.file);
  const auto lines_at = static_cast<std::size_t>(lines->data() - document.text.data());
  PlainNetwork rest(builder, document.text.substr(0, lines_at));
  std::atomic<bool> plain{true};
  parallel_blocks(parts.size() + 1, document.threads, [&](std::size_t block) {
    const bool read = block == 0 ? rest.read_head() : read_part(parts[block - 1], columns);
    if (!read) plain = false;
  });
  if (!plain || rest.offset() + kAssignments.size() != lines_at) return std::nullopt;
  parallel_blocks(parts.size(), document.threads, [&](std::size_t i) {
    if (!number_units(parts[i], builder, columns)) plain = false;
    drop_pages(parts[i].lines);
  });
  if (!plain || !join_parts(parts, rest.task_ids(), rest.clause_counts(), columns) ||
      !builder.take(columns, document.threads) ||
      !rest.read_notes(document.text.substr(lines_at + lines->size())))
    return std::nullopt;
  return std::move(builder).build();
}

}  // namespace

std::optional<model::Network> plain_network_json(const Document& document, std::size_t part_bytes) {
  try {
    return read_plainly(document, part_bytes);
  } catch (const InputError&) {
    return std::nullopt;  // the other reader knows the line
  }
}

}  // namespace respnet::io
