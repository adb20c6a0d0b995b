#include "io/sheet_table.hpp"

#include <algorithm>
#include <charconv>

#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

constexpr std::size_t kHeaderRows = 10;

std::string lower(std::string_view text) {
  std::string result(trimmed(text));
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

std::string_view field_of(std::string_view header, const SheetWords& words) {
  if (header.size() > 64) return {};
  const std::string plain = lower(header);
  for (const FieldWords& field : words.fields)
    if (plain == field.id || plain == lower(field.zh) || (!plain.empty() && plain == field.also))
      return field.id;
  return {};
}

}  // namespace

std::optional<SheetTable> SheetTable::in(const Workbook& workbook, const Sheet& sheet,
                                         const SheetWords& words,
                                         std::initializer_list<std::string_view> fields) {
  SheetTable table(workbook, sheet);
  table.grid_ = sheet_grid(workbook, sheet);
  for (std::size_t r = 0; r < std::min(kHeaderRows, table.grid_.rows.size()); ++r) {
    table.columns_.clear();
    for (std::size_t c = 0; c < table.grid_.columns.size(); ++c)
      table.columns_.push_back(field_of(table.cell(table.grid_.rows[r], c), words));
    const bool all = std::ranges::all_of(fields, [&](auto field) { return table.has(field); });
    if (!all) continue;
    table.first_ = r + 1;
    return table;
  }
  return std::nullopt;
}

std::optional<SheetTable> SheetTable::named(const Workbook& workbook, const SheetWords& words,
                                            std::initializer_list<std::string_view> fields) {
  for (const Sheet& sheet : workbook.sheets)
    if (lower(sheet.name) == words.id || trimmed(sheet.name) == words.zh)
      if (auto table = in(workbook, sheet, words, fields)) return table;
  return std::nullopt;
}

std::optional<SheetTable> SheetTable::headed(const Workbook& workbook, const SheetWords& words,
                                             std::initializer_list<std::string_view> fields) {
  for (const Sheet& sheet : workbook.sheets)
    if (auto table = in(workbook, sheet, words, fields)) return table;
  return std::nullopt;
}

std::optional<std::size_t> SheetTable::column(std::string_view field) const {
  const auto found = std::ranges::find(columns_, field);
  if (found == columns_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns_.begin());
}

std::string_view SheetTable::cell(const GridRow& row, std::size_t column) const {
  const auto& text = row.cells[column].text;
  return text ? std::string_view(workbook_->texts[*text]) : std::string_view();
}

std::string_view SheetTable::text(std::size_t row, std::string_view field) const {
  const auto at = column(field);
  return at ? cell(grid_.rows[first_ + row], *at) : std::string_view();
}

std::uint32_t SheetTable::whole(std::size_t row, std::string_view field) const {
  const std::string_view stated = trimmed(text(row, field));
  std::uint32_t value = 0;
  const char* const end = stated.data() + stated.size();
  const auto [behind, error] = std::from_chars(stated.data(), end, value);
  if (!stated.empty() && (error != std::errc{} || behind != end))
    refuse(
        row, field,
        "'" + printable(prefix(stated, 40)) + "' is no whole number; write one or leave it empty");
  return value;
}

bool SheetTable::yes(std::size_t row, std::string_view field, bool otherwise) const {
  const std::string stated = lower(text(row, field));
  if (stated.empty()) return otherwise;
  if (stated == kYes.id || stated == kYes.zh || stated == "true") return true;
  if (stated == kNo.id || stated == kNo.zh || stated == "false") return false;
  refuse(row, field,
         "'" + printable(prefix(stated, 40)) + "' is neither yes nor no; write 是 or 否");
}

std::vector<std::string> SheetTable::lines(std::size_t row, std::string_view field) const {
  std::vector<std::string> items;
  for (std::string_view rest = text(row, field); !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (end > 0) items.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return items;
}

std::string SheetTable::place(std::size_t row, std::string_view field) const {
  const std::size_t at = column(field).value_or(0);
  return workbook_->place(*sheet_, {grid_.rows[first_ + row].row, grid_.columns[at]});
}

void SheetTable::refuse(std::size_t row, std::string_view field, const std::string& message) const {
  throw InputError({place(row, field)}, message);
}

std::vector<std::string> SheetTable::other_columns() const {
  std::vector<std::string> names;
  for (std::size_t c = 0; c < columns_.size(); ++c)
    if (const auto name = cell(grid_.rows[first_ - 1], c); columns_[c].empty() && !name.empty())
      names.push_back(printable(name));
  return names;
}

}  // namespace respnet::io
