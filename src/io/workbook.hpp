#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/sheet_places.hpp"

namespace respnet::io {

/// A cell that holds something.
struct SheetCell {
  CellPlace place;
  std::uint32_t text = 0;  ///< index in Workbook::texts
};

struct Sheet {
  std::string name;
  std::vector<SheetCell> cells;  ///< by row, then column; no place twice
  std::vector<CellArea> merged;
};

/// What a workbook shows. Memory goes by the cells present, whatever the sheets' declared size.
struct Workbook {
  std::string file;                 ///< as the user gave it, for messages
  std::vector<std::string> texts;   ///< shared strings first
  std::vector<Sheet> sheets;        ///< visible ones, as their tabs stand
  std::vector<std::string> hidden;  ///< names of sheets left aside
  std::vector<std::string> errors;  ///< places of cells that show an error (#N/A); they are empty

  /// "FILE!Sheet!C4"
  std::string place(const Sheet& sheet, CellPlace cell) const;
};

/// Reads an Excel workbook (.xlsx, .xlsm; also of the strict kind).
///
/// Texts are those that Excel shows: rich text without its formats, without phonetic guides;
/// numbers as shown_number() shows them; formulas as their last result; TRUE and FALSE. Hidden rows
/// are read, hidden sheets left aside. The dimension that a sheet declares is not believed.
/// @param bytes  a zip archive
/// @throws InputError  when it is damaged, no workbook, names parts outside itself, or a cell
/// stands
///                     beyond XFD1048576, twice, or names a string that is not there (with the
///                     cell)
/// @throws LimitError  as ZipArchive and XmlReader; above 10 million cells in a sheet
/// Cost: O(bytes unpacked).
Workbook read_workbook(std::string_view bytes, const std::string& file);

}  // namespace respnet::io
