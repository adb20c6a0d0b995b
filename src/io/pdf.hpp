#pragma once

#include <string_view>

#include "respnet/io/formats.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

/// The mark of a PDF file stands near its beginning.
bool looks_like_pdf(std::string_view bytes);

/// A notice in a PDF file; lines and spans refer to pdf_text().
/// @throws InputError, FileError, LimitError  as pdf_text(); InputError when it holds no notice
model::Network read_pdf(const Document& document);

}  // namespace respnet::io
