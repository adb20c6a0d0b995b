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

/// The network as a workbook without tables of results: a row of the table of formats.
void write_plain_xlsx(const model::Network& network, const Sink& sink);

std::vector<std::string> xlsx_losses(const model::Network& network);

}  // namespace respnet::io
