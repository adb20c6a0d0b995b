#include "io/review_words.hpp"

#include <algorithm>

#include "io/role_words.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

struct Pair {
  std::string_view zh, en;
};

constexpr std::array<Pair, kReviewColumns> kColumns{{{"代码", "code"},
                                                     {"来源", "source"},
                                                     {"任务", "task"},
                                                     {"标题", "title"},
                                                     {"行", "line"},
                                                     {"位置", "span"},
                                                     {"原文", "text"},
                                                     {"事项", "about"},
                                                     {"采用", "chosen"},
                                                     {"其他可能", "other"},
                                                     {"更正", "correction"},
                                                     {"说明", "message"}}};
constexpr std::array<Pair, 3> kSubjects{{{"", ""}, {"单位", "units"}, {"名称", "unit"}}};
constexpr std::array<Pair, 5> kWords{{{"对", "ok"},
                                      {"无", "none"},
                                      {"删除任务", "delete task"},
                                      {"删除", "delete"},
                                      {"拆开", "apart"}}};
constexpr std::array<Pair, model::kRoles> kRoles{{{"牵头", "lead"},
                                                  {"责任", "responsible"},
                                                  {"配合", "support"},
                                                  {"督办", "oversight"},
                                                  {"知会", "informed"}}};
constexpr Pair kTask{"任务 ", "task "};

std::string_view in(const Pair& words, Language language) {
  return language == Language::Zh ? words.zh : words.en;
}

// The place of a word, in either language and any case.
template <typename Enum, std::size_t N>
std::optional<Enum> known(std::string_view text, const std::array<Pair, N>& table) {
  std::string lower(trimmed(text));
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  for (std::size_t i = 0; i < N; ++i)
    if (!lower.empty() && (lower == table[i].zh || lower == table[i].en))
      return static_cast<Enum>(i);
  return std::nullopt;
}

struct Mark {
  std::string_view text;
  char kind;  // '(' and ')', '"', ';' between roles, '|' between names, ':'
};
constexpr Mark kMarks[] = {{"（", '('}, {"(", '('},  {"〔", '('}, {"[", '('},  {"【", '('},
                           {"）", ')'}, {")", ')'},  {"〕", ')'}, {"]", ')'},  {"】", ')'},
                           {"\"", '"'}, {"；", ';'}, {";", ';'},  {"、", '|'}, {"|", '|'},
                           {"：", ':'}, {":", ':'}};

const Mark* mark_at(std::string_view text) {
  const auto found =
      std::ranges::find_if(kMarks, [&](const Mark& mark) { return text.starts_with(mark.text); });
  return found == std::end(kMarks) ? nullptr : found;
}

// Pieces between marks of these kinds outside brackets and quotes; nothing when a bracket or quote
// stays open.
std::optional<std::vector<std::string_view>> pieces(std::string_view text, std::string_view kinds,
                                                    bool first_only = false) {
  std::vector<std::string_view> result;
  std::size_t begin = 0, depth = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size();) {
    const Mark* mark = mark_at(text.substr(at));
    const std::size_t size = mark == nullptr ? 1 : mark->text.size();
    const char kind = mark == nullptr ? ' ' : mark->kind;
    if (kind == '"') {
      quoted = !quoted;
    } else if (!quoted && kind == '(') {
      ++depth;
    } else if (!quoted && kind == ')') {
      if (depth == 0) return std::nullopt;
      --depth;
    } else if (!quoted && depth == 0 && kinds.find(kind) != kinds.npos &&
               !(first_only && !result.empty())) {
      result.push_back(text.substr(begin, at - begin));
      begin = at + size;
    }
    at += size;
  }
  if (quoted || depth != 0) return std::nullopt;
  result.push_back(text.substr(begin));
  return result;
}

// A name as it stands in a list, or in quotes with quotes doubled.
std::optional<std::string> unquoted(std::string_view text) {
  text = trimmed(text);
  if (!text.starts_with('"'))
    return text.empty() || text.find('"') != text.npos ? std::nullopt
                                                       : std::optional<std::string>(text);
  std::string name;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] == '"' && text[++i] != '"') return std::nullopt;
    if (i + 1 >= text.size()) return std::nullopt;
    name += text[i];
  }
  if (text.size() < 2 || text.back() != '"' || name.empty()) return std::nullopt;
  return name;
}

bool comes_back(std::string_view name) {
  if (trimmed(name) != name || name.empty() || name.find('"') != name.npos) return false;
  if (review_word(name)) return false;
  const auto parts = pieces(name, ";|:");
  return parts && parts->size() == 1;
}

std::string quoted_if_needed(std::string_view name) {
  if (comes_back(name)) return std::string(name);
  std::string text = "\"";
  for (const char c : name) text += c == '"' ? "\"\"" : std::string(1, c);
  return text + '"';
}

}  // namespace

std::string_view word(ReviewColumn column, Language language) {
  return in(kColumns[static_cast<std::size_t>(column)], language);
}
std::optional<ReviewColumn> review_column(std::string_view head) {
  return known<ReviewColumn>(head, kColumns);
}

std::string_view word(ReviewSubject subject, Language language) {
  return in(kSubjects[static_cast<std::size_t>(subject)], language);
}
std::optional<ReviewSubject> review_subject(std::string_view text) {
  if (trimmed(text).empty()) return ReviewSubject::None;
  return known<ReviewSubject>(text, kSubjects);
}

std::string_view word(ReviewWord word, Language language) {
  return in(kWords[static_cast<std::size_t>(word)], language);
}
std::optional<ReviewWord> review_word(std::string_view text) {
  return known<ReviewWord>(text, kWords);
}

std::string task_mark(std::string_view id, Language language) {
  return std::string(in(kTask, language)) + std::string(id);
}
std::string_view task_of_mark(std::string_view mark) {
  for (const std::string_view before : {kTask.zh, kTask.en})
    if (mark.starts_with(before)) return mark.substr(before.size());
  return mark;
}

std::string_view word(model::Role role, Language language) {
  return in(kRoles[static_cast<std::size_t>(role)], language);
}
std::optional<model::Role> review_role(std::string_view text) {
  text = trimmed(text);
  constexpr std::string_view suffix = "单位";
  if (text.ends_with(suffix)) text.remove_suffix(suffix.size());
  return role_of_word(text);
}

std::string statement(const std::vector<StatedUnit>& units, Language language) {
  const bool zh = language == Language::Zh;
  std::string text;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const bool same_role = i > 0 && units[i].role == units[i - 1].role;
    if (same_role) {
      text += zh ? "、" : " | ";
    } else {
      if (i > 0) text += zh ? "；" : "; ";
      text += word(units[i].role, language);
      text += zh ? "：" : ": ";
    }
    text += quoted_if_needed(units[i].name);
  }
  return units.empty() ? std::string(word(ReviewWord::NoUnit, language)) : text;
}

std::optional<std::vector<StatedUnit>> stated_units(std::string_view text) {
  if (review_word(text) == ReviewWord::NoUnit) return std::vector<StatedUnit>{};
  std::vector<StatedUnit> units;
  const auto parts = pieces(text, ";");
  if (!parts) return std::nullopt;
  for (const std::string_view part : *parts) {
    if (trimmed(part).empty()) continue;
    const auto halves = pieces(part, ":", true);
    if (!halves || halves->size() != 2) return std::nullopt;
    const auto role = review_role(halves->front());
    const auto names = pieces(halves->back(), "|");
    if (!role || !names) return std::nullopt;
    for (const std::string_view name : *names) {
      auto plain = unquoted(name);
      if (!plain) return std::nullopt;
      units.push_back({std::move(*plain), *role});
    }
  }
  if (units.empty()) return std::nullopt;
  return units;
}

std::string name_list(const std::vector<std::string>& names, Language language) {
  std::string text;
  for (const std::string& name : names)
    text += (text.empty() ? "" : language == Language::Zh ? "；" : "; ") + quoted_if_needed(name);
  return text;
}

std::optional<std::vector<std::string>> listed_names(std::string_view text) {
  const auto parts = pieces(text, ";|");
  if (!parts) return std::nullopt;
  std::vector<std::string> names;
  for (const std::string_view part : *parts) {
    auto name = unquoted(part);
    if (!name) return std::nullopt;
    names.push_back(std::move(*name));
  }
  return names;
}

}  // namespace respnet::io
