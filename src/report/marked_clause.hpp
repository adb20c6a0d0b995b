#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "respnet/model/network.hpp"
#include "respnet/report/explanation.hpp"

namespace respnet::report {

/// A clause of a task with the names of its units marked, or of one unit only.
///
/// A name is found by its span where the clause is printed as it stands in the source, else by its
/// printed form; a name that is in neither is not marked. Safe for a terminal but for the marks.
std::string marked_clause(const model::Network& network, model::TaskId task, std::uint32_t clause,
                          std::optional<model::UnitId> only, const Marks& marks);

}  // namespace respnet::report
