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
  /// A measure that was estimated from samples instead of computed. With a chance of at least
  /// 1 - delta no value of it is off by more than epsilon.
  struct Estimate {
    std::string id;     ///< of the measure
    std::string share;  ///< what epsilon is a share of: "all pairs", "all others", "1"
    double epsilon = 0;
    double delta = 0;
    std::uint64_t samples = 0;
    bool proven = false;  ///< else the number of samples rests on a constant that was measured
  };
  std::string version;  ///< of respnet
  std::string command;
  std::vector<std::pair<std::string, std::string>> options;  ///< name and value, in any order
  std::uint64_t seed = 1;
  std::vector<Input> inputs;
  std::string catalog = {};  ///< tells the catalogue of measures from others; empty: none was used
  std::vector<Estimate> estimates = {};  ///< among the measures that go with it
};

/// The run as one JSON object on one line.
std::string run_json(const Run& run);

/// The run as rows of `key` and `value`: version, command, option.NAME, seed, input.PATH (its
/// SHA-256), catalog, estimate.ID (its accuracy).
Table run_table(const Run& run, Language language);

}  // namespace respnet::io
