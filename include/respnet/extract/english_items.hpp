#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace respnet::extract {

/// What an English heading or list item begins with: "Action 1.2: ", "1.2.3 ", "Goal 1 – ".
struct ItemMark {
  std::string number;    ///< "1.2"; "A1"; may be empty
  bool word = false;     ///< a word like "Action" stands in front of the number
  bool section = false;  ///< the word names a section: Goal, Pillar, Phase
  std::size_t size = 0;  ///< bytes up to the title
};

/// The mark that `text` begins with, if a title follows. Years, dates and quantities ("2025
/// Budget", "3 May", "1.5 million") are none.
std::optional<ItemMark> item_at_start(std::string_view text);

}  // namespace respnet::extract
