#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "respnet/base/language.hpp"
#include "respnet/base/table.hpp"
#include "respnet/io/run.hpp"

namespace respnet::io {

/// How a node is drawn in a program that draws.
struct NodeLook {
  std::uint8_t red = 0, green = 0, blue = 0;
  double size = 10;
};

/// What goes with a network into a file of another program: results, and how they were reached.
/// Each format takes what it can hold; Format::holds says what that is.
struct Attachments {
  /// "network" (one row), "units" and "tasks" (a row each, in the network's order), "pairs"; any
  /// may be absent. Columns "id", "name" and "title" say who, the others are measures.
  std::span<const Table> tables = {};
  const Table* catalog = nullptr;  ///< a row a measure: id, meaning, formula, source, …
  const Run* run = nullptr;
  std::span<const NodeLook> task_looks = {}, unit_looks = {};  ///< empty: as the program likes
  std::optional<Language> language = {};  ///< of headings for people; empty: the network's
  bool csv_bom = false;                   ///< begin CSV with a byte order mark, for Excel
  unsigned threads = 0;                   ///< to write with, 0 for all; never changes a byte

  /// The table of this id; null if it is not there.
  const Table* table(std::string_view id) const {
    for (const Table& table : tables)
      if (table.id == id) return &table;
    return nullptr;
  }
};

}  // namespace respnet::io
