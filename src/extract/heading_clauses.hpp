#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "respnet/extract/clause_finder.hpp"
#include "respnet/extract/outline.hpp"

namespace respnet::extract {

/// What one heading of the outline has to do with clauses.
struct HeadingClauses {
  std::vector<FoundClause> clauses;  ///< in text order
  std::uint32_t children = 0;        ///< headings right below it
  bool lifted_from = false;          ///< its clause speaks for the heading above
  bool lifted_to = false;            ///< its clause stood in the last item of its list
  bool labelled = false;             ///< a heading below it was only a label: （二）责任单位
  bool duties = false;               ///< a list of duties: a clause names who, its duties follow
};

struct ClausesOfNotice {
  std::vector<HeadingClauses> headings;  ///< by heading
  std::vector<FirstLeads> standing;      ///< remarks outside the clauses: they hold for all
};

/// Finds the clauses of a notice and gives each to the heading it speaks for. Cost: O(bytes), and
/// O(headings log headings).
ClausesOfNotice clauses_of_headings(std::string_view text, const std::vector<Heading>& headings);

}  // namespace respnet::extract
