#pragma once

#include <span>
#include <string>

#include "respnet/base/document.hpp"

namespace respnet::io {

/// A document as a Word file (.docx, ECMA-376), to be written on in: real headings and a table of
/// contents, captions, lists, tables whose heads repeat, pictures with alternative text, page
/// numbers. Pages are A4; pictures that need their own paper (paper_for()) stand at the end of
/// their chapter, on it.
///
/// Chinese is set in Microsoft YaHei, for which other systems take what they have. Ill-formed
/// bytes, control and direction marks become U+FFFD; no text can become a field or a link.
/// @param images  PNG of each figure of the document, in their order
/// @pre there is one for each
/// Deterministic, in every time zone. Cost: O(characters + bytes of images).
std::string docx_bytes(const Document& document, std::span<const std::string> images);

}  // namespace respnet::io
