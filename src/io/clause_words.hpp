#pragma once

#include <cstddef>
#include <string_view>

namespace respnet::io {

/// How many words of responsibility clauses (责任单位, 牵头 …, also in traditional characters) a
/// text holds. They tell a plan from other text, and a right decoding from a wrong one.
/// Cost: O(bytes).
std::size_t clause_words(std::string_view text);

/// The same question, answered at the first one.
bool holds_clause_word(std::string_view text);

}  // namespace respnet::io
