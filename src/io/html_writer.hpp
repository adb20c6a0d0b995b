#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "io/html_page.hpp"

namespace respnet::io {

/// Writes the text of a page as html_text() says.
class HtmlWriter {
 public:
  /// @param most  bytes that may be written
  HtmlWriter(std::size_t most, const std::string& file) : most_(most), file_(file) {}

  /// @throws LimitError  above `most`
  void write(const PageNode& node);
  /// The text so far; ends its last line.
  std::string take();

 private:
  void write_text(std::string_view text);
  void write_raised(const PageNode& node);
  void write_table(const PageNode& table);
  std::string cell_text(const PageNode& cell);
  void end_line();
  void append(std::string_view text);
  void check_size(std::size_t more) const;

  /// White space that may come before the next word; Line is a line's end inside a cell.
  enum class Gap { None, Blank, SourceLine, Line };

  std::string out_;
  Gap gap_ = Gap::None;
  bool in_cell_ = false;       // lines end in vertical tabs
  bool preformatted_ = false;  // lines of the source are lines of the text
  std::size_t most_;
  const std::string& file_;
};

/// Whether a table holds data, row by row, rather than arranging the page.
bool is_data_table(const PageNode& node);

}  // namespace respnet::io
