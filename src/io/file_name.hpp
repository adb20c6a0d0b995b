#pragma once

#include <filesystem>
#include <string>

#include "respnet/base/text.hpp"

namespace respnet::io {

/// A path as UTF-8: names of files are bytes, and what is ill-formed in them is escaped.
inline std::string shown_name(const std::filesystem::path& path) {
  const std::string name = path.string();
  return first_invalid_utf8(name) ? printable(name) : name;
}

}  // namespace respnet::io
