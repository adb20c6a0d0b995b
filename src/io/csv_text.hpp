#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace respnet::io {

/// One field of a CSV record.
struct CsvField {
  std::string_view text;   ///< unquoted; blanks around a bare field are left out
  std::size_t offset = 0;  ///< in bytes, of its first character in the file
};

/// Reads CSV records by RFC 4180, strictly. Records end in LF, CRLF or CR; empty lines are skipped;
/// blanks and tabs around a field without quotes do not count.
///
/// Fields are views into the text, or into the scanner where a doubled quote was undone; they hold
/// until the next record. Nothing is allocated for a record without doubled quotes.
class CsvScanner {
 public:
  CsvScanner(std::string_view text, char separator, std::string file);

  /// The fields of the next record; empty at the end of the text.
  /// @throws InputError  for a quote that is never closed, or stands where none may
  const std::vector<CsvField>& next();

  /// Where the next record begins, or the line end before it.
  std::size_t offset() const { return at_; }

  /// Refuses with line and column of a byte offset.
  [[noreturn]] void refuse(std::size_t offset, const std::string& message) const;

 private:
  void bare_field();
  void quoted_field();
  bool at_field_end() const;

  std::string_view text_;
  char separator_;
  std::string file_;
  std::size_t at_ = 0;
  std::vector<CsvField> fields_;
  std::deque<std::string> undoubled_;
};

/// Appends `text` as a field, quoted where it must be. Text that a spreadsheet would take for a
/// formula gets an apostrophe in front (OWASP ASVS 1.2.10).
void append_csv(std::string& out, std::string_view text);

/// Takes that apostrophe away again. Text that append_csv() leaves alone is left alone.
std::string_view without_guard(std::string_view field);

}  // namespace respnet::io
