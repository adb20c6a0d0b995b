#pragma once

#include <vector>

#include <poppler-page.h>

namespace pdftext {

/// A straight line, upright or level, in points from the upper left corner of the page.
struct Rule {
  int left = 0, top = 0, right = 0, bottom = 0;
};

/// The lines that frame the cells of a page's tables, to a point.
///
/// Poppler's C++ interface tells nothing of drawings, so the page is painted at a dot a point and
/// long thin runs of dots darker than both sides are taken. What is found besides (underlines,
/// strokes of large characters) frames no cell.
/// @return  empty for pages above 4000 points, and where lines are so many that they are a drawing
std::vector<Rule> rules(const poppler::page& page);

}  // namespace pdftext
