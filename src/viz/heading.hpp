#pragma once

#include <functional>
#include <string>
#include <vector>

#include "viz/scene.hpp"

namespace respnet::viz {

/// What stands over every picture: the finding, and in the muted second line the document, what is
/// counted and what is left out.
struct Heading {
  std::string title;
  std::vector<std::string> subtitle;  ///< parts; empty ones are left out
};

/// Draws the heading from `at` (its top left corner) down, on lines of at most `width`.
/// @return  y below it
double draw_heading(Scene& scene, const TextMetrics& metrics, const Heading& heading, Point at,
                    double width);

/// A sample of a mark and its meaning.
struct LegendEntry {
  std::function<void(Scene&, Point left_middle)> sample;
  double sample_width = 24;
  std::string text;
};

LegendEntry line_sample(std::string_view color, double width, std::string text);
LegendEntry box_sample(Paint paint, std::string text, double radius = 0);

/// Draws the entries under each other. @return  y below them
double draw_legend_column(Scene& scene, const std::vector<LegendEntry>& entries, Point at);
/// Draws the entries beside each other, in as many rows as needed. @return  y below them
double draw_legend_rows(Scene& scene, const TextMetrics& metrics,
                        const std::vector<LegendEntry>& entries, Point at, double width);

}  // namespace respnet::viz
