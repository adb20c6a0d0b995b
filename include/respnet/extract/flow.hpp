#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/extract/clause.hpp"
#include "respnet/extract/heading_mark.hpp"
#include "respnet/extract/traced_text.hpp"

namespace respnet::extract {

/// A run of text that belongs together: a heading, a paragraph, a line of labels.
struct Paragraph {
  Range range;         ///< in Flow::text(), without the line break behind it
  HeadingMark mark;    ///< kind None for a paragraph without a number
  bool annex = false;  ///< "附件2" alone on its line: what follows is numbered anew
};

/// A notice as a reader's eye follows it: lines joined into paragraphs over line and page breaks;
/// page numbers, bold marks, list bullets and the blanks around lines left out. Every byte knows
/// where it came from.
///
/// Joining: a line goes on with the next one unless it ends in a stop (。：； or a closing
/// bracket), or the next begins with a heading mark or a label, or the line is a heading of its
/// own. An open bracket goes on in any case.
class Flow {
 public:
  /// @param source  valid UTF-8; must outlive the flow
  /// @throws LimitError  above 4 GiB
  /// Cost: O(bytes) time, about twice the text in memory.
  explicit Flow(std::string_view source);

  /// The joined text; paragraphs end with a line feed.
  std::string_view text() const { return traced_.text(); }
  /// The same, with the place in the source of every byte.
  const TracedText& traced() const { return traced_; }
  const std::vector<Paragraph>& paragraphs() const { return paragraphs_; }

 private:
  class Joiner;

  TracedText traced_;
  std::vector<Paragraph> paragraphs_;
};

}  // namespace respnet::extract
