#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "respnet/extract/table_layout.hpp"

namespace respnet::extract {

/// What an English header says its column holds: "Lead agency", "Task owner", "Supporting actions",
/// "Lead officer" (persons). The last word known decides, and of role words the first.
std::optional<Column> english_column(std::string_view header);

/// "Agency", "Department/unit": a header that names bodies without saying what they do.
bool heads_bodies(std::string_view header);

/// A label in front of words: "Lead agency:", "Supported by:", "Target date –", "Led by".
struct EnglishLabel {
  Column column;         ///< Ignored for labels that say neither who nor when
  std::size_t size = 0;  ///< bytes, with the colon and the blanks behind it
};

/// The label that `text` begins with. All its words must be words of labels, so that a sentence
/// with a colon is none.
std::optional<EnglishLabel> english_label_at_start(std::string_view text);

}  // namespace respnet::extract
