#include <limits>
#include <utility>

#include "cli/check_sarif.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "respnet/analysis/lint.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/extract/alias_candidates.hpp"

namespace respnet::cli {
namespace {

constexpr std::size_t kRowsOfARule = 10;  // on a terminal, unless --verbose

void deliver_report(const analysis::LintReport& report, const model::Network& network,
                    const Settings& settings) {
  const Language language = language_of(network, settings);
  if (settings.sarif) {
    deliver(io::sarif(sarif_log(report, network, settings, language)), settings);
  } else if (settings.format == io::TableFormat::Text && report.findings.empty()) {
    deliver(Words{"没有需要核对之处\n", "nothing to look at\n"}.in(language), settings);
  } else if (settings.format == io::TableFormat::Text ||
             settings.format == io::TableFormat::Markdown) {
    const bool all = settings.verbose || settings.format == io::TableFormat::Markdown;
    const std::size_t most = all ? std::numeric_limits<std::size_t>::max() : kRowsOfARule;
    deliver_tables(findings_by_rule(report, network, language, most), settings);
  } else {
    deliver_tables({findings_table(report, network, language), lint_counts(report, language)},
                   settings);
  }
}

int list_rules(const Settings& settings) {
  if (settings.sarif)
    throw UsageError("--list is a table; choose --format table, json, csv or markdown");
  deliver_tables({analysis::lint_rules_table(settings.language.value_or(Language::En))}, settings);
  return 0;
}

std::vector<analysis::LikelyAlias> likely_aliases(const InputNetwork& input, Session& session) {
  std::vector<analysis::LikelyAlias> aliases;
  try {
    for (extract::AliasCandidate& pair :
         extract::alias_candidates(input.network, input.registry ? &*input.registry : nullptr))
      aliases.push_back({pair.a, pair.b, std::move(pair.evidence)});
  } catch (const LimitError& refused) {
    session.say(std::string("likely-alias was left out: ") + refused.what());
  }
  return aliases;
}

}  // namespace

int run_check(const Settings& settings, Session& session) {
  if (settings.list) return list_rules(settings);
  const InputNetwork input = read_inputs(settings, session);
  const model::Network& network = input.network;
  session.stage("analyse");
  const analysis::LintReport report =
      analysis::lint(network, {.lead = settings.study.counting.lead,
                               .aliases = likely_aliases(input, session),
                               .select = settings.select,
                               .ignore = settings.ignore});
  session.stage("write");
  deliver_report(report, network, settings);
  const bool unclear = count(report, analysis::Severity::Error) > 0 ||
                       count(report, analysis::Severity::Warning) > 0;
  return settings.strict && unclear ? 1 : 0;
}

}  // namespace respnet::cli
