#pragma once

#include <string_view>
#include <vector>

#include "respnet/extract/table_draft.hpp"

namespace respnet::extract {

/// What a header leaves in doubt: columns left aside, columns of persons, columns of several roles.
std::vector<TableDoubt> header_doubts(std::string_view text, const TableLayout& layout);

}  // namespace respnet::extract
