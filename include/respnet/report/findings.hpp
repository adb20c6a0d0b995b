#pragma once

#include <string>
#include <vector>

#include "respnet/analysis/study.hpp"
#include "respnet/base/language.hpp"

namespace respnet::report {

/// A row or picture of the page that a sentence rests on.
struct Reference {
  std::string anchor;  ///< "unit-2", "task-7", "lorenz": ids of the page
  std::string label;
};

/// One finding in a sentence.
struct Finding {
  std::string text;
  std::vector<Reference> references;
};

/// What the analyses found, in the order a reader asks: how much there is, who carries it, how
/// unevenly, who works together, who holds it together, what hangs on one unit, what the reader was
/// unsure of. Sentences about what is not there are left out.
/// Cost: that of the analyses; O(units + tasks) beyond them.
std::vector<Finding> findings(const analysis::Study& study, Language language);

/// How the numbers were made, with citations: a paragraph to paste into a paper. No blank line in
/// it. Cost: that of the clusters.
std::string methods_paragraph(const analysis::Study& study, Language language);

}  // namespace respnet::report
