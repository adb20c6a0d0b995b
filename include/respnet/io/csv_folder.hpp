#pragma once

#include <functional>
#include <string>
#include <vector>

#include "respnet/base/files.hpp"
#include "respnet/io/attachments.hpp"
#include "respnet/io/formats.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

/// The network and what goes with it as CSV files, for R, pandas, Gephi and spreadsheets:
/// - nodes.csv: `id`, `label`, `kind`, `bipartite`, … and every measure; edges.csv: `source`,
///   `target`, `role`, `weight`, …; both as Gephi imports them;
/// - incidence.csv: tasks × units, the first letter of the role in each cell (L, R, S, I, O), empty
///   where there is none;
/// - sections.csv, sources.csv, notes.csv, with a header alone where there are none;
/// - metrics_csv(), metrics-long.csv (level, id, name, measure, value) of network, units and tasks,
///   and catalog.csv, which says what each measure means; run.json.
struct CsvFolder {
  struct File {
    std::string name;
    std::function<void(const Sink&)> write;  ///< makes it, piece by piece
  };
  std::vector<File> files;
  std::vector<std::string> left_out;  ///< sentences: what was not made, and why
};
/// A matrix of more than 10^7 cells is left out.
/// @pre the network, and what the attachments refer to, live until the files are written
/// @throws std::invalid_argument  when a table does not fit the network
/// Cost: O(everything written) by the files' write(), a few megabytes a thread.
CsvFolder csv_folder(const model::Network& network, const Attachments& with);

/// metrics-network.csv, metrics-units.csv, metrics-tasks.csv and metrics-pairs.csv, of those tables
/// that there are: a column a measure.
std::vector<FileContent> metrics_csv(const Attachments& with);

}  // namespace respnet::io
