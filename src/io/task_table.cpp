#include "io/task_table.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>

#include "io/csv_text.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/extract/table_layout.hpp"
#include "respnet/extract/task_table.hpp"

namespace respnet::io {
namespace {

using extract::CellTable;
using extract::Range;
using extract::TracedText;

constexpr std::array kSeparators{',', '\t', ';'};
constexpr std::size_t kHeadBytes = 64 * 1024;  // a header stands among these
constexpr std::size_t kHeadRows = 40;

// Appends a field's text, from between doubled quotes where there are any.
Range appended(TracedText& text, const CsvField& field) {
  const std::uint32_t begin = text.size();
  const std::string_view content = without_guard(field.text);
  const std::string_view source = text.source();
  const bool guarded = content.size() != field.text.size();
  if (source.substr(field.offset).starts_with('"')) {
    std::size_t at = field.offset + 1 + (guarded ? 1 : 0);
    for (std::size_t left = content.size(); left > 0;) {
      const std::size_t quote = std::min(source.find('"', at), source.size() - 1);
      const std::size_t size = std::min(left, quote + 1 - at);  // with the first of two quotes
      text.append(source.substr(at, size));
      left -= size;
      at += size + 1;
    }
  } else {
    text.append(source.substr(field.offset + (guarded ? 1 : 0), content.size()));
  }
  const Range range{begin, text.size()};
  text.append_mark('\t');
  return range;
}

// Appends the cells of at most `rows` records. @throws InputError  for a broken field
void append_cells(CellTable& table, TracedText& text, char separator, std::size_t rows,
                  const std::string& file) {
  CsvScanner scanner(text.source(), separator, file);
  while (table.rows.size() < rows) {
    const std::vector<CsvField>& fields = scanner.next();
    if (fields.empty()) break;
    extract::CellRow& row = table.rows.emplace_back();
    for (const CsvField& field : fields) row.push_back(appended(text, field));
    text.append_mark('\n');
  }
}

// Whole lines at the beginning of a text.
std::string_view head_of(std::string_view text) {
  if (text.size() <= kHeadBytes) return text;
  const std::string_view head = text.substr(0, kHeadBytes);
  return head.substr(0, head.rfind('\n') == std::string_view::npos ? 0 : head.rfind('\n'));
}

bool heads_task_table(std::string_view head, char separator) {
  if (head.find(separator) == head.npos) return false;  // as in most notices
  TracedText text(head);
  CellTable table;
  try {
    append_cells(table, text, separator, kHeadRows, {});
  } catch (const InputError&) {
    // What stands in front of the broken field tells; the reader will refuse it with its place.
  }
  const auto layout = extract::layout_of(text.text(), table);
  if (!layout) return false;
  // Lines of a text that hold commas differ in length; rows seldom do.
  const auto rows = std::span(table.rows).subspan(layout->header);
  const auto full = std::ranges::count(rows, layout->heads.size(), &extract::CellRow::size);
  return full * 2 > std::ssize(rows);
}

std::optional<char> separator_of(std::string_view text) {
  const std::string_view head = head_of(text);
  for (const char separator : kSeparators)
    if (heads_task_table(head, separator)) return separator;
  return std::nullopt;
}

}  // namespace

bool looks_like_task_table(std::string_view text) { return separator_of(text).has_value(); }

model::Network read_task_table(const Document& document) {
  const char separator = separator_of(document.text).value_or(kSeparators.front());
  TracedText text(document.text);
  extract::TaskTables tables{.text = text, .tables = {}, .first_leads = false, .notes = {}};
  append_cells(tables.tables.emplace_back(), text, separator, static_cast<std::size_t>(-1),
               document.file);
  return extract::read_task_tables(tables, document.source, document.file);
}

}  // namespace respnet::io
