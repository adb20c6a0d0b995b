#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "io/csv_text.hpp"
#include "io/edge_list.hpp"
#include "io/plain_rows.hpp"
#include "io/role_words.hpp"
#include "respnet/base/text.hpp"
#include "respnet/model/doubt.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::io {
namespace {

using model::Role;

enum class Field : std::uint8_t { Task, Unit, Role, Order };
constexpr std::size_t kFields = 4;

struct Header {
  std::string_view text;
  Field field;
};

constexpr std::array kHeaders{
    Header{"task", Field::Task},   Header{"unit", Field::Unit},  Header{"role", Field::Role},
    Header{"order", Field::Order}, Header{"任务", Field::Task},  Header{"单位", Field::Unit},
    Header{"角色", Field::Role},   Header{"顺序", Field::Order}, Header{"责任单位", Field::Unit},
};

constexpr std::array kSeparators{',', ';', '\t'};

// Each part learns the units' names anew: few parts, but some for each thread.
std::size_t part_bytes_for(std::string_view text) {
  return std::clamp(text.size() / 8, std::size_t{1} << 20, std::size_t{1} << 24);
}

std::optional<Field> field_named(std::string_view name) {
  for (const Header& header : kHeaders)
    if (equal_but_for_case(header.text, name)) return header.field;
  return std::nullopt;
}

// How many of the fields we look for the first line names, split at this separator: plainly, since
// a header needs no quotes but may have them.
std::size_t fields_named(std::string_view text, char separator) {
  std::string_view line = text.substr(0, std::min<std::size_t>(text.size(), 4096));
  line = line.substr(0, line.find_first_of("\r\n"));
  std::array<bool, kFields> named{};
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(separator), line.size());
    std::string_view name = trimmed(line.substr(0, end));
    if (name.size() > 1 && name.front() == '"' && name.back() == '"')
      name = name.substr(1, name.size() - 2);
    if (const auto field = field_named(name)) named[static_cast<std::size_t>(*field)] = true;
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return named[0] && named[1] ? static_cast<std::size_t>(std::ranges::count(named, true)) : 0;
}

char separator_of(std::string_view text) {
  return *std::ranges::max_element(kSeparators, {},
                                   [&](char separator) { return fields_named(text, separator); });
}

class EdgeListReader {
 public:
  explicit EdgeListReader(const Document& document)
      : document_(document),
        separator_(separator_of(document.text)),
        scanner_(document.text, separator_, document.file),
        builder_(document.file) {
    builder_.add_source(document.source);
  }

  model::Network network(std::size_t part_bytes) {
    read_header();
    if (part_bytes == 0 || !read_at_once(part_bytes)) read_rows();
    note_lone();
    return std::move(builder_).build();
  }

 private:
  static constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

  bool read_at_once(std::size_t part_bytes) {
    // Each part of scattered rows learns the tasks' names, too: fewer parts.
    constexpr std::size_t larger = 4;
    const RowsBelow below{document_.text, scanner_.offset(), separator_, width_, columns_};
    return take(plain_rows(below, part_bytes, document_.threads)) ||
           take(scattered_rows(below, larger * part_bytes, document_.threads));
  }

  bool take(std::optional<PlainRows> rows) {
    if (!rows || (rows->lone_tasks + rows->lone_units == 0 && rows->columns.units.empty()) ||
        !builder_.take(rows->columns, document_.threads))
      return false;
    lone_tasks_ = rows->lone_tasks;
    lone_units_ = rows->lone_units;
    return true;
  }

  void read_rows() {
    std::size_t rows = 0;
    for (const auto* fields = &scanner_.next(); !fields->empty(); fields = &scanner_.next()) {
      read_row(*fields);
      ++rows;
    }
    if (rows == 0) scanner_.refuse(0, "no rows below the header; add one for each assignment");
  }

  void read_header();
  void read_row(const std::vector<CsvField>& fields);
  void note_lone();
  const CsvField& field(const std::vector<CsvField>& fields, Field which) const {
    return fields[columns_[static_cast<std::size_t>(which)]];
  }
  Role role(const CsvField& field);
  std::uint32_t order(const std::vector<CsvField>& fields) const;
  model::TaskId task(std::string_view id);

  const Document& document_;
  char separator_;
  CsvScanner scanner_;
  model::NetworkBuilder builder_;
  std::array<std::size_t, kFields> columns_{kAbsent, kAbsent, kAbsent, kAbsent};
  std::size_t width_ = 0;
  std::string last_task_;
  std::optional<model::TaskId> last_task_id_;
  std::size_t lone_tasks_ = 0;
  std::size_t lone_units_ = 0;
};

void EdgeListReader::read_header() {
  const std::vector<CsvField>& header = scanner_.next();
  width_ = header.size();
  std::vector<std::string> ignored;
  for (std::size_t i = 0; i < width_; ++i) {
    const auto found = field_named(trimmed(header[i].text));
    if (!found) {
      ignored.emplace_back(header[i].text);
      continue;
    }
    std::size_t& column = columns_[static_cast<std::size_t>(*found)];
    if (column != kAbsent)
      scanner_.refuse(header[i].offset,
                      "a second column '" + printable(header[i].text) + "'; keep one of the two");
    column = i;
  }
  for (const Field needed : {Field::Task, Field::Unit, Field::Role}) {
    const std::string name(kHeaders[static_cast<std::size_t>(needed)].text);
    if (columns_[static_cast<std::size_t>(needed)] == kAbsent)
      scanner_.refuse(0, "no column '" + name + "' in the header; name the columns task,unit,role");
  }
  if (!ignored.empty())
    builder_.add_doubt(model::doubt("ignored-column/edges", {model::quoted(ignored)}, {.line = 1}));
}

// Rows of one task mostly stand together.
model::TaskId EdgeListReader::task(std::string_view id) {
  if (!last_task_id_ || id != last_task_) {
    last_task_ = id;
    last_task_id_ = builder_.task_of_id(id);
  }
  return *last_task_id_;
}

Role EdgeListReader::role(const CsvField& field) {
  if (const auto found = role_of_word(field.text)) return *found;
  scanner_.refuse(field.offset,
                  "unknown role '" + printable(field.text) + "'" + role_choices(field.text));
}

std::uint32_t EdgeListReader::order(const std::vector<CsvField>& fields) const {
  if (columns_[static_cast<std::size_t>(Field::Order)] == kAbsent) return 0;
  const CsvField& stated = field(fields, Field::Order);
  if (stated.text.empty()) return 0;
  std::uint32_t value = 0;
  const char* const end = stated.text.data() + stated.text.size();
  const auto [behind, error] = std::from_chars(stated.text.data(), end, value);
  if (error != std::errc{} || behind != end || value == 0)
    scanner_.refuse(stated.offset,
                    "'" + printable(stated.text) +
                        "' is no place in an order; write 1, 2, 3 or leave it empty");
  return value;
}

void EdgeListReader::read_row(const std::vector<CsvField>& fields) {
  if (fields.size() != width_) {
    const std::size_t at = fields.size() > width_ ? fields[width_].offset : fields.front().offset;
    scanner_.refuse(at, std::to_string(fields.size()) + " fields where the header has " +
                            std::to_string(width_) +
                            "; put quotes around fields that hold the separator");
  }
  const std::string_view task_id = without_guard(field(fields, Field::Task).text);
  const std::string_view unit_name = without_guard(field(fields, Field::Unit).text);
  if (task_id.empty() && unit_name.empty())
    scanner_.refuse(field(fields, Field::Task).offset,
                    "a row with neither task nor unit; fill it in or delete it");
  if (unit_name.empty()) {
    task(task_id);
    ++lone_tasks_;
  } else if (task_id.empty()) {
    builder_.unit_of_name(unit_name);
    ++lone_units_;
  } else {
    builder_.add_assignment(task(task_id), builder_.unit_of_name(unit_name),
                            role(field(fields, Field::Role)), order(fields));
  }
}

void EdgeListReader::note_lone() {
  const auto add = [this](std::size_t count, const char* key) {
    if (count > 0) builder_.add_doubt(model::doubt(key, {model::counted(count)}));
  };
  add(lone_tasks_, "task-without-unit/rows");
  add(lone_units_, "unit-without-task/rows");
}

}  // namespace

bool looks_like_edge_list(std::string_view text) {
  return std::ranges::any_of(kSeparators,
                             [&](char separator) { return fields_named(text, separator) > 0; });
}

model::Network read_edge_list(const Document& document) {
  return read_edge_list(document, part_bytes_for(document.text));
}

model::Network read_edge_list(const Document& document, std::size_t part_bytes) {
  return EdgeListReader(document).network(part_bytes);
}

}  // namespace respnet::io
