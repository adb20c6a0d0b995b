#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "viz/bipartite_layout.hpp"
#include "viz/labels.hpp"
#include "viz/palette.hpp"

namespace respnet::viz {

// What the SVG and the DOT of the bipartite picture have in common: names, classes, colours, type.

inline constexpr double kTextMargin = 6.5;
inline constexpr Font kTaskFont{10.5};

Font unit_font(const Box& box);
/// By right item.
std::vector<Label> unit_labels(const BipartitePlan& plan, const BipartiteLayout& layout,
                               const TextMetrics& metrics);

/// Whether lead lines take their section's colour: while there are colours for all.
bool has_section_colors(const BipartitePlan& plan);
std::string_view lead_color(const BipartitePlan& plan, std::size_t section);
std::string_view stripe(const BipartitePlan& plan, std::size_t section);
/// " ch2" for the second top-level section; empty outside of any.
std::string section_class(const BipartitePlan& plan, std::size_t section);

/// Grows with the root of the assignments; 0.9 for one, 2.4 for one of a lead; less steeply where
/// the strongest would be too wide.
double strand_width(const BipartitePlan& plan, const Strand& strand);
/// "e-t12-u7".
std::string strand_id(const BipartitePlan& plan, const Strand& strand);
/// "lead ch2".
std::string strand_classes(const BipartitePlan& plan, const Strand& strand);

/// The picture as DOT, without bands, bars and legend.
std::string bipartite_dot(const BipartitePlan& plan, const BipartiteLayout& layout,
                          const std::vector<Label>& unit_labels, const TextMetrics& metrics,
                          std::string_view title);

}  // namespace respnet::viz
