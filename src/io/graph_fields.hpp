#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace respnet::io {

/// What attributes of a node mean to us, whatever they are called in the file. The first four tell
/// its side and come in the order in which they are trusted.
enum class NodeField : std::uint8_t {
  Kind,
  Type,
  Bipartite,
  Mode,
  Ref,
  Title,
  Label,
  Name,
  Drawn,  ///< the words in a drawing; no attribute is called so
  UnitKind,
  Section,
  Deadline,
  Due,
  Clause,
  SourceFile,
  SourceLine
};
inline constexpr std::size_t kNodeFields = 16;
inline constexpr std::array kSideFields{NodeField::Kind, NodeField::Type, NodeField::Bipartite,
                                        NodeField::Mode};

/// The same of an edge. The first five may tell its role, in the order in which they are trusted.
enum class EdgeField : std::uint8_t {
  Role,
  Kind,
  Label,
  Interaction,
  Drawn,
  Explicit,
  Order,
  SourceLine,
  AsWritten
};
inline constexpr std::size_t kEdgeFields = 9;
inline constexpr std::array kRoleFields{EdgeField::Role, EdgeField::Kind, EdgeField::Label,
                                        EdgeField::Interaction, EdgeField::Drawn};

/// The field that an attribute of this name fills, in English or Chinese and in any case.
std::optional<NodeField> node_field(std::string_view name);
std::optional<EdgeField> edge_field(std::string_view name);
/// The first name of a field, for messages.
std::string_view name(NodeField field);
std::string_view name(EdgeField field);

/// The values of one node or edge; "" is as good as absent (igraph writes it so).
template <typename Field, std::size_t count>
class GraphFields {
 public:
  const std::string& operator[](Field field) const { return values_[at(field)]; }
  /// False, and nothing done, when the field has another value already.
  bool put(Field field, std::string_view value) {
    std::string& held = values_[at(field)];
    if (held.empty()) held = value;
    return held == value || value.empty();
  }
  /// Takes what is still missing from `defaults`.
  void fill(const GraphFields& defaults) {
    for (std::size_t i = 0; i < count; ++i)
      if (values_[i].empty()) values_[i] = defaults.values_[i];
  }
  void clear() {
    for (std::string& value : values_) value.clear();
  }

 private:
  static std::size_t at(Field field) { return static_cast<std::size_t>(field); }
  std::array<std::string, count> values_;
};
using NodeFields = GraphFields<NodeField, kNodeFields>;
using EdgeFields = GraphFields<EdgeField, kEdgeFields>;

enum class Side : std::uint8_t { Task, Unit };

struct StatedSide {
  Side side{};
  bool in_words = false;  ///< not just 0 and 1, or false and true
};

/// The side that a value tells: task or unit, event or actor, 任务 or 单位; 0 and false are tasks,
/// 1 and true units. Empty for any other value.
std::optional<StatedSide> side_told_by(std::string_view value);

/// The number that an attribute holds: "12", and "12.0" of programs that know no whole numbers.
/// Empty when it is no whole number of 32 bits.
std::optional<std::uint32_t> whole_number(std::string_view value);
/// "", and "NaN" of igraph: no number at all.
bool is_missing_number(std::string_view value);

/// "true" or "1", "false" or "0".
std::optional<bool> truth(std::string_view value);

}  // namespace respnet::io
