#include <algorithm>
#include <string_view>

#include "respnet/extract/cell_table.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/inline_text.hpp"

namespace respnet::extract {
namespace {

constexpr char kBar = '|';

// |---|:--:|
bool is_dashes(std::string_view line) {
  line = stripped(line);
  return line.find('-') != std::string_view::npos && line.find(kBar) != std::string_view::npos &&
         line.find_first_not_of("|-: \t") == std::string_view::npos;
}

class PipeReader {
 public:
  explicit PipeReader(TracedText& text) : text_(text) {}

  std::vector<PlacedTable> tables() {
    for (std::size_t i = 1; i < starts().size(); ++i)
      if (is_dashes(line(i)) && has_bar(line(i - 1))) i = read_table(i);
    return std::move(tables_);
  }

 private:
  const std::vector<std::uint32_t>& starts() const { return text_.line_starts(); }
  std::string_view line(std::size_t i) const {
    const std::size_t end = i + 1 < starts().size() ? starts()[i + 1] : text_.source().size();
    return text_.source().substr(starts()[i], end - starts()[i]);
  }
  static bool has_bar(std::string_view line) { return line.find(kBar) != std::string_view::npos; }

  std::size_t read_table(std::size_t dashes);
  CellRow read_row(std::string_view line);
  Range read_cell(std::string_view cell);

  TracedText& text_;
  std::vector<PlacedTable> tables_;
};

// The last line of the table.
std::size_t PipeReader::read_table(std::size_t dashes) {
  PlacedTable table;
  table.cells.rows.push_back(read_row(line(dashes - 1)));
  std::size_t next = dashes + 1;
  for (; next < starts().size() && has_bar(line(next)); ++next)
    table.cells.rows.push_back(read_row(line(next)));
  const std::string_view last = line(next - 1);
  table.place = {starts()[dashes - 1],
                 static_cast<std::uint32_t>(last.data() + last.size() - text_.source().data())};
  table.line = static_cast<std::uint32_t>(dashes);
  tables_.push_back(std::move(table));
  return next - 1;
}

CellRow PipeReader::read_row(std::string_view line) {
  line = stripped(line);
  if (line.starts_with(kBar)) line.remove_prefix(1);
  CellRow row;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\')
      ++i;
    else if (line[i] == kBar) {
      row.push_back(read_cell(line.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  if (!stripped(line.substr(begin)).empty()) row.push_back(read_cell(line.substr(begin)));
  text_.append_mark('\n');
  return row;
}

Range PipeReader::read_cell(std::string_view cell) {
  cell = stripped(cell);
  const std::uint32_t begin = text_.size();
  append_inline(text_, cell);
  const Range range{begin, text_.size()};
  text_.append_mark('\t');
  return range;
}

}  // namespace

std::vector<PlacedTable> pipe_tables(TracedText& text) { return PipeReader(text).tables(); }

}  // namespace respnet::extract
