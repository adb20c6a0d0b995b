#include "io/html_writer.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "respnet/base/errors.hpp"

namespace respnet::io {
namespace {

constexpr std::size_t kMostSpannedCells = 1000000;
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool is_cell(const PageNode& node) { return node.name == "td" || node.name == "th"; }

bool holds(const PageNode& node, std::string_view name) {
  return std::ranges::any_of(node.children, [&](const PageNode& child) {
    return child.name == name || holds(child, name);
  });
}

// Rows of a table, also those inside its head, body and foot.
void collect_rows(const PageNode& node, std::vector<const PageNode*>& rows) {
  for (const PageNode& child : node.children) {
    if (child.name == "tr")
      rows.push_back(&child);
    else if (child.name == "thead" || child.name == "tbody" || child.name == "tfoot")
      collect_rows(child, rows);
  }
}

/// Rows of a table as lines, with the cells that reach into them from above.
class Grid {
 public:
  /// A cell at the next free column.
  void add(std::string text, std::size_t rows, std::size_t columns) {
    put_hanging();
    const std::size_t column = column_;
    put(text, columns);
    if (rows > 1) hanging_[column] = {rows, columns, std::move(text)};
  }
  /// The line of this row; nothing where no cell has words.
  std::string end_row() {
    put_hanging();
    for (auto next = hanging_.lower_bound(column_); next != hanging_.end();
         next = hanging_.lower_bound(column_)) {
      put({}, next->first - column_);
      put_hanging();
    }
    for (auto cell = hanging_.begin(); cell != hanging_.end();)
      cell = --cell->second.rows_left == 0 ? hanging_.erase(cell) : std::next(cell);
    column_ = 0;
    if (line_.find_first_not_of('\t') == line_.npos) line_.clear();
    return std::exchange(line_, {});
  }
  std::size_t line_size() const { return line_.size(); }
  /// Cells so far that no tag stands for: columns and rows that others span.
  std::size_t spanned() const { return spanned_; }

 private:
  struct Hanging {
    std::size_t rows_left = 0;  // this one included
    std::size_t columns = 1;
    std::string text;
  };

  void put(std::string_view text, std::size_t columns) {
    if (column_ > 0) line_ += '\t';
    line_ += text;
    line_.append(columns - 1, '\t');
    spanned_ += columns - 1;
    column_ += columns;
  }
  void put_hanging() {
    for (auto cell = hanging_.find(column_); cell != hanging_.end();
         cell = hanging_.find(column_)) {
      put(cell->second.text, cell->second.columns);
      ++spanned_;
    }
  }

  std::string line_;
  std::size_t spanned_ = 0;
  std::size_t column_ = 0;
  std::map<std::size_t, Hanging> hanging_;  // by column
};

bool is_wide(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }

}  // namespace

bool is_data_table(const PageNode& node) {
  if (node.name != "table") return false;
  std::vector<const PageNode*> rows;
  collect_rows(node, rows);
  const auto of_many_cells = std::ranges::count_if(
      rows, [](const PageNode* row) { return std::ranges::count_if(row->children, is_cell) >= 2; });
  return of_many_cells >= 2 && !holds(node, "table");
}

void HtmlWriter::write(const PageNode& node) {
  if (node.is_text()) return write_text(node.text);
  if (node.name == "sup") return write_raised(node);
  const bool block = is_block(node.name);
  if (block) end_line();
  if (node.name == "caption" || !is_data_table(node)) {
    const bool outer = std::exchange(preformatted_, preformatted_ || node.name == "pre");
    for (const PageNode& child : node.children) write(child);
    preformatted_ = outer;
  } else {
    write_table(node);
  }
  if (block) end_line();
}

void HtmlWriter::write_text(std::string_view text) {
  while (!text.empty()) {
    const char c = text.front();
    std::size_t size = 1;
    if (c == '\n' && preformatted_) {
      end_line();
    } else if (c == '\n' || c == '\r') {
      if (gap_ == Gap::None) gap_ = Gap::SourceLine;
    } else if (c == ' ' || c == '\t' || c == '\f') {
      if (gap_ == Gap::None) gap_ = Gap::Blank;
    } else if (text.starts_with(kNoBreakSpace)) {
      if (gap_ != Gap::Line) gap_ = Gap::Blank;
      size = kNoBreakSpace.size();
    } else {
      size = 1;
      while (size < text.size() && static_cast<unsigned char>(text[size]) > ' ' &&
             !text.substr(size).starts_with(kNoBreakSpace))
        ++size;
      append(text.substr(0, size));
    }
    text.remove_prefix(size);
  }
}

// Raised digits stay raised: a footnote's mark behind a name, m² in a sentence.
void HtmlWriter::write_raised(const PageNode& node) {
  constexpr std::string_view digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  for (const PageNode& child : node.children) {
    std::string text;
    for (const char c : child.text) {
      if (c >= '0' && c <= '9')
        text += digits[c - '0'];
      else
        text += c;
    }
    if (child.is_text())
      write_text(text);
    else
      write(child);
  }
}

void HtmlWriter::append(std::string_view text) {
  const bool line_begins = out_.empty() || out_.back() == '\n';
  const bool between_hanzi =
      !line_begins && gap_ == Gap::SourceLine && is_wide(out_.back()) && is_wide(text.front());
  if (gap_ != Gap::None && !line_begins && !between_hanzi) out_ += gap_ == Gap::Line ? '\v' : ' ';
  gap_ = Gap::None;
  check_size(text.size());
  out_ += text;
}

void HtmlWriter::check_size(std::size_t more) const {
  if (out_.size() + more <= most_) return;
  throw LimitError(file_ + ": cells that span rows or columns make the text longer than " +
                   std::to_string(most_) + " bytes; save the text of the page as a .txt file");
}

void HtmlWriter::end_line() {
  gap_ = Gap::None;
  if (out_.empty() || out_.back() == '\n') return;
  if (in_cell_)
    gap_ = Gap::Line;
  else
    out_ += '\n';
}

std::string HtmlWriter::cell_text(const PageNode& cell) {
  HtmlWriter writer(most_, file_);
  writer.in_cell_ = true;
  for (const PageNode& child : cell.children) writer.write(child);
  return std::move(writer.out_);
}

void HtmlWriter::write_table(const PageNode& table) {
  for (const PageNode& child : table.children)
    if (child.name == "caption") write(child);
  std::vector<const PageNode*> rows;
  collect_rows(table, rows);
  Grid grid;
  for (const PageNode* row : rows) {
    for (const PageNode& cell : row->children) {
      if (!is_cell(cell)) continue;
      grid.add(cell_text(cell), cell.rows, cell.columns);
      check_size(grid.line_size());
    }
    end_line();
    if (grid.spanned() > kMostSpannedCells)
      throw LimitError(file_ + ": cells of a table span more than " +
                       std::to_string(kMostSpannedCells) +
                       " others; save the text of the page as a .txt file");
    if (const std::string line = grid.end_row(); !line.empty()) append(line);
    end_line();
  }
}

std::string HtmlWriter::take() {
  end_line();
  return std::move(out_);
}

}  // namespace respnet::io
