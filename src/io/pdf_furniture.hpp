#pragma once

#include <string>
#include <vector>

#include "io/pdf_page.hpp"

namespace respnet::io {

/// What was taken off the pages: the words of the first one, and on how many pages.
struct PdfFurniture {
  std::string text;
  std::size_t pages = 0;
};

/// Takes running heads, running feet and page numbers off the pages.
///
/// Of the two lines at the top and at the bottom of each page: those that stand at the same place
/// on two pages in five (and on two pages at least) with the same words up to digits, in another
/// size or further from the text than its lines are from each other; and page numbers, bare ones
/// only in the outer eighth of the page. A line with words of a
/// responsibility clause always stays.
/// @return  in the order in which they first stand
std::vector<PdfFurniture> take_furniture(std::vector<PdfProse>& pages);

}  // namespace respnet::io
