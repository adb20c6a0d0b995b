// workload, concepts, leads: the commands whose answer is a few tables.

#include "respnet/analysis/command_tables.hpp"

#include "cli/commands.hpp"
#include "cli/output.hpp"

namespace respnet::cli {
namespace {

int run_tables(const Settings& settings, Session& session, auto&& tables_of) {
  const model::Network network = network_from(settings, session);
  session.stage("analyse");
  const analysis::Study study(network, settings.study);
  const analysis::Results results = tables_of(study, language_of(network, settings));
  session.stage("write");
  say_remarks(results.remarks, session);
  deliver_tables(results.tables, settings);
  return 0;
}

}  // namespace

int run_workload(const Settings& settings, Session& session) {
  return run_tables(settings, session, analysis::workload_tables);
}

int run_concepts(const Settings& settings, Session& session) {
  return run_tables(settings, session, [&](const analysis::Study& study, Language language) {
    return analysis::concept_tables(study, language, settings.groups);
  });
}

int run_leads(const Settings& settings, Session& session) {
  return run_tables(settings, session, analysis::lead_tables);
}

}  // namespace respnet::cli
