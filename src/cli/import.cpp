#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/io/write.hpp"

namespace respnet::cli {

int run_import(const Settings& settings, Session& session) {
  const auto [network, summary] = read_inputs(settings, session);
  say_read(network, summary, settings, session);
  session.stage("write");
  if (settings.strict && !network.notes().empty()) {
    const model::Note& first = network.notes().front();
    throw InputError({settings.inputs.front().string(), first.line, 0},
                     first.message + " (" + std::to_string(network.notes().size()) +
                         " notes in all); correct the text or leave out --strict");
  }
  if (settings.output.empty()) {
    print(io::network_bytes(network, "json"));
  } else {
    check_output(settings);
    io::write_network(network, settings.output, "json");  // piece by piece: it may be large
  }
  if (summary.empty()) session.say(counts(network));
  return 0;
}

}  // namespace respnet::cli
