#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace respnet::extract {

/// Which name each name is a short form of by is_short_form(), by position; its own position where
/// it is of none. Of several longer names the shortest is taken if each is a short form of the
/// next; otherwise the name fits two bodies and is left alone. "" is left alone.
/// Cost: O(letters), and 64 comparisons a name; names that more than 64 begin and end like are left
/// alone.
std::vector<std::uint32_t> long_forms(const std::vector<std::string>& names);

}  // namespace respnet::extract
