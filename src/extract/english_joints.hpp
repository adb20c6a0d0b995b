#pragma once

#include <string_view>
#include <vector>

#include "respnet/extract/clause.hpp"
#include "respnet/extract/english_list.hpp"

namespace respnet::extract {

/// The parts of `part` between line breaks, semicolons and the Chinese enumeration comma, bullets
/// taken off. A line that ends in the middle of a name ("Department of") goes on.
std::vector<Range> hard_parts(std::string_view text, Range part);

/// Offset of `phrase` (lower case) in `text`, whatever its case, outside brackets; or npos.
std::size_t find_word(std::string_view text, std::string_view phrase);

struct SplitNames {
  std::vector<Range> names;
  bool doubtful = false;
};
/// The names in one line, parted at commas, "and" and "&" where both sides can stand alone.
SplitNames split_names(std::string_view line, const KnownNames& known);

/// Those between commas that hold no "and": names whatever the rest of the document says.
std::vector<Range> clear_names(std::string_view line);

}  // namespace respnet::extract
