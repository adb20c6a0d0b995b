#pragma once

#include <string>
#include <vector>

namespace respnet::cli {

enum ExitCode { Done = 0, Usage = 2, Input = 3, File = 4, Limit = 5, Bug = 70 };

/// The program: parses, dispatches, turns exceptions into one line on standard error.
/// @return the exit code: 0 done, 1 the answer is "no", 2 command line, 3 input, 4 files, 5 limits,
///         70 our bug
int run(const std::vector<std::string>& arguments);

}  // namespace respnet::cli
