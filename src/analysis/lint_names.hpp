#pragma once

#include <string>
#include <string_view>

namespace respnet::analysis {

/// Whether the name leaves open who is meant: 有关部门, 区直相关单位, 行业主管部门, "relevant
/// agencies". 各乡镇（街道） is a group but no vague one: it means all of them.
bool is_vague(std::string_view unit);

/// A title as duplicates are compared: letters and digits only, ASCII and half-width in lower case.
std::string comparable(std::string_view title);

/// Whether a date (ISO 8601, may stop at month or year) is over before the other begins, as far as
/// both say; false where either is no such date.
bool is_before(std::string_view date, std::string_view other);

}  // namespace respnet::analysis
