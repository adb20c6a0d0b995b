#pragma once

#include <functional>
#include <string>
#include <vector>

#include "respnet/analysis/metrics.hpp"
#include "respnet/analysis/study.hpp"
#include "respnet/base/files.hpp"
#include "respnet/base/language.hpp"
#include "respnet/io/attachments.hpp"
#include "respnet/io/formats.hpp"

namespace respnet::report {

/// What a study gives a file of another program, beside the network.
struct Exports {
  /// Of measures, rows as those of the network; "loads" (a workbook's alone) first.
  std::vector<Table> tables;
  Table catalog;  ///< of these measures
  std::vector<io::NodeLook> task_looks, unit_looks;
  std::vector<analysis::Remark> remarks;
  Language language = Language::Zh;

  /// For writers; refers to this object, and to `run`.
  io::Attachments attachments(const io::Run* run, bool csv_bom = false) const;
};

struct ExportOptions {
  io::Held holds = {.nodes = true, .network = true, .pairs = true, .run = true};
  analysis::Selection select = analysis::Selection{};  ///< of measures
  Language language = Language::Zh;                    ///< of labels and of the catalogue
  /// As that of analysis::metrics().
  std::function<void(const analysis::MetricsProgress&)> progress = {};
};

/// The measures that a format holds. Units that the group policy left out have none. Units have the
/// colour of their cluster, and an area by their tasks.
/// Cost: that of the measures.
Exports exports(const analysis::Study& study, const ExportOptions& options);

/// The same of results that are there: the tables of metrics() on all levels.
Exports exports(const analysis::Study& study, analysis::Results results, Language language);

/// Those results that are estimates, for the description of the run.
std::vector<io::Run::Estimate> estimates(const std::vector<analysis::Remark>& remarks);

/// Tells the catalogue of measures of this program from others: the first 12 digits of the SHA-256
/// of its ids and formulas.
std::string catalog_version();

}  // namespace respnet::report
