#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/settings.hpp"

namespace respnet::cli {

/// One option, declared once: the parser, the help and "did you mean" read this row.
struct Option {
  std::string_view name;      ///< without dashes
  char letter = 0;            ///< 0: none
  std::string_view argument;  ///< what the value is called in help; empty: a switch
  std::string help;
  std::string fallback;  ///< the default as shown; empty: none worth showing
  /// Stores the value. @throws UsageError  on a bad one
  std::function<void(Settings&, const std::string&)> set;
};

/// Every option that any command knows.
const std::vector<Option>& option_table();

/// The row of that name. @pre it exists
const Option& option(std::string_view name);

/// Reads `arguments` (without program and command) into settings, allowing the named options.
/// @throws UsageError  on anything else, with the nearest thing that would have worked
Settings parsed(const std::vector<std::string>& arguments,
                const std::vector<std::string_view>& allowed);

}  // namespace respnet::cli
