#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "respnet/graph/adjacency.hpp"
#include "respnet/model/network.hpp"

namespace respnet::graph {

/// Who counts as lead of a task. Lead is a policy of the analysis; the network keeps what the text
/// says.
enum class LeadPolicy : std::uint8_t {
  /// The explicit leads where a task has any; else the first-listed `responsible` unit, as official
  /// drafting ranks it, unless that is a group: then the task has no lead.
  First,
  Explicit,  ///< explicit leads only
  All,       ///< every lead and every responsible unit
};

/// What becomes of group units (各乡镇（街道）).
enum class GroupPolicy : std::uint8_t {
  Keep,    ///< one unit of kind group
  Expand,  ///< its registered members in its place, those of groups in it too; kept without any
  Drop,    ///< left out, after the leads were decided
};

std::string_view name(LeadPolicy policy);
std::string_view name(GroupPolicy policy);
std::optional<LeadPolicy> lead_policy_named(std::string_view name);
std::optional<GroupPolicy> group_policy_named(std::string_view name);

/// What an assignment counts as, after the lead policy. Every `responsible` or `support` assignment
/// that is no lead counts as support.
enum class Part : std::uint8_t { Lead, Support, Informed, Oversight };

/// Weight of an assignment by its part; >= 0. Informed and oversight units take part in a task only
/// if their weight is above 0.
struct RoleWeights {
  double lead = 1;
  double support = 0.5;
  double informed = 0;
  double oversight = 0;

  double operator[](Part part) const;
};

struct CountingOptions {
  LeadPolicy lead = LeadPolicy::First;
  GroupPolicy groups = GroupPolicy::Keep;
  RoleWeights weights = {};
};

/// Tasks and units of a network as a two-mode graph: the network as analyses count it.
///
/// Vertices 0 … m-1 are the tasks, by TaskId; m … m+n-1 the units, in order of UnitId. With groups
/// kept (the default) unit u is vertex m+u; expanding or dropping groups leaves some out. Every
/// task and every unit is a vertex, with or without edges. Memory: 10 bytes an edge, both
/// directions; the network must outlive the graph. Models Boost.Graph's VertexListGraph,
/// BidirectionalGraph and AdjacencyGraph (respnet/graph/boost_graph.hpp).
class BipartiteGraph {
 public:
  /// Cost: O(tasks + units + assignments) time.
  /// @throws std::invalid_argument  on a weight that is negative or not finite
  /// @throws LimitError             at 2^32 - 1 tasks and units
  explicit BipartiteGraph(const model::Network& network, const CountingOptions& options = {});

  const model::Network& network() const { return *network_; }
  const CountingOptions& options() const { return options_; }

  std::size_t task_count() const { return task_count_; }
  std::size_t unit_count() const { return units_.size(); }
  std::size_t vertex_count() const { return task_count_ + units_.size(); }
  std::size_t edge_count() const { return targets_.size() / 2; }

  bool is_task(Vertex v) const { return v < task_count_; }
  model::TaskId task(Vertex v) const { return static_cast<model::TaskId>(v); }
  Vertex vertex(model::TaskId task) const { return static_cast<Vertex>(task); }
  /// Units by their number 0 … n-1 in this graph, which indexes every result about units.
  std::uint32_t unit_number(Vertex v) const { return v - static_cast<Vertex>(task_count_); }
  Vertex unit_vertex(std::size_t number) const { return static_cast<Vertex>(task_count_ + number); }
  model::UnitId unit(std::size_t number) const { return units_[number]; }
  /// Every unit, by number.
  std::span<const model::UnitId> units() const { return units_; }

  Adjacency adjacency() const { return {offsets_, targets_, {}}; }
  std::span<const Vertex> neighbors(Vertex v) const { return adjacency().neighbors(v); }
  /// Parts along neighbors(v).
  std::span<const Part> parts(Vertex v) const {
    return std::span<const Part>(parts_).subspan(offsets_[v], adjacency().degree(v));
  }

  /// Whether a lead of the task was inferred from the order of its units.
  bool lead_inferred(model::TaskId task) const { return inferred_[model::index(task)]; }
  std::size_t inferred_lead_count() const { return inferred_count_; }
  /// Tasks with units but no lead: the first unit is a group, or the lead was a group and is
  /// dropped, or (LeadPolicy::Explicit) the text names none, or no unit is responsible.
  const std::vector<model::TaskId>& tasks_without_lead() const { return leadless_; }

 private:
  void mirror_task_rows();

  const model::Network* network_;
  CountingOptions options_;
  std::size_t task_count_ = 0;
  std::vector<model::UnitId> units_;
  std::vector<std::uint64_t> offsets_;
  std::vector<Vertex> targets_;
  std::vector<Part> parts_;
  std::vector<bool> inferred_;
  std::size_t inferred_count_ = 0;
  std::vector<model::TaskId> leadless_;
};

/// Where the leads of a graph come from, and so what they may be called: 首位 (first-listed) where
/// they were inferred from order, 牵头 (lead) only where the text says so.
enum class LeadBasis : std::uint8_t {
  Listed,    ///< every lead was inferred from the order of units
  Explicit,  ///< every lead is stated
  Mixed,     ///< some of each
  All,       ///< LeadPolicy::All: every unit that is lead or responsible
};

/// Cost: O(tasks + assignments).
LeadBasis lead_basis(const BipartiteGraph& graph);

}  // namespace respnet::graph
