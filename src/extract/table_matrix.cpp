#include "extract/table_matrix.hpp"

#include "respnet/extract/glyphs.hpp"

namespace respnet::extract {

using model::Role;

Matrix::Matrix(std::string_view text, const CellTable& table, const TableLayout& layout) {
  std::optional<std::uint32_t> first;
  for (std::size_t c = 0; c < layout.columns.size(); ++c) {
    if (layout.columns[c].kind != ColumnKind::Unit) continue;
    for (std::size_t r = layout.header + 1; r < table.rows.size(); ++r) {
      if (c >= table.rows[r].size()) continue;
      const Range range = table.rows[r][c];
      const auto found = role_in_matrix(stripped(range.of(text)));
      if (!found) continue;
      letters_ |= found->is_explicit;
      full_ |= !found->is_explicit && found->role == Role::Lead;
      hollow_ |= !found->is_explicit && found->role == Role::Support;
      if (!found->is_explicit && !first) first = range.begin;
    }
  }
  if (!first || letters_) return;
  doubt_ = TableDoubt{full_ && hollow_ ? "matrix-marks/two" : "matrix-marks", {}, *first};
}

std::optional<MatrixRole> Matrix::role(std::string_view cell) const {
  std::optional<MatrixRole> found = role_in_matrix(cell);
  if (!found || found->is_explicit) return found;
  if (letters_ && found->role == Role::Responsible) return std::nullopt;
  if (!full_ || !hollow_) found->role = Role::Responsible;
  return found;
}

}  // namespace respnet::extract
