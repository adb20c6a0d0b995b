#include "io/sheet_reader.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "io/cell_text.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

using Event = XmlReader::Event;

constexpr std::size_t kMostCells = 10'000'000;  // of a sheet
constexpr std::size_t kMostMerged = 1'000'000;  // areas of a sheet
constexpr std::size_t kMostErrors = 100;        // places remembered

template <typename Number>
std::optional<Number> whole_or_real(std::string_view text) {
  Number value{};
  text = trimmed(text);
  const char* const end = text.data() + text.size();
  const auto [behind, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || behind != end) return std::nullopt;
  return value;
}

std::string unescaped(std::string text) {
  if (text.find("_x") == text.npos) return text;
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    if (const char32_t character = cell_escape(text, i); character != 0) {
      append_utf8(plain, character);
      i += kCellEscapeSize;
    } else {
      plain += text[i++];
    }
  }
  return plain;
}

class SheetReader {
 public:
  SheetReader(const std::string& name, std::string_view xml, const std::string& part,
              const CellMeanings& meanings, Workbook& workbook)
      : reader_(xml, part, XmlReader::Encoding::Declared),
        meanings_(meanings),
        workbook_(workbook) {
    sheet_.name = name;
  }

  Sheet sheet();

 private:
  void read_rows();
  void read_row();
  void read_cell();
  void read_merged();
  void add(std::string_view type, std::string value);
  void add_text(std::string text);
  void add_shared(std::string_view index);
  void push(std::uint32_t text);
  std::string number_shown(std::string_view value) const;
  void sort();
  [[noreturn]] void refuse(const std::string& message) const {
    throw InputError({workbook_.place(sheet_, at_)}, message);
  }

  XmlReader reader_;
  const CellMeanings& meanings_;
  Workbook& workbook_;
  Sheet sheet_;
  CellPlace at_;  // of the cell being read
  NumberFormat format_;
};

Sheet SheetReader::sheet() {
  while (reader_.next()) {
    if (reader_.event() != Event::Start || reader_.depth() == 0) continue;
    if (reader_.name() == "sheetData")
      read_rows();
    else if (reader_.name() == "mergeCells")
      read_merged();
    else
      reader_.skip();
  }
  sort();
  return std::move(sheet_);
}

void SheetReader::read_rows() {
  at_ = {};
  const std::size_t outside = reader_.depth();
  while (reader_.next() && !(reader_.event() == Event::End && reader_.depth() == outside)) {
    if (reader_.starts("row"))
      read_row();
    else if (reader_.event() == Event::Start)
      reader_.skip();
  }
}

void SheetReader::read_row() {
  if (const auto stated = reader_.attribute("r")) {
    const auto row = whole_or_real<std::uint32_t>(*stated);
    if (!row || *row == 0 || *row > kSheetRows)
      reader_.refuse("the row '" + printable(*stated) +
                     "' stands beyond the last row of a sheet; save the file anew");
    at_.row = *row - 1;
  }
  at_.column = 0;
  const std::size_t outside = reader_.depth();
  while (reader_.next() && !(reader_.event() == Event::End && reader_.depth() == outside)) {
    if (reader_.starts("c"))
      read_cell();
    else if (reader_.event() == Event::Start)
      reader_.skip();
  }
  ++at_.row;
}

void SheetReader::read_cell() {
  if (const auto name = reader_.attribute("r")) {
    const auto place = cell_place(*name);
    if (!place)
      throw InputError({workbook_.file + "!" + printable(sheet_.name) + "!" + printable(*name)},
                       "no cell of a sheet, which ends at XFD1048576; save the file anew");
    at_ = *place;
  }
  if (at_.row >= kSheetRows || at_.column >= kSheetColumns)
    refuse("no cell of a sheet, which ends at XFD1048576; save the file anew");
  const std::string type = reader_.attribute("t").value_or("n");
  const auto style = whole_or_real<std::size_t>(reader_.attribute("s").value_or("0"));
  format_ = style && *style < meanings_.formats.size() ? meanings_.formats[*style] : NumberFormat{};
  std::optional<std::string> value;
  const std::size_t outside = reader_.depth();
  while (reader_.next() && !(reader_.event() == Event::End && reader_.depth() == outside)) {
    if (reader_.event() != Event::Start) continue;
    if (reader_.name() == "v")
      value = reader_.inner_text();
    else if (reader_.name() == "is")
      add_text(string_item(reader_));
    else
      reader_.skip();  // formulas
  }
  if (value) add(type, std::move(*value));
  ++at_.column;
}

void SheetReader::add(std::string_view type, std::string value) {
  if (type == "s") {
    add_shared(value);
  } else if (type == "e") {
    if (workbook_.errors.size() < kMostErrors)
      workbook_.errors.push_back(printable(sheet_.name) + "!" + cell_name(at_));
  } else if (type == "b") {
    add_text(trimmed(value) == "0" ? "FALSE" : "TRUE");
  } else if (type == "n") {
    add_text(number_shown(value));
  } else {
    add_text(unescaped(std::move(value)));  // a formula's text, an ISO date
  }
}

std::string SheetReader::number_shown(std::string_view value) const {
  if (trimmed(value).empty()) return {};
  const auto number = whole_or_real<double>(value);
  if (!number) refuse("'" + printable(prefix(value, 40)) + "' is no number; save the file anew");
  return shown_number(*number, format_, meanings_.from_1904);
}

void SheetReader::add_shared(std::string_view index) {
  const auto at = whole_or_real<std::uint32_t>(index);
  if (!at || *at >= meanings_.shared_strings)
    refuse("names the string '" + printable(prefix(index, 40)) + "', but the workbook has only " +
           std::to_string(meanings_.shared_strings) + "; save the file anew");
  if (!workbook_.texts[*at].empty()) push(*at);
}

void SheetReader::add_text(std::string text) {
  if (text.empty()) return;
  push(static_cast<std::uint32_t>(workbook_.texts.size()));
  workbook_.texts.push_back(std::move(text));
}

void SheetReader::push(std::uint32_t text) {
  if (sheet_.cells.size() >= kMostCells)
    throw LimitError(workbook_.place(sheet_, at_) + ": more than " + std::to_string(kMostCells) +
                     " cells in a sheet; split it");
  sheet_.cells.push_back({at_, text});
}

void SheetReader::read_merged() {
  const std::size_t outside = reader_.depth();
  while (reader_.next() && !(reader_.event() == Event::End && reader_.depth() == outside)) {
    if (!reader_.starts("mergeCell")) continue;
    const std::string name = reader_.attribute("ref").value_or("");
    const auto area = cell_area(name);
    if (!area)
      throw InputError({workbook_.file + "!" + printable(sheet_.name) + "!" + printable(name)},
                       "no area of cells; unmerge the cells and save the file anew");
    if (sheet_.merged.size() >= kMostMerged)
      throw LimitError(workbook_.place(sheet_, area->first) + ": more than " +
                       std::to_string(kMostMerged) + " merged areas; unmerge the cells");
    sheet_.merged.push_back(*area);
  }
}

void SheetReader::sort() {
  std::ranges::sort(sheet_.cells, {}, &SheetCell::place);
  const auto twice = std::ranges::adjacent_find(sheet_.cells, {}, &SheetCell::place);
  if (twice == sheet_.cells.end()) return;
  at_ = twice->place;
  refuse("the cell is given twice; save the file anew");
}

}  // namespace

Sheet read_sheet(const std::string& name, std::string_view xml, const std::string& part,
                 const CellMeanings& meanings, Workbook& workbook) {
  return SheetReader(name, xml, part, meanings, workbook).sheet();
}

std::string string_item(XmlReader& reader) {
  const std::size_t outside = reader.depth();
  std::string text;
  while (reader.next() && !(reader.event() == Event::End && reader.depth() == outside)) {
    if (reader.event() != Event::Start) continue;
    if (reader.name() == "t")
      text += reader.inner_text();
    else if (reader.name() != "r")
      reader.skip();  // formats, phonetic guides
  }
  return unescaped(std::move(text));
}

}  // namespace respnet::io
