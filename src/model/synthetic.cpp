#include "respnet/model/synthetic.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "respnet/model/network_builder.hpp"

namespace respnet::model {
namespace {

SyntheticOptions checked(SyntheticOptions options) {
  const auto refuse = [](const char* what) { throw std::invalid_argument(what); };
  if (options.tasks == 0 || options.units == 0)
    refuse("a synthetic network needs a task and a unit; ask for 1 at least");
  if (!(options.mean_units >= 1 && options.mean_units <= 100))
    refuse("the mean number of units of a task must be between 1 and 100");
  if (!(options.mixing >= 0 && options.mixing <= 1)) refuse("mixing is a share between 0 and 1");
  if (options.clusters > options.units)
    refuse("more clusters than units; ask for fewer clusters or more units");
  if (options.clusters == 0)
    options.clusters = static_cast<std::uint32_t>(std::sqrt(static_cast<double>(options.units)));
  return options;
}

// The popularity of every `step`-th unit from `first` on.
WeightedDraw popularity(std::uint32_t first, std::uint32_t units, std::uint32_t step) {
  std::vector<double> weights;
  weights.reserve(units / step + 1);
  for (std::uint64_t unit = first; unit < units; unit += step)
    weights.push_back(1 / (static_cast<double>(unit) + 6));
  return WeightedDraw(weights);
}

// Chances of a task to have at most 1, 2, … units; the last one is 1.
std::vector<double> size_chances(const SyntheticOptions& options) {
  const double mean = options.mean_units - 1;
  const double most = std::min<double>(std::max(12.0, std::floor(2.5 * options.mean_units)),
                                       static_cast<double>(options.units));
  std::vector<double> chances;
  double term = std::exp(-mean);
  double sum = term;
  for (double more = 1; more < most; ++more) {
    chances.push_back(sum);
    term *= mean / more;
    sum += term;
  }
  chances.push_back(1);
  return chances;
}

}  // namespace

SyntheticTasks::SyntheticTasks(const SyntheticOptions& options)
    : options_(checked(options)),
      engine_(options_.seed),
      popularity_(popularity(0, options_.units, 1)),
      sizes_(size_chances(options_)) {
  clusters_.reserve(options_.clusters);
  for (std::uint32_t cluster = 0; cluster < options_.clusters; ++cluster)
    clusters_.push_back(popularity(cluster, options_.units, options_.clusters));
}

std::uint32_t SyntheticTasks::draw_size() {
  const auto found = std::ranges::upper_bound(sizes_, uniform(engine_));
  return static_cast<std::uint32_t>(found - sizes_.begin()) + 1;
}

std::uint32_t SyntheticTasks::draw_inside() {
  return cluster_ + clusters_[cluster_](engine_) * options_.clusters;
}

std::uint32_t SyntheticTasks::draw_outside() {
  std::uint32_t unit = popularity_(engine_);
  while (cluster_of(unit) == cluster_) unit = popularity_(engine_);
  return unit;
}

std::span<const std::uint32_t> SyntheticTasks::next() {
  units_.clear();
  cluster_ = cluster_of(popularity_(engine_));
  std::size_t left_inside = clusters_[cluster_].size();
  std::size_t left_outside = options_.units - left_inside;
  for (std::uint32_t size = draw_size(); size > 0; --size) {
    const bool wants_outside = uniform(engine_) < options_.mixing;
    const bool outside = left_inside == 0 || (wants_outside && left_outside > 0);
    --(outside ? left_outside : left_inside);
    std::uint32_t unit = 0;
    do {
      unit = outside ? draw_outside() : draw_inside();
    } while (std::ranges::find(units_, unit) != units_.end());
    units_.push_back(unit);
  }
  return units_;
}

std::string synthetic_task_name(std::uint32_t number) {
  return "T" + std::to_string(std::uint64_t{number} + 1);
}

std::string synthetic_unit_name(std::uint32_t number) {
  return "U" + std::to_string(std::uint64_t{number} + 1);
}

Network synthetic_network(const SyntheticOptions& options) {
  SyntheticTasks tasks(options);
  NetworkBuilder builder("synthetic");
  for (std::uint32_t number = 0; number < options.tasks; ++number) {
    const TaskId task = builder.task_of_id(synthetic_task_name(number));
    Role role = Role::Lead;
    for (const std::uint32_t unit : tasks.next()) {
      builder.add_assignment(task, builder.unit_of_name(synthetic_unit_name(unit)), role);
      role = Role::Support;
    }
  }
  for (std::uint32_t unit = 0; unit < options.units; ++unit)
    builder.unit_of_name(synthetic_unit_name(unit));
  return std::move(builder).build();
}

}  // namespace respnet::model
