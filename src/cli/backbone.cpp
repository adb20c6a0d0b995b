#include "respnet/analysis/backbone_tables.hpp"

#include "cli/commands.hpp"
#include "cli/locked_cells.hpp"
#include "cli/output.hpp"
#include "respnet/base/errors.hpp"

namespace respnet::cli {
namespace {

// A drawn p cannot be below 1 / (1 + trials), which a correction multiplies.
void say_if_trials_are_few(const analysis::BackboneOptions& options, std::uint64_t units,
                           Session& session) {
  if (options.model != "fdsm" || options.correction == analysis::Correction::None) return;
  const double pairs = static_cast<double>(units) * (static_cast<double>(units) - 1) / 2;
  const double sides = options.is_signed ? 2 : 1;
  const double needed = sides * pairs / options.alpha;
  if (static_cast<double>(options.trials) >= needed) return;
  session.say("fdsm: with " + counted(static_cast<std::size_t>(pairs), "pair") +
              " the smallest p that " + std::to_string(options.trials) +
              " trials can give may stay above alpha after the correction; take --trials " +
              std::to_string(static_cast<std::uint64_t>(needed) + 1));
}

}  // namespace

int run_backbone(const Settings& settings, Session& session) {
  const bool draws = settings.backbone_model == "fdsm" || settings.backbone_model == "all";
  if (settings.trials && !draws) throw UsageError("--trials is for --model fdsm; leave it out");
  const model::Network network = network_from(settings, session);
  session.stage("analyse");
  const analysis::Study study(network, settings.study);
  analysis::BackboneOptions options{.model = settings.backbone_model,
                                    .alpha = settings.alpha,
                                    .correction = settings.correction,
                                    .is_signed = settings.is_signed,
                                    .locked = locked_cells(study.graph(), settings)};
  options.trials = settings.trials.value_or(options.trials);
  const analysis::Results results =
      analysis::backbone_tables(study, options, language_of(network, settings));
  session.stage("write");
  say_if_trials_are_few(options, study.graph().unit_count(), session);
  say_remarks(results.remarks, session);
  deliver_tables(results.tables, settings);
  return 0;
}

}  // namespace respnet::cli
