#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "respnet/model/network.hpp"

namespace respnet::extract {

/// What the sentences of a task promise: how much, and until when.
struct Promises {
  std::vector<model::Target> targets;
  std::string deadline;  ///< as written, blanks left out; empty if none is stated
};

/// A number is a target only with a unit of quantity behind it (家, 万元, %), and not a year, a
/// hotline, a slogan ("1+4+N") or a ceiling (最高不超过). Ranges (3-5家) give their lower end as
/// ">=".  Comparators: 以上, 超, 不少于 … ">=" or ">"; 以内, 不超过 "<="; 左右 "~".
/// Cost: O(bytes).
Promises promises_of(std::string_view sentences);

/// "2025年6月底前" -> "2025-06", "2024年底" -> "2024-12", "2024年" -> "2024"; "2024-06-30" and
/// "2024-06" stay as they are; "" where no year is named.
std::string due_date(std::string_view deadline);

}  // namespace respnet::extract
