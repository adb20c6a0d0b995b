#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "respnet/extract/draft.hpp"
#include "respnet/model/role.hpp"

namespace respnet::extract {

/// A unit of the network: all mentions that name the same body.
struct UnitEntry {
  std::string name;                  ///< the form printed most often; ties: the first
  std::vector<std::string> aliases;  ///< the other printed forms
  std::vector<std::string> offices;
  model::UnitKind kind = model::UnitKind::Organ;
  bool same_body = false;   ///< forms differ in words and were taken as one body
  std::uint32_t first = 0;  ///< offset in the flow of the first mention
};

/// How a printed name was completed.
enum class Completion : std::uint8_t { None, Level, Ending };

/// Which unit each mention names.
struct UnitTable {
  std::vector<UnitEntry> units;  ///< in order of first mention
  struct Resolved {
    std::uint32_t unit = 0;  ///< index in `units`
    Completion completion = Completion::None;
  };
  std::vector<std::vector<Resolved>> mentions;  ///< by task, by mention
};

/// Completes names from their neighbours (省科技厅、财政厅 -> 省财政厅; 甲市、乙市人民政府) and
/// takes equal bodies together by comparison_key. Cost: O(mentions).
UnitTable resolve_units(const std::vector<TaskDraft>& tasks);

}  // namespace respnet::extract
