#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/analysis/metrics.hpp"
#include "respnet/analysis/study.hpp"
#include "respnet/base/files.hpp"
#include "respnet/base/language.hpp"
#include "respnet/io/run.hpp"
#include "respnet/report/page.hpp"

namespace respnet::report {

struct FolderOptions {
  PageRun run;
  Language language = Language::Zh;      ///< of page, pictures and workbook
  bool csv_bom = false;                  ///< begin CSV files with a byte order mark, for Excel
  std::optional<io::Run> manifest = {};  ///< to go into files that hold one
  /// Up to which the folder holds the network and the measures of tasks and pairs: beyond it they
  /// are gigabytes, which nobody opens by a double click.
  std::size_t most_assignments = 2'000'000;
  /// Told the name of each stage as it begins.
  std::function<void(std::string_view)> stage = [](std::string_view) {};
  /// As that of analysis::metrics().
  std::function<void(const analysis::MetricsProgress&)> progress = {};
};

/// The files of a report; their paths are names without a folder.
struct Folder {
  std::vector<FileContent> files;
  std::vector<std::string> warnings;  ///< sentences: what could not be made, and why
};

/// Everything about one network: index.html; each picture as SVG, PNG and PDF, of a view with
/// several sheets the first as SVG and PNG and all as PDF (`ego`: the 60 busiest units;
/// `task-sheet`: PDF only); network.json, network.graphml with every measure of units and
/// tasks, network.xlsx with every measure, metrics-network|units|tasks|pairs.csv,
/// metrics-chance.csv with the tests that the findings quote. Above `most_assignments` the
/// network and the measures of tasks and pairs are left out, and a warning says what writes them.
///
/// Without a font for Chinese PNG and PDF are left out and a warning names the package.
/// Deterministic. Cost: that of the analyses, layouts and pictures.
Folder folder(const analysis::Study& study, const FolderOptions& options);

}  // namespace respnet::report
