#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "respnet/extract/clause.hpp"

namespace respnet::extract {

/// What a title names before its duties follow: "县教育局、县财政局：…", "县教育局负责办学".
struct DutyTitle {
  Range units;           ///< the names alone
  bool certain = false;  ///< every name has a level, a known field or is a group
};

/// The units that `title` consists of, or begins with in front of 负责. Nothing where other words
/// stand among them. Cost: O(bytes).
std::optional<DutyTitle> duty_title(std::string_view text, Range title);

/// The units in front of the paragraphs of `body` that read "县教育局：办好夜校；…". Nothing unless
/// there are two or more, all certain. Cost: O(bytes).
std::vector<Range> duty_paragraphs(std::string_view text, Range body);

}  // namespace respnet::extract
