#pragma once

#include <optional>
#include <string>

#include "cli/session.hpp"
#include "cli/settings.hpp"
#include "respnet/extract/registry.hpp"
#include "respnet/model/network.hpp"

namespace respnet::cli {

/// The network of all inputs, and how it came about.
struct InputNetwork {
  model::Network network;
  /// What one line can say of many files: read, left out, skipped; empty for a single file.
  std::string summary;
  std::optional<extract::Registry> registry;  ///< that was applied
};

/// Reads the inputs as one network, showing how far it is.
/// @throws UsageError  when there is none
InputNetwork read_inputs(const Settings& settings, Session& session);

}  // namespace respnet::cli
