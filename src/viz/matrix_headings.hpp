#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "viz/matrix_plan.hpp"
#include "viz/scene.hpp"

namespace respnet::viz {

/// How the columns of the matrix are written, by how many there are.
enum class Density : std::uint8_t {
  Upright,  ///< number, and title over three lines at most
  Turned,   ///< number and title, turned by 45°
  Numbers,  ///< number only; cells without leads
};

Density density(const MatrixPlan& plan);

/// What stands over the columns.
struct MatrixHeadings {
  Density density = Density::Upright;
  std::vector<std::vector<std::string>> lines;  ///< by column, without the number if Upright
  double height = 0;
  double width = 0;  ///< from the first column to where the last heading ends
};

/// @param cell  the width of a column
MatrixHeadings matrix_headings(const MatrixPlan& plan, double cell, const TextMetrics& metrics);

/// Draws the heading of a column round its middle, down to `foot`.
void draw_matrix_heading(Scene& scene, const MatrixHeadings& headings, const MatrixPlan& plan,
                         std::size_t column, Point foot);

}  // namespace respnet::viz
