#include <utility>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "respnet/io/formats.hpp"

namespace respnet::cli {

int run_formats(const Settings& settings, Session&) {
  std::vector<std::string> names, endings, uses, summaries, loses;
  for (const io::Format& format : io::formats()) {
    names.emplace_back(format.name);
    std::string all;
    for (const std::string_view ending : format.endings)
      all += (all.empty() ? "" : " ") + std::string(ending);
    endings.push_back(all);
    uses.emplace_back(format.read && format.write ? "read, write" : format.read ? "read" : "write");
    summaries.emplace_back(format.summary);
    loses.emplace_back(format.loses);
  }
  deliver_tables({{"formats",
                   "",
                   {{"name", "", std::move(names)},
                    {"endings", "", std::move(endings)},
                    {"use", "", std::move(uses)},
                    {"summary", "", std::move(summaries)},
                    {"loses", "", std::move(loses)}}}},
                 settings);
  return 0;
}

}  // namespace respnet::cli
