#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/base/table.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {

/// Appends `text` in quotes, control characters escaped. @pre well-formed UTF-8
void append_json(std::string& out, std::string_view text);

/// Appends the shortest exact form; `null` for what is not finite.
void append_json(std::string& out, double value);

using respnet::append_number;
/// Appends a whole number.
void append_number(std::string& out, std::integral auto value) {
  std::array<char, 24> digits{};
  out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

/// The rows of a table as flat objects. @pre the table lives as long
class JsonObjects {
 public:
  explicit JsonObjects(const Table& table);
  /// Appends row `row`. Any number of threads may.
  void append(std::string& out, std::size_t row) const;

 private:
  const Table& table_;
  std::vector<std::string> keys_;  // with what stands before and behind them, escaped once
};

/// Appends the rows as an array, one a line, each behind `indent`.
void append_json_rows(std::string& out, const Table& table, std::string_view indent);

}  // namespace respnet::io
