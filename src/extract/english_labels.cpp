#include "respnet/extract/english_labels.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "respnet/extract/english_names.hpp"
#include "respnet/extract/english_words.hpp"
#include "respnet/extract/glyphs.hpp"

namespace respnet::extract {
namespace {

using model::Role;

constexpr std::size_t kLongestLabel = 60;  // bytes
constexpr std::size_t kMostWords = 7;

std::optional<Role> role_of_word(std::string_view word) {
  if (kLeadTitles.is(word)) return Role::Lead;
  if (kResponsibleTitles.is(word)) return Role::Responsible;
  if (kSupportTitles.is(word)) return Role::Support;
  if (kInformedTitles.is(word)) return Role::Informed;
  if (kOversightTitles.is(word)) return Role::Oversight;
  return std::nullopt;
}

// What one word says about a column.
std::optional<Column> meaning_of_word(std::string_view word) {
  if (const auto role = role_of_word(word)) return Column{ColumnKind::Units, *role};
  if (kPersonTitles.is(word)) return Column{ColumnKind::Persons};
  if (kNumberHeads.is(word)) return Column{ColumnKind::Number};
  if (kDeadlineTitles.is(word)) return Column{ColumnKind::Deadline};
  if (kSectionTitles.is(word)) return Column{ColumnKind::Section};
  if (kTaskTitles.is(word)) return Column{ColumnKind::Task};
  if (kDetailTitles.is(word)) return Column{ColumnKind::Detail};
  return std::nullopt;
}

// Words of a header; "lead/support" and "co-lead" are two each.
std::vector<std::string> header_words(std::string_view header) {
  std::vector<std::string> words;
  for (const std::string& joined : words_of(header))
    for (std::size_t begin = 0; begin < joined.size();) {
      const std::size_t end = std::min(joined.find_first_of("/-&", begin), joined.size());
      if (end > begin) words.push_back(joined.substr(begin, end - begin));
      begin = end + 1;
    }
  return words;
}

// Lead and support, lead/support: two roles side by side.
bool joins_roles(std::string_view header) {
  return header.find('/') != std::string_view::npos || header.find('&') != std::string_view::npos ||
         header.find(" and ") != std::string_view::npos ||
         header.find(',') != std::string_view::npos;
}

// Of role words, the first; leading outweighs the rest ("Responsible lead").
Column column_of_roles(const std::vector<Role>& roles, std::string_view header) {
  Column column{ColumnKind::Units, roles.front()};
  const bool differ = std::ranges::any_of(roles, [&](Role role) { return role != roles.front(); });
  if (!differ) return column;
  if (joins_roles(header)) return {ColumnKind::Units, Role::Responsible, true};
  if (std::ranges::find(roles, Role::Lead) != roles.end()) column.role = Role::Lead;
  return column;
}

std::optional<Column> column_of_words(const std::vector<std::string>& words,
                                      std::string_view header) {
  std::optional<Column> column;
  std::vector<Role> roles;
  bool starts = false;
  for (const std::string& word : words) {
    if (const auto meaning = meaning_of_word(word)) column = meaning;
    if (const auto role = role_of_word(word)) roles.push_back(*role);
    starts |= kStartTitles.is(word);
  }
  if (!column || (starts && column->kind == ColumnKind::Deadline)) return std::nullopt;
  if (column->kind == ColumnKind::Units) return column_of_roles(roles, header);
  if (column->kind == ColumnKind::Persons && !roles.empty()) column->role = roles.front();
  return column;
}

bool is_label_word(const std::string& word) {
  return kLabelFillers.is(word) || meaning_of_word(word).has_value();
}

// Bytes of the colon or dash that ends a label at `at`, with the blanks behind; 0 if there is none.
std::size_t label_end(std::string_view text, std::size_t at) {
  std::size_t size = 0;
  for (const std::string_view mark : {":", "：", " – ", " — ", " - ", "\t"})
    if (text.substr(at).starts_with(mark)) size = mark.size();
  if (size == 0) return 0;
  while (at + size < text.size() && (text[at + size] == ' ' || text[at + size] == '\t')) ++size;
  return size;
}

// "Action:", "Initiative title:", "Task number:": a line that begins an item.
bool names_item(const std::vector<std::string>& words) {
  if (words.size() > 2 || !kItemLabels.is(words.front())) return false;
  return words.size() == 1 || kItemLabelTails.is(words.back());
}
ColumnKind item_kind(const std::vector<std::string>& words) {
  return kNumberHeads.is(words.back()) ? ColumnKind::Number : ColumnKind::Task;
}

std::optional<EnglishLabel> spoken_label(std::string_view text) {
  const std::string head = lower_case(text.substr(0, 24));
  const std::size_t size = kSpokenLabels.at_start(head);
  if (size == 0) return std::nullopt;
  const auto column = column_of_words(header_words(head.substr(0, size)), {});
  if (column && column->kind == ColumnKind::Units) return EnglishLabel{*column, size};
  return EnglishLabel{{ColumnKind::Units, Role::Responsible}, size};
}

}  // namespace

std::optional<Column> english_column(std::string_view header) {
  header = stripped(header);
  const std::string lower = lower_case(header);
  if (lower == "who" || lower == "by whom" || lower == "who?")
    return Column{ColumnKind::Units, Role::Responsible};
  if (lower == "by") return Column{ColumnKind::Deadline};
  if (lower == "what" || lower == "what?") return Column{ColumnKind::Task};
  const std::vector<std::string> words = header_words(lower);
  if (const auto column = column_of_words(words, lower)) return column;
  // "Other departments" beside the ones in the lead
  if (words.size() > 1 && words.front() == "other" && kBodiesInPlural.is(words.back()))
    return Column{ColumnKind::Units, Role::Support};
  return std::nullopt;
}

bool heads_bodies(std::string_view header) {
  const std::vector<std::string> words = header_words(lower_case(stripped(header)));
  constexpr std::size_t most = 3;
  return !words.empty() && words.size() <= most &&
         (kBodyTitles.is(words.back()) || kBodyTitles.is(words.front()));
}

std::optional<EnglishLabel> english_label_at_start(std::string_view text) {
  if (text.empty() || static_cast<unsigned char>(text.front()) >= 0x80) return std::nullopt;
  if (const auto spoken = spoken_label(text)) return spoken;
  std::size_t end = 0;
  std::size_t size = 0;
  for (; end < std::min(text.size(), kLongestLabel) && size == 0; end += size == 0 ? 1 : 0) {
    if (text[end] == '\n') return std::nullopt;
    size = label_end(text, end);
    if (size != 0) break;
  }
  if (size == 0 || end == 0) return std::nullopt;
  const bool colon = text[end] == ':' || static_cast<unsigned char>(text[end]) == 0xEF;
  const std::string lower = lower_case(text.substr(0, end));
  const std::vector<std::string> words = header_words(lower);
  if (words.empty() || words.size() > kMostWords) return std::nullopt;
  const std::optional<Column> column = english_column(lower);
  if (colon && names_item(words)) return EnglishLabel{{item_kind(words)}, end + size};
  const bool who_or_when =
      column && (column->kind == ColumnKind::Units || column->kind == ColumnKind::Deadline ||
                 column->kind == ColumnKind::Persons);
  const bool all_known = std::ranges::all_of(words, is_label_word);
  if (who_or_when && all_known) return EnglishLabel{*column, end + size};
  if (colon && words.size() <= 3 && kOtherLabels.is(words.back()))
    return EnglishLabel{{ColumnKind::Ignored}, end + size};
  return std::nullopt;
}

}  // namespace respnet::extract
