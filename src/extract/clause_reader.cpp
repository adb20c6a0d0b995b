#include "extract/clause_reader.hpp"

#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/unit_list.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {

using model::Role;

LabelKind kind_of_label(std::string_view text) {
  return kLabelHeads.inside(text)         ? LabelKind::Units
         : kPersonHeads.at_end(text) != 0 ? LabelKind::Persons
                                          : LabelKind::Bare;
}

Role role_of_verb(std::string_view phrase) {
  if (kLeadVerbs.inside(phrase)) return Role::Lead;
  for (std::size_t i = 0; i < phrase.size(); i += glyph_at(phrase, i).size) {
    const std::string_view rest = phrase.substr(i);
    if (kSupportVerbs.at_start(rest) != 0) return Role::Support;
    if (kOversightVerbs.at_start(rest) != 0) return Role::Oversight;
    if (kResponsibleVerbs.at_start(rest) != 0) return Role::Responsible;
  }
  return Role::Responsible;
}

Role role_of_label(std::string_view label) {
  if (kLeadStems.inside(label)) return Role::Lead;
  if (kSupportStems.inside(label)) return Role::Support;
  if (kOversightStems.inside(label)) return Role::Oversight;
  return Role::Responsible;
}

bool others_support(std::string_view remark) {
  for (const std::string_view others : kOthers)
    if (const std::size_t at = remark.find(others); at != std::string_view::npos)
      return kSupportStems.inside(remark.substr(at));
  return false;
}

void ClauseReader::name(Range found) {
  const std::string_view words = stripped(found.of(text));
  if (words.empty()) return;
  found = range(words.data(), words.data() + words.size());
  if (label == LabelKind::Persons) {
    reading.persons.push_back(found);
  } else if (label == LabelKind::Contact) {
    // Whom to ask does not say who does it.
  } else if (label == LabelKind::Deadline) {
    if (reading.deadline.empty()) reading.deadline.begin = found.begin;
    reading.deadline.end = found.end;
  } else {
    pending.push_back({found, Role::Responsible, true});
  }
}

// 其中甲局为牵头单位 gives a unit its role; what is said of many is a remark (各乡镇均为责任单位).
void ClauseReader::appoint(Role role) {
  subject = narrowed(text, subject);
  const std::string_view name = subject.of(text);
  if (is_group(name) || !looks_like_unit(name)) {
    reading.other_remark = true;
    return;
  }
  appointed.push_back({subject, role, true});
}

void ClauseReader::join() {
  reading.joint = true;
  if (joined_from == std::string_view::npos) joined_from = pending.size();
}

void ClauseReader::flush(Role role, bool is_explicit) {
  for (std::size_t i = 0; i < pending.size(); ++i) {
    NamedPart part = pending[i];
    part.role = role;
    part.is_explicit = is_explicit;
    if (joined_from != std::string_view::npos) {
      part.role = i < joined_from ? Role::Lead : Role::Support;
      part.is_explicit = false;
    }
    reading.parts.push_back(part);
  }
  pending.clear();
  joined_from = std::string_view::npos;
}

void ClauseReader::verb(Role role) {
  if (label == LabelKind::Persons || label == LabelKind::Contact || label == LabelKind::Deadline)
    return;
  if (!pending.empty()) reading.has_verb = true;
  if (pending.empty() && joined_from != std::string_view::npos) return;
  flush(role, true);
}

// 甲局于10月底前完成: until when, and that the names before it do it.
void ClauseReader::due(Range by_date) {
  const std::string_view words = by_date.of(text);
  const std::size_t preposition = kTimePrepositions.at_start(words);
  if (reading.deadline.empty())
    reading.deadline =
        narrowed(text, {by_date.begin + static_cast<std::uint32_t>(preposition), by_date.end});
  if (!pending.empty() && label == LabelKind::None && kFinishingWords.inside(words))
    verb(Role::Responsible);
}

void ClauseReader::start_label(LabelKind kind, Role role) {
  finish();
  label = kind;
  label_role = role;
  reading.labelled |= kind == LabelKind::Units || kind == LabelKind::Bare;
}

void ClauseReader::finish() {
  const bool stated = label == LabelKind::Units || label == LabelKind::Bare;
  flush(stated ? label_role : Role::Responsible, stated);
  reading.parts.insert(reading.parts.end(), appointed.begin(), appointed.end());
  appointed.clear();
}

}  // namespace respnet::extract
