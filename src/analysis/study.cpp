#include "respnet/analysis/study.hpp"

#include <limits>
#include <map>
#include <span>
#include <string>
#include <utility>

#include "analysis/spectral_options.hpp"
#include "respnet/analysis/centrality.hpp"
#include "respnet/analysis/chance.hpp"
#include "respnet/analysis/part_network.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/graph/approximate_betweenness.hpp"
#include "respnet/graph/betweenness.hpp"
#include "respnet/graph/cores.hpp"
#include "respnet/graph/pagerank.hpp"
#include "respnet/graph/twins.hpp"

namespace respnet::analysis {
namespace {

constexpr std::size_t kProjections = 5;

// Steps that a measure of pairs and of samples may take where nobody asked for more: seconds.
constexpr double kMostPairSteps = 1.5e9;
constexpr double kMostDistanceSteps = 2e11;    // of many searches at once
constexpr double kMostBetweennessSteps = 5e9;  // likewise

constexpr double kMostSampleSteps = 1e9;

double most(double steps, const StudyOptions& options) {
  return options.exact ? std::numeric_limits<double>::infinity() : steps;
}

// The value, made by `make` when it is asked for the first time.
template <typename T>
const T& once(std::optional<T>& value, const auto& make) {
  if (!value) value.emplace(make());
  return *value;
}

// The same, where finding out that it is too large takes long: refused once, refused again.
template <typename T>
struct Refusable {
  std::optional<T> value;
  std::optional<std::string> refused;
};
template <typename T>
const T& once(Refusable<T>& made, const auto& make) {
  if (made.refused) throw LimitError(*made.refused);
  try {
    return once(made.value, make);
  } catch (const LimitError& refused) {
    made.refused = refused.what();
    throw;
  }
}

graph::DistanceOptions distance_options(const StudyOptions& options) {
  return {.threads = options.threads, .most_steps = most(kMostDistanceSteps, options)};
}

graph::SamplingOptions sampling_options(const StudyOptions& options) {
  return {options.epsilon, options.delta, options.seed, options.threads};
}

// Values that are cheap enough, or else an estimate as good as was asked for.
const graph::Estimates& exact_or_estimate(Refusable<graph::Estimates>& values, const auto& exact,
                                          const auto& estimate, const StudyOptions& options) {
  try {
    return once(values, [&] { return graph::Estimates{exact(), {}}; });
  } catch (const LimitError&) {
    const graph::Estimates& found = estimate();
    if (found.guarantee.epsilon <= options.epsilon) return found;
    throw LimitError("after searches from " + std::to_string(found.guarantee.samples) +
                     " vertices drawn at random an estimate may still be off by " +
                     fixed(found.guarantee.epsilon, 4) +
                     "; choose a larger epsilon or wait for all (--exact)");
  }
}

graph::Estimates betweenness_or_estimate(const graph::Adjacency& graph,
                                         const StudyOptions& options) {
  if (graph::all_search_steps(graph) > most(kMostBetweennessSteps, options))
    return graph::approximate_betweenness(graph, sampling_options(options));
  return {graph::betweenness(graph, {.threads = options.threads,
                                     .most_steps = most(kMostBetweennessSteps, options)}),
          {}};
}

// A network that somebody owns, under study.
struct OwnStudy {
  OwnStudy(model::Network made, const StudyOptions& options)
      : network(std::move(made)), study(network, options) {}
  model::Network network;
  Study study;
};

}  // namespace

struct Study::Results {
  std::array<std::optional<OwnStudy>, 2> views;  // leads, supports
  std::array<Refusable<graph::CoResponsibilityGraph>, kProjections> projections;
  std::optional<graph::LeadGraph> lead_graph;
  std::optional<Loads> loads;
  std::array<std::optional<Concentration>, kLoadKinds> concentrations;
  std::optional<Clusters> clusters;
  std::optional<ClusterStability> cluster_stability;
  std::optional<std::optional<graph::ModularityBound>> modularity_bound;
  std::array<std::optional<RankCertainty>, kLoadKinds> ranks;
  std::optional<RoleWeightRanks> role_weight_ranks;
  std::optional<std::vector<PairTest>> pair_tests;
  std::optional<Chance> chance;
  std::optional<Linkage> linkage;
  Refusable<std::vector<UnitPair>> pairs;
  std::optional<std::vector<PairTasks>> pair_tasks;
  std::array<std::optional<graph::TwoModeOverlap>, 2> overlaps;
  std::optional<std::uint64_t> butterflies;
  std::optional<graph::Nestedness> nestedness;
  std::optional<std::vector<graph::Brokerage>> brokerage;
  std::optional<graph::Components> components;
  std::optional<graph::DistanceSums> distances, projection_distances;
  Refusable<graph::DistanceEstimates> distance_estimates, projection_distance_estimates;
  Refusable<graph::Estimates> closeness, projection_closeness, harmonic, projection_harmonic;
  std::optional<graph::Estimates> betweenness, projection_betweenness, lead_betweenness;
  std::optional<std::vector<double>> eigenvector, pagerank;
  std::map<std::string, std::vector<double>, std::less<>> joint;
  std::map<std::string, Refusable<Column::Values>, std::less<>> columns;
  std::optional<std::vector<std::uint32_t>> cores;
  std::optional<graph::SingularVectors> hubs_and_authorities;
};

Study::Study(const model::Network& network, const StudyOptions& options)
    : options_(options), graph_(network, options.counting), results_(std::make_unique<Results>()) {}

Study::~Study() = default;

graph::WorkOptions Study::work() const {
  return {.threads = options_.threads, .most_steps = most(kMostPairSteps, options_)};
}

const graph::CoResponsibilityGraph& Study::projection(graph::ProjectionWeight weight) const {
  return once(results_->projections[static_cast<std::size_t>(weight)],
              [&] { return graph::CoResponsibilityGraph(graph_, weight, options_.threads); });
}

const graph::LeadGraph& Study::lead_graph() const {
  return once(results_->lead_graph, [&] { return graph::LeadGraph(graph_); });
}

const Study& Study::part_view(graph::Part part) const {
  auto& view = results_->views[part == graph::Part::Lead ? 0 : 1];
  if (!view) {
    StudyOptions options = options_;
    options.counting = {.lead = graph::LeadPolicy::Explicit};  // decided, as are the groups
    view.emplace(part_network(graph_, part), options);
  }
  return view->study;
}

const Loads& Study::loads() const {
  return once(results_->loads, [&] { return analysis::loads(graph_); });
}

const Concentration& Study::concentration_of(LoadKind load) const {
  return once(results_->concentrations[static_cast<std::size_t>(load)],
              [&] { return concentration(load_values(loads(), load)); });
}

const Clusters& Study::clusters() const {
  return once(results_->clusters, [&] {
    ClusterOptions options;
    options.resolution = options_.resolution;
    options.seed = options_.seed;
    options.threads = options_.threads;
    return options_.cluster_method == ClusterMethod::Modularity
               ? projection_clusters(graph_, projection(), options)
               : find_clusters(graph_, options_.cluster_method, options);
  });
}

const ClusterStability& Study::cluster_stability() const {
  return once(results_->cluster_stability, [&] {
    return analysis::cluster_stability(graph_, clusters(),
                                       {.seed = options_.seed, .threads = options_.threads});
  });
}

const std::optional<graph::ModularityBound>& Study::modularity_bound() const {
  return once(results_->modularity_bound, [&]() -> std::optional<graph::ModularityBound> {
    const Clusters& found = clusters();
    if (!found.modularity || !uses_barber(found.method)) return std::nullopt;
    return graph::barber_bound(graph_, *found.modularity, {.resolution = found.resolution});
  });
}

// Ranks by tasks are what reports show; who wants another load, wants the table of all.
const RankCertainty& Study::ranks(LoadKind load) const {
  static constexpr std::array tasks{LoadKind::Tasks};
  static constexpr std::array others{LoadKind::Lead, LoadKind::Share, LoadKind::Weighted};
  auto& wanted = results_->ranks[static_cast<std::size_t>(load)];
  if (wanted) return *wanted;
  const RankOptions usual;
  const std::span<const LoadKind> kinds = load == LoadKind::Tasks
                                              ? std::span<const LoadKind>(tasks)
                                              : std::span<const LoadKind>(others);
  auto found = rank_certainties(graph_, kinds,
                                {.samples = options_.exact ? usual.samples : rank_samples(graph_),
                                 .seed = options_.seed,
                                 .threads = options_.threads,
                                 .most_steps = most(kMostSampleSteps, options_)});
  for (std::size_t i = 0; i < kinds.size(); ++i)
    results_->ranks[static_cast<std::size_t>(kinds[i])].emplace(std::move(found[i]));
  return *wanted;
}

const RoleWeightRanks& Study::role_weight_ranks() const {
  return once(results_->role_weight_ranks,
              [&] { return analysis::role_weight_ranks(loads().lead, loads().support); });
}

const Linkage& Study::linkage() const {
  return once(results_->linkage, [&] { return task_linkage(graph_); });
}

const std::vector<UnitPair>& Study::pairs() const {
  return once(results_->pairs,
              [&] { return unit_pairs(graph_, options_.pairs, options_.threads); });
}

const std::vector<PairTest>& Study::pair_tests() const {
  return once(results_->pair_tests, [&] {
    return analysis::pair_tests(graph::unit_rows(graph_), BackboneModel::Sdsm, options_.threads);
  });
}

const Chance& Study::chance() const {
  return once(results_->chance, [&] { return analysis::chance(*this); });
}

const std::vector<PairTasks>& Study::pair_tasks() const {
  return once(results_->pair_tasks, [&] { return analysis::pair_tasks(graph_, pairs()); });
}

const graph::TwoModeOverlap& Study::overlap(graph::Side side) const {
  return once(results_->overlaps[static_cast<std::size_t>(side)],
              [&] { return two_mode_overlap(graph_, side, work()); });
}

std::uint64_t Study::butterflies() const {
  return once(results_->butterflies, [&] { return butterfly_count(graph_, work()); });
}

const graph::Nestedness& Study::nestedness() const {
  return once(results_->nestedness, [&] { return graph::nestedness(graph_); });
}

const std::vector<graph::Brokerage>& Study::brokerage() const {
  return once(results_->brokerage,
              [&] { return graph::brokerage(lead_graph().in(), clusters().of_unit, work()); });
}

const std::vector<double>& Study::joint(std::string_view name,
                                        const std::function<std::vector<double>()>& make) const {
  auto found = results_->joint.find(name);
  if (found == results_->joint.end())
    found = results_->joint.emplace(std::string(name), make()).first;
  return found->second;
}

const Column::Values& Study::column(std::string_view name,
                                    const std::function<Column::Values()>& make) const {
  return once(results_->columns[std::string(name)], make);
}

const graph::Components& Study::components() const {
  return once(results_->components, [&] { return connected_components(graph_); });
}

const graph::DistanceSums& Study::distances() const {
  return once(results_->distances,
              [&] { return distance_sums(graph_.adjacency(), distance_options(options_)); });
}

const graph::DistanceEstimates& Study::distance_estimates() const {
  return once(results_->distance_estimates, [&] {
    return graph::approximate_distances(
        graph_.adjacency(),
        [&](graph::Vertex v, double reached, double sum) {
          return bipartite_closeness(graph_, v, reached, sum);
        },
        sampling_options(options_));
  });
}

const graph::DistanceEstimates& Study::projection_distance_estimates() const {
  return once(results_->projection_distance_estimates, [&] {
    const graph::Adjacency rows = projection().unweighted();
    return graph::approximate_distances(
        rows,
        [n = rows.vertex_count()](graph::Vertex, double reached, double sum) {
          return wasserman_faust_closeness(n, reached, sum);
        },
        sampling_options(options_));
  });
}

const graph::Estimates& Study::closeness() const {
  return exact_or_estimate(
      results_->closeness, [&] { return bipartite_closeness(graph_, distances()); },
      [&]() -> const auto& { return distance_estimates().closeness; }, options_);
}

const graph::Estimates& Study::projection_closeness() const {
  return exact_or_estimate(
      results_->projection_closeness,
      [&] { return wasserman_faust_closeness(projection_distances()); },
      [&]() -> const auto& { return projection_distance_estimates().closeness; }, options_);
}

const graph::Estimates& Study::harmonic() const {
  return exact_or_estimate(
      results_->harmonic, [&] { return distances().inverse_sum; },
      [&]() -> const auto& { return distance_estimates().harmonic; }, options_);
}

const graph::Estimates& Study::projection_harmonic() const {
  return exact_or_estimate(
      results_->projection_harmonic, [&] { return projection_distances().inverse_sum; },
      [&]() -> const auto& { return projection_distance_estimates().harmonic; }, options_);
}

const graph::Estimates& Study::betweenness() const {
  return once(results_->betweenness,
              [&] { return betweenness_or_estimate(graph_.adjacency(), options_); });
}

const graph::Estimates& Study::projection_betweenness() const {
  return once(results_->projection_betweenness,
              [&] { return betweenness_or_estimate(projection().unweighted(), options_); });
}

const graph::Estimates& Study::lead_betweenness() const {
  return once(results_->lead_betweenness, [&]() -> graph::Estimates {
    const graph::Adjacency out = lead_graph().out();
    try {
      return {graph::betweenness(out, {.directed = true,
                                       .threads = options_.threads,
                                       .most_steps = most(kMostBetweennessSteps, options_)}),
              {}};
    } catch (const LimitError&) {
      return graph::approximate_directed_betweenness(out, sampling_options(options_));
    }
  });
}

const std::vector<double>& Study::eigenvector() const {
  return once(results_->eigenvector,
              [&] { return bipartite_eigenvector(graph_, spectral_options(options_)); });
}

const std::vector<double>& Study::pagerank() const {
  return once(results_->pagerank,
              [&] { return two_mode_page_rank(graph_, {.threads = options_.threads}).score; });
}

const std::vector<std::uint32_t>& Study::cores() const {
  return once(results_->cores, [&] { return core_numbers(graph_.adjacency()); });
}

const graph::DistanceSums& Study::projection_distances() const {
  return once(results_->projection_distances,
              [&] { return distance_sums(projection().unweighted(), distance_options(options_)); });
}

const graph::SingularVectors& Study::hubs_and_authorities() const {
  return once(results_->hubs_and_authorities, [&] {
    return leading_singular_vectors(lead_graph().out(), lead_graph().in(),
                                    spectral_options(options_));
  });
}

}  // namespace respnet::analysis
