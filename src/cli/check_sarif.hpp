#pragma once

#include "cli/settings.hpp"
#include "respnet/analysis/lint.hpp"
#include "respnet/base/language.hpp"
#include "respnet/io/sarif.hpp"
#include "respnet/model/network.hpp"

namespace respnet::cli {

/// The findings as a SARIF log. Files are named as the person named them where that is a relative
/// path, so that sites which show the log find them; else by their name alone.
io::SarifLog sarif_log(const analysis::LintReport& report, const model::Network& network,
                       const Settings& settings, Language language);

}  // namespace respnet::cli
