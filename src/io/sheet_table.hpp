#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/sheet_grid.hpp"
#include "io/workbook.hpp"
#include "io/workbook_words.hpp"

namespace respnet::io {

/// A sheet read by the names of its columns.
class SheetTable {
 public:
  /// The sheet of that name, in either language, whose header has these fields; nothing if there is
  /// none. A header stands among the first ten rows.
  static std::optional<SheetTable> named(const Workbook& workbook, const SheetWords& words,
                                         std::initializer_list<std::string_view> fields);
  /// The first sheet whose header has these fields, whatever its name.
  static std::optional<SheetTable> headed(const Workbook& workbook, const SheetWords& words,
                                          std::initializer_list<std::string_view> fields);

  /// The rows below the header, 0 to size().
  std::size_t size() const { return grid_.rows.size() - first_; }
  bool has(std::string_view field) const { return column(field).has_value(); }
  /// The cell's text; empty where the sheet has no such column.
  std::string_view text(std::size_t row, std::string_view field) const;
  /// A whole number; 0 for an empty cell. @throws InputError  for anything else
  std::uint32_t whole(std::size_t row, std::string_view field) const;
  /// @throws InputError  for other words than yes and no, in either language; empty is `otherwise`
  bool yes(std::size_t row, std::string_view field, bool otherwise) const;
  /// The lines of a cell.
  std::vector<std::string> lines(std::size_t row, std::string_view field) const;

  /// "FILE!Sheet!C4" of a row's cell.
  std::string place(std::size_t row, std::string_view field) const;
  /// @throws InputError  with that place
  [[noreturn]] void refuse(std::size_t row, std::string_view field,
                           const std::string& message) const;
  const std::string& sheet() const { return sheet_->name; }
  /// Names of columns that are none of the fields.
  std::vector<std::string> other_columns() const;

 private:
  SheetTable(const Workbook& workbook, const Sheet& sheet) : workbook_(&workbook), sheet_(&sheet) {}
  static std::optional<SheetTable> in(const Workbook& workbook, const Sheet& sheet,
                                      const SheetWords& words,
                                      std::initializer_list<std::string_view> fields);
  std::string_view cell(const GridRow& row, std::size_t column) const;
  std::optional<std::size_t> column(std::string_view field) const;

  const Workbook* workbook_;
  const Sheet* sheet_;
  SheetGrid grid_;
  std::size_t first_ = 0;                  // the row below the header
  std::vector<std::string_view> columns_;  // by column of the grid: its field
};

}  // namespace respnet::io
