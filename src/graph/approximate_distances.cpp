#include "respnet/graph/approximate_distances.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "graph/distances_batch.hpp"
#include "graph/proportion_bound.hpp"
#include "graph/sampling_options.hpp"
#include "graph/search_limit.hpp"
#include "graph/search_parts.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"
#include "respnet/base/random.hpp"

namespace respnet::graph {
namespace {

constexpr std::size_t kMostBlocks = 16;                  // each holds counts of all vertices
constexpr std::size_t kMostRows = std::size_t{1} << 23;  // of these, in all
constexpr std::size_t kJudged = 8192;                    // vertices a block
constexpr std::size_t kGlance = 16;
constexpr std::uint32_t kUnseen = UINT32_MAX;
// Numbers of sources at which may be seen that they are enough: fixed before any is drawn, so that
// the chance of an error in any of them can be added up, whichever are looked at.
constexpr std::size_t kSizes = 20;
constexpr double kGrowth = 1.2;  // from one to the next
constexpr std::size_t kMostSkip = 6;
constexpr double kWorthAll = 0.75;  // of the vertices: above it, all may be sources as well
constexpr std::size_t kDeepest = DistanceCounts::kDeepest;

// Breadth-first searches that share their memory.
class Searcher {
 public:
  explicit Searcher(const Adjacency& graph)
      : graph_(graph), distance_(graph.vertex_count(), kUnseen) {}

  // Calls `meet(vertex, distance)` for all that is reached, nearest first, the source included.
  void search(Vertex source, const auto& meet) {
    queue_.assign(1, source);
    distance_[source] = 0;
    for (std::size_t head = 0; head < queue_.size(); ++head) {
      const Vertex v = queue_[head];
      meet(v, distance_[v]);
      for (const Vertex w : graph_.neighbors(v)) {
        if (distance_[w] != kUnseen) continue;
        distance_[w] = distance_[v] + 1;
        queue_.push_back(w);
      }
    }
    for (const Vertex v : queue_) distance_[v] = kUnseen;
  }

 private:
  const Adjacency& graph_;
  std::vector<std::uint32_t> distance_;
  std::vector<Vertex> queue_;
};

// A part of the graph and the sources drawn from it.
struct DrawnPart {
  std::vector<Vertex> urn;  // the first `drawn` are sources
  std::size_t drawn = 0;
  RandomEngine engine;
  std::size_t step = 0;  // of the sizes
  bool done = false;

  std::size_t size() const { return urn.size(); }
  bool whole() const { return drawn == size(); }

  // @return those that are new
  std::span<const Vertex> draw(std::size_t count) {
    const std::size_t before = drawn;
    for (; drawn < count; ++drawn)
      std::swap(urn[drawn], urn[drawn + uniform_below(engine, size() - drawn)]);
    return std::span(urn).subspan(before, drawn - before);
  }
};

// By how much values may be off.
struct Errors {
  double harmonic = 0, closeness = 0;

  double most() const { return std::max(harmonic, closeness); }
  void include(const Errors& other) {
    harmonic = std::max(harmonic, other.harmonic);
    closeness = std::max(closeness, other.closeness);
  }
};

// A sum over all vertices that are neither this one nor its neighbours, and between what it lies.
struct Sum {
  double value, least, most;

  double off() const { return std::max(most - value, value - least); }
};

// Of the distances to them, and of their inverses.
struct Sums {
  Sum distance, inverse;
};

class Estimator {
 public:
  Estimator(const Adjacency& graph, const ClosenessOf& closeness, const SamplingOptions& options,
            double most_steps)
      : graph_(graph),
        closeness_(closeness),
        options_(options),
        n_(graph.vertex_count()),
        parts_(search_parts(graph)),
        farthest_(n_),
        slots_(std::clamp<std::size_t>(kMostRows / n_, 4, kMostBlocks)) {
    for (std::size_t p = 0; p < parts_.size(); ++p) {
      DrawnPart& part = drawn_.emplace_back(DrawnPart{{}, 0, RandomEngine(options.seed, p)});
      for (const auto& side : parts_[p].sides)
        part.urn.insert(part.urn.end(), side.begin(), side.end());
    }
    find_farthest();
    // The most sources that are allowed are one size more.
    log_term_ = std::log(2 * (kSizes + 1) * shares() / options.delta);
    const double most =
        most_steps / static_cast<double>(std::max<std::size_t>(graph.arc_count(), 1));
    most_sources_ = most < static_cast<double>(n_) ? static_cast<std::size_t>(most) : n_;
    for (const DrawnPart& part : drawn_) check_steps(sources_wanted(part));
    for (DistanceCounts& slot : slots_) slot = DistanceCounts(n_);
    result_.harmonic.score.assign(n_, 0);
    result_.closeness.score.assign(n_, 0);
  }

  DistanceEstimates estimates() {
    Errors worst;
    while (!std::ranges::all_of(drawn_, &DrawnPart::done)) {
      search_from(draw());
      for (DrawnPart& part : drawn_) {
        if (part.done) continue;
        const bool last = part.whole() || part.drawn == most_sources_ || part.step + 1 == kSizes;
        // A glance tells when much is missing; only what is good enough is looked at in full.
        Errors errors = judge(part, last ? 1 : kGlance);
        if (!last && errors.most() <= options_.epsilon) errors = judge(part, 1);
        const double missing = errors.most() / options_.epsilon;
        part.done = missing <= 1 || last;
        if (part.done)
          worst.include(errors);
        else
          part.step = std::min(kSizes - 1, part.step + steps_ahead(missing));
      }
    }
    const bool exact = std::ranges::all_of(drawn_, &DrawnPart::whole);
    std::uint64_t sources = 0;
    for (const DrawnPart& part : drawn_) sources += part.drawn;
    const auto guarantee = [&](double error, ShareOf share) {
      return exact ? Guarantee{.samples = n_}
                   : Guarantee{std::max(error, options_.epsilon), options_.delta, sources, false,
                               share};
    };
    result_.harmonic.guarantee = guarantee(worst.harmonic, ShareOf::Others);
    result_.closeness.guarantee = guarantee(worst.closeness, ShareOf::One);
    return std::move(result_);
  }

 private:
  // How far away a vertex may be at most, by a search from one of many neighbours, which is likely
  // to be central.
  void find_farthest() {
    Searcher searcher(graph_);
    for (const DrawnPart& part : drawn_) {
      const Vertex center =
          *std::ranges::max_element(part.urn, {}, [&](Vertex v) { return graph_.degree(v); });
      std::uint32_t depth = 0;
      searcher.search(center, [&](Vertex v, std::uint32_t distance) {
        farthest_[v] = distance;
        depth = distance;
      });
      for (const Vertex v : part.urn) farthest_[v] = std::max(2U, farthest_[v] + depth);
    }
  }

  // The distances at which the shares of vertices up to there are not known, of all vertices.
  double shares() const {
    double count = 1;
    for (const DrawnPart& part : drawn_)
      for (const Vertex v : part.urn)
        count += static_cast<double>(std::min<std::size_t>(farthest_[v], kDeepest) - 2);
    return count;
  }

  // Errors fall with the root of the number of sources.
  static std::size_t steps_ahead(double missing) {
    const double steps = std::ceil(2 * std::log(missing) / std::log(kGrowth));
    return static_cast<std::size_t>(std::clamp(steps, 1.0, double{kMostSkip}));
  }

  std::size_t sources_wanted(const DrawnPart& part) const {
    double sources = log_term_ / options_.epsilon;
    for (std::size_t i = 0; i < part.step; ++i) sources *= kGrowth;
    return sources < kWorthAll * static_cast<double>(part.size())
               ? static_cast<std::size_t>(std::ceil(sources))
               : part.size();
  }

  void check_steps(std::size_t sources) const {
    if (sources <= most_sources_) return;
    throw LimitError("an estimate of distances needs searches from " + std::to_string(sources) +
                     " vertices over " + std::to_string(graph_.arc_count()) +
                     " arcs, the limit is " + std::to_string(most_sources_) +
                     " vertices; choose a larger epsilon or wait for all (--exact)");
  }

  // The sources that are wanted now and were not yet, as parts of the same numbers.
  std::vector<SearchPart> draw() {
    std::vector<SearchPart> fresh(parts_.size());
    std::vector<bool> chosen(n_, false);
    for (std::size_t p = 0; p < drawn_.size(); ++p) {
      DrawnPart& part = drawn_[p];
      if (part.done) continue;
      for (const Vertex source : part.draw(std::min(sources_wanted(part), most_sources_)))
        chosen[source] = true;
      fresh[p].depth = parts_[p].depth;
      fresh[p].two_mode = parts_[p].two_mode;
      for (std::size_t side = 0; side < 2; ++side)
        std::ranges::copy_if(parts_[p].sides[side], std::back_inserter(fresh[p].sides[side]),
                             [&](Vertex v) { return chosen[v]; });
    }
    return fresh;
  }

  void search_from(const std::vector<SearchPart>& sources) {
    const std::vector<SearchBatch> batches = search_batches(sources, BatchSearcher::kSources);
    const bool any_suits = std::ranges::any_of(parts_, BatchSearcher::suits);
    const std::size_t blocks = block_count(batches.size(), slots_.size());
    parallel_blocks(blocks, options_.threads, [&](std::size_t block) {
      DistanceCounts& slot = slots_[block];
      Searcher single(graph_);
      BatchSearcher batched(any_suits ? SearchGraph{graph_, {}} : SearchGraph{});
      for (std::size_t i = block; i < batches.size(); i += blocks) {
        const SearchPart& part = parts_[batches[i].part];
        if (BatchSearcher::suits(part)) {
          batched.add(part, batches[i], slot);
          continue;
        }
        for (const Vertex source : batches[i].sources)
          single.search(source, [&](Vertex v, std::uint32_t distance) {
            if (distance == 0) return;
            ++slot.row(distance)[v];
            if (distance >= kDeepest) slot.add_deep(v, distance, 1);
          });
      }
    });
  }

  // Makes the values of a part, or of one in so many vertices. @return by how much they may be off
  Errors judge(const DrawnPart& part, std::size_t one_in) {
    std::vector<Errors> errors((part.size() + kJudged - 1) / kJudged);
    parallel_blocks(errors.size(), options_.threads, [&](std::size_t block) {
      const std::size_t end = std::min(part.size(), (block + 1) * kJudged);
      for (std::size_t i = block * kJudged; i < end; i += one_in)
        errors[block].include(estimate(part.urn[i], part));
    });
    Errors most;
    for (const Errors& some : errors) most.include(some);
    return most;
  }

  Errors estimate(Vertex v, const DrawnPart& part) {
    const auto near = static_cast<double>(graph_.degree(v));
    const double others = static_cast<double>(part.size()) - 1, far = others - near;
    const auto [distance, inverse] = far_sums(v, far, part.whole());
    const auto closeness = [&](double sum) {
      return closeness_(v, static_cast<std::uint32_t>(others), near + sum);
    };
    const double value = closeness(distance.value);
    result_.closeness.score[v] = value;
    result_.harmonic.score[v] = near + inverse.value;
    return {inverse.off() / (static_cast<double>(n_) - 1),
            std::max(closeness(distance.least) - value, value - closeness(distance.most))};
  }

  // @param far    how many they are
  // @param whole  every vertex was a source: nothing is left to chance
  Sums far_sums(Vertex v, double far, bool whole) const {
    const std::size_t farthest = farthest_[v], deepest = std::min(farthest, kDeepest);
    double sum = 0, inverse_sum = 0, sources = 0;
    std::array<double, kDeepest + 1> up_to{};  // sources no farther than that
    for (std::size_t distance = 2; distance <= deepest; ++distance) {
      double here = 0;
      for (const DistanceCounts& slot : slots_) here += slot.at(v, distance);
      sources += here;
      up_to[distance] = sources;
      if (distance == kDeepest) break;
      sum += here * static_cast<double>(distance);
      inverse_sum += here / static_cast<double>(distance);
    }
    for (const DistanceCounts& slot : slots_) {
      sum += static_cast<double>(slot.deep_sum(v));
      inverse_sum += slot.deep_inverse_sum(v);
    }
    if (whole) return {{sum, sum, sum}, {inverse_sum, inverse_sum, inverse_sum}};

    // Means, of the shares that are no farther than each distance.
    const auto end = static_cast<double>(farthest), last = static_cast<double>(deepest);
    Sum distance{(2 + end) / 2, 2, 2}, inverse{(0.5 + 1 / end) / 2, 1 / last, 1 / last};
    if (sources > 0) {  // else the middle of what is possible
      distance.value = sum / sources;
      inverse.value = inverse_sum / sources;
    }
    double beyond = 1;  // the share that may lie beyond the last distance
    for (std::size_t d = 2; d < deepest; ++d) {
      const Proportion share = proportion(up_to[d], sources, log_term_);
      const double step = 1 / static_cast<double>(d) - 1 / static_cast<double>(d + 1);
      beyond = 1 - share.least;
      distance.least += 1 - share.most;
      distance.most += beyond;
      inverse.least += step * share.least;
      inverse.most += step * share.most;
    }
    distance.most += beyond * (end - last);
    inverse.least -= beyond * (1 / last - 1 / end);
    for (Sum* each : {&distance, &inverse})
      *each = {far * each->value, far * each->least, far * each->most};
    return {distance, inverse};
  }

  const Adjacency& graph_;
  const ClosenessOf& closeness_;
  const SamplingOptions& options_;
  std::size_t n_;
  std::vector<SearchPart> parts_;
  std::vector<DrawnPart> drawn_;
  std::vector<std::uint32_t> farthest_;  // by vertex: no distance from it is greater; 2 or more
  double log_term_ = 0;
  std::vector<DistanceCounts> slots_;
  std::size_t most_sources_ = 0;
  DistanceEstimates result_;
};

}  // namespace

DistanceEstimates approximate_distances(const Adjacency& graph, const ClosenessOf& closeness,
                                        const SamplingOptions& options, double most_steps) {
  check(options, "approximate distances");
  const std::size_t n = graph.vertex_count();
  if (n < 2) return {{std::vector<double>(n, 0), {}}, {std::vector<double>(n, 0), {}}};
  return Estimator(graph, closeness, options, most_steps).estimates();
}

}  // namespace respnet::graph
