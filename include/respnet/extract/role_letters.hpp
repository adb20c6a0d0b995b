#pragma once

#include <optional>
#include <string_view>

#include "respnet/model/role.hpp"

namespace respnet::extract {

/// The role that letters of a RACI or RASCI matrix give: A, L and A/R lead, R responsible, C and S
/// support, I informed. Nothing for other text.
std::optional<model::Role> role_of_letters(std::string_view letters);

struct MatrixRole {
  model::Role role = model::Role::Responsible;
  bool is_explicit = true;  ///< false: a mark whose meaning is by custom
};
/// What a cell of a matrix says: letters, a word (牵头, "Lead"), or a mark: ● leads, ○ supports,
/// √ takes part. Nothing for other text.
std::optional<MatrixRole> role_in_matrix(std::string_view cell);

}  // namespace respnet::extract
