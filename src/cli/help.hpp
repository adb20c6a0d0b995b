#pragma once

#include <string>

#include "cli/commands.hpp"

namespace respnet::cli {

/// What `respnet` and `respnet --help` print: the commands, an example first.
std::string overview_text();

/// What `respnet COMMAND --help` prints.
std::string help_text(const Command& command);

/// "respnet 0.1.0".
std::string version_text();

}  // namespace respnet::cli
