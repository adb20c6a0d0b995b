#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/run.hpp"
#include "respnet/analysis/command_tables.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/files.hpp"
#include "respnet/base/messages.hpp"
#include "respnet/base/text.hpp"
#include "respnet/base/version.hpp"
#include "respnet/report/document.hpp"
#include "respnet/report/findings.hpp"
#include "respnet/report/folder.hpp"
#include "respnet/viz/print_pdf.hpp"

namespace respnet::cli {
namespace {

namespace fs = std::filesystem;

// Without the folders above it; a folder may have been given as "plans/".
std::string name_of(const fs::path& input) {
  if (input == "-") return "-";
  return (input.has_filename() ? input : input.parent_path()).filename().string();
}

report::PageRun page_run(const Settings& settings) {
  std::string command = "respnet report";
  constexpr std::size_t most = 10;
  for (std::size_t i = 0; i < std::min(settings.inputs.size(), most); ++i)
    command += " " + name_of(settings.inputs[i]);
  if (settings.inputs.size() > most)
    command += " … (" + std::to_string(settings.inputs.size()) + ")";
  report::PageRun run{std::string(version()), command, {}};
  // What changes no result is not told.
  static constexpr std::array<std::string_view, 8> kSilent{"output", "timings", "threads", "pdf",
                                                           "docx",   "quiet",   "verbose", "color"};
  for (const std::string& given : settings.given)
    if (std::ranges::find(kSilent, std::string_view(given).substr(0, given.find('='))) ==
        kSilent.end())
      run.options.push_back("--" + given);
  run.options.push_back("seed=" + std::to_string(settings.study.seed));
  return run;
}

bool ends_in(const fs::path& file, std::string_view ending) {
  return equal_but_for_case(file.extension().string(), ending);
}

Document document_of(const analysis::Study& study, const Settings& settings) {
  return report::document(
      study, {.language = language_of(study.network(), settings), .run = page_run(settings)});
}

// The report as one file.
int write_printed(const Settings& settings, Session& session) {
  if (settings.pdf || settings.docx)
    throw UsageError("--pdf and --docx add to a folder; leave them out, or let -o name a folder");
  check_output(settings);
  const model::Network network = network_from(settings, session);
  session.stage("analyse");
  const analysis::Study study(network, settings.study);
  session.stage("draw");
  const Document document = document_of(study, settings);
  const std::string bytes = ends_in(settings.output, ".pdf")
                                ? viz::print_pdf(document)
                                : report::docx(document, settings.study.threads);
  session.stage("write");
  deliver(bytes, settings);
  return 0;
}

// For print, beside the page. Without a font for Chinese the folder does without them.
void add_printed(const analysis::Study& study, const Settings& settings, report::Folder& folder) {
  if (!settings.pdf && !settings.docx) return;
  const Document document = document_of(study, settings);
  const auto add = [&](const std::string& name, const auto& bytes) {
    try {
      folder.files.push_back({name, bytes()});
    } catch (const FileError& error) {
      folder.warnings.push_back(name + " was left out: " + error.what());
    }
  };
  if (settings.pdf) add("report.pdf", [&] { return viz::print_pdf(document); });
  if (settings.docx)
    add("report.docx", [&] { return report::docx(document, settings.study.threads); });
}

// The words of a report are about clusters that Leiden found.
void check_method(const Settings& settings) {
  const analysis::ClusterMethod method = settings.study.cluster_method;
  if (method != analysis::ClusterMethod::Barber && method != analysis::ClusterMethod::Modularity)
    throw UsageError("--method " + std::string(analysis::name(method)) +
                     " is for clusters, metrics and export; a report takes barber or modularity");
}

}  // namespace

int run_report(const Settings& settings, Session& session) {
  check_method(settings);
  if (settings.output.empty())
    throw UsageError("-o is missing; name the folder to write, or a .pdf or .docx file");
  if ((ends_in(settings.output, ".pdf") || ends_in(settings.output, ".docx")) &&
      !fs::is_directory(settings.output))
    return write_printed(settings, session);
  const model::Network network = network_from(settings, session);
  const analysis::Study study(network, settings.study);
  report::Folder folder =
      report::folder(study, {.run = page_run(settings),
                             .language = language_of(network, settings),
                             .csv_bom = settings.csv_bom,
                             .manifest = run_of("report", network, settings),
                             .stage = [&](std::string_view name) { session.stage(name); },
                             .progress = session.measures()});
  if (settings.pdf || settings.docx) session.stage("print");
  add_printed(study, settings, folder);
  session.stage("write");
  for (const std::string& warning : folder.warnings) session.say(warning);
  const std::size_t count = folder.files.size();
  write_folder(settings.output, std::move(folder.files));
  session.say(std::to_string(count) + " files written; open " +
              printable((settings.output / "index.html").string()));
  return 0;
}

namespace {

// The sentences, and the tests that they quote; the rest of their numbers are measures.
std::vector<Table> finding_tables(const analysis::Study& study, Language language) {
  std::vector<std::string> sentences;
  for (report::Finding& finding : report::findings(study, language))
    sentences.push_back(std::move(finding.text));
  std::vector<Table> tables{{"findings", "", {{"finding", "", std::move(sentences)}}}};
  for (Table& table : analysis::chance_tables(study, language).tables)
    tables.push_back(std::move(table));
  return tables;
}

}  // namespace

int run_describe(const Settings& settings, Session& session) {
  check_method(settings);
  const model::Network network = network_from(settings, session);
  session.stage("analyse");
  const analysis::Study study(network, settings.study);
  const Language language = language_of(network, settings);
  if (settings.format != io::TableFormat::Text) {
    deliver_tables(finding_tables(study, language), settings);
    return 0;
  }
  std::string text;
  for (const report::Finding& finding : report::findings(study, language))
    text += "- " + printable(finding.text) + "\n";
  text += "\n" + Messages(language)("methods.title") + "\n" +
          printable(report::methods_paragraph(study, language)) + "\n";
  deliver(text, settings);
  return 0;
}

}  // namespace respnet::cli
