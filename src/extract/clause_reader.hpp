#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "respnet/extract/clause.hpp"
#include "respnet/model/role.hpp"

namespace respnet::extract {

/// What stands behind a label. Bare is 牵头： without 单位, clear only inside brackets.
enum class LabelKind { None, Units, Bare, Persons, Contact, Deadline };

/// What the grammar tells while it reads a clause from left to right: names wait until a verb, the
/// next label or the end gives them their role.
struct ClauseReader {
  std::string_view text;                ///< the whole clause
  std::vector<std::uint32_t> closings;  ///< its bracket pairs
  bool ranks = false;                   ///< speaks of a first place somewhere
  bool appoints = false;                ///< holds 为 or 是 somewhere
  ClauseReading reading;
  LabelKind label = LabelKind::None;
  model::Role label_role = model::Role::Responsible;
  std::vector<NamedPart> pending;                    ///< names without a role so far
  std::size_t joined_from = std::string_view::npos;  ///< index in `pending` behind 会同
  Range subject;                                     ///< 甲局 of 甲局为牵头单位
  std::vector<NamedPart> appointed;                  ///< such units, behind those listed

  Range range(const char* begin, const char* end) const {
    return {static_cast<std::uint32_t>(begin - text.data()),
            static_cast<std::uint32_t>(end - text.data())};
  }
  void name(Range found);
  void appoint(model::Role role);
  void join();
  void verb(model::Role role);
  void due(Range by_date);
  void start_label(LabelKind kind, model::Role role);
  void finish();

 private:
  void flush(model::Role role, bool is_explicit);
};

/// What a label names, and the role it gives.
LabelKind kind_of_label(std::string_view label);
model::Role role_of_label(std::string_view label);

/// The role a verb phrase gives: lead anywhere in it (负责牵头), else the first word decides
/// (配合落实).
model::Role role_of_verb(std::string_view phrase);

/// Whether a remark on the first unit says what the others do: 其他为配合单位.
bool others_support(std::string_view remark);

}  // namespace respnet::extract
