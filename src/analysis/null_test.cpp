#include "respnet/analysis/null_test.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::analysis {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kMostNumbers = std::size_t{1} << 28;

std::vector<double> real(const Column::Values& values) {
  if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&values))
    return {whole->begin(), whole->end()};
  return std::get<std::vector<double>>(values);
}

// Sums in another order differ in the last digits; that is no difference.
bool same(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

// Interpolated between the two nearest ("type 7"). @pre sorted, not empty
double quantile(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - std::floor(place)) * (sorted[above] - sorted[below]);
}

double deviation(const std::vector<double>& sorted, double mean) {
  if (same(sorted.front(), sorted.back())) return 0;
  double sum = 0;
  for (const double value : sorted) sum += (value - mean) * (value - mean);
  return std::sqrt(sum / static_cast<double>(sorted.size() - 1));
}

// Why random networks cannot say anything about a measure; empty: they can.
std::string_view no_meaning(const Measure& measure) {
  const std::string_view id = measure.id;
  if (measure.sampled) return "it is about resampled tasks and changes with the samples by itself";
  if (id == "load.responsible" || id == "leads.inferred")
    return "it is about the words of the text, which a random network does not have";
  if (id == "co.cluster") return "it is a number that stands for a cluster, not an amount";
  return {};
}

std::vector<double> observed_or_refused(const Study& study, NullTest& test) {
  test.refused = no_meaning(*test.measure);
  if (!test.refused.empty()) return {};
  try {
    return real(test.measure->column(study));
  } catch (const LimitError& refused) {
    test.refused = refused.what();
    return {};
  }
}

void check(const std::vector<const Measure*>& measures, const NullOptions& options) {
  if (options.samples == 0) throw std::invalid_argument("a null model needs a sample or more");
  if (!options.locked.empty() && options.model != NullModel::RoleMargins)
    throw std::invalid_argument("locked cells go with the null model 'role-margins' only, not '" +
                                std::string(name(options.model)) + "'");
  for (const Measure* measure : measures)
    if (measure->level != Level::Network && measure->level != Level::Unit)
      throw std::invalid_argument("null models test measures of units and of the network, not " +
                                  measure->id + " of a " + std::string(name(measure->level)));
}

// Whether no sample of any row ever differs from what was observed, where both are defined.
bool fixed(const std::vector<NullRow>& rows) {
  const auto defined = [](const NullRow& row) { return !std::isnan(row.expected); };
  return std::ranges::any_of(rows, defined) && std::ranges::all_of(rows, [&](const NullRow& row) {
           return !defined(row) || (row.sd == 0 && same(row.expected, row.observed));
         });
}

}  // namespace

NullRow null_row(double observed, std::vector<double> samples) {
  std::erase_if(samples, [](double value) { return std::isnan(value); });
  NullRow row{observed,   kUndefined, kUndefined, kUndefined, kUndefined,
              kUndefined, kUndefined, kUndefined, kUndefined, samples.size()};
  if (samples.empty() || std::isnan(observed)) return row;
  std::ranges::sort(samples);
  const auto count = static_cast<double>(samples.size());
  row.expected = std::accumulate(samples.begin(), samples.end(), 0.0) / count;
  row.sd = deviation(samples, row.expected);
  row.low = quantile(samples, 0.025);
  row.high = quantile(samples, 0.975);
  if (row.sd > 0) row.z = (observed - row.expected) / row.sd;
  double above = 1, below = 1;
  for (const double value : samples) {
    above += value >= observed || same(value, observed) ? 1 : 0;
    below += value <= observed || same(value, observed) ? 1 : 0;
  }
  row.upper = above / (count + 1);
  const double tail = std::min(above, below) / (count + 1);
  row.p = std::min(1.0, 2 * tail);
  row.error = 2 * std::sqrt(tail * (1 - tail) / count);
  return row;
}

std::vector<NullTest> null_tests(const Study& study, const std::vector<const Measure*>& measures,
                                 const NullOptions& options) {
  check(measures, options);
  std::vector<NullTest> tests;
  std::vector<std::vector<double>> observed;
  std::size_t numbers = 0;
  for (const Measure* measure : measures) {
    tests.push_back({.measure = measure});
    observed.push_back(observed_or_refused(study, tests.back()));
    numbers += observed.back().size();
  }
  if (numbers > kMostNumbers / options.samples)
    throw LimitError(
        "the null model would hold more than 268435456 numbers; select fewer measures "
        "or draw fewer samples");

  // drawn[sample][measure]: one entry a row.
  std::vector<std::vector<std::vector<double>>> drawn(options.samples);
  const StudyOptions sample_options = null_options(study.options());
  parallel_blocks(options.samples, study.options().threads, [&](std::size_t sample) {
    RandomEngine engine(study.options().seed, sample + 1);
    const model::Network network = null_network(study, options.model, engine, options.locked);
    const Study random(network, sample_options);
    for (const NullTest& test : tests)
      drawn[sample].push_back(test.refused.empty() ? real(test.measure->column(random))
                                                   : std::vector<double>{});
  });

  for (std::size_t m = 0; m < tests.size(); ++m) {
    NullTest& test = tests[m];
    if (!test.refused.empty()) continue;
    for (std::size_t row = 0; row < observed[m].size(); ++row) {
      std::vector<double> values;
      for (const auto& sample : drawn) values.push_back(sample[m][row]);
      test.rows.push_back(null_row(observed[m][row], std::move(values)));
    }
    if (!fixed(test.rows)) continue;
    test.rows.clear();
    test.refused = "the null model '" + std::string(name(options.model)) +
                   "' fixes it: every sample has the observed value; choose another null model";
  }
  return tests;
}

NullTest null_test(const Study& study, const Measure& measure, const NullOptions& options) {
  NullTest test = null_tests(study, {&measure}, options).front();
  if (!test.refused.empty())
    throw std::invalid_argument(measure.id + " cannot be tested: " + test.refused);
  return test;
}

}  // namespace respnet::analysis
