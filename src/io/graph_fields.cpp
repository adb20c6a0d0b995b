#include "io/graph_fields.hpp"

#include <charconv>
#include <limits>
#include <span>

#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

template <typename Field>
struct FieldName {
  std::string_view text;
  Field field;
};

// The names of our own files first: they are the ones in messages.
constexpr std::array kNodeNames{
    FieldName<NodeField>{"kind", NodeField::Kind},
    FieldName<NodeField>{"type", NodeField::Type},
    FieldName<NodeField>{"bipartite", NodeField::Bipartite},
    FieldName<NodeField>{"mode", NodeField::Mode},
    FieldName<NodeField>{"ref", NodeField::Ref},
    FieldName<NodeField>{"title", NodeField::Title},
    FieldName<NodeField>{"label", NodeField::Label},
    FieldName<NodeField>{"name", NodeField::Name},
    FieldName<NodeField>{"unit_kind", NodeField::UnitKind},
    FieldName<NodeField>{"section", NodeField::Section},
    FieldName<NodeField>{"deadline", NodeField::Deadline},
    FieldName<NodeField>{"due", NodeField::Due},
    FieldName<NodeField>{"clause", NodeField::Clause},
    FieldName<NodeField>{"source_file", NodeField::SourceFile},
    FieldName<NodeField>{"source_line", NodeField::SourceLine},
    FieldName<NodeField>{"类型", NodeField::Kind},
    FieldName<NodeField>{"类别", NodeField::Kind},
    FieldName<NodeField>{"标题", NodeField::Title},
    FieldName<NodeField>{"标签", NodeField::Label},
    FieldName<NodeField>{"名称", NodeField::Name},
    FieldName<NodeField>{"完成时限", NodeField::Deadline},
};
constexpr std::array kEdgeNames{
    FieldName<EdgeField>{"role", EdgeField::Role},
    FieldName<EdgeField>{"kind", EdgeField::Kind},
    FieldName<EdgeField>{"label", EdgeField::Label},
    FieldName<EdgeField>{"interaction", EdgeField::Interaction},
    FieldName<EdgeField>{"explicit", EdgeField::Explicit},
    FieldName<EdgeField>{"order", EdgeField::Order},
    FieldName<EdgeField>{"source_line", EdgeField::SourceLine},
    FieldName<EdgeField>{"as_written", EdgeField::AsWritten},
    FieldName<EdgeField>{"角色", EdgeField::Role},
    FieldName<EdgeField>{"顺序", EdgeField::Order},
    FieldName<EdgeField>{"标签", EdgeField::Label},
};

template <typename Field>
std::optional<Field> field_of(std::string_view name, std::span<const FieldName<Field>> names) {
  for (const auto& known : names)
    if (equal_but_for_case(known.text, trimmed(name))) return known.field;
  return std::nullopt;
}

template <typename Field>
std::string_view first_name(Field field, std::span<const FieldName<Field>> names) {
  for (const auto& known : names)
    if (known.field == field) return known.text;
  return "label";  // Drawn
}

struct SideWord {
  std::string_view text;
  Side side;
};

constexpr std::array kSideWords{
    SideWord{"task", Side::Task},         SideWord{"tasks", Side::Task},
    SideWord{"event", Side::Task},        SideWord{"events", Side::Task},
    SideWord{"activity", Side::Task},     SideWord{"任务", Side::Task},
    SideWord{"事项", Side::Task},         SideWord{"unit", Side::Unit},
    SideWord{"units", Side::Unit},        SideWord{"actor", Side::Unit},
    SideWord{"actors", Side::Unit},       SideWord{"organ", Side::Unit},
    SideWord{"organization", Side::Unit}, SideWord{"organisation", Side::Unit},
    SideWord{"department", Side::Unit},   SideWord{"agency", Side::Unit},
    SideWord{"单位", Side::Unit},         SideWord{"部门", Side::Unit},
    SideWord{"责任单位", Side::Unit},
};

std::optional<double> number_in(std::string_view value) {
  value = trimmed(value);
  double result = 0;
  const char* const end = value.data() + value.size();
  const auto [behind, error] = std::from_chars(value.data(), end, result);
  if (error != std::errc{} || behind != end) return std::nullopt;
  return result;
}

}  // namespace

std::optional<NodeField> node_field(std::string_view name) {
  return field_of<NodeField>(name, kNodeNames);
}
std::optional<EdgeField> edge_field(std::string_view name) {
  return field_of<EdgeField>(name, kEdgeNames);
}
std::string_view name(NodeField field) { return first_name<NodeField>(field, kNodeNames); }
std::string_view name(EdgeField field) { return first_name<EdgeField>(field, kEdgeNames); }

std::optional<StatedSide> side_told_by(std::string_view value) {
  for (const SideWord& word : kSideWords)
    if (equal_but_for_case(word.text, trimmed(value))) return StatedSide{word.side, true};
  if (const auto is_unit = truth(value)) return StatedSide{*is_unit ? Side::Unit : Side::Task};
  return std::nullopt;
}

std::optional<std::uint32_t> whole_number(std::string_view value) {
  const auto found = number_in(value);
  constexpr double most = std::numeric_limits<std::uint32_t>::max();
  if (!found || !(*found >= 0 && *found <= most)) return std::nullopt;
  const auto whole = static_cast<std::uint32_t>(*found);
  if (static_cast<double>(whole) != *found) return std::nullopt;
  return whole;
}

bool is_missing_number(std::string_view value) {
  return trimmed(value).empty() || equal_but_for_case(trimmed(value), "nan");
}

std::optional<bool> truth(std::string_view value) {
  if (equal_but_for_case(trimmed(value), "true")) return true;
  if (equal_but_for_case(trimmed(value), "false")) return false;
  const auto found = whole_number(value);
  if (!found || *found > 1) return std::nullopt;
  return *found == 1;
}

}  // namespace respnet::io
