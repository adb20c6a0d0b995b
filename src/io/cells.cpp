#include "io/cells.hpp"

#include <cmath>

#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

std::string exact(const std::string& text) { return text; }
std::string exact(std::int64_t value) { return std::to_string(value); }
std::string exact(double value) { return std::isfinite(value) ? number(value) : std::string{}; }

}  // namespace

std::string exact_cell(const Column& column, std::size_t row) {
  return std::visit([row](const auto& values) { return exact(values[row]); }, column.values);
}

}  // namespace respnet::io
