#pragma once

#include <string>

#include "cli/settings.hpp"
#include "respnet/io/run.hpp"
#include "respnet/model/network.hpp"

namespace respnet::cli {

/// How this command reaches its result: version, options that were given and can change it, seed,
/// catalogue of measures, and the inputs with their SHA-256.
io::Run run_of(const std::string& command, const model::Network& network, const Settings& settings);

}  // namespace respnet::cli
