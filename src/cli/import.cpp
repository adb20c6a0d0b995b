#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/io/write.hpp"

namespace respnet::cli {

int run_import(const Settings& settings, Session& session) {
  const model::Network network = network_from(settings, session);
  session.stage("write");
  if (settings.strict && !network.notes().empty()) {
    const model::Note& first = network.notes().front();
    throw InputError({settings.inputs.front().string(), first.line, 0},
                     first.message + " (" + std::to_string(network.notes().size()) +
                         " notes in all); correct the text or leave out --strict");
  }
  const io::Format* const format = io::format_by_ending(settings.output.string());
  const bool workbook = format != nullptr && format->name == "xlsx";
  deliver(io::network_bytes(network, workbook ? "xlsx" : "json"), settings);
  if (workbook)
    for (const std::string& loss : io::losses(network, "xlsx")) session.say(loss);
  session.say(std::to_string(network.task_count()) + " tasks, " +
              std::to_string(network.unit_count()) + " units, " +
              std::to_string(network.assignment_count()) + " assignments");
  return 0;
}

}  // namespace respnet::cli
