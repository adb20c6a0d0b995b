#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "io/json_text.hpp"

namespace respnet::io {

/// Members of a JSON object that is open in `out`, for the functions of graph_columns.hpp. Each is
/// preceded by a comma, but the first of an object that was just opened. Undefined is null.
struct JsonFields {
  std::string& out;

  void text(std::string_view name, std::string_view value) const {
    open(name);
    append_json(out, value);
  }
  void flag(std::string_view name, bool value) const {
    open(name);
    out += value ? "true" : "false";
  }
  void whole(std::string_view name, std::int64_t value) const {
    open(name);
    append_number(out, value);
  }
  void real(std::string_view name, double value) const {
    open(name);
    append_json(out, value);
  }

 private:
  void open(std::string_view name) const {
    if (!out.ends_with('{')) out += ", ";
    append_json(out, name);
    out += ": ";
  }
};

}  // namespace respnet::io
