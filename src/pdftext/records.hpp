#pragma once

#include <string>

#include <poppler-page.h>

namespace pdftext {

/// What stands on one page, a record a line, in points from the upper left corner:
///
///     page WIDTH HEIGHT
///     word LEFT TOP RIGHT BOTTOM SIZE SPACE TEXT
///     rule LEFT TOP RIGHT BOTTOM
///
/// SIZE is that of the font, SPACE is 1 where a blank follows, TEXT is UTF-8 to the end of the
/// line. Rules are told only where the words stand as in a table.
std::string records(const poppler::page& page);

}  // namespace pdftext
