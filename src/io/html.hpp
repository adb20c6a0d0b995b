#pragma once

#include "respnet/io/formats.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

/// It begins with a document type or an <html> tag.
bool looks_like_html(std::string_view text);

/// A notice on a web page; lines and spans refer to html_text().
/// @throws InputError  when the page holds no text, or no notice; LimitError  as html_text()
model::Network read_html(const Document& document);

}  // namespace respnet::io
