#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/extract/clause.hpp"
#include "respnet/extract/flow.hpp"
#include "respnet/extract/heading_mark.hpp"

namespace respnet::extract {

/// A heading and the text under it, up to the next heading of any level. All ranges are bytes of
/// the flow's text.
struct Heading {
  HeadingMark mark;
  std::uint32_t parent = 0;  ///< index; the root is its own parent
  std::uint32_t part = 0;    ///< 0, or which annex: numbering starts anew there
  Range label;               ///< mark and title as printed
  Range title;               ///< without the mark and the stop
  Range body;                ///< behind the title's stop
  bool own_line = false;     ///< nothing stands behind the title in its paragraph
  bool run_in = false;       ///< begins inside a paragraph: "…完工。2.架桥。…"
};

/// The headings of a notice in text order. The first is the root: no mark, no title, and the text
/// in front of the first heading as its body.
///
/// A heading's parent is the last one of a higher kind (一、 over （一） over 1.), so depth is free
/// and a level may be missing. A title ends at the first 。 or ： of its paragraph. Marks inside a
/// paragraph count when they continue the numbering and stand behind a stop or a closing bracket,
/// or open the next level right behind a title (（一）打基础1.修路。).
/// Cost: O(bytes).
std::vector<Heading> outline(const Flow& flow);

/// "3.1.2": the numbers on the way from the root. Empty for the root.
std::string path(const std::vector<Heading>& headings, std::size_t heading);

}  // namespace respnet::extract
