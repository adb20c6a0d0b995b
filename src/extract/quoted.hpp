#pragma once

#include <string>
#include <string_view>

namespace respnet::extract {

/// A name in a message or in evidence, as it is: whoever prints it makes it safe for a terminal.
inline std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

}  // namespace respnet::extract
