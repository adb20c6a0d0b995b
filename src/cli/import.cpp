#include <utility>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/files.hpp"
#include "respnet/io/decode.hpp"
#include "respnet/io/formats.hpp"
#include "respnet/io/review.hpp"
#include "respnet/io/write.hpp"

namespace respnet::cli {
namespace {

model::Network with_corrections(model::Network network, const Settings& settings,
                                Session& session) {
  if (settings.corrections.empty()) return network;
  session.stage("correct");
  const std::string file =
      settings.corrections == "-" ? "standard input" : settings.corrections.string();
  const io::Decoded table = io::decoded(read_file(settings.corrections), io::Encoding::Auto, file);
  io::Corrected corrected = io::corrected(network, table.text, file);
  session.say(counted(corrected.applied, "correction") + " applied" +
              (corrected.already == 0
                   ? ""
                   : ", " + std::to_string(corrected.already) + " more held already"));
  return std::move(corrected.network);
}

void refuse_notes(const model::Network& network, const Settings& settings) {
  if (!settings.strict || network.notes().empty()) return;
  const model::Note& first = network.notes().front();
  throw InputError({settings.inputs.front().string(), first.line, 0},
                   first.message + " (" + counted(network.notes().size(), "note") +
                       " in all); correct the text or leave out --strict");
}

// Both files whole, or neither.
void write_results(const model::Network& network, const extract::Registry* registry,
                   const Settings& settings, Session& session) {
  const io::Format* const format = io::format_by_ending(settings.output.string());
  const bool workbook = format != nullptr && format->name == "xlsx";
  const char* const name = workbook ? "xlsx" : "json";
  if (workbook)
    for (const std::string& loss : io::losses(network, "xlsx")) session.say(loss);
  if (settings.review.empty() && !settings.output.empty()) {
    check_output(settings);
    io::write_network(network, settings.output, name, {.threads = settings.study.threads});
    return;
  }
  const std::string bytes = io::network_bytes(network, name, {.threads = settings.study.threads});
  if (settings.review.empty()) return print(bytes);
  const std::string review = io::review_csv(network, language_of(network, settings), registry);
  if (settings.output.empty()) {
    write_file(settings.review, review);
    print(bytes);
  } else {
    check_output(settings);
    write_files({{settings.output, bytes}, {settings.review, review}});
  }
}

}  // namespace

int run_import(const Settings& settings, Session& session) {
  auto [read, summary, registry] = read_inputs(settings, session);
  say_read(read, summary, settings, session);
  const model::Network network = with_corrections(std::move(read), settings, session);
  session.stage("write");
  refuse_notes(network, settings);
  write_results(network, registry ? &*registry : nullptr, settings, session);
  if (summary.empty()) session.say(counts(network));
  return 0;
}

}  // namespace respnet::cli
