#pragma once

#include <cstddef>
#include <string>

#include "respnet/base/language.hpp"

namespace respnet::io {

/// word/styles.xml: the styles that docx_body() names.
std::string docx_styles(Language language);

/// word/numbering.xml: 1 is a list of dots, 2 and on are counted lists.
std::string docx_numbering(std::size_t counted_lists);

/// word/fontTable.xml: what stands in for fonts that a system lacks.
std::string docx_fonts();

}  // namespace respnet::io
