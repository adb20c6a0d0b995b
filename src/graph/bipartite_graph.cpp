#include "respnet/graph/bipartite_graph.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>

#include "respnet/base/errors.hpp"

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

// Which assignments of a task count as lead. See LeadPolicy.
class Leads {
 public:
  Leads(const Network& network, TaskId task, LeadPolicy policy) : policy_(policy) {
    std::optional<AssignmentId> first_responsible;
    for (const AssignmentId a : network.assignments(task)) {
      const Role role = network.role_of(a);
      any_ |= stated(role);
      if (role == Role::Responsible && !first_responsible) first_responsible = a;
    }
    if (policy != LeadPolicy::First || any_ || !first_responsible) return;
    if (network.unit_kind(network.unit_of(*first_responsible)) != UnitKind::Group)
      inferred_ = first_responsible;
  }

  bool inferred() const { return inferred_.has_value(); }
  bool contain(AssignmentId assignment, Role role) const {
    return stated(role) || assignment == inferred_;
  }

 private:
  bool stated(Role role) const {
    return role == Role::Lead || (policy_ == LeadPolicy::All && role == Role::Responsible);
  }

  LeadPolicy policy_;
  bool any_ = false;
  std::optional<AssignmentId> inferred_;
};

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
  Substitution(const Network& network, GroupPolicy policy)
      : network_(network),
        begin_(network.unit_count() + 1, 0),
        number_(network.unit_count(), 0),
        seen_(network.unit_count(), 0) {
    std::vector<bool> replaced(network.unit_count(), false);
    if (policy != GroupPolicy::Keep)
      for (const UnitId unit : network.unit_ids())
        replaced[index(unit)] = network.unit_kind(unit) == UnitKind::Group &&
                                (policy == GroupPolicy::Drop || has_members(unit));
    for (const UnitId unit : network.unit_ids()) {
      number_[index(unit)] = static_cast<std::uint32_t>(kept_.size());
      if (!replaced[index(unit)]) kept_.push_back(unit);
    }
    for (const UnitId unit : network.unit_ids()) {
      if (!replaced[index(unit)])
        numbers_.push_back(number_[index(unit)]);
      else if (policy == GroupPolicy::Expand)
        add_members(unit, replaced);
      begin_[index(unit) + 1] = numbers_.size();
    }
  }

  // The numbers of the units that stand for `unit`, each once.
  std::span<const std::uint32_t> operator[](UnitId unit) const {
    const std::size_t begin = begin_[index(unit)];
    return std::span(numbers_).subspan(begin, begin_[index(unit) + 1] - begin);
  }

  std::vector<UnitId> kept() && { return std::move(kept_); }
  std::size_t kept_count() const { return kept_.size(); }

 private:
  bool is_leaf(UnitId unit) const {
    return network_.unit_kind(unit) != UnitKind::Group || network_.unit(unit).members.empty();
  }

  // Whether a group has members, itself or through groups in it. Groups that name only each other
  // have none, and are kept as they are.
  bool has_members(UnitId group) {
    bool found = false;
    visit_members(group, [&](UnitId member) { found |= is_leaf(member); });
    return found;
  }

  void add_members(UnitId group, const std::vector<bool>& replaced) {
    visit_members(group, [&](UnitId member) {
      if (!replaced[index(member)]) numbers_.push_back(number_[index(member)]);
    });
  }

  // Every unit in a group, groups in it and their members too, each once.
  void visit_members(UnitId group, const auto& visit) {
    ++visit_;
    std::vector<UnitId> groups{group};
    seen_[index(group)] = visit_;
    while (!groups.empty()) {
      const auto members = network_.unit(groups.back()).members;
      groups.pop_back();
      for (const UnitId member : members) {
        if (seen_[index(member)] == visit_) continue;
        seen_[index(member)] = visit_;
        visit(member);
        if (!is_leaf(member)) groups.push_back(member);
      }
    }
  }

  const Network& network_;
  std::vector<std::size_t> begin_;  // by unit, in `numbers_`
  std::vector<std::uint32_t> number_;
  std::vector<std::uint32_t> numbers_;
  std::vector<UnitId> kept_;
  std::vector<std::uint32_t> seen_;  // by unit: the last visit that came to it
  std::uint32_t visit_ = 0;
};

void check_size(const Network& network) {
  const std::size_t vertices = network.task_count() + network.unit_count();
  if (vertices >= UINT32_MAX)
    throw LimitError("the network has " + std::to_string(vertices) +
                     " tasks and units together, the limit is " + std::to_string(UINT32_MAX - 1) +
                     "; analyse its sources one by one");
}

// A unit's number and its part, in one number that sorts by both.
using Row = std::vector<std::uint64_t>;

constexpr std::uint64_t entry(std::uint32_t number, Part part) {
  return std::uint64_t{number} << 8 | static_cast<std::uint64_t>(part);
}
constexpr std::uint32_t number_of(std::uint64_t entry) {
  return static_cast<std::uint32_t>(entry >> 8);
}
constexpr Part part_in(std::uint64_t entry) { return static_cast<Part>(entry & 0xFF); }

// Tasks have a handful of units: those are put in place one by one.
void sort_few(Row& row) {
  if (row.size() > 16) {
    std::ranges::sort(row);
    return;
  }
  for (std::size_t i = 1; i < row.size(); ++i) {
    const std::uint64_t moved = row[i];
    std::size_t place = i;
    for (; place > 0 && row[place - 1] > moved; --place) row[place] = row[place - 1];
    row[place] = moved;
  }
}

// The units of a task, sorted, each once with its strongest part.
void fill(Row& row, const Network& network, TaskId task, const Leads& leads,
          const Substitution& substitution, const RoleWeights& weights) {
  row.clear();
  for (const AssignmentId a : network.assignments(task)) {
    const Role role = network.role_of(a);
    const Part part = leads.contain(a, role) ? Part::Lead : part_of(role);
    if (part > Part::Support && weights[part] == 0) continue;
    for (const std::uint32_t number : substitution[network.unit_of(a)])
      row.push_back(entry(number, part));
  }
  sort_few(row);
  const auto repeated = std::ranges::unique(row, {}, number_of);
  row.erase(repeated.begin(), repeated.end());
}

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
  check_size(network);
  Substitution substitution(network, options.groups);
  inferred_.assign(task_count_, false);
  offsets_.assign(task_count_ + substitution.kept_count() + 1, 0);
  targets_.reserve(2 * network.assignment_count());  // expanding groups may need more
  parts_.reserve(2 * network.assignment_count());
  Row row;
  for (const TaskId task : network.task_ids()) {
    const Leads leads(network, task, options.lead);
    inferred_[index(task)] = leads.inferred();
    inferred_count_ += leads.inferred() ? 1U : 0U;
    fill(row, network, task, leads, substitution, options.weights);
    bool led = false;
    for (const std::uint64_t next : row) {
      const Vertex unit = unit_vertex(number_of(next));
      const Part part = part_in(next);
      targets_.push_back(unit);
      parts_.push_back(part);
      ++offsets_[unit + 1];
      led |= part == Part::Lead;
    }
    if (!row.empty() && !led) leadless_.push_back(task);
    offsets_[index(task) + 1] = row.size();
  }
  std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
  units_ = std::move(substitution).kept();
  mirror_task_rows();
}

// Units' rows: the same edges from the other end, sorted because tasks come in order.
void BipartiteGraph::mirror_task_rows() {
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

LeadBasis lead_basis(const BipartiteGraph& graph) {
  if (graph.options().lead == LeadPolicy::All) return LeadBasis::All;
  if (graph.inferred_lead_count() == 0) return LeadBasis::Explicit;
  for (const TaskId task : graph.network().task_ids()) {
    if (graph.lead_inferred(task)) continue;
    if (std::ranges::count(graph.parts(graph.vertex(task)), Part::Lead) > 0)
      return LeadBasis::Mixed;
  }
  return LeadBasis::Listed;
}

}  // namespace respnet::graph
