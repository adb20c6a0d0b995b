#include "io/role_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

using model::Role;

struct RoleWord {
  std::string_view text;
  Role role;
};

// The names of the file format first: they are the ones to suggest.
constexpr std::array kRoles{
    RoleWord{"lead", Role::Lead},         RoleWord{"responsible", Role::Responsible},
    RoleWord{"support", Role::Support},   RoleWord{"oversight", Role::Oversight},
    RoleWord{"informed", Role::Informed}, RoleWord{"牵头", Role::Lead},
    RoleWord{"主办", Role::Lead},         RoleWord{"责任", Role::Responsible},
    RoleWord{"负责", Role::Responsible},  RoleWord{"配合", Role::Support},
    RoleWord{"协办", Role::Support},      RoleWord{"参与", Role::Support},
    RoleWord{"督办", Role::Oversight},    RoleWord{"指导", Role::Oversight},
    RoleWord{"知会", Role::Informed},
};

}  // namespace

std::optional<Role> role_of_word(std::string_view word) {
  if (const auto exact = model::role_named(word)) return exact;
  for (const RoleWord& known : kRoles)
    if (equal_but_for_case(known.text, word)) return known.role;
  return std::nullopt;
}

std::string role_choices(std::string_view word) {
  std::vector<std::string_view> names;
  for (const RoleWord& known : kRoles) names.push_back(known.text);
  const std::string nearest = did_you_mean(word, names);
  return nearest.empty() ? "; choose from lead, responsible, support, oversight, informed"
                         : nearest;
}

}  // namespace respnet::io
