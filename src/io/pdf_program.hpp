#pragma once

#include <string>
#include <string_view>

#include "respnet/io/pdf_text.hpp"

namespace respnet::io {

/// What respnet-pdftext prints of that PDF file.
/// @throws InputError, FileError, LimitError  as pdf_text()
std::string pdf_records(std::string_view bytes, const std::string& file, const PdfOptions& options);

/// The second half of pdf_text(): the text of what that program printed.
/// @throws InputError  when it printed something else, or no words
PdfText text_of_pdf_records(std::string_view records, const std::string& file);

}  // namespace respnet::io
