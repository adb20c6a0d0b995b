#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace respnet::report::html {

/// Text for an element or attribute; every string of the input goes through here.
std::string text(std::string_view raw);

/// ` name="value"`, escaped; nothing for an empty value.
std::string attribute(std::string_view name, std::string_view value);

/// `<a href="#anchor">label</a>`, both escaped.
std::string link(std::string_view anchor, std::string_view label, std::string_view classes = {});

/// A small word beside a name.
std::string badge(std::string_view word, std::string_view hint = {});

/// A cell: its HTML (escaped by whoever made it), and whether it is a number.
struct Cell {
  std::string html;
  bool number = false;
  std::string classes = {};  ///< of the style sheet
  std::string value = {};    ///< what the column is sorted by; empty: the text
};

Cell name(std::string_view raw);
Cell number(std::uint64_t value);
/// `–` for NaN.
Cell number(double value, int digits);

struct Row {
  std::string anchor = {};  ///< id of the row; empty: none
  std::string key = {};     ///< "t12", "u7": what the row is about; empty: none
  std::vector<Cell> cells;
};

struct Head {
  std::string label;
  std::string hint = {};
  bool number = false;
  std::string classes = {};
};

/// A table with a head that repeats in print. The first cell of a row is its heading.
struct Table {
  std::string id = {};
  std::string caption = {};
  std::vector<Head> head;
  std::vector<Row> rows;
  std::vector<Cell> foot = {};  ///< a last row that stays where it is; empty: none
  std::string file = {};        ///< the script offers to save the table by that name
};

/// Empty without rows. With two rows or more the script makes it sortable.
std::string table(const Table& table);

/// A card of the page: `<section id=…>` with a heading and, at its right, tools.
struct Card {
  std::string id;
  std::string heading;
  std::string body;  ///< empty: no card
  std::string tools = {};
};
std::string card(const Card& card);

}  // namespace respnet::report::html
