#include "cli/run.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include "respnet/base/files.hpp"
#include "respnet/base/version.hpp"
#include "respnet/report/exports.hpp"

namespace respnet::cli {
namespace {

// Where a result goes and how many threads make it changes nothing in it; the document is to be the
// same without them.
std::vector<std::pair<std::string, std::string>> options_of(const Settings& settings) {
  static constexpr std::array<std::string_view, 11> kSilent{
      "threads", "timings", "output",   "to",  "no-clobber", "quiet",
      "verbose", "color",   "manifest", "pdf", "docx"};
  std::vector<std::pair<std::string, std::string>> options;
  for (const std::string& given : settings.given) {
    const std::size_t equals = given.find('=');
    const std::string name = given.substr(0, equals);
    if (std::ranges::find(kSilent, name) != kSilent.end()) continue;
    options.emplace_back(name, equals == std::string::npos ? "yes" : given.substr(equals + 1));
  }
  return options;
}

}  // namespace

io::Run run_of(const std::string& command, const model::Network& network,
               const Settings& settings) {
  io::Run run{std::string(version()), command, options_of(settings),
              settings.study.seed,    {},      report::catalog_version()};
  for (const model::Source& source : network.sources())
    run.inputs.push_back({source.path, source.sha256});
  if (std::filesystem::is_regular_file(settings.registry))  // a pipe cannot be read twice
    run.inputs.push_back(
        {settings.registry.filename().string(), sha256(read_file(settings.registry))});
  if (std::filesystem::is_regular_file(settings.locked))
    run.inputs.push_back({settings.locked.filename().string(), sha256(read_file(settings.locked))});
  return run;
}

}  // namespace respnet::cli
