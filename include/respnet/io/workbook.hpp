#pragma once

#include <optional>
#include <span>

#include "respnet/base/language.hpp"
#include "respnet/base/table.hpp"
#include "respnet/io/formats.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

struct WorkbookOptions {
  std::optional<Language> language;  ///< of names of sheets and columns; empty: the network's
  std::span<const Table> tables;     ///< results, a sheet each behind those of the network
};

/// The network as an Excel workbook for people: sheets of tasks (with their units by role), units,
/// assignments and notes, of sections and sources where there are some, and of results.
///
/// Headers are bold and stay in sight; columns can be filtered and fit Chinese. Numbers are
/// numbers, whole dates are dates, all else is text, never a formula. read_network() reads it back
/// as a network; what is lost then, losses() tells.
/// @throws LimitError  when a sheet would have more rows than Excel has
/// Cost: O(everything written); above 100,000 rows through temporary files.
/// Deterministic: the only date in it is SOURCE_DATE_EPOCH, if it is set.
void write_workbook(const model::Network& network, const Sink& sink,
                    const WorkbookOptions& options = {});

/// Results alone, a sheet each, named after their ids or titles.
/// @throws LimitError
void write_workbook(std::span<const Table> tables, const Sink& sink);

/// The language of the documents that a network came from; where they do not say, that of its
/// units' names.
Language language_of(const model::Network& network);

}  // namespace respnet::io
