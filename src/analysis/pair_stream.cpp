#include "respnet/analysis/pair_stream.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "analysis/table_columns.hpp"
#include "respnet/analysis/catalog.hpp"

namespace respnet::analysis {
namespace {

std::vector<const Measure*> selected(const Selection& select) {
  std::vector<const Measure*> measures;
  for (const Measure& measure : catalog())
    if (measure.level == Level::Pair && select.contains(measure.id)) measures.push_back(&measure);
  return measures;
}

Table piece_of(const Study& study, const std::vector<const Measure*>& measures, Language language,
               std::span<const UnitPair> pairs) {
  std::optional<std::vector<PairTasks>> tasks;
  const PairBatch batch{study.graph(), pairs, [&]() -> const std::vector<PairTasks>& {
                          if (!tasks) tasks = pair_tasks(study.graph(), pairs);
                          return *tasks;
                        }};
  Table piece{.id = "pairs", .title = {}, .columns = pair_columns(study, pairs, language)};
  for (const Measure* measure : measures)
    piece.columns.push_back({.id = measure->id,
                             .label = label_in(study, measure->label, language),
                             .values = measure->of_pairs(batch)});
  return piece;
}

}  // namespace

bool can_stream_pairs(const Selection& select) {
  const auto measures = selected(select);
  return !measures.empty() && std::ranges::all_of(measures, [](const Measure* measure) {
    return measure->of_pairs != nullptr;
  });
}

void stream_pairs(const Study& study, const MetricsOptions& options,
                  const std::function<void(const Table&)>& sink) {
  const auto measures = selected(options.select);
  const auto pass_on = [&](std::span<const UnitPair> pairs) {
    sink(piece_of(study, measures, options.language, pairs));
  };
  bool begun = false;
  const auto begin = [&] {
    if (!std::exchange(begun, true)) pass_on({});
  };
  graph::each_pair_by_shared(study.graph(),
                             {study.options().pairs.min_shared, study.options().threads},
                             [&](std::span<const UnitPair> pairs) {
                               begin();
                               if (!pairs.empty()) pass_on(pairs);
                             });
  begin();
}

}  // namespace respnet::analysis
