#include "viz/ego_words.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "respnet/base/text.hpp"
#include "viz/labels.hpp"

namespace respnet::viz {
namespace {

using graph::BipartiteGraph;

constexpr Font kTitle{19};

std::string display_name(const BipartiteGraph& graph, std::uint32_t unit) {
  const std::string whole = shown(unit_name(graph, unit));
  return trimmed(whole).empty() ? graph.network().unit_id(graph.unit(unit)) : whole;
}

// With whom it works most; of many equals only how many there are.
std::string company(const EgoPlan& plan, const BipartiteGraph& graph, const Messages& say,
                    const TextMetrics& metrics) {
  const auto& partners = plan.partners;
  if (partners.empty()) return say("sheet.unit.company_none");
  const auto equal =
      static_cast<std::size_t>(std::ranges::count(partners, partners[0].shared, &Partner::shared));
  if (equal > 2 || (equal == 2 && partners.size() == 2))
    return say("sheet.unit.company_tie", {{"units", partners.size()}});
  std::vector<std::string> names;
  for (std::size_t i = 0; i < equal; ++i)
    names.push_back(cut_in_middle(metrics, display_name(graph, partners[i].unit), kTitle, 240));
  return say(partners.size() == 1 ? "sheet.unit.company_only" : "sheet.unit.company",
             {{"partner", say.list(names)}});
}

// "77"; "<1" and ">99" where rounding would say none or all.
std::string percent(std::size_t part, std::size_t all) {
  const double share = 100.0 * static_cast<double>(part) / static_cast<double>(all);
  if (part > 0 && share < 0.5) return "<1";
  if (part < all && share >= 99.5) return ">99";
  return std::to_string(std::lround(share));
}

}  // namespace

std::string ego_finding(const EgoPlan& plan, const BipartiteGraph& graph, const Messages& say,
                        const TextMetrics& metrics) {
  const std::string unit = cut_in_middle(metrics, display_name(graph, plan.unit), kTitle, 400);
  if (plan.load.tasks == 0) return say("sheet.unit.title_idle", {{"unit", unit}});
  const std::string role = say(plan.load.leads > 0 ? "sheet.unit.role_leads" : "sheet.unit.role",
                               {{"tasks", plan.load.tasks}, {"leads", plan.load.leads}});
  return say("sheet.unit.title",
             {{"unit", unit}, {"role", role}, {"company", company(plan, graph, say, metrics)}});
}

std::vector<EgoFigure> ego_figures(const EgoPlan& plan, const BipartiteGraph& graph,
                                   const Messages& say) {
  const auto share = [&](std::string_view key, std::size_t part, std::size_t all) {
    if (all == 0) return std::string();
    return say(key, {{"all", all}, {"percent", percent(part, all)}});
  };
  std::vector<EgoFigure> result{
      {plan.load.tasks, say("sheet.unit.tasks"),
       share("sheet.unit.share", plan.load.tasks, graph.task_count())},
      {plan.load.leads, say("sheet.unit.leads"),
       share("sheet.unit.share", plan.load.leads, plan.all_leads)},
      {plan.partners.size(), say("sheet.unit.partners"),
       share("sheet.unit.share_units", plan.partners.size(), graph.unit_count() - 1)}};
  if (plan.all_sections > 0) {
    const auto in_sections = static_cast<std::size_t>(std::ranges::count_if(
        plan.sections, [](const EgoSection& section) { return section.section.has_value(); }));
    result.push_back({in_sections, say("sheet.unit.sections"),
                      say("sheet.unit.share_sections", {{"all", plan.all_sections}})});
  }
  return result;
}

}  // namespace respnet::viz
