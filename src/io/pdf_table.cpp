#include "io/pdf_table.hpp"

#include <algorithm>
#include <utility>

#include "io/pdf_grid.hpp"

namespace respnet::io {
namespace {

using Words = std::vector<PdfWord>;
using Lines = std::vector<PdfLine>;

// Lines of a cell: joined where the next word would not have found room.
std::string cell_text(const Lines& lines, double room) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == 0) {
      text = lines[i].text;
    } else if (lines[i - 1].box.width() + lines[i].first_word_width() + lines[i].size / 4 > room) {
      append_broken(text, lines[i].text);
    } else {
      text += "<br>" + lines[i].text;
    }
  }
  return text;
}

// What stays free on both sides of a cell's lines, but for the room behind a short line.
double padding(const Lines& lines, double left, double right) {
  double least = lines.front().size * 0.6;
  for (const PdfLine& line : lines)
    least = std::min({least, line.box.left - left, right - line.box.right});
  return std::max(0.0, least);
}

// The texts of a grid's cells; a joined cell's stands at its first.
class CellTexts {
 public:
  CellTexts(const PdfGrid& grid, const std::vector<std::size_t>& first, std::vector<Words> words)
      : edges_(grid.column_edges()), columns_(grid.column_count()), right_(first.size()) {
    for (std::size_t i = 0; i < first.size(); ++i) {
      double& right = right_[first[i]];
      right = std::max(right, edges_[i % columns_ + 1]);
      if (first[i] == i) continue;
      words[first[i]].insert(words[first[i]].end(), words[i].begin(), words[i].end());
      words[i].clear();
    }
    for (Words& cell : words) lines_.push_back(pdf_lines(std::move(cell)));
  }

  std::vector<std::string> take() const {
    std::vector<double> paddings(columns_, 1e9);
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (double& column = paddings[i % columns_]; !lines_[i].empty())
        column = std::min(column, padding(lines_[i], left(i), right_[i]));
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      texts.push_back(cell_text(lines_[i], right_[i] - left(i) - 2 * paddings[i % columns_]));
    return texts;
  }

 private:
  double left(std::size_t cell) const { return edges_[cell % columns_]; }

  const std::vector<double>& edges_;
  std::size_t columns_;
  std::vector<double> right_;  // edges of joined cells
  std::vector<Lines> lines_;
};

PdfTable table_of(const PdfGrid& grid, std::vector<Words> words) {
  PdfTable table{.box = grid.box(), .edges = grid.column_edges(), .rows = {}};
  const std::vector<std::size_t> first = grid.joined_cells();
  const std::vector<std::string> texts = CellTexts(grid, first, std::move(words)).take();
  for (std::size_t cell = 0; cell < first.size(); ++cell) {
    const bool begins_row = cell % grid.column_count() == 0;
    if (begins_row) table.rows.emplace_back();
    const bool spanned = !begins_row && first[cell - 1] == first[cell];
    table.rows.back().push_back({spanned ? "" : texts[first[cell]], spanned});
  }
  return table;
}

bool holds(const PdfBox& box, const PdfWord& word) {
  return word.box.center() > box.left && word.box.center() < box.right &&
         word.box.middle() > box.top && word.box.middle() < box.bottom;
}

}  // namespace

std::vector<PdfTable> take_tables(PdfPage& page) {
  constexpr std::size_t most_cells = 100'000;
  std::vector<PdfTable> tables;
  for (const std::vector<PdfBox>& frame : frames_of(page.rules)) {
    const PdfGrid grid(frame);
    const std::size_t cells = grid.row_count() * grid.column_count();
    if (grid.column_count() < 2 || grid.row_count() == 0 || cells > most_cells) continue;
    std::vector<Words> inside(cells);
    Words outside;
    for (const PdfWord& word : page.words) {
      const bool here = holds(grid.box(), word);
      (here ? inside[grid.cell_at(word.box.center(), word.box.middle())] : outside).push_back(word);
    }
    if (outside.size() == page.words.size()) continue;
    page.words = std::move(outside);
    tables.push_back(table_of(grid, std::move(inside)));
  }
  std::ranges::sort(tables, {}, [](const PdfTable& table) { return table.box.top; });
  return tables;
}

}  // namespace respnet::io
