#pragma once

#include <string>

#include "respnet/base/document.hpp"

namespace respnet::io {

/// word/document.xml. Its relations: rId1 header, rId2 footer, rIdImage1, rIdImage2, … by figure.
std::string docx_body(const Document& document);

inline constexpr const char* kWordNamespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

}  // namespace respnet::io
