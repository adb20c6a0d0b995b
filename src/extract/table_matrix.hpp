#pragma once

#include <optional>
#include <string_view>

#include "respnet/extract/role_letters.hpp"
#include "respnet/extract/table_draft.hpp"

namespace respnet::extract {

/// How a responsibility matrix uses its marks: ● and ○ side by side lead and support; marks of one
/// kind say no more than who takes part; an X among letters says nothing.
class Matrix {
 public:
  Matrix() = default;
  Matrix(std::string_view text, const CellTable& table, const TableLayout& layout);

  /// What a cell of this matrix says; nothing for text that is none of its letters and marks.
  std::optional<MatrixRole> role(std::string_view cell) const;
  /// What to tell about the marks, if there are any.
  const std::optional<TableDoubt>& doubt() const { return doubt_; }

 private:
  bool letters_ = false;
  bool full_ = false;    // ●
  bool hollow_ = false;  // ○
  std::optional<TableDoubt> doubt_;
};

}  // namespace respnet::extract
