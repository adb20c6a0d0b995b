#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "io/csv_text.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/files.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/decode.hpp"
#include "respnet/io/registry.hpp"

namespace respnet::io {
namespace {

using extract::RegistryRow;
using model::Position;
using model::UnitKind;

enum class Field : std::uint8_t { Name, Alias, Kind, Parent, Members, From, To };
constexpr std::size_t kFields = 7;

template <typename Value>
struct Word {
  std::string_view text;
  Value value;
};

// The heads that the page names first: they are the ones to suggest.
constexpr std::array kHeads{
    Word<Field>{"name", Field::Name},        Word<Field>{"alias", Field::Alias},
    Word<Field>{"kind", Field::Kind},        Word<Field>{"parent", Field::Parent},
    Word<Field>{"members", Field::Members},  Word<Field>{"valid_from", Field::From},
    Word<Field>{"valid_to", Field::To},      Word<Field>{"aliases", Field::Alias},
    Word<Field>{"member", Field::Members},   Word<Field>{"名称", Field::Name},
    Word<Field>{"单位", Field::Name},        Word<Field>{"单位名称", Field::Name},
    Word<Field>{"全称", Field::Name},        Word<Field>{"别名", Field::Alias},
    Word<Field>{"简称", Field::Alias},       Word<Field>{"类别", Field::Kind},
    Word<Field>{"类型", Field::Kind},        Word<Field>{"上级", Field::Parent},
    Word<Field>{"上级单位", Field::Parent},  Word<Field>{"成员", Field::Members},
    Word<Field>{"成员单位", Field::Members}, Word<Field>{"启用日期", Field::From},
    Word<Field>{"生效日期", Field::From},    Word<Field>{"停用日期", Field::To},
    Word<Field>{"失效日期", Field::To},
};

constexpr std::array kKinds{
    Word<UnitKind>{"organ", UnitKind::Organ},   Word<UnitKind>{"group", UnitKind::Group},
    Word<UnitKind>{"person", UnitKind::Person}, Word<UnitKind>{"机构", UnitKind::Organ},
    Word<UnitKind>{"单位", UnitKind::Organ},    Word<UnitKind>{"部门", UnitKind::Organ},
    Word<UnitKind>{"集合", UnitKind::Group},    Word<UnitKind>{"集合单位", UnitKind::Group},
    Word<UnitKind>{"群体", UnitKind::Group},    Word<UnitKind>{"个人", UnitKind::Person},
    Word<UnitKind>{"人员", UnitKind::Person},
};

constexpr std::array kSeparators{',', ';', '\t'};

bool equal_but_for_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

template <typename Value, std::size_t n>
std::optional<Value> meaning(std::string_view text, const std::array<Word<Value>, n>& words) {
  for (const auto& word : words)
    if (equal_but_for_case(word.text, text)) return word.value;
  return std::nullopt;
}

char separator_of(std::string_view text) {
  const std::string_view header = text.substr(0, text.find_first_of("\r\n"));
  return *std::ranges::max_element(
      kSeparators, {}, [&](char separator) { return std::ranges::count(header, separator); });
}

// The strongest separator that a cell has.
std::string_view mark_in(std::string_view cell) {
  for (const std::string_view mark : {"|", "；", ";"})
    if (cell.find(mark) != std::string_view::npos) return mark;
  return "、";
}

// The names in a cell; brackets keep together what stands in them: 各县（市、区）.
std::vector<std::string> names_in(std::string_view cell) {
  const std::string_view mark = mark_in(cell);
  std::vector<std::string> names;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at <= cell.size(); ++at) {
    const std::string_view rest = cell.substr(at);
    if (rest.starts_with("（") || rest.starts_with("(")) ++depth;
    if (rest.starts_with("）") || rest.starts_with(")")) --depth;
    if (!rest.empty() && (depth > 0 || !rest.starts_with(mark))) continue;
    if (const auto name = trimmed(cell.substr(begin, at - begin)); !name.empty())
      names.emplace_back(name);
    begin = at + mark.size();
  }
  return names;
}

// The numbers of a date: between - / . or 年 月 日.
std::vector<std::string_view> numbers_in(std::string_view text) {
  std::vector<std::string_view> numbers;
  for (;;) {
    const std::size_t size = std::min(text.find_first_not_of("0123456789"), text.size());
    numbers.push_back(text.substr(0, size));
    text.remove_prefix(size);
    std::size_t mark = 0;
    for (const std::string_view each : {"-", "/", ".", "年", "月", "日"})
      if (text.starts_with(each)) mark = each.size();
    text.remove_prefix(mark);
    if (text.empty() && mark != 1) return numbers;
    if (mark == 0 || text.empty()) return {};
  }
}

// 2024, 2024-9, 2024/09/01, 2024年9月1日 as ISO 8601, without a time behind a blank; nothing if it
// is none of these.
std::optional<std::string> date_in(std::string_view text) {
  constexpr std::array<int, 3> most{9999, 12, 31};
  const std::vector<std::string_view> numbers = numbers_in(text.substr(0, text.find(' ')));
  if (numbers.empty() || numbers.size() > most.size() || numbers[0].size() != 4)
    return std::nullopt;
  std::string date(numbers[0]);
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    if (numbers[i].empty() || numbers[i].size() > 2) return std::nullopt;
    const int value = std::stoi(std::string(numbers[i]));
    if (value < 1 || value > most[i]) return std::nullopt;
    date += (numbers[i].size() == 1 ? "-0" : "-") + std::string(numbers[i]);
  }
  return date;
}

class RegistryReader {
 public:
  RegistryReader(std::string_view text, const std::string& file)
      : text_(text), file_(file), scanner_(text, separator_of(text), file) {}

  extract::Registry registry() {
    read_header();
    std::vector<RegistryRow> rows;
    for (const auto* fields = &scanner_.next(); !fields->empty(); fields = &scanner_.next())
      if (std::ranges::any_of(*fields, [](const CsvField& field) { return !field.text.empty(); }))
        rows.push_back(row(*fields));
    if (rows.empty()) scanner_.refuse(0, "no rows below the header; add one for each unit");
    return extract::Registry(file_, std::move(rows), std::move(notes_));
  }

 private:
  static constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

  struct Lines {
    std::size_t at = 0;  // bytes whose lines are counted
    std::size_t line_start = 0;
    std::uint32_t line = 1;
  };

  void read_header();
  RegistryRow row(const std::vector<CsvField>& fields);
  std::string_view cell(const std::vector<CsvField>& fields, Field which) const {
    const std::size_t column = columns_[static_cast<std::size_t>(which)];
    return column < fields.size() ? trimmed(without_guard(fields[column].text)) : "";
  }
  std::size_t offset(const std::vector<CsvField>& fields, Field which) const {
    const std::size_t column = columns_[static_cast<std::size_t>(which)];
    return column < fields.size() ? fields[column].offset : fields.front().offset;
  }
  Position position(const std::vector<CsvField>& fields, Field which);
  std::string date(const std::vector<CsvField>& fields, Field which);

  std::string_view text_;
  const std::string& file_;
  CsvScanner scanner_;
  std::array<std::size_t, kFields> columns_{kAbsent, kAbsent, kAbsent, kAbsent,
                                            kAbsent, kAbsent, kAbsent};
  std::size_t width_ = 0;
  std::vector<model::Note> notes_;
  Lines record_;  // at the beginning of the record
};

void RegistryReader::read_header() {
  const std::vector<CsvField>& header = scanner_.next();
  width_ = header.size();
  std::string ignored;
  for (std::size_t i = 0; i < width_; ++i) {
    const auto found = meaning(trimmed(header[i].text), kHeads);
    if (!found) {
      ignored += (ignored.empty() ? "'" : ", '") + printable(header[i].text) + "'";
      continue;
    }
    std::size_t& column = columns_[static_cast<std::size_t>(*found)];
    if (column != kAbsent)
      scanner_.refuse(header[i].offset, "a second column for the same, '" +
                                            printable(header[i].text) + "'; keep one of the two");
    column = i;
  }
  if (columns_[static_cast<std::size_t>(Field::Name)] == kAbsent)
    scanner_.refuse(0,
                    "no column 'name' in the header of the registry; name the columns "
                    "name,alias,kind,parent,members,valid_from,valid_to");
  if (!ignored.empty())
    notes_.push_back({"ignored-column", std::nullopt, 0,
                      "columns that a registry does not have were ignored: " + ignored});
}

// Lines are counted up to the record once, and from there for each of its cells.
Position RegistryReader::position(const std::vector<CsvField>& fields, Field which) {
  const auto count = [this](Lines from, std::size_t to) {
    for (; from.at < to; ++from.at) {
      const bool crlf = text_.substr(from.at).starts_with("\r\n");
      if (text_[from.at] != '\n' && (text_[from.at] != '\r' || crlf)) continue;
      ++from.line;
      from.line_start = from.at + 1;
    }
    return from;
  };
  record_ = count(record_, fields.front().offset);
  const Lines here = count(record_, offset(fields, which));
  const std::string_view before = text_.substr(here.line_start, here.at - here.line_start);
  return {here.line, static_cast<std::uint32_t>(length(before)) + 1};
}

std::string RegistryReader::date(const std::vector<CsvField>& fields, Field which) {
  const std::string_view text = cell(fields, which);
  if (text.empty()) return {};
  const auto found = date_in(text);
  if (!found)
    scanner_.refuse(offset(fields, which), "'" + printable(text) +
                                               "' is no date; write it as 2024-09-01, 2024-09 or "
                                               "2024");
  return *found;
}

RegistryRow RegistryReader::row(const std::vector<CsvField>& fields) {
  if (fields.size() > width_)
    scanner_.refuse(fields[width_].offset,
                    std::to_string(fields.size()) + " fields where the header has " +
                        std::to_string(width_) +
                        "; put quotes around fields that hold the separator");
  RegistryRow row;
  row.name = cell(fields, Field::Name);
  if (row.name.empty())
    scanner_.refuse(offset(fields, Field::Name),
                    "a row without a name; fill it in or delete the row");
  row.aliases = names_in(cell(fields, Field::Alias));
  row.parent = cell(fields, Field::Parent);
  row.members = names_in(cell(fields, Field::Members));
  if (const std::string_view kind = cell(fields, Field::Kind); !kind.empty()) {
    row.kind = meaning(kind, kKinds);
    if (!row.kind) {
      const std::string hint = did_you_mean(kind, {"organ", "group", "person"});
      scanner_.refuse(offset(fields, Field::Kind),
                      "unknown kind '" + printable(kind) + "'" +
                          (hint.empty() ? "; choose from organ, group, person" : hint));
    }
  }
  row.valid_from = date(fields, Field::From);
  row.valid_to = date(fields, Field::To);
  const std::size_t shared = std::min(row.valid_from.size(), row.valid_to.size());
  if (row.valid_from.substr(0, shared) > row.valid_to.substr(0, shared))
    scanner_.refuse(offset(fields, Field::To), "the row ends, at " + row.valid_to +
                                                   ", before it begins, at " + row.valid_from +
                                                   "; correct one of the two");
  row.name_at = position(fields, Field::Name);
  row.aliases_at = position(fields, Field::Alias);
  row.kind_at = position(fields, Field::Kind);
  row.parent_at = position(fields, Field::Parent);
  row.members_at = position(fields, Field::Members);
  return row;
}

}  // namespace

extract::Registry registry_in(std::string_view text, const std::string& file) {
  return RegistryReader(text, file).registry();
}

extract::Registry read_registry(const std::filesystem::path& path) {
  const std::string file = path == "-" ? "standard input" : path.string();
  const Decoded registry = decoded(read_file(path), Encoding::Auto, file);
  if (trimmed(registry.text).empty())
    throw InputError({file}, "the registry is empty; check that it was saved");
  return registry_in(registry.text, file);
}

}  // namespace respnet::io
