#pragma once

#include <string_view>

#include "respnet/io/formats.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

/// One of the first rows is the header of a task table, and of no edge list.
bool looks_like_task_table(std::string_view text);

/// A planner's task table, separated by comma, semicolon or tab: see extract/task_table.hpp.
/// Spans are those of the printed form, between the quotes of a quoted field.
model::Network read_task_table(const Document& document);

}  // namespace respnet::io
