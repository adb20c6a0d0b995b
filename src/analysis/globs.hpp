#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace respnet::analysis {

/// Whether `pattern` stands for `text`: `*` for any text, `?` for one byte.
bool matches(std::string_view pattern, std::string_view text);

/// The parts of a comma list, without blanks and empty parts.
std::vector<std::string> listed_patterns(std::string_view list);

}  // namespace respnet::analysis
