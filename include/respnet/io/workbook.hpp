#pragma once

#include <span>

#include "respnet/base/language.hpp"
#include "respnet/base/table.hpp"
#include "respnet/io/formats.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

/// Results as an Excel workbook, a sheet each, named after their titles or ids. A network with its
/// results is written by write_network().
/// @throws LimitError
void write_workbook(std::span<const Table> tables, const Sink& sink);

/// The language of the documents that a network came from; where they do not say, that of its
/// units' names.
Language language_of(const model::Network& network);

}  // namespace respnet::io
