#include "respnet/model/doubt.hpp"

#include <utility>

#include <tsl/robin_map.h>

#include "model/sentences.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::model {
namespace {

const Sentence& row_of(std::string_view key) {
  static const auto rows = [] {
    tsl::robin_map<std::string_view, const Sentence*> by_key;
    for (const Sentence& row : sentences()) by_key.emplace(row.key, &row);
    return by_key;
  }();
  const auto found = rows.find(key);
  ensure(found != rows.end(), "no sentence for the note '" + std::string(key) + "'");
  return *found->second;
}

// {1} to {9}; other braces do not occur in the table.
std::string filled(std::string_view pattern, const std::vector<Words>& parts, Language language) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '{') {
      text += pattern[i];
      continue;
    }
    const auto part = static_cast<std::size_t>(pattern[i + 1] - '1');
    ensure(part < parts.size(), "a part of a note's sentence is missing");
    text += parts[part].in(language);
    i += 2;
  }
  return text;
}

}  // namespace

Words sentence(std::string_view key, const std::vector<Words>& parts) {
  const Sentence& row = row_of(key);
  return {filled(row.zh, parts, Language::Zh), filled(row.en, parts, Language::En)};
}

Doubt doubt(std::string_view key, const std::vector<Words>& parts, DoubtPlace place) {
  return {std::string(key.substr(0, key.find('/'))), sentence(key, parts), place};
}

Words quoted(std::string_view name) {
  const std::string shown = printable(name);
  return {"“" + shown + "”", "'" + shown + "'"};
}

Words quoted(const std::vector<std::string>& names) {
  std::vector<Words> items;
  for (const std::string& name : names) items.push_back(quoted(name));
  return listed(items);
}

Words plain(std::string_view text) { return {std::string(text), std::string(text)}; }

Words counted(std::size_t count) { return plain(std::to_string(count)); }

Words listed(const std::vector<Words>& items) {
  Words text;
  for (const Words& item : items) {
    text.zh += (text.zh.empty() ? "" : "、") + item.zh;
    text.en += (text.en.empty() ? "" : ", ") + item.en;
  }
  return text;
}

std::vector<std::string_view> sentence_keys() {
  std::vector<std::string_view> keys;
  for (const Sentence& row : sentences()) keys.push_back(row.key);
  return keys;
}

Language language_of(const std::vector<Source>& sources) {
  for (const Source& source : sources)
    if (!source.language.empty()) return source.language == "zh" ? Language::Zh : Language::En;
  return Language::En;
}

}  // namespace respnet::model
