#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "respnet/extract/draft.hpp"
#include "respnet/extract/traced_text.hpp"
#include "respnet/extract/unit_table.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::extract {

/// Everything the reader was unsure of, as notes with line and task, in text order by kind.
///
/// Codes about clauses: open-list, group-first, inferred-roles, no-role-word, closing-sentence,
/// unclosed-bracket, long-clause, remark, person-label. About tasks: task-without-clause,
/// several-clauses, list-shares-clause. About the text: first-listed-leads. About units:
/// level-added, ending-added, same-body, with-and-without-level, unusual-name, hidden-characters.
class NoticeNotes {
 public:
  /// @param ids, unit_ids  of the drafts' tasks, and of the units, in the network
  NoticeNotes(const TracedText& text, const Drafts& drafts, const UnitTable& units,
              const std::vector<model::TaskId>& ids, const std::vector<model::UnitId>& unit_ids)
      : text_(text), drafts_(drafts), units_(units), ids_(ids), unit_ids_(unit_ids) {}

  void add_to(model::NetworkBuilder& builder) const;

 private:
  using Builder = model::NetworkBuilder;
  void add_remarks(Builder& builder) const;
  void add_task_notes(Builder& builder, std::size_t t) const;
  void add_clause_notes(Builder& builder, std::size_t t, const FoundClause& clause) const;
  void add_name_notes(Builder& builder, std::size_t t) const;
  void add_unit_notes(Builder& builder) const;
  void note(Builder& builder, std::string code, std::size_t t, std::uint32_t offset,
            std::string message, std::optional<model::UnitId> unit = std::nullopt) const;

  const TracedText& text_;
  const Drafts& drafts_;
  const UnitTable& units_;
  const std::vector<model::TaskId>& ids_;
  const std::vector<model::UnitId>& unit_ids_;
};

}  // namespace respnet::extract
