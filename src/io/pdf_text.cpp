#include "respnet/io/pdf_text.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <ranges>
#include <utility>

#include "io/pdf_furniture.hpp"
#include "io/pdf_page.hpp"
#include "io/pdf_paragraphs.hpp"
#include "io/pdf_program.hpp"
#include "io/pdf_table.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/model/doubt.hpp"

namespace respnet::io {
namespace {

using Row = std::vector<PdfTable::Cell>;

bool is_empty(const Row& row) {
  return std::ranges::all_of(row, [](const PdfTable::Cell& cell) { return cell.text.empty(); });
}

// One cell across the whole table: a title or a section.
bool is_band(const Row& row) {
  return !row.front().text.empty() &&
         std::all_of(row.begin() + 1, row.end(), [](const auto& cell) { return cell.spanned; });
}

bool same_texts(const Row& a, const Row& b) {
  return std::ranges::equal(a, b, {}, &PdfTable::Cell::text, &PdfTable::Cell::text);
}

bool same_columns(const PdfTable& a, const PdfTable& b) {
  constexpr double near = 4;
  return std::ranges::equal(a.edges, b.edges,
                            [](double x, double y) { return std::abs(x - y) <= near; });
}

// The rest of a row that a page break cut: no number, and less than a row of its own has.
bool is_rest_of_row(const Row& rest, const Row& row) {
  const auto filled = [](const Row& cells) {
    return std::ranges::count_if(cells, [](const auto& cell) { return !cell.text.empty(); });
  };
  return rest.front().text.empty() && !row.front().text.empty() && filled(rest) < filled(row) - 1;
}

std::string pipe_row(const Row& row) {
  std::string line = "|";
  for (const PdfTable::Cell& cell : row) {
    line += ' ';
    for (const char c : cell.text) {
      if (c == '|') line += '\\';
      line += c;
    }
    line += " |";
  }
  return line;
}

class Writer {
 public:
  explicit Writer(const PdfLayout& layout) : paragraphs_(layout) {}

  void line(const PdfLine& line, std::size_t page) {
    end_table();
    paragraphs_.add(line, page);
  }

  void table(PdfTable table) {
    std::erase_if(table.rows, is_empty);
    if (table.rows.empty()) return;
    if (!table_ || !same_columns(*table_, table)) {
      end_table();
      table_ = std::move(table);
      return;
    }
    auto from = table.rows.begin();
    if (same_texts(*from, table_->rows.front())) {
      ++from;
    } else if (is_rest_of_row(*from, table_->rows.back())) {
      for (std::size_t i = 0; i < from->size(); ++i)
        append_broken(table_->rows.back()[i].text, (*from)[i].text);
      ++rows_over_pages_;
      ++from;
    }
    std::move(from, table.rows.end(), std::back_inserter(table_->rows));
  }

  std::string take() {
    end_table();
    return paragraphs_.take();
  }
  std::size_t rows_over_pages() const { return rows_over_pages_; }

 private:
  void end_table();
  void write_boxes();

  PdfParagraphs paragraphs_;
  std::optional<PdfTable> table_;
  std::size_t rows_over_pages_ = 0;
};

void Writer::end_table() {
  if (!table_) return;
  std::vector<Row>& rows = table_->rows;
  if (rows.size() == 1) return write_boxes();
  auto header = rows.begin();
  for (; header + 1 < rows.end() && is_band(*header); ++header)
    paragraphs_.add_whole(header->front().text);
  // 责任单位 over 牵头 and 配合: the lower row names the columns, and repeats what spans both.
  const bool grouped = std::ranges::any_of(*header, &PdfTable::Cell::spanned);
  if (grouped && header + 1 < rows.end() &&
      std::ranges::none_of(*(header + 1), [](const auto& cell) { return cell.text.empty(); }))
    ++header;
  paragraphs_.add_whole(pipe_row(*header));
  std::string dashes = "|";
  for (std::size_t i = 0; i < header->size(); ++i) dashes += "---|";
  paragraphs_.add_whole(dashes);
  for (auto row = header + 1; row != rows.end(); ++row) paragraphs_.add_whole(pipe_row(*row));
  table_.reset();
}

// Boxes side by side, no table: a paragraph each.
void Writer::write_boxes() {
  for (const PdfTable::Cell& cell : table_->rows.front())
    if (!cell.text.empty()) paragraphs_.add_whole(cell.text);
  table_.reset();
}

model::Doubt doubt_about(const std::vector<PdfFurniture>& furniture) {
  using model::counted;
  constexpr std::size_t most_told = 10;
  constexpr std::size_t longest = 40;
  std::vector<Words> told;
  for (const PdfFurniture& each : furniture | std::views::take(most_told))
    told.push_back(
        model::sentence(each.pages == 1 ? "page-furniture/page" : "page-furniture/pages",
                        {model::plain(prefix(each.text, longest)), counted(each.pages)}));
  if (furniture.size() <= most_told) return model::doubt("page-furniture", {model::listed(told)});
  return model::doubt("page-furniture/more",
                      {model::listed(told), counted(furniture.size() - most_told)});
}

}  // namespace

PdfText text_of_pdf_records(std::string_view records, const std::string& file) {
  std::vector<PdfPage> pages = pdf_pages(records, file);
  if (std::ranges::all_of(pages, [](const PdfPage& page) { return page.words.empty(); }))
    throw InputError({file},
                     "this PDF has no text layer, it holds pictures of pages; run OCR "
                     "(such as ocrmypdf) and read the result");
  std::vector<std::vector<PdfTable>> tables;
  std::vector<PdfProse> prose;
  for (PdfPage& page : pages) {
    tables.push_back(take_tables(page));
    prose.push_back({page.width, page.height, pdf_lines(std::move(page.words))});
  }
  const std::vector<PdfFurniture> furniture = take_furniture(prose);
  const PdfLayout layout = layout_of(prose);

  Writer writer(layout);
  for (std::size_t page = 0; page < pages.size(); ++page) {
    auto table = tables[page].begin();
    for (const PdfLine& line : prose[page].lines) {
      for (; table != tables[page].end() && table->box.middle() < line.box.middle(); ++table)
        writer.table(std::move(*table));
      writer.line(line, page);
    }
    for (; table != tables[page].end(); ++table) writer.table(std::move(*table));
  }
  PdfText result{.text = writer.take(), .doubts = {}};
  if (!furniture.empty()) result.doubts.push_back(doubt_about(furniture));
  if (writer.rows_over_pages() != 0)
    result.doubts.push_back(
        model::doubt("row-over-page", {model::counted(writer.rows_over_pages())}));
  return result;
}

PdfText pdf_text(std::string_view bytes, const std::string& file, const PdfOptions& options) {
  return text_of_pdf_records(pdf_records(bytes, file, options), file);
}

}  // namespace respnet::io
