#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/files.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/write.hpp"
#include "respnet/report/folder.hpp"

namespace respnet::cli {
namespace {

const io::Format& output_format(const Settings& settings) {
  const io::Format* format = io::format_by_ending(settings.output.string());
  if (format != nullptr && format->write != nullptr) return *format;
  std::string endings;
  std::vector<std::string_view> all;
  for (const io::Format& row : io::formats())
    if (row.write != nullptr) all.insert(all.end(), row.endings.begin(), row.endings.end());
  for (const std::string_view ending : all)
    endings += (endings.empty() ? "" : ", ") + std::string(ending);
  throw UsageError("-o " + printable(settings.output.string()) + ": a network is written as " +
                   endings + did_you_mean(settings.output.extension().string(), all));
}

}  // namespace

int run_export(const Settings& settings, Session& session) {
  if (settings.output.empty()) throw UsageError("-o is missing; name the file to write");
  check_output(settings);
  const io::Format& format = output_format(settings);
  const model::Network network = network_from(settings, session);
  session.stage("analyse and write");
  if (format.name == "graphml") {
    const analysis::Study study(network, settings.study);
    write_file(settings.output, report::graphml(study));
  } else if (format.name == "xlsx") {
    const analysis::Study study(network, settings.study);
    write_file(settings.output, report::workbook(study, language_of(network, settings)));
  } else {
    io::write_network(network, settings.output, format.name);
  }
  for (const std::string& loss : io::losses(network, format.name)) session.say(loss);
  return 0;
}

}  // namespace respnet::cli
