#include "io/cells.hpp"

#include <cmath>

#include "io/csv_text.hpp"
#include "io/json_text.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

std::string exact(const std::string& text) { return text; }
std::string exact(std::int64_t value) { return std::to_string(value); }
std::string exact(double value) { return std::isfinite(value) ? number(value) : std::string{}; }

void append_field(std::string& out, const std::string& text) { append_csv(out, text); }
void append_field(std::string& out, std::int64_t value) { append_number(out, value); }
void append_field(std::string& out, double value) {
  if (std::isfinite(value)) append_number(out, value);
}

}  // namespace

std::string exact_cell(const Column& column, std::size_t row) {
  return std::visit([row](const auto& values) { return exact(values[row]); }, column.values);
}

void append_csv_cell(std::string& out, const Column& column, std::size_t row) {
  std::visit([&](const auto& values) { append_field(out, values[row]); }, column.values);
}

}  // namespace respnet::io
