#include "respnet/io/cell_list.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "io/csv_text.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/files.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/decode.hpp"

namespace respnet::io {
namespace {

char separator_of(std::string_view text) {
  const std::string_view header = text.substr(0, text.find_first_of("\r\n"));
  constexpr std::array kSeparators{',', ';', '\t'};
  return *std::ranges::max_element(
      kSeparators, {}, [&](char separator) { return std::ranges::count(header, separator); });
}

std::size_t column_named(const std::vector<CsvField>& header, std::string_view one,
                         std::string_view other) {
  for (std::size_t i = 0; i < header.size(); ++i)
    if (trimmed(header[i].text) == one || trimmed(header[i].text) == other) return i;
  return header.size();
}

}  // namespace

std::vector<NamedCell> cell_list_in(std::string_view text, const std::string& file) {
  CsvScanner scanner(text, separator_of(text), file);
  const std::vector<CsvField>& header = scanner.next();
  const std::size_t task = column_named(header, "task", "任务");
  const std::size_t unit = column_named(header, "unit", "单位");
  if (std::max(task, unit) >= header.size())
    scanner.refuse(0, "no columns 'task' and 'unit' in the header; name the columns task,unit");
  std::vector<NamedCell> cells;
  for (;;) {
    const std::vector<CsvField>& fields = scanner.next();
    if (fields.empty()) return cells;
    const auto field = [&](std::size_t at) {
      return at < fields.size() ? trimmed(without_guard(fields[at].text)) : std::string_view{};
    };
    if (field(task).empty() || field(unit).empty())
      scanner.refuse(fields.front().offset, "a row without a task or a unit; fill both cells");
    cells.push_back({std::string(field(task)), std::string(field(unit))});
  }
}

std::vector<NamedCell> read_cell_list(const std::filesystem::path& path) {
  const std::string file = path == "-" ? "standard input" : path.string();
  return cell_list_in(decoded(read_file(path), Encoding::Auto, file).text, file);
}

}  // namespace respnet::io
