#pragma once

#include <optional>

#include "io/workbook.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

/// The network that a workbook of ours holds, or one made by its pattern: a sheet with the columns
/// task, unit and role (任务编号, 单位, 角色) says who does what. With a sheet of tasks and one of
/// units (任务, 单位) it is a whole network, whose sources, sections and notes are read where there
/// are sheets of them; without them it is an edge list. Names of sheets and columns may be English
/// or Chinese; rows and columns may stand in any order; further columns are for people.
///
/// Nothing for any other workbook. Lines are those of the documents that the network came from.
/// Notes: units-column-differs, where the units of a task in its own sheet are not those of the
/// assignments, which hold; ignored-column, duplicate-assignment.
/// @param source  of the file; used where the workbook has no sheet of sources
/// @throws InputError  with the cell: an unknown task, unit, role or section, an id twice
std::optional<model::Network> network_in_workbook(const Workbook& workbook,
                                                  const model::Source& source);

/// The units of a task in one role, as a sheet of tasks shows them.
std::string units_of_task(const model::Network& network, model::TaskId task, model::Role role);

}  // namespace respnet::io
