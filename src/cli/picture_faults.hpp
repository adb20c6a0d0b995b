#pragma once

#include <vector>

#include "respnet/base/language.hpp"
#include "respnet/base/table.hpp"
#include "respnet/viz/picture_lint.hpp"

namespace respnet::cli {

/// A drawn sheet of a view and what lint() found.
struct LintedSheet {
  std::size_t sheet = 1;  ///< from 1
  std::string title;      ///< of the picture
  viz::PictureLint lint;
};

/// "faults", a row a fault, and "pictures", a row a sheet with its faults, edges and crossings.
std::vector<Table> picture_fault_tables(const std::vector<LintedSheet>& sheets, Language language);

}  // namespace respnet::cli
