#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "respnet/extract/clause.hpp"
#include "respnet/extract/english_labels.hpp"
#include "respnet/extract/traced_text.hpp"

namespace respnet::extract {

/// A label and the words behind it: who, or when.
struct EnglishField {
  EnglishLabel label;
  Range all;    ///< label and value
  Range value;  ///< may be empty
};

/// Fields side by side, and the line of text in front of them.
struct FieldBlock {
  Range text;  ///< the last line above that is no field; may be empty
  std::vector<EnglishField> fields;
};

/// A heading, a numbered line or a list item, with the fields under it.
struct EnglishItem {
  std::string number;
  bool marked = false;   ///< a number or a word like "Action" begins it
  bool section = false;  ///< the word names a section: Goal, Pillar
  bool plain = false;    ///< a bare "1." of a list
  std::size_t level = 0;
  std::optional<std::uint32_t> parent;  ///< index of an item before it
  Range label;                          ///< as printed, without marks of Markdown
  Range title;                          ///< without the number
  std::vector<FieldBlock> blocks;
};

/// The items of an English plan in text order.
/// @param text  gets the plan's lines appended
std::vector<EnglishItem> english_items(TracedText& text);

}  // namespace respnet::extract
