#pragma once

#include <string>

#include "respnet/base/table.hpp"

namespace respnet::io {

/// One cell for programs: text as it is, numbers in their shortest exact form, "" for undefined.
std::string exact_cell(const Column& column, std::size_t row);

}  // namespace respnet::io
