#pragma once

#include <optional>
#include <string_view>

#include "respnet/extract/clause_finder.hpp"

namespace respnet::extract {

/// The last sentence of `body`, if it is a clause by itself: 由甲局牵头，乙局配合。 Also its end
/// alone, behind a comma: 健全机制，由甲局负责。 Cost: O(1), it looks at the last few hundred
/// bytes.
std::optional<FoundClause> closing_sentence(std::string_view text, Range body);

}  // namespace respnet::extract
