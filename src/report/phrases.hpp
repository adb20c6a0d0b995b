#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/analysis/study.hpp"
#include "respnet/base/messages.hpp"

namespace respnet::report {

/// What the page calls a lead: 首位 where leads are inferred from order, 牵头 only where the text
/// says so.
std::string lead_label(const analysis::Study& study);

/// The words of the report, with `{lead}` as lead_label() has it.
Messages report_words(const analysis::Study& study, Language language);

/// "区发改局、区工信局等 5 个": at most `most` of the names, then how many there are.
std::string shortened(const Messages& say, const std::vector<std::string>& names,
                      std::size_t most = 5);

/// How leads were decided, in one sentence.
std::string lead_policy_sentence(const graph::BipartiteGraph& graph);

/// "区发改局、区工信局等 5 个单位": at most `most` names, then how many there are.
std::string list(const std::vector<std::string>& names, std::string_view counted,
                 std::size_t most = 5);

/// Names inside a Chinese sentence, with a blank where Latin letters would touch Chinese ones:
/// behind the names (before Chinese), in front of them, or on both sides.
std::string before(std::string names);
std::string behind(std::string names);
std::string between(std::string names);

/// "61%".
std::string percent(double share);

std::string unit_name(const graph::BipartiteGraph& graph, std::uint32_t unit);

/// Anchors of the page, made from our ids, never from names.
std::string unit_anchor(const graph::BipartiteGraph& graph, std::uint32_t unit);
std::string task_anchor(model::TaskId task);

/// The document's title, or what to call it without one.
std::string document_title(const model::Network& network);

}  // namespace respnet::report
