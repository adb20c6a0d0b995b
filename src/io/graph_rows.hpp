#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tsl/robin_set.h>

#include "io/graph_fields.hpp"
#include "respnet/io/formats.hpp"
#include "respnet/model/columns.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::io {

struct GraphNode {
  std::string id;  ///< what edges call it
  NodeFields fields;
  model::Position where;
};

struct GraphEdge {
  std::string source, target;  ///< ids of nodes, in either direction
  EdgeFields fields;
  model::Position where;
};

/// Texts numbered from 0 in the order in which they came.
class IdTable {
 public:
  IdTable() = default;
  IdTable(const IdTable&) = delete;
  IdTable& operator=(const IdTable&) = delete;

  /// The number of an id, a new one if it was not there.
  std::uint32_t number(std::string_view id);
  std::string_view operator[](std::uint32_t number) const { return texts_[number]; }

 private:
  struct Hash {
    using is_transparent = void;
    const model::TextColumn* texts;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
    std::size_t operator()(std::uint32_t id) const { return (*this)((*texts)[id]); }
  };
  struct Equal {
    using is_transparent = void;
    const model::TextColumn* texts;
    bool operator()(std::uint32_t a, std::uint32_t b) const { return a == b; }
    bool operator()(std::uint32_t id, std::string_view text) const { return (*texts)[id] == text; }
    bool operator()(std::string_view text, std::uint32_t id) const { return (*texts)[id] == text; }
  };

  model::TextColumn texts_;
  tsl::robin_set<std::uint32_t, Hash, Equal, std::allocator<std::uint32_t>, true> table_{
      0, Hash{&texts_}, Equal{&texts_}};
};

/// Nodes and edges of somebody's graph become a network.
///
/// A node's side is what `kind`, `type`, `bipartite` and `mode` say; values that tell no side do
/// not count, and those that do must agree. A task's id is `ref`, else the node's id, and its title
/// `title`, `label` or `name`. A unit's name is `label` or `name`, else its id. Ids that only
/// number the nodes (n0, n1, … of igraph; numbers, beside both a name and a title) give way to
/// `name`. An edge's role is `role`, else what `kind`, `label`, `interaction` or a drawing name;
/// without one the unit is responsible, not explicitly, and a note `missing-role` says so.
/// Direction and weight do not count.
/// Nodes and edges may come in any order. Cost: O(bytes) time; about 40 bytes an edge.
class GraphRows {
 public:
  explicit GraphRows(const Document& document);

  void set_title(std::string title) { builder_.set_title(std::move(title)); }
  void add_node(const GraphNode& node);
  void add_edge(const GraphEdge& edge);
  void add_note(model::Note note) { builder_.add_note(std::move(note)); }

  /// @throws InputError  with both places for an id given twice, for attributes that contradict
  ///                     each other, and for an edge within one side; for an edge to a node that is
  ///                     not there, an unknown role, and no node at all
  model::Network network() &&;

 private:
  struct Node {
    model::Position where;
    std::optional<Side> side;  // none: only edges named it so far
    std::uint32_t place = 0;   // among the tasks, or among units_
    bool has_edge = false;
  };
  struct Unit {
    std::string id, name;
    model::UnitKind kind{};
    model::Position where;
  };
  struct Edge {
    std::uint32_t source = 0, target = 0;
    model::Position where;
    std::uint32_t order = 0, line = 0;
    model::Role role{};
    bool is_explicit = true;
  };

  [[noreturn]] void refuse(model::Position where, const std::string& message) const;
  std::string at(model::Position where) const;
  std::string quoted(std::uint32_t node) const;

  const std::string& id_of(const GraphNode& node) const;
  Side side_of(const GraphNode& node);
  [[noreturn]] void refuse_sideless(const GraphNode& node) const;
  std::uint32_t number_in(const std::string& value, std::string_view field,
                          model::Position where) const;
  std::uint32_t add_task(const GraphNode& node, const std::string& id);
  std::uint32_t add_unit(const GraphNode& node, const std::string& id);
  model::SourceId source_of(const std::string& path);
  model::SectionId section_of(std::string_view id, model::SourceId source);
  std::uint32_t node_number(std::string_view id);
  std::optional<model::Role> role_of(const GraphEdge& edge) const;

  void check_ends(const Edge& edge) const;
  void place_units();
  void place_edges();
  void add_notes();

  std::string file_;
  model::Source source_;
  model::NetworkBuilder builder_;
  std::map<std::string, model::SourceId, std::less<>> sources_;
  IdTable ids_;
  std::vector<Node> nodes_;  // by number of the id
  std::vector<Unit> units_;
  std::vector<Edge> edges_;
  model::TextColumn as_written_;  // by edge
  std::size_t node_count_ = 0;
  std::size_t without_role_ = 0;
  std::optional<NodeField> side_by_number_;
  bool units_have_ids_ = false;
};

}  // namespace respnet::io
