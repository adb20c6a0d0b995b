#pragma once

#include <string_view>
#include <vector>

#include "respnet/extract/clause.hpp"

namespace respnet::extract {

/// How a clause is told from the text around it.
enum class ClauseForm {
  Bracketed,  ///< （甲局负责）, 〔责任单位：甲局〕
  RunOn,      ///< 责任单位：甲局。 on a line of its own or behind a sentence
  Cell,       ///< a cell of a table: its column says what for
  Sentence,   ///< the last sentence: 由甲局牵头，乙局配合。
  Duty,       ///< a heading that names units, their duties behind it
};

struct FoundClause {
  Range range;  ///< with its brackets, without the stop behind it
  ClauseForm form = ClauseForm::Bracketed;
  bool closed = true;     ///< false: the bracket was never closed
  bool role_word = true;  ///< false: a bracket that lists units and does not say what for
  bool too_long = false;  ///< above kLongestClause: not read
  ClauseReading reading;  ///< ranges are bytes of the whole text
};

/// The responsibility clauses in `body`, in text order, none inside another.
///
/// Bracketed: a bracket of any kind that holds a label with its colon, or names units in front of a
/// verb (牵头, 负责, 配合 …) and stands at the end of a sentence. Run-on: a label with its colon at
/// the beginning of a line or behind a stop, up to the next stop. Sentence: only where nothing else
/// was found. Sentences that merely speak of leading or responsibility are no clauses.
/// Cost: O(bytes).
std::vector<FoundClause> find_clauses(std::string_view text, Range body);

}  // namespace respnet::extract
