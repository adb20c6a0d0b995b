#include <utility>

#include "cli/commands.hpp"
#include "cli/output.hpp"

namespace respnet::cli {
namespace {

Table notes_table(const model::Network& network) {
  std::vector<std::string> codes, tasks, messages;
  std::vector<std::int64_t> lines;
  for (const model::Note& note : network.notes()) {
    lines.push_back(note.line);
    codes.push_back(note.code);
    tasks.emplace_back(note.task ? network.task_id(*note.task) : "");
    messages.push_back(note.message);
  }
  return {"notes",
          "",
          {{"line", "", std::move(lines)},
           {"code", "", std::move(codes)},
           {"task", "", std::move(tasks)},
           {"message", "", std::move(messages)}}};
}

}  // namespace

int run_check(const Settings& settings, Session& session) {
  const model::Network network = network_from(settings, session);
  session.stage("write");
  deliver_tables({notes_table(network)}, settings);
  return settings.strict && !network.notes().empty() ? 1 : 0;
}

}  // namespace respnet::cli
