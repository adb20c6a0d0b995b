#pragma once

#include <string_view>

#include "respnet/extract/draft.hpp"

namespace respnet::extract {

/// Fills in the units, the persons and the deadline that the clauses of a task name.
void add_mentions(std::string_view text, TaskDraft& task);

}  // namespace respnet::extract
