#include "respnet/graph/bipartite_graph.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace respnet::graph {
namespace {

using model::AssignmentId;
using model::index;
using model::Network;
using model::Role;
using model::TaskId;
using model::UnitId;
using model::UnitKind;

constexpr std::array<std::string_view, 3> kLeadPolicies{"first", "explicit", "all"};
constexpr std::array<std::string_view, 3> kGroupPolicies{"keep", "expand", "drop"};

template <typename Enum>
std::optional<Enum> named(std::string_view name, const auto& names) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

void check(const RoleWeights& weights) {
  for (const double w : {weights.lead, weights.support, weights.informed, weights.oversight})
    if (!std::isfinite(w) || w < 0)
      throw std::invalid_argument("role weights must be finite and >= 0");
}

struct Leads {
  std::vector<AssignmentId> assignments;
  bool inferred = false;
};

// The assignments of a task that count as lead. See LeadPolicy.
Leads leads_of(const Network& network, TaskId task, LeadPolicy policy) {
  Leads leads;
  std::optional<AssignmentId> first_responsible;
  for (const AssignmentId a : network.assignments(task)) {
    const Role role = network.role_of(a);
    if (role == Role::Lead || (policy == LeadPolicy::All && role == Role::Responsible))
      leads.assignments.push_back(a);
    if (role == Role::Responsible && !first_responsible) first_responsible = a;
  }
  if (policy != LeadPolicy::First || !leads.assignments.empty() || !first_responsible) return leads;
  if (network.unit_kind(network.unit_of(*first_responsible)) == UnitKind::Group) return leads;
  leads.assignments.push_back(*first_responsible);
  leads.inferred = true;
  return leads;
}

Part part_of(Role role) {
  switch (role) {
    case Role::Informed:
      return Part::Informed;
    case Role::Oversight:
      return Part::Oversight;
    default:
      return Part::Support;
  }
}

// Which units stand in the place of an assignment's unit: itself, its members, or nobody.
class Substitution {
 public:
  Substitution(const Network& network, GroupPolicy policy) : network_(network), policy_(policy) {
    kept_.reserve(network.unit_count());
    for (const UnitId unit : network.unit_ids()) {
      number_.push_back(static_cast<std::uint32_t>(kept_.size()));
      if (!replaced(unit)) kept_.push_back(unit);
    }
  }

  bool replaced(UnitId unit) const {
    if (policy_ == GroupPolicy::Keep || network_.unit_kind(unit) != UnitKind::Group) return false;
    return policy_ == GroupPolicy::Drop || !network_.unit(unit).members.empty();
  }

  // Calls visit(number of the unit) for each unit that stands for `unit`. Members that are groups
  // themselves are followed, to a depth that a ring of groups cannot exceed.
  void visit(UnitId unit, const auto& visit_number, int depth = 0) const {
    if (!replaced(unit)) {
      visit_number(number_[index(unit)]);
      return;
    }
    if (policy_ == GroupPolicy::Drop || depth == 16) return;
    for (const UnitId member : network_.unit(unit).members) visit(member, visit_number, depth + 1);
  }

  std::vector<UnitId> kept() && { return std::move(kept_); }
  std::size_t kept_count() const { return kept_.size(); }

 private:
  const Network& network_;
  GroupPolicy policy_;
  std::vector<UnitId> kept_;
  std::vector<std::uint32_t> number_;
};

}  // namespace

std::string_view name(LeadPolicy policy) { return kLeadPolicies[static_cast<std::size_t>(policy)]; }
std::string_view name(GroupPolicy policy) {
  return kGroupPolicies[static_cast<std::size_t>(policy)];
}
std::optional<LeadPolicy> lead_policy_named(std::string_view name) {
  return named<LeadPolicy>(name, kLeadPolicies);
}
std::optional<GroupPolicy> group_policy_named(std::string_view name) {
  return named<GroupPolicy>(name, kGroupPolicies);
}

double RoleWeights::operator[](Part part) const {
  switch (part) {
    case Part::Lead:
      return lead;
    case Part::Support:
      return support;
    case Part::Informed:
      return informed;
    default:
      return oversight;
  }
}

BipartiteGraph::BipartiteGraph(const Network& network, const CountingOptions& options)
    : network_(&network), options_(options), task_count_(network.task_count()) {
  check(options.weights);
  Substitution substitution(network, options.groups);
  const std::size_t n = substitution.kept_count();
  inferred_.assign(task_count_, false);
  offsets_.assign(task_count_ + n + 1, 0);

  // Tasks' rows, sorted by unit, each unit once with its strongest part.
  std::vector<std::pair<Vertex, Part>> row;
  for (const TaskId task : network.task_ids()) {
    const Leads leads = leads_of(network, task, options.lead);
    inferred_[index(task)] = leads.inferred;
    inferred_count_ += leads.inferred ? 1 : 0;
    row.clear();
    bool takes_part = false;
    for (const AssignmentId a : network.assignments(task)) {
      const bool lead = std::ranges::find(leads.assignments, a) != leads.assignments.end();
      const Part part = lead ? Part::Lead : part_of(network.role_of(a));
      if (part > Part::Support && options.weights[part] == 0) continue;
      takes_part = true;
      substitution.visit(network.unit_of(a), [&](std::uint32_t number) {
        row.emplace_back(static_cast<Vertex>(task_count_ + number), part);
      });
    }
    if (takes_part && leads.assignments.empty()) leadless_.push_back(task);
    std::ranges::sort(row);
    const auto repeated = std::ranges::unique(row, {}, [](const auto& end) { return end.first; });
    row.erase(repeated.begin(), repeated.end());
    for (const auto& [unit, part] : row) {
      targets_.push_back(unit);
      parts_.push_back(part);
      ++offsets_[unit + 1];
    }
    offsets_[index(task) + 1] = row.size();
  }
  std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
  units_ = std::move(substitution).kept();

  // Units' rows: the same edges from the other end, sorted because tasks come in order.
  const std::size_t edges = targets_.size();
  targets_.resize(2 * edges);
  parts_.resize(2 * edges);
  std::vector<std::uint64_t> next(offsets_.begin() + static_cast<std::ptrdiff_t>(task_count_),
                                  offsets_.end() - 1);
  for (Vertex task = 0; task < task_count_; ++task) {
    for (std::uint64_t i = offsets_[task]; i < offsets_[task + 1]; ++i) {
      const std::uint64_t place = next[targets_[i] - task_count_]++;
      targets_[place] = task;
      parts_[place] = parts_[i];
    }
  }
}

}  // namespace respnet::graph
