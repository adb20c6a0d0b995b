#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/analysis/study.hpp"
#include "respnet/base/messages.hpp"

namespace respnet::report {

/// The words of the report. `{lead}` is what it calls a lead: 首位 where leads are inferred from
/// order, 牵头 only where the text says so.
Messages report_words(const analysis::Study& study, Language language);

/// "区发改局、区工信局等 5 个": at most `most` of the names, then how many there are.
std::string shortened(const Messages& say, const std::vector<std::string>& names,
                      std::size_t most = 5);

/// How leads were decided, in a sentence or two.
std::string lead_policy_text(const graph::BipartiteGraph& graph, const Messages& say);

/// "61%".
std::string percent(double share);

/// Decimals that a column needs to show its values to three places.
int decimals(const std::vector<double>& values);

/// The pairs of units that share most tasks, `most` of them, however many there are.
std::vector<analysis::UnitPair> closest_pairs(const analysis::Study& study, std::size_t most);

std::string unit_name(const graph::BipartiteGraph& graph, std::uint32_t unit);

/// Anchors of the page, made from our ids, never from names.
std::string unit_anchor(const graph::BipartiteGraph& graph, std::uint32_t unit);
std::string task_anchor(model::TaskId task);

}  // namespace respnet::report
