#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/json_cutter.hpp"
#include "respnet/model/columns.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::io {

/// All of a network file but its assignments, into a builder; see plain_json.hpp. Functions return
/// false where the other reader is to look.
class PlainNetwork {
 public:
  PlainNetwork(model::NetworkBuilder& builder, std::string_view text)
      : builder_(builder), text_(text), cut_(text) {}

  /// Up to the assignments. @throws InputError  for an id that comes twice
  bool read_head();
  /// From behind them to the end. @pre the assignments were taken by the builder
  bool read_notes(std::string_view text);

  /// How far it was read.
  std::size_t offset() const { return cut_.offset(); }
  const model::TextColumn& task_ids() const { return task_ids_; }
  const model::ValueColumn<std::uint32_t>& clause_counts() const { return clause_counts_; }

 private:
  bool key(const auto& before_value) { return cut_.literal(before_value); }
  bool read_source();
  bool read_section();
  bool read_task();
  bool read_unit();
  bool read_note();
  bool set_members();

  bool text(std::string& value) {
    std::string_view found;
    if (!cut_.text_or_null(found)) return false;
    value = found;
    return true;
  }
  bool texts(std::vector<std::string>& values) {
    return cut_.list([&] {
      std::string_view found;
      if (!cut_.text(found)) return false;
      values.emplace_back(found);
      return true;
    });
  }
  bool lines(model::LineRange& lines) {
    std::uint64_t first = lines.first, last = lines.last;
    if (!cut_.range_or_null(first, last, std::numeric_limits<std::uint32_t>::max())) return false;
    lines = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
    return true;
  }
  bool source(model::SourceId& source);
  bool section(std::optional<model::SectionId>& section);
  bool clause(std::vector<model::Clause>& clauses);
  bool target(std::vector<model::Target>& targets);
  void begin_row();

  model::NetworkBuilder& builder_;
  std::string_view text_;
  std::size_t dropped_ = 0;  // bytes that need not be in memory any more
  JsonCutter cut_;
  std::map<std::string, model::SourceId, std::less<>> sources_;
  model::TextColumn task_ids_;
  model::ValueColumn<std::uint32_t> clause_counts_;
  std::vector<std::pair<model::UnitId, std::vector<std::string>>> members_;
};

}  // namespace respnet::io
