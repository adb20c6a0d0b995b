#include "respnet/model/doubt.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "respnet/base/text.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::model {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool is_code_letter(char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == '/'; }

// The literals of `text` that look like keys: "no-lead", "ignored-column/sheet"; not "a task".
std::set<std::string> keys_in(std::string_view text) {
  std::set<std::string> keys;
  for (std::size_t at = text.find('"'); at != text.npos; at = text.find('"', at)) {
    const std::size_t end = text.find('"', at + 1);
    if (end == text.npos) break;
    const std::string_view literal = text.substr(at + 1, end - at - 1);
    if (!literal.empty() && std::ranges::all_of(literal, is_code_letter))
      keys.insert(std::string(literal));
    at = end + 1;
  }
  return keys;
}

// All of the sources that find doubts, in one text; without the table itself.
std::string sources_that_doubt() {
  std::string all;
  for (const char* room : {"model", "extract", "io"})
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(RESPNET_SOURCE_DIR) / "src" / room))
      if (entry.path().extension() == ".cpp" && entry.path().filename() != "sentences.cpp")
        all += read(entry.path());
  return all;
}

// The keys that the sources name where they find a doubt, up to the end of each statement.
std::set<std::string> keys_of_doubts(const std::string& sources) {
  std::set<std::string> keys;
  for (const std::string_view call :
       {"doubt(", "doubt_task(", "doubts.push_back({", "sentence(", "TableDoubt{"})
    for (std::size_t at = sources.find(call); at != sources.npos; at = sources.find(call, at + 1)) {
      const std::string_view rest = std::string_view(sources).substr(at);
      for (const std::string& key : keys_in(rest.substr(0, rest.find(';'))))
        if (key.find('-') != key.npos && !key.ends_with('/')) keys.insert(key);
    }
  const std::string_view pair = "evidence(\"";  // of two names that may be one unit
  for (std::size_t at = sources.find(pair); at != sources.npos; at = sources.find(pair, at + 1)) {
    const std::size_t begin = at + pair.size();
    keys.insert("likely-alias/" + sources.substr(begin, sources.find('"', begin) - begin));
  }
  return keys;
}

bool is_hanzi(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
bool is_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool has_any(std::string_view text, bool (*is)(char32_t)) {
  for (std::size_t at = 0; at < text.size();)
    if (is(next_code_point(text, at))) return true;
  return false;
}

TEST(Sentence, FillsItsPlacesInBothLanguages) {
  const Words words =
      sentence("level-added/often", {quoted("财政局"), quoted("县财政局"), counted(3)});
  EXPECT_EQ(words.zh, "“财政局”按前面单位的层级补为“县财政局”；共 3 项任务，此为首项");
  EXPECT_EQ(words.en,
            "'财政局' was taken as '县财政局', with the level of the unit in front of it; in 3 "
            "tasks, this one first");
}

TEST(Sentence, RefusesAnUnknownKeyAndAMissingPart) {
  EXPECT_THROW(sentence("no-such-key"), std::logic_error);
  EXPECT_THROW(sentence("same-body", {quoted("甲局")}), std::logic_error);
}

TEST(Sentence, QuotesAsTheLanguageDoes) {
  const Words names = quoted(std::vector<std::string>{"甲局", "a\nb"});
  EXPECT_EQ(names.zh, "“甲局”、“a\\nb”");
  EXPECT_EQ(names.en, "'甲局', 'a\\nb'");
}

TEST(Sentence, IsThereForEveryKeyOfTheSourcesAndForNoOther) {
  const std::vector<std::string_view> table = sentence_keys();
  const std::set<std::string> known(table.begin(), table.end());
  EXPECT_EQ(known.size(), table.size()) << "a key stands twice";
  const std::string sources = sources_that_doubt();
  const std::set<std::string> named = keys_of_doubts(sources);
  EXPECT_GT(named.size(), 40U);
  for (const std::string& key : named) EXPECT_TRUE(known.contains(key)) << key;
  for (const std::string& key : known) {
    const bool said = named.contains(key) || sources.find('"' + key + '"') != sources.npos;
    EXPECT_TRUE(said) << key << " is never said";
  }
}

TEST(Sentence, IsInItsOwnLanguage) {
  for (const std::string_view key : sentence_keys()) {
    const std::vector<Words> numbers(9, counted(1));
    const Words words = sentence(key, numbers);
    std::string zh = words.zh;
    for (const std::string code : {"R、A、S、C、I", "false", "true"})
      if (const std::size_t at = zh.find(code); at != zh.npos) zh.erase(at, code.size());
    EXPECT_FALSE(has_any(zh, is_latin)) << key << ": " << words.zh;
    std::string en = words.en;
    for (const std::string word : {"会同", "下同", "等"})  // words of the text, not of ours
      if (const std::size_t at = en.find(word); at != en.npos) en.erase(at, word.size());
    EXPECT_FALSE(has_any(en, is_hanzi)) << key << ": " << words.en;
    if (!key.starts_with("page-furniture/") && !key.starts_with("likely-alias/apart") &&
        !key.starts_with("likely-alias/together")) {
      EXPECT_TRUE(has_any(words.zh, is_hanzi)) << key;
    }
  }
}

TEST(Doubt, HasTheCodeBeforeTheVariant) {
  EXPECT_EQ(doubt("row-left-aside/note").code, "row-left-aside");
  const Note note = doubt("row-left-aside", {}, {.line = 7}).note(Language::Zh);
  EXPECT_EQ(note.code, "row-left-aside");
  EXPECT_EQ(note.line, 7U);
  EXPECT_EQ(note.message, "此行既无任务文字，也无单位，未采用");
}

TEST(Doubt, IsSaidInTheLanguageOfTheFirstSourceThatHasOne) {
  const auto message = [](const std::vector<std::string>& languages) {
    NetworkBuilder builder("plan");
    builder.add_doubt(doubt("open-list"));  // before the sources are known
    for (const std::string& language : languages) {
      Source source;
      source.language = language;
      builder.add_source(std::move(source));
    }
    return std::move(builder).build().notes().at(0).message;
  };
  EXPECT_EQ(message({}), sentence("open-list").en);
  EXPECT_EQ(message({"zh"}), sentence("open-list").zh);
  EXPECT_EQ(message({"en", "zh"}), sentence("open-list").en);
  EXPECT_EQ(message({"", "zh"}), sentence("open-list").zh);
}

}  // namespace
}  // namespace respnet::model
