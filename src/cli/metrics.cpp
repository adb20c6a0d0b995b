#include "respnet/analysis/metrics.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "cli/commands.hpp"
#include "cli/locked_cells.hpp"
#include "cli/output.hpp"
#include "cli/run.hpp"
#include "respnet/analysis/null_test.hpp"
#include "respnet/analysis/pair_stream.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/io/metrics_document.hpp"
#include "respnet/io/null_document.hpp"
#include "respnet/report/exports.hpp"

namespace respnet::cli {
namespace {

// A screen has room for one language; a file is the data dictionary and has both.
int list_measures(const Settings& settings) {
  const bool one = settings.language || settings.format == io::TableFormat::Text;
  const Language language = settings.language.value_or(Language::En);
  deliver_tables({one ? analysis::catalog_table(language) : analysis::data_dictionary()}, settings);
  return 0;
}

// What is worth comparing with chance where nobody said what: how uneven the loads are and how
// clustered the network is; who carries how much. By patterns, so that what a model fixes is left
// out and not refused.
std::string_view compared(const Settings& settings, analysis::Level level) {
  if (!settings.select.empty()) return settings.select;
  return level == analysis::Level::Unit ? "load.*" : "concentration.*.gini,clusters.modular*";
}

// One level as a table; as a document both, unless one was asked for.
std::vector<analysis::Level> compared_levels(const Settings& settings) {
  using enum analysis::Level;
  if (settings.level && *settings.level != Unit && *settings.level != Network)
    throw UsageError("--null compares units and the network; take --level unit or network");
  if (settings.level) return {*settings.level};
  return settings.format == io::TableFormat::Json ? std::vector{Network, Unit} : std::vector{Unit};
}

int run_null(const Settings& settings, Session& session) {
  const std::vector<analysis::Level> levels = compared_levels(settings);
  analysis::NullOptions options{.model = *settings.null};
  options.samples = settings.samples.value_or(options.samples);

  const model::Network network = network_from(settings, session);
  session.stage("analyse");
  const analysis::Study study(network, settings.study);
  options.locked = locked_cells(study.graph(), settings);
  analysis::Results results;
  for (const analysis::Level level : levels) {
    analysis::Results found =
        analysis::null_tables(study, level, analysis::Selection(compared(settings, level)), options,
                              language_of(network, settings));
    std::ranges::move(found.tables, std::back_inserter(results.tables));
    std::ranges::move(found.remarks, std::back_inserter(results.remarks));
  }
  session.stage("write");
  say_remarks(results.remarks, session);
  if (results.tables.empty())
    throw UsageError("nothing of this level is left to compare; see respnet metrics --list");
  if (settings.format != io::TableFormat::Json) {
    deliver_tables(results.tables, settings);
    return 0;
  }
  io::NullHead head{std::string(name(options.model)), options.samples, options.locked.size()};
  for (const analysis::Remark& remark : results.remarks)
    if (remark.left_out) head.refused.emplace_back(remark.id, remark.reason);
  deliver(io::null_document(run_of("metrics", network, settings), head, results.tables), settings);
  return 0;
}

// Pairs can be many more than all else: as CSV they are written as they are found. A few of them
// (--top) are found faster together.
bool writes_pairs_as_found(const Settings& settings, const analysis::Selection& select) {
  return settings.level == analysis::Level::Pair && settings.study.pairs.top == 0 &&
         wants_csv(settings) && can_stream_pairs(select);
}

}  // namespace

int run_metrics(const Settings& settings, Session& session) {
  if (settings.list) return list_measures(settings);
  if (settings.null) return run_null(settings, session);
  if (settings.samples) throw UsageError("--samples needs --null MODEL");
  if (!settings.locked.empty()) throw UsageError("--locked needs --null role-margins");
  const bool document = settings.format == io::TableFormat::Json && !settings.level;
  analysis::MetricsOptions options;
  options.select = analysis::Selection(settings.select);
  if (!document) options.levels = {settings.level.value_or(analysis::Level::Unit)};

  const model::Network network = network_from(settings, session);
  options.language = language_of(network, settings);
  options.progress = session.measures();
  session.stage("analyse");
  std::optional<analysis::Study> study(std::in_place, network, settings.study);
  if (writes_pairs_as_found(settings, options.select)) {
    deliver_csv([&](const auto& pass_on) { stream_pairs(*study, options, pass_on); }, settings);
    return 0;
  }
  const analysis::Results results = analysis::metrics(*study, options);
  study.reset();  // of a large network it is most of the memory; text and cells need room, too
  session.stage("write");
  say_remarks(results.remarks, session);
  if (document) {
    io::Run run = run_of("metrics", network, settings);
    run.estimates = report::estimates(results.remarks);
    deliver(
        [&](const io::Sink& sink) {
          io::write_metrics_document(run, results.tables, sink, settings.study.threads);
        },
        settings);
  } else if (results.tables.empty() && !results.remarks.empty()) {
    throw LimitError(results.remarks.front().reason);
  } else if (results.tables.empty()) {
    throw UsageError("--select names no measure of this level; see respnet metrics --list");
  } else {
    deliver_tables(results.tables, settings);
  }
  return 0;
}

}  // namespace respnet::cli
