#include <limits>
#include <utility>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "respnet/analysis/lint.hpp"

namespace respnet::cli {
namespace {

constexpr std::size_t kRowsOfARule = 10;  // on a terminal, unless --verbose

std::vector<Table> tables_of(const analysis::LintReport& report, const model::Network& network,
                             const Settings& settings) {
  const Language language = language_of(network, settings);
  switch (settings.format) {
    case io::TableFormat::Text:
    case io::TableFormat::Markdown: {
      const bool all = settings.verbose || settings.format == io::TableFormat::Markdown;
      return findings_by_rule(report, network, language,
                              all ? std::numeric_limits<std::size_t>::max() : kRowsOfARule);
    }
    default:
      return {findings_table(report, network, language), lint_counts(report, language)};
  }
}

}  // namespace

int run_check(const Settings& settings, Session& session) {
  if (settings.list) {
    deliver_tables({analysis::lint_rules_table(settings.language.value_or(Language::En))},
                   settings);
    return 0;
  }
  const model::Network network = network_from(settings, session);
  session.stage("analyse");
  const analysis::LintReport report = analysis::lint(
      network,
      {.lead = settings.study.counting.lead, .select = settings.select, .ignore = settings.ignore});
  session.stage("write");
  deliver_tables(tables_of(report, network, settings), settings);
  const bool unclear = count(report, analysis::Severity::Error) > 0 ||
                       count(report, analysis::Severity::Warning) > 0;
  return settings.strict && unclear ? 1 : 0;
}

}  // namespace respnet::cli
