#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "io/graph_fields.hpp"
#include "io/xml_reader.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {

/// The attributes that a GraphML or GEXF file declares for nodes, or for edges: which of our fields
/// each one fills.
template <typename Field, std::size_t count>
class GraphKeys {
 public:
  using Fields = GraphFields<Field, count>;

  /// @param field  empty: declared, but nothing to us
  void declare(std::string id, std::optional<Field> field, std::string_view preset) {
    if (field && !preset.empty()) presets_.put(*field, preset);
    keys_.insert_or_assign(std::move(id), field);
  }
  /// @throws InputError  when no such key was declared before
  std::optional<Field> field(std::string_view id, const XmlReader& xml) const {
    const auto found = keys_.find(id);
    if (found != keys_.end()) return found->second;
    xml.refuse("the attribute '" + printable(id) +
               "' was not declared; declare it before the nodes and edges");
  }
  const Fields& presets() const { return presets_; }

 private:
  std::map<std::string, std::optional<Field>, std::less<>> keys_;
  Fields presets_;
};
using NodeKeys = GraphKeys<NodeField, kNodeFields>;
using EdgeKeys = GraphKeys<EdgeField, kEdgeFields>;

/// Sets a field; refuses a second, other value.
template <typename Fields, typename Field>
void put_once(Fields& fields, Field field, std::string_view value, const XmlReader& xml) {
  if (!fields.put(field, value))
    xml.refuse("two values for '" + std::string(name(field)) + "', '" + printable(fields[field]) +
               "' and '" + printable(value) + "'; keep one");
}

/// An attribute of an element that must be there.
inline std::string needed(const XmlReader& xml, const char* attribute) {
  auto value = xml.attribute(attribute);
  if (value && !value->empty()) return *std::move(value);
  xml.refuse("<" + std::string(xml.name()) + "> without '" + attribute + "'; add it");
}

}  // namespace respnet::io
