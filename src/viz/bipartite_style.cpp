#include "viz/bipartite_style.hpp"

#include <algorithm>
#include <cmath>

namespace respnet::viz {

Font unit_font(const Box& box) { return {box.height > 22 ? 11.5 : 10}; }

std::vector<Label> unit_labels(const BipartitePlan& plan, const BipartiteLayout& layout,
                               const TextMetrics& metrics) {
  std::vector<Named> names;
  for (std::size_t i = 0; i < plan.right.size(); ++i) {
    const Box& box = layout.right[i];
    names.push_back({plan.right[i].name,
                     plan.right[i].id,
                     unit_font(box),
                     {.width = box.width - 2 * kTextMargin, .two_lines = box.height >= 30}});
  }
  return distinct_labels(metrics, names);
}

bool has_section_colors(const BipartitePlan& plan) {
  return plan.sections > 0 && plan.sections <= palette::kSections.size();
}

std::string_view lead_color(const BipartitePlan& plan, std::size_t section) {
  if (section == TopSections::kNone) return palette::kLead;
  return palette::lead_edge(section, plan.sections);
}

std::string_view stripe(const BipartitePlan& plan, std::size_t section) {
  if (section == TopSections::kNone) return palette::kNoSection;
  return palette::stripe(section, plan.sections);
}

std::string section_class(const BipartitePlan& plan, std::size_t section) {
  return section == TopSections::kNone || !plan.colored ? "" : " ch" + std::to_string(section + 1);
}

double strand_width(const BipartitePlan& plan, const Strand& strand) {
  constexpr double kWidest = 5;
  const double most = std::sqrt(static_cast<double>(plan.most_together));
  const double step = std::min(0.6, kWidest / std::max(most, 1.0));
  return (strand.lead ? 1.8 : 0.3) + step * std::sqrt(static_cast<double>(strand.count));
}

std::string strand_id(const BipartitePlan& plan, const Strand& strand) {
  const LeftItem& left = plan.left[strand.left];
  const RightItem& right = plan.right[strand.right];
  // Boxes that stand for many may be joined twice: then the id says which.
  const bool may_be_two = left.classes != "task" || right.classes == "rest";
  return "e-" + left.key + "-" + right.key + (may_be_two && strand.lead ? "-lead" : "");
}

std::string strand_classes(const BipartitePlan& plan, const Strand& strand) {
  return (strand.lead ? "lead" : "other") + section_class(plan, plan.left[strand.left].section);
}

}  // namespace respnet::viz
