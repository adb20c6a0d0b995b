#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/run.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/files.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/csv_folder.hpp"
#include "respnet/io/write.hpp"
#include "respnet/report/exports.hpp"

namespace respnet::cli {
namespace {

// "plans/" need not be there yet.
bool is_folder(const Settings& settings) {
  return settings.to.empty() &&
         (!settings.output.has_filename() || std::filesystem::is_directory(settings.output));
}

// Which measures; none for the network alone, so that a large one needs no analysis.
std::optional<analysis::Selection> selection(const Settings& settings) {
  if (settings.select == "none") return std::nullopt;
  return analysis::Selection(settings.select);
}

report::Exports exports_of(const model::Network& network,
                           const std::optional<analysis::Selection>& select, const io::Held& holds,
                           const Settings& settings, Session& session) {
  const Language language = language_of(network, settings);
  if (!select || !holds.nodes) return {.language = language};
  session.stage("analyse");
  const analysis::Study study(network, settings.study);
  report::Exports made = report::exports(
      study,
      {.holds = holds, .select = *select, .language = language, .progress = session.measures()});
  say_remarks(made.remarks, session);
  return made;
}

void write_manifest(const io::Run& run, const Settings& settings) {
  if (!settings.manifest.empty()) write_file(settings.manifest, io::run_json(run) + "\n");
}

int export_folder(const Settings& settings, Session& session) {
  const auto select = selection(settings);
  const model::Network network = network_from(settings, session);
  io::Run run = run_of("export", network, settings);
  const report::Exports made =
      exports_of(network, select, {true, true, true, true}, settings, session);
  run.estimates = report::estimates(made.remarks);
  session.stage("write");
  io::Attachments with = made.attachments(&run, settings.csv_bom);
  with.threads = settings.study.threads;
  const io::CsvFolder folder = io::csv_folder(network, with);
  make_folder(settings.output);
  std::vector<OutputFile> files;  // all whole before the first one is renamed
  files.reserve(folder.files.size());
  for (const io::CsvFolder::File& part : folder.files) {
    OutputFile& file = files.emplace_back(settings.output / part.name);
    part.write([&](std::string_view piece) { file.write(piece); });
    file.finish();
  }
  for (OutputFile& file : files) file.commit();
  write_manifest(run, settings);
  for (const std::string& sentence : folder.left_out) session.say(sentence);
  return 0;
}

}  // namespace

int run_export(const Settings& settings, Session& session) {
  const bool to_pipe = settings.output.empty() && !settings.to.empty();
  if (settings.output.empty() && !to_pipe)
    throw UsageError(
        "-o is missing; name the file to write, a FOLDER/ for CSV files, or --to FORMAT for "
        "standard output");
  if (!to_pipe) check_output(settings);
  if (!to_pipe && is_folder(settings)) return export_folder(settings, session);
  const io::Format& format = network_format(settings, ", or as CSV files into a FOLDER/");
  const auto select = selection(settings);
  const model::Network network = network_from(settings, session);
  io::Run run = run_of("export", network, settings);
  const report::Exports made = exports_of(network, select, format.holds, settings, session);
  run.estimates = report::estimates(made.remarks);
  session.stage("write");
  io::Attachments with = made.attachments(format.holds.run ? &run : nullptr, settings.csv_bom);
  with.threads = settings.study.threads;
  if (to_pipe)
    io::write_network(network, print, format.name, with);
  else
    io::write_network(network, settings.output, format.name, with);
  write_manifest(run, settings);
  for (const std::string& loss : io::losses(network, format.name)) session.say(loss);
  if (const std::string lost = io::measures_lost(format.name); select && !lost.empty())
    session.say(lost);
  return 0;
}

}  // namespace respnet::cli
