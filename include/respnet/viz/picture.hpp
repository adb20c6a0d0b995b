#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/base/language.hpp"
#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/viz/mark.hpp"

namespace respnet::viz {

enum class View : std::uint8_t {
  Bipartite,         ///< who answers for what: tasks by section, units, an edge an assignment
  CoResponsibility,  ///< units joined by the tasks they share
  Leads,             ///< units with arrows to the leads they support
  Matrix,            ///< which section relies on whom: units × top-level sections
  Workload,          ///< tasks of each unit as bars
  Lorenz,            ///< how unequal: the Lorenz curve of the tasks of units
  Dendrogram,        ///< which units always appear together: average linkage on 1 − Jaccard
  Clusters,          ///< clusters as boxes with their members, and the bridges between them
  Ego,               ///< one unit: its tasks, partners and role; a sheet a unit
  TaskSheet,         ///< one top-level section on A4 portrait; a sheet a section
};
inline constexpr std::array kViews{
    View::Bipartite, View::CoResponsibility, View::Leads,    View::Matrix, View::Workload,
    View::Lorenz,    View::Dendrogram,       View::Clusters, View::Ego,    View::TaskSheet};

/// "bipartite", "coresponsibility", …: as on the command line.
std::string_view name(View view);
/// The view of that name; empty if there is none.
std::optional<View> view_named(std::string_view name);
/// Whether the view is a graph, so that it has DOT: the first three.
bool has_dot(View view);

enum class Theme : std::uint8_t { Light, Dark, Gray };

/// Two groups of units that merge in a dendrogram. A group is a unit, by its number, or what an
/// earlier merge made: the i-th merge makes group (number of units + i).
struct Merge {
  std::uint32_t a = 0, b = 0;
  double height = 0;  ///< distance at which they merge, in [0, 1]
};

struct PictureOptions {
  Language language = Language::Zh;
  Theme theme = Theme::Light;
  /// In place of the view's own finding.
  std::string title = {};
  /// pt that the picture is scaled to; 0: as it comes.
  double width = 0;
  /// Unit numbers that stand out, with what belongs to them; the rest fades. Empty: nothing fades.
  std::vector<std::uint32_t> highlight = {};
  /// Which of the view's sheets(), from 0.
  std::size_t sheet = 0;
  /// Draws group units in the unit networks too; the other views always show them.
  bool groups = false;
  /// Before every id of the SVG, so that several pictures can stand in one page. ASCII letters,
  /// digits and '-'.
  std::string id_prefix = {};

  // Results, as plain values; empty: not known, and not drawn.
  /// A cluster by unit number, from 1; 0: in none.
  std::vector<std::uint32_t> clusters = {};
  /// Unit numbers of the core of each cluster.
  std::vector<std::uint32_t> core = {};
  /// Gini index of the tasks of units.
  std::optional<double> gini = {};
  /// How units merge by the tasks they share, nearest first, into one tree. Units that stand in no
  /// merge (group units, units without tasks) are not in the tree.
  std::vector<Merge> merges = {};
  /// Rows of the matrix in the order of the merges instead of by load; units that are not in the
  /// tree come last.
  bool order_by_merges = false;
};

struct Picture {
  std::string svg;
  std::string dot;  ///< the same picture for Graphviz, laid out (`dot -Kneato -n2`); or empty
  double width = 0, height = 0;  ///< pt
  std::string title;             ///< the finding
  std::string description;       ///< one sentence with the main numbers; also the SVG's <desc>
  std::vector<Subject> subjects;
  std::vector<Mark> marks;  ///< in the order of drawing, before scaling to PictureOptions::width
  double scale = 1;         ///< width now by width before scaling
  std::string paper = "#FFFFFF";  ///< behind everything
};

/// One of the pictures that a view consists of.
struct Sheet {
  std::string title;  ///< of the section, the unit's name; empty: the whole network
  std::optional<model::SectionId> section = {};  ///< top-level
  std::optional<std::uint32_t> unit = {};        ///< unit number
  std::size_t part = 1, parts = 1;               ///< which of the sheets of the same section
};

/// The sheets of a view; at least one. `ego` has one a unit; `task-sheet` at least one a top-level
/// section, as many as its tasks need, and the same for tasks outside of any; `bipartite` one;
/// above 60 tasks or units an overview and one a section (several where it has more than 60 tasks);
/// above 400 tasks the overview. The others have one.
/// @param language  of the words in titles: "（续）", "未分章"; the sheets do not depend on it
std::vector<Sheet> sheets(View view, const graph::BipartiteGraph& graph,
                          Language language = Language::Zh);

/// A picture of the network.
///
/// Marks are found by id and class: task and unit number k (from 1, by place in the network) is
/// `g#n-t<k>.task` or `g#n-u<k>.unit.organ|group|person` with data-id `t<k>` or `u<k>`; an
/// assignment is `g#e-t<i>-u<j>.edge.lead|other`, with `ch<c>` for the c-th top-level section; a
/// pair of units `g#e-u<i>-u<j>.edge`, in `leads` from support to lead. Edges name their ends in
/// data-from and data-to. In `clusters`, cluster k is `g#n-c<k>.cluster`, and tasks that bridge two
/// of them `g#e-c<i>-c<j>.edge.bridge`.
///
/// Sheets for paper: `task-sheet` is A4 portrait, 595 × 842 pt; `ego` the same, or half of it (595
/// × 421) for a unit of few tasks. Their type is 8 pt or more.
///
/// Large networks: the overview of `bipartite` above 60 tasks shows sections (without sections the
/// 60 tasks with most units, above 400 tasks blocks of them), above 60 units the heaviest 60 and
/// one box for the rest. Unit networks above 300 units label the heaviest 40, above 3000 draw
/// clusters as nodes, `g#n-c<k>.cluster` (where clusters are not known, the heaviest 300 units);
/// many edges are thinned to the strong ones. `workload` and `matrix` show the first 40 units and a
/// row for the rest; `matrix` turns its headings above 12 sections, shows numbers only above 30 and
/// puts the smallest together above 60. `dendrogram` above 80 units shows each set of units as one
/// row, and the largest 80 of more sets. `clusters` draws the largest 30, 12 members each; `ego`
/// lists what fits on its sheet. The second line says what is left out. An empty network gives a
/// picture that says so.
///
/// `dendrogram` cuts its tree at 0.85, so that units of one set share on average at least 15 % of
/// the tasks that either has; where that leaves a single set, halfway between the last two heights.
/// @throws std::invalid_argument  when the clusters have another length than the graph has units, a
///         unit of the core is not there, merges are no tree with heights in [0, 1], a highlighted
///         unit or the sheet is not there, or the width is negative
/// @throws LimitError  from graph::each_pair()
/// Deterministic: equal bytes for equal fonts, from any thread. Safe to call from several threads;
/// layouts wait for each other.
/// Cost: O(tasks + units + assignments); unit networks also the layout, about 0.1 s for 35 units.
Picture draw(View view, const graph::BipartiteGraph& graph, const PictureOptions& options = {});

}  // namespace respnet::viz
