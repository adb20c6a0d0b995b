#include "cli/subject_names.hpp"

#include <algorithm>
#include <variant>

#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::cli {
namespace {

constexpr std::size_t kMatchesListed = 8;

}  // namespace

analysis::Subject subject_named(const model::Network& network, const std::string& name) {
  const auto found = analysis::subjects_named(network, name);
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    const std::string hint = analysis::nearest_subject(network, name);
    throw UsageError("no unit or task is named '" + printable(name) + "'" +
                     (hint.empty() ? "; respnet metrics --level unit lists the units" : hint));
  }
  std::string list;
  for (std::size_t i = 0; i < std::min(found.size(), kMatchesListed); ++i)
    list += (i == 0 ? "" : "; ") + analysis::shown(network, found[i]);
  if (found.size() > kMatchesListed)
    list += "; and " + std::to_string(found.size() - kMatchesListed) + " more";
  throw UsageError("'" + printable(name) + "' may be " + list + "; give the id of one");
}

std::uint32_t unit_number_named(const graph::BipartiteGraph& graph, const std::string& name) {
  const analysis::Subject subject = subject_named(graph.network(), name);
  const auto* unit = std::get_if<model::UnitId>(&subject);
  if (unit == nullptr) throw UsageError("'" + printable(name) + "' is a task; name a unit");
  const auto units = graph.units();
  const auto found = std::ranges::find(units, *unit);
  if (found == units.end())
    throw UsageError("'" + printable(name) + "' is left out by --groups; name another unit");
  return static_cast<std::uint32_t>(found - units.begin());
}

}  // namespace respnet::cli
