#include "report/phrases.hpp"

#include <algorithm>

#include "respnet/analysis/catalog.hpp"
#include "respnet/base/text.hpp"

namespace respnet::report {

std::string lead_label(const analysis::Study& study) {
  return std::string(analysis::lead_word(study).zh);
}

Messages report_words(const analysis::Study& study, Language language) {
  return Messages(language, {{"lead", analysis::lead_word(study).in(language)}});
}

std::string shortened(const Messages& say, const std::vector<std::string>& names,
                      std::size_t most) {
  if (names.size() <= most) return say.list(names);
  return say("find.list_rest",
             {{"names", say.list(std::span(names).first(most))}, {"count", names.size()}});
}

std::string lead_policy_sentence(const graph::BipartiteGraph& graph) {
  switch (graph.options().lead) {
    case graph::LeadPolicy::Explicit:
      return "只有条款写明“牵头”的单位才算牵头（--lead explicit）。";
    case graph::LeadPolicy::All:
      return "牵头单位和责任单位都算主责（--lead all）。";
    default:
      break;
  }
  std::string text =
      "条款写明“牵头”的单位算牵头；没有写明的，以条款中列在最前的责任单位为首位（--lead first），"
      "列在最前的若是集合单位（如各乡镇），则该任务没有首位单位。";
  if (graph.inferred_lead_count() > 0)
    text += "本文 " + std::to_string(graph.inferred_lead_count()) +
            " 项任务的首位单位由顺序推定，不是条款明文。";
  return text;
}

std::string list(const std::vector<std::string>& names, std::string_view counted,
                 std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < std::min(most, names.size()); ++i)
    text += (i == 0 ? "" : "、") + names[i];
  if (names.size() > most)
    text += "等 " + std::to_string(names.size()) + " " + std::string(counted);
  return text;
}

std::string before(std::string names) {
  const bool latin = !names.empty() && static_cast<unsigned char>(names.back()) < 0x80;
  return latin ? names + " " : names;
}

std::string behind(std::string names) {
  const bool latin = !names.empty() && static_cast<unsigned char>(names.front()) < 0x80;
  return latin ? " " + names : names;
}

std::string between(std::string names) { return behind(before(std::move(names))); }

std::string percent(double share) { return fixed(100 * share, 0) + "%"; }

std::string unit_name(const graph::BipartiteGraph& graph, std::uint32_t unit) {
  return std::string(graph.network().unit_name(graph.unit(unit)));
}

std::string unit_anchor(const graph::BipartiteGraph& graph, std::uint32_t unit) {
  return "unit-" + std::to_string(model::index(graph.unit(unit)) + 1);
}

std::string task_anchor(model::TaskId task) {
  return "task-" + std::to_string(model::index(task) + 1);
}

std::string document_title(const model::Network& network) {
  if (!network.title().empty()) return std::string(network.title());
  if (!network.sources().empty() && !network.sources().front().title.empty())
    return network.sources().front().title;
  return "责任网络";
}

}  // namespace respnet::report
