#pragma once

#include <string>
#include <vector>

#include "respnet/model/network.hpp"

namespace respnet::extract {

class Registry;

/// Two units that may be one body, which nothing proves: for a person to decide.
struct AliasCandidate {
  model::UnitId a, b;  ///< a before b in the network
  std::string
      evidence;  ///< a sentence with both names: what they share, and whether they ever meet
};

/// The organs of a network that are likely the same body, though not safely enough to merge them.
///
/// Likely are
/// - one name with a level and without: 发改局, 县发改局; 县委网信办, 县网信办; a place before it
/// - the letters of one in order in the other, with the same ending: 移动某县分公司 and the
/// company's
///   full name; letters that count (一, 2) must be the same
/// - the same name in traditional and in simplified characters
/// - an office in the parentheses of one unit that is printed alone as another
/// - English names equal but for case, "the" and "&"; initials: GSA, CDO Council
/// Two units that one clause names together are two bodies, and no candidates.
/// @param registry  units that it knows as two, at any time, are no candidates; null: none known
/// @return  each pair once, ordered by a, then b; a unit is in at most eight, those first found
/// @throws LimitError  above ten million units
/// Cost: O(letters of all names + assignments), and for each pair a search in the shorter of two
/// lists of clauses. Letters are compared with at most 64 names, those that share the unit's rarest
/// letter; where more do, that rule is left out for it. No randomness.
std::vector<AliasCandidate> alias_candidates(const model::Network& network,
                                             const Registry* registry = nullptr);

}  // namespace respnet::extract
