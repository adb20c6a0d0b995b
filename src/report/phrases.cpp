#include "report/phrases.hpp"

#include <algorithm>
#include <cmath>

#include "respnet/analysis/catalog.hpp"
#include "respnet/base/text.hpp"

namespace respnet::report {

Messages report_words(const analysis::Study& study, Language language) {
  return Messages(language, {{"lead", analysis::lead_word(study).in(language)}});
}

std::string shortened(const Messages& say, const std::vector<std::string>& names,
                      std::size_t most) {
  if (names.size() <= most) return say.list(names);
  return say("find.list_rest",
             {{"names", say.list(std::span(names).first(most))}, {"count", names.size()}});
}

std::string lead_policy_text(const graph::BipartiteGraph& graph, const Messages& say) {
  switch (graph.options().lead) {
    case graph::LeadPolicy::Explicit:
      return say("shared.lead_explicit");
    case graph::LeadPolicy::All:
      return say("shared.lead_all");
    default:
      break;
  }
  const std::string text = say("shared.lead_first");
  if (graph.inferred_lead_count() == 0) return text;
  return text + (say.language() == Language::Zh ? "" : " ") +
         say("shared.lead_inferred", {{"tasks", graph.inferred_lead_count()}});
}

std::string percent(double share) { return fixed(100 * share, 0) + "%"; }

int decimals(const std::vector<double>& values) {
  int most = 0;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    const std::string digits = fixed(value, 3);
    const std::size_t last = digits.find_last_not_of('0');
    most = std::max(most, static_cast<int>(last) - static_cast<int>(digits.find('.')));
  }
  return most;
}

std::string unit_name(const graph::BipartiteGraph& graph, std::uint32_t unit) {
  return std::string(graph.network().unit_name(graph.unit(unit)));
}

std::string unit_anchor(const graph::BipartiteGraph& graph, std::uint32_t unit) {
  return "unit-" + std::to_string(model::index(graph.unit(unit)) + 1);
}

std::string task_anchor(model::TaskId task) {
  return "task-" + std::to_string(model::index(task) + 1);
}

std::vector<analysis::UnitPair> closest_pairs(const analysis::Study& study, std::size_t most) {
  return analysis::unit_pairs(study.graph(), {.top = most}, study.options().threads);
}

}  // namespace respnet::report
