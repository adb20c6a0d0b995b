#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/io/formats.hpp"

namespace respnet::io {

/// An Excel file being written: sheet by sheet, row by row, cell by cell.
///
/// Each sheet has a bold header that stays in sight, a filter, and columns as wide as their texts
/// (Chinese characters count double; long texts wrap); printed, it is as wide as a page. Text is
/// always text, never a formula, number or link. The same calls give the same bytes: no clock, but
/// SOURCE_DATE_EPOCH where it is set.
class XlsxFile {
 public:
  /// @param rows  about how many there will be: many of them go through temporary files
  XlsxFile(std::string_view title, std::size_t rows);
  ~XlsxFile();
  XlsxFile(const XlsxFile&) = delete;
  XlsxFile& operator=(const XlsxFile&) = delete;

  /// Begins a sheet. Characters that names of sheets may not have become blanks, long names are
  /// cut, a name that was taken gets a number.
  void add_sheet(std::string_view name, const std::vector<std::string>& header);
  void text(std::string_view text);
  void number(double value);
  /// A date cell where it is a whole date (2026-12-31), else text.
  void date(std::string_view date);
  void skip() { ++column_; }
  void end_row();

  /// Finishes the file. @throws FileError  when there is no room for it
  void finish(const Sink& sink);

 private:
  struct Handle;
  void measure(std::string_view text);
  void end_sheet();
  std::string free_name(std::string_view name);

  std::unique_ptr<Handle> handle_;
  std::vector<std::string> names_;   // of sheets, lower case
  std::vector<std::size_t> widths_;  // of the sheet's columns
  std::size_t lines_ = 1;            // of the row's highest cell
  std::uint32_t row_ = 0;
  std::uint16_t column_ = 0;
};

/// @throws LimitError  for a sheet of more rows than Excel has
void check_rows(std::string_view sheet, std::size_t rows);

}  // namespace respnet::io
