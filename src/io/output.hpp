#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "respnet/base/table.hpp"
#include "respnet/io/formats.hpp"

namespace respnet::io {

/// What a writer has written and not yet passed on. Writers append to `bytes` and call end_row()
/// now and then, or give rows(): either way a file of any size needs a few megabytes.
class Output {
 public:
  /// @param threads  of rows(), 0 for all
  Output(const Sink& sink, unsigned threads) : sink_(sink), threads_(threads) {}

  void end_row() {
    if (bytes.size() >= kPiece) flush();
  }
  void flush() {
    sink_(bytes);
    bytes.clear();
  }

  /// Appends rows [begin, end) to `out`. Called by several threads at once.
  using AppendRows = std::function<void(std::string& out, std::size_t begin, std::size_t end)>;
  /// Rows 0 to `count` - 1 behind what was written before, the same bytes with any number of
  /// threads: rows are put into words block by block, each passed on when those before it were, so
  /// that no more blocks are held than there are threads. One thread at a time calls the sink.
  /// The first exception, of a block or of the sink, ends it and is thrown again.
  void rows(std::size_t count, const AppendRows& append);

  /// The same, row by row: append_row(out, row).
  void each_row(std::size_t count, const auto& append_row) {
    rows(count, [&](std::string& out, std::size_t begin, std::size_t end) {
      for (std::size_t row = begin; row < end; ++row) append_row(out, row);
    });
  }

  std::string bytes;

 private:
  static constexpr std::size_t kPiece = 1 << 20;
  const Sink& sink_;
  unsigned threads_;
};

/// The rows of a table as an array, one a line, each behind `indent`.
void write_json_rows(Output& output, const Table& table, std::string_view indent);

}  // namespace respnet::io
