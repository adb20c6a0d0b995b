#include "respnet/extract/english_list.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/ascii.hpp"
#include "extract/english_joints.hpp"
#include "respnet/extract/brackets.hpp"
#include "respnet/extract/english_date.hpp"
#include "respnet/extract/english_labels.hpp"
#include "respnet/extract/english_names.hpp"
#include "respnet/extract/english_words.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

using model::Role;

constexpr std::size_t kLongestList = 16 * 1024;  // bytes; longer lists are no lists

Range shifted_by(Range range, std::size_t by) {
  return range.shifted(static_cast<std::uint32_t>(by));
}

// Initials, or letters in order that begin words of the name.
bool abbreviates(std::string_view inside, std::string_view name) {
  if (is_initials(inside)) return true;
  if (inside.size() < 2 || inside.size() > 12 || inside.find(' ') != std::string_view::npos)
    return false;
  std::string initials;
  for (const std::string& word : words_of(name))
    if (!kSmallWords.is(word)) initials += word.front();
  return lower_case(inside) == initials;
}

// "Jane Doe, Director" in a bracket, "if funded": says something else.
bool is_aside(std::string_view inside) {
  return inside.empty() || (inside.front() >= 'a' && inside.front() <= 'z') || names_nobody(inside);
}

struct Bracketed {
  Range name;
  Range inside;
};
std::optional<Bracketed> trailing_bracket(std::string_view text, Range part) {
  const std::string_view name = part.of(text);
  if (name.empty() || (name.back() != ')' && name.back() != ']')) return std::nullopt;
  const std::vector<std::uint32_t> pairs = closings(name);
  for (std::size_t i = 1; i < name.size(); ++i)
    if (pairs[i] == name.size()) {
      const auto at = static_cast<std::uint32_t>(i);
      return Bracketed{narrowed(text, {part.begin, part.begin + at}),
                       {part.begin + at + 1, part.end - 1}};
    }
  return std::nullopt;
}

// "by March 2026", "Q3 2025" among units: until when, not who.
bool is_date(std::string_view words) {
  const std::vector<std::string> all = words_of(words);
  constexpr std::size_t most = 6;
  if (all.empty() || all.size() > most || english_due_date(words).empty()) return false;
  const std::string& first = all.front();
  const bool digit = is_digit(first.front());
  const bool quarter = first.size() == 2 && (first[0] == 'q' || first[0] == 'h');
  return digit || quarter || first == "by" || first == "end" || first == "until" ||
         first == "due" || kMonths.at_start(first) != 0;
}

class Splitter {
 public:
  Splitter(std::string_view text, Role role, bool is_explicit, const KnownNames& known)
      : text_(text), role_(role), explicit_(is_explicit), known_(known) {}

  EnglishList list(Range part) {
    for (const Range line : hard_parts(text_, part)) add_line(line);
    return std::move(list_);
  }

 private:
  void add_line(Range line);
  void add_names(Range names, Role role, bool is_explicit, bool states);
  void add_unit(Range written, Role role, bool is_explicit, bool states);

  std::string_view text_;
  Role role_;
  bool explicit_;
  const KnownNames& known_;
  EnglishList list_;
};

void Splitter::add_line(Range line) {
  Role role = role_;
  bool is_explicit = explicit_;
  bool states = false;
  if (const auto label = english_label_at_start(line.of(text_))) {
    line = narrowed(text_, {line.begin + static_cast<std::uint32_t>(label->size), line.end});
    if (label->column.kind == ColumnKind::Deadline) {
      list_.deadline = line;
      return;
    }
    if (label->column.kind != ColumnKind::Units) return;
    role = role_ = label->column.role;
    is_explicit = explicit_ = true;
    states = true;
  }
  if (is_date(line.of(text_))) {
    list_.deadline = line;
    return;
  }
  for (const std::string_view phrase : kWithPhrases) {
    const std::size_t at = find_word(line.of(text_), phrase);
    if (at == std::string_view::npos) continue;
    const auto begin = line.begin + static_cast<std::uint32_t>(at);
    add_names(narrowed(text_, {line.begin, begin}), role, is_explicit, states);
    const Range behind{begin + static_cast<std::uint32_t>(phrase.size()), line.end};
    const bool stated =
        phrase.find("support") != phrase.npos || phrase.find("assist") != phrase.npos;
    add_names(narrowed(text_, behind), Role::Support, stated, true);
    list_.with |= !stated;
    return;
  }
  add_names(line, role, is_explicit, states);
}

void Splitter::add_names(Range names, Role role, bool is_explicit, bool states) {
  if (names_nobody(names.of(text_))) return;
  const SplitNames split = split_names(names.of(text_), known_);
  list_.doubtful |= split.doubtful;
  for (const Range name : split.names)
    add_unit(shifted_by(name, names.begin), role, is_explicit, states);
}

void Splitter::add_unit(Range written, Role role, bool is_explicit, bool states) {
  EnglishMention mention{{}, role, is_explicit, states};
  ListedUnit& unit = mention.unit;
  unit.written = narrowed(text_, written);
  Range name = unit.written;
  name.end = name.begin + static_cast<std::uint32_t>(without_footnote_marks(name.of(text_)).size());
  while (const auto bracket = trailing_bracket(text_, name)) {
    const std::string_view inside = stripped(bracket->inside.of(text_));
    if (const auto own = role_in_words(inside)) {
      mention.role = *own;
      mention.is_explicit = mention.states_role = true;
    } else if (abbreviates(inside, bracket->name.of(text_))) {
      unit.abbreviation = std::string(inside);
    } else if (!is_aside(inside) && kLevelInside.at_start(inside) == 0) {
      for (const Range office : split_names(inside, known_).names)
        unit.offices.push_back(plain_english_name(office.of(inside)));
    }
    if (bracket->name.empty()) break;
    name = bracket->name;
  }
  unit.name = plain_english_name(name.of(text_));
  if (unit.name.empty() || names_nobody(unit.name)) return;
  // An article is no part of the printed name.
  if (const std::size_t at = unit.written.of(text_).find(unit.name); at != std::string_view::npos)
    unit.written.begin += static_cast<std::uint32_t>(at);
  unit.group = is_english_group(unit.name);
  list_.mentions.push_back(std::move(mention));
}

}  // namespace

void KnownNames::learn(std::string_view list) {
  if (list.size() > kLongestList) return;
  const Range all{0, static_cast<std::uint32_t>(list.size())};
  for (Range line : hard_parts(list, narrowed(list, all))) {
    if (const auto label = english_label_at_start(line.of(list)))
      line.begin += static_cast<std::uint32_t>(label->size);
    lists_.insert(english_key(plain_english_name(line.of(list))));
    for (const Range name : clear_names(line.of(list))) {
      std::string_view words = name.of(line.of(list));
      const std::size_t bracket = words.find('(');
      if (bracket != std::string_view::npos && bracket > 0) words = words.substr(0, bracket);
      keys_.insert(english_key(plain_english_name(words)));
    }
  }
}

bool KnownNames::contains(std::string_view name) const {
  return keys_.contains(english_key(plain_english_name(name)));
}

bool KnownNames::is_whole_list(std::string_view name) const {
  return lists_.contains(english_key(plain_english_name(name)));
}

EnglishList split_english(std::string_view text, Range part, Role role, bool is_explicit,
                          const KnownNames& known) {
  part = narrowed(text, part);
  if (part.size() > kLongestList) return {};
  return Splitter(text, role, is_explicit, known).list(part);
}

}  // namespace respnet::extract
