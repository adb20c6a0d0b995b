#pragma once

#include <string>
#include <string_view>

#include "respnet/base/table.hpp"
#include "respnet/io/formats.hpp"

namespace respnet::io {

// Results for people and for programs. In every form undefined is visible: a dash, an empty cell or
// null, never NaN.

enum class TableFormat {
  Text,      ///< aligned columns under a title and a rule, for a terminal
  Json,      ///< an array of flat objects, one a line
  Csv,       ///< RFC 4180 with the column ids as header
  Markdown,  ///< a pipe table
};

/// "table", "json", "csv", "markdown": as on the command line.
/// @throws std::invalid_argument  for another name, with the nearest
TableFormat table_format_named(std::string_view name);

std::string table_bytes(const Table& table, TableFormat format);

/// Columns aligned by display width, numbers to the right; real numbers with three decimals, those
/// below 0.0005 with three digits. Control characters are shown escaped.
std::string text_table(const Table& table);

/// A row is `{"id": "u1", "load.tasks": 3}`; whole numbers stay whole, NaN is null.
std::string json_rows(const Table& table);
/// The same, passed on piece by piece: a few megabytes a thread beside the table.
/// @param threads  0 for all; never changes a byte
void write_json_rows(const Table& table, const Sink& sink, unsigned threads = 0);

/// Numbers in their shortest exact form. Text that a spreadsheet would take for a formula is
/// preceded by an apostrophe, as in the edge list.
std::string csv_table(const Table& table);
void write_csv_table(const Table& table, const Sink& sink, unsigned threads = 0);
/// Its rows alone, for a table that comes in pieces.
void write_csv_rows(const Table& table, const Sink& sink, unsigned threads = 0);

std::string markdown_table(const Table& table);

}  // namespace respnet::io
