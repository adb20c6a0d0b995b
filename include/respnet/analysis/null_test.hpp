#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/analysis/catalog.hpp"
#include "respnet/analysis/metrics.hpp"
#include "respnet/analysis/null_model.hpp"

namespace respnet::analysis {

struct NullOptions {
  NullModel model = NullModel::TaskSizes;
  std::size_t samples = 1000;            ///< networks to draw; >= 1
  std::vector<graph::Cell> locked = {};  ///< see null_network()
};

/// A number of the study beside what it is in random networks. With R samples in which it is
/// defined:
struct NullRow {
  double observed;
  double expected;      ///< mean of the samples
  double sd;            ///< sample standard deviation
  double low, high;     ///< quantiles 2.5 % and 97.5 % of the samples
  double z;             ///< (observed - expected) / sd; NaN if sd is 0
  double upper;         ///< (1 + #{sample >= observed}) / (1 + R)
  double p;             ///< two-sided: twice the smaller of both tails, at most 1
  double error;         ///< Monte-Carlo standard error of p
  std::size_t samples;  ///< R; all of the above but `observed` NaN if 0 or if observed is undefined
};

/// The samples' numbers (NaN: undefined in that one) beside the observed one.
/// Cost: O(n log n).
NullRow null_row(double observed, std::vector<double> samples);

/// A measure against a null model: one row by unit number, or a single one for the network.
struct NullTest {
  const Measure* measure = nullptr;
  std::vector<NullRow> rows = {};
  std::string refused = {};  ///< why there are no rows; empty: there are
};

/// Each measure against the same random networks.
///
/// Refused is a measure that the model fixes (every sample has the observed value: then there is
/// nothing to test, and a p of 1 would say otherwise), one about the words of the text or the
/// numbers of clusters, which random networks do not have, and one whose kernel refuses the size.
/// Sample i takes stream i of the study's seed: the result depends on no number of threads.
/// @param measures  rows of the catalogue, of units or of the network
/// @throws std::invalid_argument  on a measure of another level, or no samples
/// @throws LimitError  when the samples would take more than 2^28 numbers; as the measures
/// Cost: a study a sample. Memory: 8 bytes a sample and row.
/// Source: B. North, D. Curtis and P. Sham, American Journal of Human Genetics 71(2), 2002,
/// doi:10.1086/341527 (p with +1).
std::vector<NullTest> null_tests(const Study& study, const std::vector<const Measure*>& measures,
                                 const NullOptions& options = {});

/// One measure. @throws std::invalid_argument  with the reason, when it is refused
NullTest null_test(const Study& study, const Measure& measure, const NullOptions& options = {});

/// The selected measures of a level in one long table, a row for each unit and measure: `id` and
/// `name` (of units), `measure`, `observed`, `expected`, `sd`, `low`, `high`, `z`, `p`, `p_upper`,
/// `mc_error`. No table without rows; what was refused is listed as skipped.
/// @param level  Network or Unit
/// @throws std::invalid_argument  as null_tests(), and for a refused measure that was named in full
Results null_tables(const Study& study, Level level, const Selection& select,
                    const NullOptions& options, Language language);

}  // namespace respnet::analysis
