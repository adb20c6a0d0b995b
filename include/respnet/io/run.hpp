#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "respnet/base/language.hpp"
#include "respnet/base/table.hpp"

namespace respnet::io {

/// How a result was reached, so that it can be reached again. No date and no path of the machine.
struct Run {
  struct Input {
    std::string path;
    std::string sha256;
  };
  std::string version;  ///< of respnet
  std::string command;
  std::vector<std::pair<std::string, std::string>> options;  ///< name and value, in any order
  std::uint64_t seed = 1;
  std::vector<Input> inputs;
  std::string catalog = {};  ///< tells the catalogue of measures from others; empty: none was used
};

/// The run as one JSON object on one line.
std::string run_json(const Run& run);

/// The run as rows of `key` and `value`: version, command, option.NAME, seed, input.PATH (its
/// SHA-256), catalog.
Table run_table(const Run& run, Language language);

}  // namespace respnet::io
