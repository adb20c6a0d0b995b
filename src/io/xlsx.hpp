#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "respnet/io/formats.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

/// A zip archive with the parts of an Excel workbook.
bool looks_like_xlsx(std::string_view bytes);

/// What a workbook says: a network or edge list where it holds one (see workbook_network.hpp), else
/// the task tables of its sheets, each its own section where several sheets hold some, else a
/// notice that was written into cells. Lines and spans refer to WorkbookText; messages of notes end
/// in the sheet and row.
///
/// A cell merged over rows belongs to each of them; where it is the task, or what names it, the
/// rows are one task.
/// @throws InputError  when nothing names units, and as read_workbook(); LimitError
model::Network read_xlsx(const Document& document);

/// The network as an Excel workbook for people: sheets of tasks (with their units by role), units,
/// assignments and notes, of sections and sources where there are some, of results, measures and
/// the run.
///
/// Headers are bold and stay in sight; columns can be filtered and fit Chinese. Numbers are
/// numbers, whole dates are dates, all else is text, never a formula. read_xlsx() reads it back as
/// a network; what is lost then, xlsx_losses() tells.
/// @throws LimitError  when a sheet would have more rows than Excel has
/// Cost: O(everything written); above 100,000 rows through temporary files.
/// Deterministic: the only date in it is SOURCE_DATE_EPOCH, if it is set.
void write_xlsx(const model::Network& network, const Sink& sink, const Attachments& with = {});

std::vector<std::string> xlsx_losses(const model::Network& network);

}  // namespace respnet::io
