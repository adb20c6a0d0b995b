#include <set>

#include "report/html.hpp"
#include "report/page_parts.hpp"

namespace respnet::report {
namespace {

// More sections than colours share one list instead of a button each.
constexpr std::size_t kMostButtons = 8;
constexpr std::size_t kMostClusters = 100;

std::string option(std::string_view value, std::string_view label) {
  return "<option value=\"" + html::text(value) + "\">" + html::text(label) + "</option>";
}

std::string select(std::string_view id, std::string_view label, const std::string& options) {
  return "<select id=\"" + std::string(id) + "\"" + html::attribute("aria-label", label) + ">" +
         options + "</select>";
}

std::string section_buttons(const PageContext& page) {
  if (page.sections.size() < 2) return {};
  if (page.sections.size() > kMostButtons) {
    std::string options = option("", page.say("page.all_sections"));
    for (std::size_t i = 0; i < page.sections.size(); ++i)
      options += option(std::to_string(i + 1), page.sections[i]);
    return select("section", page.say("page.sections"), options);
  }
  std::string buttons = "<div class=\"sections\" role=\"group\"" +
                        html::attribute("aria-label", page.say("page.sections")) + ">";
  for (std::size_t i = 0; i < page.sections.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    buttons += "<button type=\"button\" class=\"section s" + number + "\" data-section=\"" +
               number + "\" aria-pressed=\"false\"" + html::attribute("title", page.sections[i]) +
               ">" + html::text(page.sections[i]) + "</button>";
  }
  return buttons + "</div>";
}

std::string role_select(const PageContext& page) {
  bool lead = false, other = false;
  for (const auto& loads = page.study.loads(); const std::uint32_t n : loads.lead) lead |= n > 0;
  for (const auto& loads = page.study.loads(); const std::uint32_t n : loads.support)
    other |= n > 0;
  if (!lead || !other) return {};
  return select("role", page.say("page.role"),
                option("", page.say("page.all_roles")) +
                    option("lead", page.say("page.role_lead")) +
                    option("other", page.say("page.role_other")));
}

std::string kind_select(const PageContext& page) {
  std::set<model::UnitKind> kinds;
  for (const model::UnitId unit : page.study.graph().units())
    kinds.insert(page.study.network().unit_kind(unit));
  if (kinds.size() < 2) return {};
  std::string options = option("", page.say("page.all_kinds"));
  for (const model::UnitKind kind : kinds) {
    const std::string label = kind == model::UnitKind::Group    ? page.say("page.kind_group")
                              : kind == model::UnitKind::Person ? page.say("page.kind_person")
                                                                : page.say("page.kind_organ");
    options += option(model::name(kind), label);
  }
  return select("kind", page.say("page.kind"), options);
}

std::string cluster_select(const PageContext& page) {
  const auto& clusters = page.study.clusters().clusters;
  if (clusters.size() < 2 || clusters.size() > kMostClusters) return {};
  std::string options = option("", page.say("page.all_clusters"));
  for (std::size_t i = 0; i < clusters.size(); ++i)
    options += option(
        std::to_string(i + 1),
        page.say("page.cluster_named", {{"cluster", i + 1}, {"units", clusters[i].units.size()}}));
  return select("cluster", page.say("page.cluster"), options);
}

}  // namespace

std::string filter_bar(const PageContext& page) {
  return "<form id=\"bar\" role=\"search\" hidden" +
         html::attribute("aria-label", page.say("page.bar")) +
         "><div class=\"row\"><input id=\"search\" type=\"search\" autocomplete=\"off\" "
         "spellcheck=\"false\"" +
         html::attribute("aria-label", page.say("page.search")) +
         html::attribute("placeholder", page.say("page.search_hint")) + ">" + role_select(page) +
         kind_select(page) + cluster_select(page) + "<button type=\"button\" id=\"clear\">" +
         html::text(page.say("page.clear")) +
         "</button><output id=\"count\" aria-live=\"polite\"></output></div>" +
         section_buttons(page) + "</form>\n";
}

}  // namespace respnet::report
