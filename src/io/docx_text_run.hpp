#pragma once

#include <string>
#include <string_view>

namespace respnet::io {

/// Appends `text` as what stands in a run: `<w:t>` elements, breaks and tabs between them.
/// Ill-formed bytes, control characters and marks of direction become U+FFFD.
void append_run_text(std::string& out, std::string_view text);

/// `text` as an attribute: on one line, with the same characters replaced.
std::string attribute_text(std::string_view text);

}  // namespace respnet::io
