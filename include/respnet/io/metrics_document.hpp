#pragma once

#include <span>
#include <string>

#include "respnet/base/table.hpp"
#include "respnet/io/formats.hpp"
#include "respnet/io/run.hpp"

namespace respnet::io {

/// A `respnet-metrics/1` document: the run, then each table under its id.
///
/// The table "network" has one row and becomes an object; "units", "tasks" and "pairs" become
/// arrays of flat rows. Tables come in this order whatever the order given; one that was not asked
/// for is absent.
/// @throws std::invalid_argument  for a table of another id, or a "network" without just one row
std::string metrics_document(const Run& run, std::span<const Table> tables);

/// The same, passed on piece by piece: a few megabytes a thread beside the tables.
/// @param threads  0 for all; never changes a byte
void write_metrics_document(const Run& run, std::span<const Table> tables, const Sink& sink,
                            unsigned threads = 0);

}  // namespace respnet::io
