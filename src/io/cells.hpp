#pragma once

#include <string>

#include "respnet/base/table.hpp"

namespace respnet::io {

/// One cell for programs: text as it is, numbers in their shortest exact form, "" for undefined.
std::string exact_cell(const Column& column, std::size_t row);

/// Appends it as a field of CSV: text as append_csv() has it, numbers without an apostrophe for
/// their minus, since they are no formulas.
void append_csv_cell(std::string& out, const Column& column, std::size_t row);

}  // namespace respnet::io
