#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "respnet/model/network.hpp"

namespace respnet::analysis {

/// What a person asks about.
using Subject = std::variant<model::UnitId, model::TaskId>;

/// The units and tasks that a person means by a name.
///
/// The first of these that any has: id, name of a unit or title of a task, alias, printed form in
/// the text; then the same without blanks and punctuation; then a part of a name or title.
/// @return  units first, each once, in order of the network; several where the name does not tell
/// Cost: O(units + tasks + assignments) and their names.
std::vector<Subject> subjects_named(const model::Network& network, std::string_view name);

/// "; did you mean 'x'?" for the nearest id, name, alias or title (of the first 100,000), or
/// nothing.
std::string nearest_subject(const model::Network& network, std::string_view name);

/// "unit u3 区发改局", "task 3.1 修路".
std::string shown(const model::Network& network, const Subject& subject);

}  // namespace respnet::analysis
