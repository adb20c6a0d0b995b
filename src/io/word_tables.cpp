// The tables of a Word document's body.

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "io/word_body.hpp"
#include "respnet/base/errors.hpp"

namespace respnet::io {
namespace {

constexpr std::size_t kWidestSpan = 1000;

std::size_t span_of(const XmlReader& xml) {
  return std::clamp<std::size_t>(word_number(xml).value_or(1), 1, kWidestSpan);
}

std::string in_one_line(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  std::ranges::replace(text, '\n', '\v');  // a line break in a cell
  return text;
}

}  // namespace

void WordBody::table(std::string& out) {
  std::vector<Row> rows;
  const std::size_t self = ++tables_;
  append_lines(std::exchange(held_, {}), out);
  each_child([&] {
    if (xml_.starts("tr"))
      rows.push_back(row());
    else if (const auto name = xml_.name(); name == "del" || name == "moveFrom" || name == "tblPr")
      xml_.skip();
  });
  std::erase_if(rows, [](const Row& row) { return row.deleted; });
  write_table(rows, tables_ > self, out);
}

WordBody::Row WordBody::row() {
  Row row;
  each_child([&] {
    if (xml_.starts("tc")) {
      row.cells.push_back(cell());
    } else if (xml_.starts("gridBefore")) {
      row.before = std::min<std::size_t>(word_number(xml_).value_or(0), kWidestSpan);
    } else if (xml_.starts("del")) {
      row.deleted = true;
      ++counts_.deleted;
      xml_.skip();
    } else if (xml_.starts("trPrChange") || xml_.starts("tblPrEx")) {
      xml_.skip();
    }
  });
  return row;
}

WordBody::Cell WordBody::cell() {
  Cell cell;
  std::string held = std::exchange(held_, {});
  ++cell_depth_;
  std::string text;
  each_child([&] {
    if (xml_.starts("tcPrChange")) return xml_.skip();
    if (xml_.starts("tcPr")) return;  // its properties follow
    if (xml_.starts("gridSpan")) {
      cell.columns = span_of(xml_);
    } else if (xml_.starts("vMerge")) {
      cell.continues = word_value(xml_) != "restart";
    } else {
      block(text);
    }
  });
  text += std::exchange(held_, std::move(held));
  --cell_depth_;
  cell.text = std::move(text);
  return cell;
}

void WordBody::write_table(std::vector<Row>& rows, bool holds_table, std::string& out) {
  const auto of_many_cells =
      std::ranges::count_if(rows, [](const Row& row) { return row.cells.size() >= 2; });
  if (holds_table || of_many_cells < 2) {  // it only arranges the page
    for (const Row& row : rows)
      for (const Cell& cell : row.cells) append_lines(cell.text, out);
    return;
  }
  std::map<std::size_t, std::string> above;  // by column
  for (Row& row : rows) {
    std::string line(row.before, '\t');
    std::size_t column = row.before;
    for (Cell& cell : row.cells) {
      if (cell.continues && above.contains(column))
        cell.text = above[column];
      else
        above[column] = cell.text = in_one_line(std::move(cell.text));
      if (&cell != &row.cells.front()) line += '\t';
      line += cell.text;
      line.append(cell.columns - 1, '\t');
      column += cell.columns;
      check_size(out.size() + line.size());
    }
    if (line.find_first_not_of('\t') != line.npos) out.append(line).append("\n");
  }
}

void WordBody::check_size(std::size_t size) const {
  if (size > most_)
    throw LimitError("merged cells make the text longer than " + std::to_string(most_) +
                     " bytes; save the document as a .txt file");
}

}  // namespace respnet::io
