#pragma once

#include <string_view>
#include <vector>

#include "extract/english_page.hpp"

namespace respnet::extract {

/// The fields in one line: at its beginning, in brackets, behind a stop or separator.
std::vector<EnglishField> fields_in_line(std::string_view text, Range line);

/// Where the words in front of the first field end: without the bracket or dash that opens it.
std::uint32_t end_of_words(std::string_view text, Range line, const EnglishField& first);

}  // namespace respnet::extract
