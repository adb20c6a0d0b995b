#pragma once

#include <string>
#include <vector>

#include "respnet/io/formats.hpp"

namespace respnet::io {

/// GraphML without columns of measures: a row of the table of formats.
void write_plain_graphml(const model::Network& network, const Sink& sink);

std::vector<std::string> graphml_losses(const model::Network& network);

}  // namespace respnet::io
