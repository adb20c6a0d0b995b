#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::viz {

enum class View : std::uint8_t {
  Bipartite,         ///< who answers for what: tasks by section, units, an edge an assignment
  CoResponsibility,  ///< units joined by the tasks they share
  Leads,             ///< units with arrows to the leads they support
  Workload,          ///< tasks of each unit as bars
};
inline constexpr std::array kViews{View::Bipartite, View::CoResponsibility, View::Leads,
                                   View::Workload};

/// "bipartite", "coresponsibility", "leads", "workload": as on the command line.
std::string_view name(View view);
/// The view of that name; empty if there is none.
std::optional<View> view_named(std::string_view name);
/// Whether the view is a graph, so that it has DOT: every view but the workload.
bool has_dot(View view);

struct PictureOptions {
  /// In place of the view's own finding.
  std::string title = {};
  /// A cluster by unit number, from 1; 0: in none. Colours the unit networks. Empty: no clusters.
  std::vector<std::uint32_t> clusters = {};
  /// Draws group units in the unit networks too; the other views always show them.
  bool groups = false;
  /// Before every id of the SVG, so that several pictures can stand in one page. ASCII letters,
  /// digits and '-'.
  std::string id_prefix = {};
};

struct Picture {
  std::string svg;
  std::string dot;  ///< the same picture for Graphviz, laid out (`dot -Kneato -n2`); or empty
  double width = 0, height = 0;  ///< pt
  std::string description;       ///< one sentence with the main numbers; also the SVG's <desc>
};

/// A picture of the network, in Chinese.
///
/// Marks are found by id and class: task and unit number k (from 1, by place in the network) is
/// `g#n-t<k>.task` or `g#n-u<k>.unit.organ|group|person` with data-id `t<k>` or `u<k>`; an
/// assignment is `g#e-t<i>-u<j>.edge.lead|other`, with `ch<c>` for the c-th top-level section; a
/// pair of units `g#e-u<i>-u<j>.edge`, in `leads` from support to lead.
///
/// Large networks: `bipartite` above 60 tasks shows top-level sections (or, without sections, the
/// 60 tasks with most units), above 60 units the heaviest 60 and one box for the rest. Unit
/// networks above 300 units label the heaviest 40, above 3000 draw the heaviest 300; many edges are
/// thinned to the strong ones. `workload` shows the first 40. The second line says what is left
/// out.
/// An empty network gives a picture that says so.
/// @throws std::invalid_argument  when options.clusters has another length than the graph has units
/// @throws LimitError  from CoResponsibilityGraph
/// Deterministic: equal bytes for equal fonts, from any thread. Safe to call from several threads;
/// layouts wait for each other.
/// Cost: O(tasks + units + assignments); unit networks also the layout, about 0.1 s for 35 units.
Picture draw(View view, const graph::BipartiteGraph& graph, const PictureOptions& options = {});

}  // namespace respnet::viz
