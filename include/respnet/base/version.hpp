#pragma once

#include <string_view>

namespace respnet {

/// "0.1.0": the version of library and program.
std::string_view version();

}  // namespace respnet
