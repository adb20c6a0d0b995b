#pragma once

#include <string>

#include "respnet/base/document.hpp"

namespace respnet::viz {

/// A document as PDF on A4: cover with contents, then its blocks with running head and page
/// numbers; pictures that A4 cannot show on pages of their own, see paper_for().
///
/// Fonts are embedded, text can be searched and copied; headings are bookmarks and the contents are
/// links. Title, language and date are set; no clock stands in it.
/// @throws FileError  when it has Chinese text and no font covers it
/// @throws std::invalid_argument  when an SVG cannot be read
/// Deterministic for equal fonts. Cost: O(characters), about 1 s for 2,000 rows.
std::string print_pdf(const Document& document);

}  // namespace respnet::viz
