#include <algorithm>
#include <utility>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/subject_names.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/report/explanation.hpp"

namespace respnet::cli {
namespace {

std::string evidence_text(const analysis::Study& study, const analysis::Subject& subject,
                          Language language, const Settings& settings) {
  report::ExplanationOptions options{.language = language};
  if (settings.output.empty() && wants_color(settings))
    options.marks = {.open = "\x1b[1;4m", .close = "\x1b[0m"};
  return report::explanation(study, subject, options);
}

void deliver_evidence(const analysis::Study& study, const analysis::Subject& subject,
                      Language language, const Settings& settings) {
  if (settings.format == io::TableFormat::Text) {
    deliver(evidence_text(study, subject, language, settings), settings);
    return;
  }
  report::ExplanationOptions options{.language = language};
  if (settings.format != io::TableFormat::Markdown) options.marks = {.open = "", .close = ""};
  deliver_tables(report::explanation_tables(study, subject, options), settings);
}

}  // namespace

int run_explain(const Settings& settings, Session& session) {
  if (settings.inputs.size() < 2)
    throw UsageError("explain takes an input and a name: respnet explain notice.md 区发改局");
  Settings files = settings;
  files.inputs.pop_back();
  const model::Network network = network_as_read(files, session);
  const analysis::Subject subject = subject_named(network, settings.inputs.back().string());
  const Language language = language_of(network, settings);
  session.stage("analyse");
  const analysis::Study study(network, settings.study);
  if (settings.measure.empty()) {
    deliver_evidence(study, subject, language, files);
  } else {
    const analysis::Breakdown parts = analysis::breakdown(study, subject, settings.measure);
    if (settings.format == io::TableFormat::Text)
      deliver(report::breakdown_text(study, subject, parts, language), files);
    else
      deliver_tables(report::breakdown_tables(study, subject, parts, language), files);
  }
  return 0;
}

}  // namespace respnet::cli
