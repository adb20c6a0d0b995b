#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include "respnet/extract/heading_mark.hpp"
#include "respnet/extract/table_draft.hpp"

namespace respnet::extract {

/// Collects the sections of tables, row by row: rows across the table, and cells of section
/// columns, where an empty cell means the one above, as merged cells are written.
class TableSections {
 public:
  explicit TableSections(std::string_view text) : text_(text) {}

  /// @param headings  that the table stands under
  void start_table(std::size_t columns, const std::vector<Range>& headings);
  /// A row with one cell: a section of the rows below if it has a heading's number or begins like
  /// "Phase 1".
  bool read_banner(Range label);
  /// The same for a row that stands where sections stand, whatever its words.
  void add_banner(Range label);
  /// The innermost section of a row.
  /// @param cells  of the section columns, left to right: column and narrowed cell
  std::optional<std::uint32_t> section_of(const std::vector<std::pair<std::size_t, Range>>& cells);

  const TableSection& operator[](std::uint32_t index) const { return sections_[index]; }
  std::vector<TableSection> take() { return std::move(sections_); }

 private:
  std::uint32_t section(Range label, std::optional<std::uint32_t> parent);
  std::string new_id(Range label, std::optional<std::uint32_t> parent);
  void push_banner(Range label, MarkKind kind);

  std::string_view text_;
  std::vector<TableSection> sections_;
  std::vector<std::optional<std::uint32_t>> above_;  // by column: what an empty cell means
  std::vector<std::pair<MarkKind, std::uint32_t>> banners_;
  std::optional<std::uint32_t> heading_;           // the table's innermost
  tsl::robin_map<std::string, std::uint32_t> at_;  // by parent's id and words
  std::vector<std::uint32_t> children_{0};         // of the root, then by section
  tsl::robin_set<std::string> ids_;
};

}  // namespace respnet::extract
