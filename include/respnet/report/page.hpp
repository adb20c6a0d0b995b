#pragma once

#include <string>
#include <vector>

#include "respnet/analysis/study.hpp"
#include "respnet/base/language.hpp"

namespace respnet::report {

/// Pictures of the page as SVG documents, each drawn with an id prefix of its own; empty: left out.
struct PagePictures {
  std::string bipartite, coresponsibility, leads, lorenz, dendrogram, clusters;
};

/// How the page was made, for its last section.
struct PageRun {
  std::string version;
  std::string command;               ///< as one would type it, without paths of the machine
  std::vector<std::string> options;  ///< "seed=1", …
};

struct PageOptions {
  Language language = Language::Zh;
  PageRun run = {};
  /// Names of files beside the page that it may point at: "bipartite.svg", …
  std::vector<std::string> files = {};
};

/// The report as one self-contained HTML page that opens from disk and asks the network for
/// nothing.
///
/// Pictures and tables are complete in the HTML itself; a script, allowed by its hash in the
/// content security policy, adds search, filters, selection and sorting. In a build without the
/// script the page says so. Every name of the input is escaped, and is data, not markup, to the
/// script. Above 2,000 tasks or units the HTML shows the first 2,000 and says so, and up to 20,000
/// the script shows the others; the CSV files beside it hold all.
std::string page(const analysis::Study& study, const PagePictures& pictures,
                 const PageOptions& options = {});

/// Whether the script is part of this build.
bool has_page_script();

}  // namespace respnet::report
