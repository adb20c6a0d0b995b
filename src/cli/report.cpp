#include <algorithm>
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/files.hpp"
#include "respnet/base/text.hpp"
#include "respnet/base/version.hpp"
#include "respnet/report/findings.hpp"
#include "respnet/report/folder.hpp"

namespace respnet::cli {
namespace {

namespace fs = std::filesystem;

// The folder is made when everything is ready to be written, so that a refused input leaves none.
void write_folder(const fs::path& directory, std::vector<FileContent> files) {
  std::error_code error;
  fs::create_directory(directory, error);
  if (!fs::is_directory(directory))
    throw FileError(directory.string(),
                    "this folder cannot be made; check that its parent is there and writable");
  for (FileContent& file : files) file.path = directory / file.path;
  write_files(files);
}

// Without the folders above it; a folder may have been given as "plans/".
std::string name_of(const fs::path& input) {
  if (input == "-") return "-";
  return (input.has_filename() ? input : input.parent_path()).filename().string();
}

report::PageRun run_of(const Settings& settings) {
  std::string command = "respnet report";
  constexpr std::size_t most = 10;
  for (std::size_t i = 0; i < std::min(settings.inputs.size(), most); ++i)
    command += " " + name_of(settings.inputs[i]);
  if (settings.inputs.size() > most)
    command += " … (" + std::to_string(settings.inputs.size()) + ")";
  report::PageRun run{std::string(version()), command, {}};
  for (const std::string& given : settings.given)
    if (!given.starts_with("output=") && !given.starts_with("timings=") &&
        !given.starts_with("threads="))
      run.options.push_back("--" + given);
  run.options.push_back("seed=" + std::to_string(settings.study.seed));
  return run;
}

}  // namespace

int run_report(const Settings& settings, Session& session) {
  if (settings.output.empty()) throw UsageError("-o is missing; name the folder to write");
  if (settings.language == Language::En)
    throw UsageError("the report is written in Chinese only; leave out --lang or say --lang zh");
  const model::Network network = network_from(settings, session);
  const analysis::Study study(network, settings.study);
  report::Folder folder =
      report::folder(study, {.run = run_of(settings),
                             .csv_bom = settings.csv_bom,
                             .stage = [&](std::string_view name) { session.stage(name); }});
  session.stage("write");
  for (const std::string& warning : folder.warnings) session.say(warning);
  const std::size_t count = folder.files.size();
  write_folder(settings.output, std::move(folder.files));
  session.say(std::to_string(count) + " files written; open " +
              printable((settings.output / "index.html").string()));
  return 0;
}

int run_describe(const Settings& settings, Session& session) {
  const model::Network network = network_from(settings, session);
  session.stage("analyse");
  const analysis::Study study(network, settings.study);
  std::string text;
  for (const report::Finding& finding : report::findings(study, language_of(network, settings)))
    text += "- " + printable(finding.text) + "\n";
  deliver(text, settings);
  return 0;
}

}  // namespace respnet::cli
