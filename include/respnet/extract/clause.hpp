#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "respnet/model/role.hpp"

namespace respnet::extract {

/// Bytes [begin, end) of the text at hand.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return begin >= end; }
  std::size_t size() const { return empty() ? 0 : end - begin; }
  std::string_view of(std::string_view text) const { return text.substr(begin, size()); }
  Range shifted(std::uint32_t by) const { return {begin + by, end + by}; }
  friend bool operator==(const Range&, const Range&) = default;
};

/// `range` without blanks and line breaks at both ends; empty at its beginning if nothing is left.
Range narrowed(std::string_view text, Range range);

/// A longer clause is a slip, not a clause; it is not read.
inline constexpr std::size_t kLongestClause = 64 * 1024;

/// The words between two separators that name a unit (or several, joined by 和), and the role that
/// the words around them give.
struct NamedPart {
  Range text;
  model::Role role = model::Role::Responsible;
  bool is_explicit = true;
};

/// What a responsibility clause says, brackets around it taken off.
struct ClauseReading {
  std::vector<NamedPart> parts;  ///< in text order
  bool labelled = false;         ///< 责任单位：…
  bool has_verb = false;         ///< …负责
  bool joint = false;            ///< 会同: roles inferred
  bool open_list = false;        ///< 等
  bool first_leads = false;      ///< a remark says that the first unit leads
  bool from_here_on = false;     ///< and so in the clauses to come (下同)
  bool others_support = false;   ///< and that the others support it
  bool other_remark = false;     ///< some other remark, left aside
  std::vector<Range> persons;    ///< names behind a label for persons: 责任领导：…
  Range deadline;                ///< behind 完成时限：
};

/// Reads the words of one clause: labels, verbs, names, remarks. Every text has a reading; whether
/// it was a clause is for the caller to judge. Longer texts than kLongestClause read as nothing.
/// Cost: O(bytes); no recursion.
ClauseReading read_clause(std::string_view text);

/// The same for the words at that place of `text`; ranges are bytes of the whole text.
ClauseReading read_clause_at(std::string_view text, Range words);

/// Bytes of the label, its colon included, that `text` begins with: "责任单位：", "完成时限：".
/// 0 if there is none, or one like "责任：" that is clear only inside brackets.
std::size_t label_at_start(std::string_view text);

/// The same for labels of any form.
std::size_t any_label_at_start(std::string_view text);

/// Whether `text` ends with a verb phrase like 按职责分工负责, or begins with a label: worth
/// reading as a clause. A cheap look at both ends.
bool may_be_clause(std::string_view text);

/// A remark that the unit named first leads: 列第一位的为牵头单位.
struct FirstLeads {
  std::uint32_t at = 0;         ///< offset of the words for the first place
  std::uint32_t size = 0;       ///< bytes from there to the end of the remark
  bool from_here_on = false;    ///< 下同
  bool others_support = false;  ///< 其他为配合单位
};
/// The remarks of that kind in running text, in text order. Cost: O(bytes).
std::vector<FirstLeads> first_leads_remarks(std::string_view text);
/// The first of them.
std::optional<FirstLeads> first_leads_remark(std::string_view text);

}  // namespace respnet::extract
