#pragma once

#include <string>
#include <vector>

#include "respnet/extract/table_draft.hpp"
#include "respnet/extract/traced_text.hpp"
#include "respnet/model/doubt.hpp"
#include "respnet/model/network.hpp"

namespace respnet::extract {

/// The network of tasks that were found as rows of tables or lines of a plan.
/// @param notes    on the document around them
/// @param refusal  what to say when no unit is named
/// @throws InputError  when none is
model::Network network_of(const TracedText& text, TableDrafts found, model::Source source,
                          std::string file, const std::vector<model::Doubt>& notes,
                          const std::string& refusal);

}  // namespace respnet::extract
