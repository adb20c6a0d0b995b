#include <string>
#include <utility>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "respnet/io/formats.hpp"

namespace respnet::cli {
namespace {

// Of what a file holds measures.
std::string measures_of(const io::Held& holds) {
  if (holds.nodes && holds.network && holds.pairs) return "all";
  std::string all;
  if (holds.nodes) all = "units, tasks";
  if (holds.network) all += ", network";
  return all;
}

}  // namespace

int run_formats(const Settings& settings, Session&) {
  std::vector<std::string> names, endings, uses, summaries, measures, loses;
  for (const io::Format& format : io::formats()) {
    names.emplace_back(format.name);
    std::string all;
    for (const std::string_view ending : format.endings)
      all += (all.empty() ? "" : " ") + std::string(ending);
    endings.push_back(all);
    uses.emplace_back(format.read && format.write ? "read, write" : format.read ? "read" : "write");
    summaries.emplace_back(format.summary);
    measures.push_back(measures_of(format.holds));
    loses.emplace_back(format.loses);
  }
  deliver_tables({{"formats",
                   "",
                   {{"name", "", std::move(names)},
                    {"endings", "", std::move(endings)},
                    {"use", "", std::move(uses)},
                    {"summary", "", std::move(summaries)},
                    {"measures", "", std::move(measures)},
                    {"loses", "", std::move(loses)}}}},
                 settings);
  return 0;
}

}  // namespace respnet::cli
