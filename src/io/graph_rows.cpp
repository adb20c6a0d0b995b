#include "io/graph_rows.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "io/role_words.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/table_layout.hpp"

namespace respnet::io {
namespace {

using model::Position;
using model::Role;

std::string_view in_words(Side side) { return side == Side::Task ? "task" : "unit"; }

// "3.1" for "3.1.2"; nothing for an id that is no path of headings.
std::string_view path_above(std::string_view id) {
  constexpr std::size_t longest = 64;
  const std::size_t dot = id.rfind('.');
  if (id.size() > longest || dot == id.npos || dot + 1 == id.size()) return {};
  return id.substr(0, dot);
}

// Ids that only number the nodes: n0, n1, … of igraph; those of Cytoscape, which shows a name and
// may have a title beside it.
bool only_counts(const GraphNode& node, std::size_t place) {
  const std::string_view id = node.id;
  if (id.starts_with('n') && id.substr(1) == std::to_string(place)) return true;
  const bool has_title =
      !node.fields[NodeField::Title].empty() || !node.fields[NodeField::Label].empty();
  return has_title && id.find_first_not_of("0123456789") == id.npos;
}

const std::string& first_of(const NodeFields& fields, std::initializer_list<NodeField> order) {
  for (const NodeField field : order)
    if (!fields[field].empty()) return fields[field];
  return fields[*std::prev(order.end())];
}

std::optional<Role> role_in(std::string_view value) {
  if (const auto found = role_of_word(value)) return found;
  if (const auto found = extract::role_of_letters(value)) return found;
  return extract::role_in_words(value);
}

}  // namespace

std::uint32_t IdTable::number(std::string_view id) {
  const auto found = table_.find(id);
  if (found != table_.end()) return *found;
  if (table_.size() >= std::numeric_limits<std::uint32_t>::max() - 1)
    throw LimitError("more than 4 billion nodes; split the input");
  const auto number = static_cast<std::uint32_t>(table_.size());
  texts_.set(number, id);
  table_.insert(number);
  return number;
}

GraphRows::GraphRows(const Document& document)
    : file_(document.file), source_(document.source), builder_(document.file) {}

void GraphRows::refuse(Position where, const std::string& message) const {
  throw InputError({file_, where.line, where.column}, message);
}

std::string GraphRows::at(Position where) const {
  return to_string({file_, where.line, where.column});
}

std::string GraphRows::quoted(std::uint32_t node) const {
  return "'" + printable(ids_[node]) + "'";
}

std::uint32_t GraphRows::node_number(std::string_view id) {
  const std::uint32_t number = ids_.number(id);
  if (number == nodes_.size()) nodes_.emplace_back();
  return number;
}

void GraphRows::refuse_sideless(const GraphNode& node) const {
  std::string message =
      "the node '" + printable(node.id) + "' does not say whether it is a task or a unit";
  for (const NodeField field : kSideFields)
    if (!node.fields[field].empty())
      message += ", its " + std::string(name(field)) + " '" + printable(node.fields[field]) +
                 "' being neither";
  refuse(node.where, message +
                         "; give each node an attribute 'kind' with task or unit, or 'bipartite' "
                         "with 0 for tasks and 1 for units");
}

Side GraphRows::side_of(const GraphNode& node) {
  std::optional<NodeField> first;
  Side side{};
  bool in_words = false;
  for (const NodeField field : kSideFields) {
    const auto told = side_told_by(node.fields[field]);
    if (!told) continue;
    if (first && told->side != side)
      refuse(node.where, "the node '" + printable(node.id) + "' is a " +
                             std::string(io::in_words(side)) + " by its " +
                             std::string(name(*first)) + " '" + printable(node.fields[*first]) +
                             "' and a " + std::string(io::in_words(told->side)) + " by its " +
                             std::string(name(field)) + " '" + printable(node.fields[field]) +
                             "'; correct one of them");
    if (!first) first = field;
    side = told->side;
    in_words |= told->in_words;
  }
  if (!first) refuse_sideless(node);
  if (!in_words && !side_by_number_) side_by_number_ = first;
  return side;
}

std::uint32_t GraphRows::number_in(const std::string& value, std::string_view field,
                                   Position where) const {
  if (is_missing_number(value)) return 0;
  if (const auto found = whole_number(value)) return *found;
  refuse(where, "the " + std::string(field) + " '" + printable(value) +
                    "' is no whole number; write 1, 2, 3 or leave it out");
}

model::SourceId GraphRows::source_of(const std::string& path) {
  const auto found = sources_.find(path);
  if (found != sources_.end()) return found->second;
  model::Source source = source_;
  if (!path.empty()) source = {.path = path};
  return sources_.emplace(path, builder_.add_source(std::move(source))).first->second;
}

model::SectionId GraphRows::section_of(std::string_view id, model::SourceId source) {
  if (const auto found = builder_.find_section(id)) return *found;
  std::optional<model::SectionId> parent;
  if (const std::string_view above = path_above(id); !above.empty())
    parent = section_of(above, source);
  return builder_.add_section({.id = std::string(id), .parent = parent, .source = source});
}

std::uint32_t GraphRows::add_task(const GraphNode& node, const std::string& id) {
  const NodeFields& fields = node.fields;
  model::TaskRow row;
  row.id = id;
  row.title =
      first_of(fields, {NodeField::Title, NodeField::Label, NodeField::Name, NodeField::Drawn});
  if (row.title == row.id) row.title.clear();  // written for people where there was no title
  row.source = source_of(fields[NodeField::SourceFile]);
  if (!fields[NodeField::Section].empty())
    row.section = section_of(fields[NodeField::Section], row.source);
  const std::uint32_t line = number_in(fields[NodeField::SourceLine], "source_line", node.where);
  row.lines = {line, line};
  row.deadline = fields[NodeField::Deadline];
  row.due = fields[NodeField::Due];
  if (!fields[NodeField::Clause].empty())
    row.clauses.push_back({fields[NodeField::Clause], {}, {}});
  return static_cast<std::uint32_t>(index(builder_.add_task(std::move(row), node.where)));
}

std::uint32_t GraphRows::add_unit(const GraphNode& node, const std::string& id) {
  const NodeFields& fields = node.fields;
  Unit unit{.id = id, .name = {}, .kind = model::UnitKind::Organ, .where = node.where};
  unit.name =
      first_of(fields, {NodeField::Label, NodeField::Name, NodeField::Title, NodeField::Drawn});
  if (unit.name.empty()) unit.name = id;
  units_have_ids_ |= unit.name != unit.id || !fields[NodeField::Ref].empty();
  if (const std::string& kind = fields[NodeField::UnitKind]; !kind.empty()) {
    const auto found = model::unit_kind_named(kind);
    if (!found)
      refuse(node.where, "unknown unit_kind '" + printable(kind) +
                             "'; choose from organ, group, person or leave it out");
    unit.kind = *found;
  }
  units_.push_back(std::move(unit));
  return static_cast<std::uint32_t>(units_.size() - 1);
}

const std::string& GraphRows::id_of(const GraphNode& node) const {
  if (!node.fields[NodeField::Ref].empty()) return node.fields[NodeField::Ref];
  const std::string& called = node.fields[NodeField::Name];
  const bool better = !called.empty() && only_counts(node, node_count_);
  return better && !builder_.find_task(called) ? called : node.id;
}

void GraphRows::add_node(const GraphNode& node) {
  const std::uint32_t number = node_number(node.id);
  if (nodes_[number].side)
    refuse(node.where, "duplicate node id " + quoted(number) + ", first seen at " +
                           at(nodes_[number].where) + "; give each node an id of its own");
  const Side side = side_of(node);
  const std::string& id = id_of(node);
  ++node_count_;
  nodes_[number].where = node.where;
  nodes_[number].side = side;
  nodes_[number].place = side == Side::Task ? add_task(node, id) : add_unit(node, id);
}

std::optional<Role> GraphRows::role_of(const GraphEdge& edge) const {
  for (const EdgeField field : kRoleFields) {
    const std::string_view value = trimmed(edge.fields[field]);
    if (value.empty()) continue;
    if (const auto found = role_in(value)) return found;
    if (field == EdgeField::Role)
      refuse(edge.where, "unknown role '" + printable(value) + "'" + role_choices(value));
  }
  return std::nullopt;
}

void GraphRows::add_edge(const GraphEdge& edge) {
  const auto role = role_of(edge);
  if (!role) ++without_role_;
  Edge row{.source = node_number(edge.source),
           .target = node_number(edge.target),
           .where = edge.where,
           .order = number_in(edge.fields[EdgeField::Order], "order", edge.where),
           .line = number_in(edge.fields[EdgeField::SourceLine], "source_line", edge.where),
           .role = role.value_or(Role::Responsible),
           .is_explicit = role.has_value()};
  if (const std::string& stated = edge.fields[EdgeField::Explicit]; role && !stated.empty()) {
    const auto found = truth(stated);
    if (!found)
      refuse(edge.where, "explicit '" + printable(stated) +
                             "' is neither true nor false; correct it or leave it out");
    row.is_explicit = *found;
  }
  nodes_[row.source].has_edge = nodes_[row.target].has_edge = true;
  as_written_.set(edges_.size(), edge.fields[EdgeField::AsWritten]);
  edges_.push_back(row);
}

void GraphRows::check_ends(const Edge& edge) const {
  for (const std::uint32_t end : {edge.source, edge.target}) {
    if (nodes_[end].side) continue;
    constexpr std::size_t most = 10000;  // a suggestion is a courtesy, not a search
    std::vector<std::string_view> known;
    for (std::uint32_t i = 0; i < std::min(nodes_.size(), most); ++i)
      if (nodes_[i].side) known.push_back(ids_[i]);
    const std::string nearest = did_you_mean(ids_[end], known);
    refuse(edge.where, "an edge to a node " + quoted(end) + " that is not there" +
                           (nearest.empty() ? "; add the node or correct the edge" : nearest));
  }
  const Side side = *nodes_[edge.source].side;
  if (side != *nodes_[edge.target].side) return;
  refuse(edge.where, "the edge joins two " + std::string(in_words(side)) + "s, " +
                         quoted(edge.source) + " (" + at(nodes_[edge.source].where) + ") and " +
                         quoted(edge.target) + " (" + at(nodes_[edge.target].where) +
                         "); an edge must join a task and a unit");
}

void GraphRows::place_units() {
  for (Unit& unit : units_)
    builder_.add_unit({.id = units_have_ids_ ? std::move(unit.id) : std::string(),
                       .name = std::move(unit.name),
                       .kind = unit.kind},
                      unit.where);
}

void GraphRows::place_edges() {
  for (std::size_t i = 0; i < edges_.size(); ++i) {
    const Edge& edge = edges_[i];
    check_ends(edge);
    const bool from_task = nodes_[edge.source].side == Side::Task;
    const Node& task = nodes_[from_task ? edge.source : edge.target];
    const Node& unit = nodes_[from_task ? edge.target : edge.source];
    builder_.add_assignment(static_cast<model::TaskId>(task.place),
                            static_cast<model::UnitId>(unit.place), edge.role, edge.order,
                            {.is_explicit = edge.is_explicit,
                             .line = edge.line,
                             .as_written = std::string(as_written_[i]),
                             .offices = {}});
  }
}

void GraphRows::add_notes() {
  const auto note = [this](std::size_t count, std::string code, const std::string& what) {
    if (count > 0)
      builder_.add_note({std::move(code), std::nullopt, 0, std::to_string(count) + what});
  };
  if (side_by_number_)
    builder_.add_note({"sides-by-number", std::nullopt, 0,
                       "'" + std::string(name(*side_by_number_)) +
                           "' alone tells tasks from units: 0 and false were taken for tasks, 1 "
                           "and true for units"});
  note(without_role_, "missing-role", " edges name no role; their units were taken as responsible");
  const auto lone = [this](Side side) {
    return static_cast<std::size_t>(std::ranges::count_if(
        nodes_, [&](const Node& node) { return node.side == side && !node.has_edge; }));
  };
  note(lone(Side::Task), "task-without-unit", " tasks have no edge; kept as they are");
  note(lone(Side::Unit), "unit-without-task", " units have no edge; kept as they are");
}

model::Network GraphRows::network() && {
  if (node_count_ == 0) refuse({1, 0}, "the graph has no nodes; check how it was made");
  if (sources_.empty()) source_of({});
  place_units();
  place_edges();
  add_notes();
  return std::move(builder_).build();
}

}  // namespace respnet::io
