#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/extract/table_draft.hpp"

namespace respnet::extract {

struct TableIds {
  std::vector<std::string> ids;    ///< by draft
  std::optional<std::size_t> bad;  ///< a draft whose number is missing or taken
};

/// Ids of the drafts of tables: their numbers where every row has one of its own; else those under
/// the number of their section, where tables stand under headings; else counted by row.
/// @param numbers  cells of the number columns, by draft
TableIds ids_of_rows(std::string_view text, const std::vector<Range>& numbers,
                     const TableDrafts& drafts);

}  // namespace respnet::extract
