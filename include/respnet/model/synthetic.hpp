#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "respnet/base/random.hpp"
#include "respnet/base/weighted_draw.hpp"
#include "respnet/model/network.hpp"

namespace respnet::model {

struct SyntheticOptions {
  std::uint32_t tasks = 2222;  ///< >= 1
  std::uint32_t units = 200;   ///< >= 1
  double mean_units = 4.5;     ///< of a task, before the cut, in [1, 100]
  std::uint32_t clusters = 0;  ///< planted, at most one a unit; 0: the square root of the units
  double mixing = 0.2;  ///< chance that a unit comes from outside the task's cluster, in [0, 1]
  std::uint64_t seed = 1;
};

/// The tasks of a made-up network one by one, so that a hundred million assignments need no memory.
///
/// A task has 1 + Poisson(mean_units - 1) different units, cut to 12 (or 2.5 mean_units, if that is
/// more) and to the units there are. Unit number r, from 0, is drawn in proportion to 1 / (r + 6):
/// Zipf-Mandelbrot by its rank r + 1. Units lie in clusters in turn, number r in cluster r mod
/// clusters; a task belongs to the cluster of a unit drawn that way, and takes each unit from
/// outside it with chance `mixing`, else from within, as long as there are any left.
/// Deterministic for a given seed.
/// Source: our own mixture of B. Mandelbrot, An informational theory of the statistical structure
/// of language, in Communication Theory, 1953 (popularity), and A. Lancichinetti, S. Fortunato and
/// F. Radicchi, Physical Review E 78:046110, 2008, doi:10.1103/PhysRevE.78.046110 (planted clusters
/// with a mixing share).
class SyntheticTasks {
 public:
  /// @throws std::invalid_argument  on an option out of range
  /// Cost: O(units) time and memory.
  explicit SyntheticTasks(const SyntheticOptions& options);

  /// With the number of clusters filled in.
  const SyntheticOptions& options() const { return options_; }
  /// The unit numbers of the next task, each once, in the order of drawing; valid until the next
  /// call. Every task can be had once: call it options().tasks times.
  std::span<const std::uint32_t> next();
  /// The cluster of the task that next() returned last.
  std::uint32_t cluster() const { return cluster_; }
  std::uint32_t cluster_of(std::uint32_t unit) const { return unit % options_.clusters; }

 private:
  std::uint32_t draw_size();
  std::uint32_t draw_inside();
  std::uint32_t draw_outside();

  SyntheticOptions options_;
  RandomEngine engine_;
  WeightedDraw popularity_;             // of all units
  std::vector<WeightedDraw> clusters_;  // of the units of each, in turn
  std::vector<double> sizes_;           // chance of at most 1, 2, … units
  std::vector<std::uint32_t> units_;
  std::uint32_t cluster_ = 0;
};

/// What task and unit of a number, from 0, are called: "T1", "U1".
std::string synthetic_task_name(std::uint32_t number);
std::string synthetic_unit_name(std::uint32_t number);

/// All of them as a network: the first unit of a task leads, the others support. Tasks by number;
/// units in order of appearance, then those without tasks, as an edge list names them.
/// @throws as SyntheticTasks
Network synthetic_network(const SyntheticOptions& options);

}  // namespace respnet::model
