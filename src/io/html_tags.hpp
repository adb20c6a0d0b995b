#pragma once

#include <string>
#include <string_view>

namespace respnet::io {

/// @throws LimitError  for a tag of more than 500 attributes: the parser compares each with all
/// others
void check_tags(std::string_view html, const std::string& file);

/// The page without the tags that only change how words look (<font>, <b>, <strong> …): pages leave
/// them open by the hundred, and browsers close them, while the parser would nest them.
std::string without_formatting(std::string_view html);

}  // namespace respnet::io
