#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "respnet/model/role.hpp"

namespace respnet::io {

/// The role that a cell or an attribute names: as in files or in Chinese, in any case.
std::optional<model::Role> role_of_word(std::string_view word);

/// What to write instead of a word that is no role: "; did you mean …?" or the roles there are.
std::string role_choices(std::string_view word);

}  // namespace respnet::io
