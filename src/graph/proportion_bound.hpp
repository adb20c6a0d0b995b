#pragma once

namespace respnet::graph {

struct Proportion {
  double least, most;
};

/// Between what a proportion of a population lies, of which `some` of `sample` drawn were part, but
/// for a chance of exp(-log_term) on either side: the p whose relative entropy KL(some/sample ‖ p)
/// is at most log_term / sample. Holds for draws without replacement, too. 0 and 1 where nothing
/// was drawn. Wider than that by a little, never narrower.
/// Source: W. Hoeffding, Journal of the American Statistical Association 58(301), 1963,
/// doi:10.1080/01621459.1963.10500830, theorem 1 and section 6.
Proportion proportion(double some, double sample, double log_term);

}  // namespace respnet::graph
