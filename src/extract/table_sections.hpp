#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tsl/robin_map.h>

#include "respnet/extract/heading_mark.hpp"
#include "respnet/extract/table_draft.hpp"

namespace respnet::extract {

/// Collects the sections of tables, row by row: rows across the table, and cells of section
/// columns, where an empty cell means the one above, as merged cells are written.
class TableSections {
 public:
  explicit TableSections(std::string_view text) : text_(text) {}

  void start_table(std::size_t columns);
  /// A row with one cell: a section of the rows below if it has a heading's number.
  bool read_banner(Range label);
  /// The innermost section of a row.
  /// @param cells  of the section columns, left to right: column and narrowed cell
  std::optional<std::uint32_t> section_of(const std::vector<std::pair<std::size_t, Range>>& cells);

  const TableSection& operator[](std::uint32_t index) const { return sections_[index]; }
  std::vector<TableSection> take() { return std::move(sections_); }

 private:
  std::uint32_t section(Range label, std::optional<std::uint32_t> parent);

  std::string_view text_;
  std::vector<TableSection> sections_;
  std::vector<std::optional<std::uint32_t>> above_;  // by column: what an empty cell means
  std::vector<std::pair<MarkKind, std::uint32_t>> banners_;
  tsl::robin_map<std::string, std::uint32_t> at_;  // by parent's id and words
  std::vector<std::uint32_t> children_{0};         // of the root, then by section
};

}  // namespace respnet::extract
