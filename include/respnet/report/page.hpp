#pragma once

#include <string>
#include <vector>

#include "respnet/analysis/study.hpp"

namespace respnet::report {

/// Pictures of the page as SVG elements, ready to stand inline; empty: left out.
struct PagePictures {
  std::string bipartite, workload, coresponsibility, leads;
};

/// How the page was made, for its last section.
struct PageRun {
  std::string version;
  std::string command;               ///< as one would type it, without paths of the machine
  std::vector<std::string> options;  ///< "seed=1", …
};

/// The report as one self-contained HTML page, in Chinese.
///
/// Asks the network for nothing and runs no script; a content security policy says so. Every name
/// of the input is escaped. Above 2,000 tasks or units the page shows the first 2,000 and says so;
/// the CSV files beside it hold all.
std::string page(const analysis::Study& study, const PagePictures& pictures, const PageRun& run);

}  // namespace respnet::report
