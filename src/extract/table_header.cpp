#include "extract/table_header.hpp"

#include <string>

#include "respnet/base/text.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/model/doubt.hpp"

namespace respnet::extract {
namespace {

constexpr std::size_t kWidestName = 80;  // characters, of a column in a message

}  // namespace

std::vector<TableDoubt> header_doubts(std::string_view text, const TableLayout& layout) {
  std::vector<TableDoubt> doubts;
  std::vector<std::string> ignored;
  std::uint32_t first_ignored = 0;
  for (std::size_t c = 0; c < layout.heads.size(); ++c) {
    const std::string_view name = prefix(stripped(layout.heads[c].of(text)), kWidestName);
    const Column& column = layout.columns[c];
    const std::uint32_t at = layout.heads[c].begin;
    if (column.kind == ColumnKind::Ignored && !name.empty()) {
      if (ignored.empty()) first_ignored = at;
      ignored.emplace_back(name);
    }
    if (column.kind == ColumnKind::Persons)
      doubts.push_back({"person-column", {}, at, {model::quoted(name)}});
    if (column.several_roles) doubts.push_back({"several-roles", {}, at, {model::quoted(name)}});
  }
  if (!ignored.empty())
    doubts.push_back({"ignored-column", {}, first_ignored, {model::quoted(ignored)}});
  return doubts;
}

}  // namespace respnet::extract
