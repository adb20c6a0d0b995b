#include "respnet/report/findings.hpp"

#include <algorithm>
#include <numeric>

#include "report/phrases.hpp"
#include "respnet/analysis/chance.hpp"
#include "respnet/analysis/inseparable_units.hpp"
#include "respnet/analysis/lead_units.hpp"
#include "respnet/analysis/outliers.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::report {
namespace {

using analysis::Study;

// The units with the largest value above 0, by unit number.
template <typename Values>
std::vector<std::uint32_t> largest(const Values& values) {
  std::vector<std::uint32_t> units;
  if (values.empty()) return units;
  const auto most = *std::ranges::max_element(values);
  for (std::uint32_t u = 0; most > 0 && u < values.size(); ++u)
    if (values[u] == most) units.push_back(u);
  return units;
}

std::vector<std::string> names(const Study& study, const std::vector<std::uint32_t>& units) {
  std::vector<std::string> result;
  for (const std::uint32_t unit : units) result.push_back(unit_name(study.graph(), unit));
  return result;
}

std::vector<std::string> ids(const Study& study, const std::vector<model::TaskId>& tasks) {
  std::vector<std::string> result;
  for (const model::TaskId task : tasks) result.emplace_back(study.network().task_id(task));
  return result;
}

std::vector<Reference> to_units(const Study& study, const std::vector<std::uint32_t>& units) {
  std::vector<Reference> references;
  for (std::size_t i = 0; i < std::min<std::size_t>(5, units.size()); ++i)
    references.push_back(
        {unit_anchor(study.graph(), units[i]), unit_name(study.graph(), units[i])});
  return references;
}

std::vector<Reference> to_tasks(const Study& study, const std::vector<model::TaskId>& tasks) {
  std::vector<Reference> references;
  for (std::size_t i = 0; i < std::min<std::size_t>(5, tasks.size()); ++i)
    references.push_back({task_anchor(tasks[i]), std::string(study.network().task_id(tasks[i]))});
  return references;
}

bool is_group(const Study& study, std::uint32_t unit) {
  return study.network().unit_kind(study.graph().unit(unit)) == model::UnitKind::Group;
}

double over(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

Finding scale(const Study& study, const Messages& say) {
  const auto& graph = study.graph();
  return {say("find.scale", {{"tasks", graph.task_count()},
                             {"units", graph.unit_count()},
                             {"assignments", graph.edge_count()},
                             {"mean", fixed(over(graph.edge_count(), graph.task_count()), 1)}}),
          {{"bipartite", say("find.to_bipartite")}}};
}

Finding heaviest(const Study& study, const Messages& say) {
  const auto& loads = study.loads();
  const auto top = largest(loads.tasks);
  const std::uint32_t tasks = loads.tasks[top.front()];
  auto references = to_units(study, top);
  references.push_back({"workload", say("find.to_workload")});
  return {say(top.size() == 1 ? "find.heaviest" : "find.heaviest_tie",
              {{"top", unit_name(study.graph(), top.front())},
               {"names", shortened(say, names(study, top))},
               {"tasks", tasks},
               {"share", percent(over(tasks, study.graph().task_count()))},
               {"leads", loads.lead[top.front()]}}),
          references};
}

std::vector<Finding> leading(const Study& study, const Messages& say) {
  const auto& loads = study.loads();
  const auto top = largest(loads.lead);
  if (top.empty()) return {};
  const std::size_t led = std::accumulate(loads.lead.begin(), loads.lead.end(), std::size_t{0});
  const std::uint32_t most = loads.lead[top.front()];
  auto references = to_units(study, top);
  references.push_back({"leads", say("find.to_leads")});
  return {{say(top.size() == 1 ? "find.leading" : "find.leading_tie",
               {{"leaders", std::ranges::count_if(loads.lead, [](auto lead) { return lead > 0; })},
                {"top", unit_name(study.graph(), top.front())},
                {"names", shortened(say, names(study, top))},
                {"leads", most},
                {"share", percent(over(most, led))}}),
           references}};
}

Finding unevenness(const Study& study, const Messages& say) {
  const auto& c = study.concentration_of(analysis::LoadKind::Tasks);
  // Of five units or fewer the five busiest are all of them.
  const std::string top = study.graph().unit_count() > 5
                              ? say("find.unevenness_top", {{"share", percent(*c.cr5)}})
                              : "";
  return {say("find.unevenness", {{"gini", fixed(*c.gini, 2)},
                                  {"top", top},
                                  {"hoover", percent(*c.hoover)},
                                  {"effective", fixed(*c.effective_units, 1)}}),
          {{"concentration", say("find.to_concentration")}}};
}

// The heaviest with what it means, the others with their number.
std::vector<Finding> overloaded(const Study& study, const Messages& say) {
  const auto& tasks = study.loads().tasks;
  const std::vector<double> load(tasks.begin(), tasks.end());
  const auto found = analysis::outliers(load);
  if (found.units.empty()) return {};
  std::vector<std::uint32_t> sorted = found.units;
  std::ranges::stable_sort(sorted, std::greater{}, [&](std::uint32_t u) { return tasks[u]; });
  const double mean =
      std::accumulate(load.begin(), load.end(), 0.0) / static_cast<double>(load.size());
  std::vector<std::string> shown;
  for (const std::uint32_t unit : sorted) {
    const bool first = shown.empty() && !is_group(study, unit);
    shown.push_back(say(first                   ? "find.overloaded_unit"
                        : is_group(study, unit) ? "find.overloaded_group"
                                                : "find.overloaded_next",
                        {{"unit", unit_name(study.graph(), unit)},
                         {"tasks", tasks[unit]},
                         {"mean", fixed(mean, 1)},
                         {"times", fixed(tasks[unit] / mean, 1)}}));
  }
  return {
      {say("find.overloaded", {{"fence", fixed(found.fence, 1)}, {"units", shortened(say, shown)}}),
       to_units(study, sorted)}};
}

// Whether the first place would hold if the plan had had other tasks of its kind.
std::vector<Finding> rank_sureness(const Study& study, const Messages& say) try {
  constexpr std::uint32_t kWide = 5;
  const auto& ranks = study.ranks(analysis::LoadKind::Tasks);
  const auto top = largest(study.loads().tasks).front();
  std::size_t loose = 0;
  for (std::size_t unit = 0; unit < ranks.low.size(); ++unit)
    if (ranks.high[unit] - ranks.low[unit] > kWide) ++loose;
  const bool sure = ranks.high[top] == 1;
  const std::vector<Argument> arguments{{"samples", ranks.samples},
                                        {"top", unit_name(study.graph(), top)},
                                        {"low", ranks.low[top]},
                                        {"high", ranks.high[top]},
                                        {"loose", loose}};
  return {{say.with(sure ? "find.rank_sure" : "find.rank_open", arguments),
           {{"workload", say("find.to_workload")}}}};
} catch (const LimitError&) {
  return {};  // the tables say what is left out and why
}

std::vector<Finding> closest_pair(const Study& study, const Messages& say) try {
  constexpr std::size_t enough = 10'000;  // to find one of two units that are no groups
  const auto pairs = closest_pairs(study, enough);
  const auto pair = std::ranges::find_if(pairs, [&](const analysis::UnitPair& p) {
    return !is_group(study, p.a) && !is_group(study, p.b);
  });
  if (pair == pairs.end() || pair->shared < 2) return {};
  return {
      {say("find.pair", {{"one", unit_name(study.graph(), pair->a)},
                         {"other", unit_name(study.graph(), pair->b)},
                         {"shared", pair->shared}}),
       {{"coresponsibility", say("find.to_coresponsibility")}, {"pairs", say("find.to_pairs")}}}};
} catch (const LimitError&) {
  return {{say("find.pairs_not_counted"), {}}};
}

std::vector<Finding> inseparable(const Study& study, const Messages& say) {
  constexpr std::size_t kMostSets = 3;
  std::vector<std::string> sets;
  for (const analysis::InseparableUnits& set : analysis::inseparable_units(study.graph())) {
    if (sets.size() == kMostSets) break;
    sets.push_back(say("find.always_set",
                       {{"units", shortened(say, names(study, set.units))}, {"tasks", set.tasks}}));
  }
  if (sets.empty()) return {};
  std::string joined;
  for (const std::string& set : sets)
    joined += (joined.empty() ? "" : say.language() == Language::Zh ? "；" : "; ") + set;
  return {{say("find.always", {{"sets", joined}}), {{"dendrogram", say("find.to_dendrogram")}}}};
}

std::vector<Finding> clustered(const Study& study, const Messages& say) {
  const auto& clusters = study.clusters();
  if (!clusters.modularity || clusters.clusters.size() < 2) return {};
  const auto& bound = study.modularity_bound();
  std::string proof;
  if (bound && bound->proven) proof = say("find.clusters_proven");
  if (bound && !bound->proven)
    proof = say("find.clusters_bound", {{"bound", fixed(bound->upper, 2)}});
  return {{say("find.clusters", {{"proof", proof},
                                 {"clusters", clusters.clusters.size()},
                                 {"modularity", fixed(*clusters.modularity, 2)},
                                 {"units", clusters.clusters.front().units.size()},
                                 {"bridges", clusters.bridges.size()}}),
           {{"clusters", say("find.to_clusters")}, {"bridges", say("find.to_bridges")}}}};
}

// Whether the clusters would come out of other tasks too.
std::vector<Finding> stability(const Study& study, const Messages& say) try {
  if (study.clusters().clusters.size() < 2) return {};
  const auto& found = study.cluster_stability();
  const auto count = [&](auto&& holds) { return std::ranges::count_if(found.of_cluster, holds); };
  return {{say("find.stability", {{"samples", found.samples},
                                  {"agreement", fixed(found.agreement, 2)},
                                  {"stable", count([](double value) { return value >= 0.75; })},
                                  {"unstable", count([](double value) { return value < 0.6; })}}),
           {{"clusters", say("find.to_clusters")}}}};
} catch (const LimitError&) {
  return {};
}

const analysis::ChanceRow* chance_of(const Study& study, std::string_view measure) {
  const auto& rows = study.chance().rows;
  const auto found = std::ranges::find(rows, measure, &analysis::ChanceRow::measure);
  return found == rows.end() ? nullptr : &*found;
}

// Messages by what a test comes to: above chance, below it, neither.
struct Verdicts {
  std::string_view more, less, none;
};
constexpr Verdicts kUneven{"find.chance_uneven_more", "find.chance_uneven_less",
                           "find.chance_uneven_none"};
constexpr Verdicts kClustered{"find.chance_clustered_more", "find.chance_clustered_less",
                              "find.chance_clustered_none"};

std::vector<Argument> tested(const analysis::NullRow& row, const Verdicts& verdicts,
                             const Messages& say) {
  constexpr double kSignificant = 0.05;
  const std::string_view verdict = row.p > kSignificant          ? verdicts.none
                                   : row.observed > row.expected ? verdicts.more
                                                                 : verdicts.less;
  return {{"observed", fixed(row.observed, 2)},
          {"expected", fixed(row.expected, 2)},
          {"low", fixed(row.low, 2)},
          {"high", fixed(row.high, 2)},
          {"p", fixed(row.p, 3)},
          {"samples", row.samples},
          {"verdict", say(verdict)}};
}

// Fewer samples than usual, or none, are said and explained.
std::string fewer(const Study& study, const analysis::NullRow& row, const Messages& say) {
  if (row.samples == analysis::kMostChanceSamples) return {};
  return say("find.chance_fewer",
             {{"assignments", study.graph().edge_count()}, {"samples", row.samples}});
}

// Whether drawing who does what would have been as uneven.
std::vector<Finding> uneven_by_chance(const Study& study, const Messages& say) {
  std::string parts, rest;
  std::size_t samples = 0;
  for (const auto& [measure, what] : {std::pair("concentration.tasks.gini", "find.chance_tasks"),
                                      std::pair("concentration.lead.gini", "find.chance_leads")}) {
    const auto* test = chance_of(study, measure);
    if (test == nullptr) continue;
    auto arguments = tested(test->row, kUneven, say);
    arguments.emplace_back("what", say(what));
    if (!parts.empty()) parts += say.language() == Language::Zh ? "；" : "; ";
    parts += say.with("find.chance_part", arguments);
    samples = test->row.samples;
    rest = fewer(study, test->row, say);
  }
  if (parts.empty()) return {};
  return {{say("find.chance", {{"samples", samples}, {"parts", parts}}) + rest,
           {{"chance", say("find.to_chance")}}}};
}

std::vector<Finding> clustered_by_chance(const Study& study, const Messages& say) {
  const auto* test = chance_of(study, "clusters.modularity");
  if (test == nullptr) return {};
  return {{say.with("find.chance_clusters", tested(test->row, kClustered, say)) +
               fewer(study, test->row, say),
           {{"chance", say("find.to_chance")}}}};
}

std::vector<Finding> without_chance(const Study& study, const Messages& say) {
  const auto& left_out = study.chance().unaffordable;
  if (left_out.empty()) return {};
  std::vector<std::string> measures(left_out.begin(), left_out.end());
  return {{say("find.chance_left_out", {{"measures", say.list(measures)},
                                        {"assignments", study.graph().edge_count()},
                                        {"samples", analysis::kLeastChanceSamples}}),
           {}}};
}

// What breaks without a unit.
std::vector<Finding> fragile(const Study& study, const Messages& say) {
  std::vector<Finding> result;
  const auto sole = analysis::sole_lead_tasks(study.graph());
  std::vector<std::size_t> lost;
  for (const auto& tasks : sole) lost.push_back(tasks.size());
  const auto top = largest(lost);
  if (!top.empty() && lost[top.front()] > 1)
    result.push_back({say("find.sole_lead", {{"names", shortened(say, names(study, top))},
                                             {"tasks", lost[top.front()]}}),
                      to_units(study, top)});
  const auto articulation = analysis::articulation_units(study.graph());
  if (!articulation.empty())
    result.push_back(
        {say("find.articulation", {{"names", shortened(say, names(study, articulation))}}),
         to_units(study, articulation)});
  return result;
}

std::vector<Finding> thin_tasks(const Study& study, const Messages& say) {
  constexpr std::size_t kMostIds = 8;
  std::vector<Finding> result;
  const auto add = [&](std::string_view key, const std::vector<model::TaskId>& tasks) {
    if (tasks.empty()) return;
    result.push_back(
        {say(key, {{"count", tasks.size()}, {"ids", shortened(say, ids(study, tasks), kMostIds)}}),
         to_tasks(study, tasks)});
  };
  add("find.single", analysis::single_unit_tasks(study.graph()));
  add("find.leadless", study.graph().tasks_without_lead());
  return result;
}

std::vector<Finding> groups(const Study& study, const Messages& say) {
  std::vector<std::uint32_t> units;
  for (std::uint32_t u = 0; u < study.graph().unit_count(); ++u)
    if (is_group(study, u)) units.push_back(u);
  if (units.empty()) return {};
  return {{say("find.groups",
               {{"count", units.size()}, {"names", shortened(say, names(study, units), 3)}}),
           to_units(study, units)}};
}

std::vector<Finding> doubts(const Study& study, const Messages& say) {
  const std::size_t notes = study.network().notes().size();
  if (notes == 0) return {};
  return {{say("find.doubts", {{"count", notes}}), {{"notes", say("find.to_notes")}}}};
}

}  // namespace

std::vector<Finding> findings(const Study& study, Language language) {
  const Messages say = report_words(study, language);
  std::vector<Finding> result{scale(study, say)};
  if (study.graph().edge_count() > 0) {
    result.push_back(heaviest(study, say));
    for (auto part : {rank_sureness, leading, overloaded})
      std::ranges::move(part(study, say), std::back_inserter(result));
    result.push_back(unevenness(study, say));
    for (auto part : {uneven_by_chance, closest_pair, inseparable, clustered, clustered_by_chance,
                      stability, without_chance, fragile, thin_tasks, groups})
      std::ranges::move(part(study, say), std::back_inserter(result));
  }
  std::ranges::move(doubts(study, say), std::back_inserter(result));
  return result;
}

}  // namespace respnet::report
