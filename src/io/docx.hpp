#pragma once

#include "respnet/io/formats.hpp"

namespace respnet::io {

/// Word documents, and those of other programs in the same format.
bool looks_like_docx(std::string_view bytes);
/// @throws InputError, LimitError  as docx_text(); InputError when there is no text
model::Network read_docx(const Document& document);

}  // namespace respnet::io
