#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_set.h>

#include "respnet/extract/clause.hpp"
#include "respnet/extract/unit_list.hpp"
#include "respnet/model/role.hpp"

namespace respnet::extract {

/// The names that stand by themselves somewhere in a document: what tells "Trade and Industry" as
/// one name from two.
class KnownNames {
 public:
  /// Takes up the names in a list of units that are clear whatever the document says.
  void learn(std::string_view list);
  bool contains(std::string_view name) const;
  /// Whether "A and B" is the whole of some list: a name rather than two of a longer list.
  bool is_whole_list(std::string_view name) const;

 private:
  tsl::robin_set<std::string> keys_;
  tsl::robin_set<std::string> lists_;
};

/// A unit of an English list and the role that the words around it give.
struct EnglishMention {
  ListedUnit unit;
  model::Role role = model::Role::Responsible;
  bool is_explicit = true;
  bool states_role = false;  ///< words in the list say the role: "(lead)", "supported by"
};

struct EnglishList {
  std::vector<EnglishMention> mentions;
  Range deadline;         ///< behind a label in the list
  bool with = false;      ///< "X with Y": what follows "with" supports, as inferred
  bool doubtful = false;  ///< an "and" that may part two names or stand inside one
};

/// The units in `part` of an English text, such as a cell or the words behind a label.
///
/// Line breaks and semicolons always part names. Commas, "and" and "&" part names unless what they
/// would part cannot stand by itself: "Department of Health and Human Services", "Planning and
/// Housing Department". Names that stand alone elsewhere in the document are evidence for two.
/// "General Services Administration (GSA)" has an abbreviation; "(lead)" a role; other brackets
/// hold offices.
/// @param role  of units about which the words say nothing
/// Cost: O(bytes).
EnglishList split_english(std::string_view text, Range part, model::Role role, bool is_explicit,
                          const KnownNames& known);

}  // namespace respnet::extract
