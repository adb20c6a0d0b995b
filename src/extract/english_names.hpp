#pragma once

#include <string>
#include <string_view>

// English names of units that may be the same body. Of a name with other letters nothing is known:
// the functions answer with "" or false.

namespace respnet::extract {

/// The words in lower case, without "the", with "and" for "&", without points: what is left equal
/// of two forms of one name.
std::string plain_english(std::string_view name);

/// The initials of the words that count, in lower case; of a word in capitals all letters: GSA,
/// General Services Administration -> gsa; CDO Council, Chief Data Officers Council -> cdoc.
std::string initials_of(std::string_view name);

/// Whether a word of two letters or more is in capitals.
bool has_acronym(std::string_view name);

}  // namespace respnet::extract
