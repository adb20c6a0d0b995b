#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "respnet/io/formats.hpp"

namespace respnet::io {

/// The network in a text, read as a file "f" of this format.
inline model::Network network_in(std::string_view text, std::string_view format) {
  return format_named(format).read({.file = "f", .text = text, .source = {.path = "f"}});
}

inline std::filesystem::path fixture(std::string_view name) {
  return std::filesystem::path(RESPNET_SOURCE_DIR) / "tests" / "io" / "fixtures" / name;
}

inline std::filesystem::path dataset(std::string_view name) {
  return std::filesystem::path(RESPNET_SOURCE_DIR) / "datasets" / name;
}

/// "task/unit/role" of each assignment, in order.
inline std::string seen(const model::Network& network) {
  std::string text;
  for (const model::TaskId task : network.task_ids())
    for (const model::AssignmentId id : network.assignments(task))
      text += (text.empty() ? "" : " ") + std::string(network.task_id(task)) + "/" +
              std::string(network.unit_name(network.unit_of(id))) + "/" +
              std::string(name(network.role_of(id)));
  return text;
}

}  // namespace respnet::io
