#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace respnet::report::html {

/// Text for an element or attribute; every string of the input goes through here.
std::string text(std::string_view raw);

/// `<a href="#anchor">label</a>`, both escaped.
std::string link(std::string_view anchor, std::string_view label);

/// A cell: its HTML (escaped by whoever made it), and whether it is a number.
struct Cell {
  std::string html;
  bool number = false;
  std::string style = {};  ///< a class of the style sheet; empty: none
};

Cell name(std::string_view raw);
Cell number(std::uint64_t value);
/// `–` for NaN.
Cell number(double value, int digits);

struct Row {
  std::string anchor;  ///< id of the row; empty: none
  std::vector<Cell> cells;
};

/// A table with a head that repeats in print. The first cell of a row is its heading. Columns are
/// set to the right where the first row holds a number.
std::string table(std::string_view caption, const std::vector<std::string>& head,
                  const std::vector<Row>& rows);

/// A card of the page: `<section id=…>` with a heading.
std::string section(std::string_view id, std::string_view heading, std::string_view body);

}  // namespace respnet::report::html
