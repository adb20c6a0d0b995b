#include "respnet/base/messages.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace respnet {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// What stands between two characters that only characters of `allowed` part.
std::set<std::string> between(std::string_view text, char open, std::string_view closing,
                              std::string_view allowed) {
  std::set<std::string> found;
  for (std::size_t begin = text.find(open); begin != std::string_view::npos;
       begin = text.find(open, begin + 1)) {
    const std::size_t end = text.find_first_not_of(allowed, begin + 1);
    if (end == std::string_view::npos || end == begin + 1) continue;
    if (closing.find(text[end]) != std::string_view::npos)
      found.emplace(text.substr(begin + 1, end - begin - 1));
  }
  return found;
}

constexpr std::string_view kNameLetters = "abcdefghijklmnopqrstuvwxyz_";
constexpr std::string_view kKeyLetters = "abcdefghijklmnopqrstuvwxyz_.";

// The names of the places of a template.
std::set<std::string> places(std::string_view text) {
  return between(text, '{', ":}", kNameLetters);
}

// Keys whose last word is chosen by a value, so that no source writes them out.
bool is_of_a_family(std::string_view key) {
  for (const std::string_view family :
       {"viz.lead.", "viz.lead_unit.", "viz.leading.", "viz.lead_note."})
    if (key.starts_with(family)) return true;
  return false;
}

// Everything between quotes, of either kind, that may be a key.
std::set<std::string> words_of_the_sources() {
  std::set<std::string> words;
  const fs::path root(RESPNET_SOURCE_DIR);
  for (const char* folder : {"src", "viz/web/src"}) {
    if (!fs::is_directory(root / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string ending = entry.path().extension().string();
      if (entry.path().parent_path().filename() == "messages") continue;
      if (ending != ".cpp" && ending != ".hpp" && ending != ".ts") continue;
      for (const char quote : {'"', '\''})
        words.merge(between(content(entry.path()), quote, {&quote, 1}, kKeyLetters));
    }
  }
  return words;
}

TEST(Messages, PutsArgumentsInTheirPlaces) {
  const Messages zh(Language::Zh), en(Language::En);

  EXPECT_EQ(zh("viz.task_count", {{"tasks", 3}}), "3 项");
  EXPECT_EQ(en("viz.task_count", {{"tasks", 3}}), "3 tasks");
  EXPECT_EQ(en("viz.task_count", {{"tasks", 1}}), "1 task");
}

TEST(Messages, PartsLatinNamesFromChineseText) {
  const Messages zh(Language::Zh);

  EXPECT_EQ(zh("viz.shared.title", {{"one", "GSA"}, {"other", "NASA"}, {"shared", 3}}),
            "GSA 与 NASA 共同承担的任务最多：3 项");
  EXPECT_EQ(zh("viz.shared.title", {{"one", "甲局"}, {"other", "乙局"}, {"shared", 3}}),
            "甲局与乙局共同承担的任务最多：3 项");
}

TEST(Messages, TakesWhatIsAlwaysSaidUnlessTheCallSaysOtherwise) {
  const Messages say(Language::Zh, {{"lead", "牵头"}});

  EXPECT_EQ(say("viz.lead_part"), "牵头责任");
  EXPECT_EQ(say("viz.lead_part", {{"lead", "首位"}}), "首位责任");
}

TEST(Messages, RefusesWhatIsNotThere) {
  const Messages say(Language::Zh);

  EXPECT_THROW(say("viz.no.such.key"), std::logic_error);
  EXPECT_THROW(say("viz.task_count"), std::logic_error);
}

TEST(MessageCatalogue, SaysTheSameInBothLanguages) {
  std::set<std::string_view> keys;
  for (const Message& message : message_catalogue()) {
    EXPECT_TRUE(keys.insert(message.key).second) << message.key << " stands twice";
    EXPECT_EQ(message.zh.empty(), message.en.empty()) << message.key;
    const auto zh = places(message.zh), en = places(message.en);
    for (const std::string& place : en) {
      // Words of the lead policy are given to every message; Chinese may do without them.
      if (place == "lead" || place == "lead_unit") continue;
      EXPECT_TRUE(zh.contains(place)) << message.key << " has {" << place << "} in English only";
    }
    for (const std::string& place : zh) {
      if (place.starts_with("lead")) continue;
      EXPECT_TRUE(en.contains(place)) << message.key << " has {" << place << "} in Chinese only";
    }
  }
}

TEST(MessageCatalogue, HoldsWhatTheSourcesSayAndNothingElse) {
  const std::set<std::string> words = words_of_the_sources();
  std::set<std::string> keys, areas;
  for (const Message& message : message_catalogue()) {
    keys.emplace(message.key);
    areas.emplace(message.key.substr(0, message.key.find('.') + 1));
    if (is_of_a_family(message.key)) continue;
    EXPECT_TRUE(words.contains(std::string(message.key))) << message.key << " is said nowhere";
  }
  for (const std::string& word : words) {
    const std::size_t dot = word.find('.');
    if (dot == std::string::npos || !areas.contains(word.substr(0, dot + 1))) continue;
    if (word.ends_with('.')) continue;  // the beginning of a family
    EXPECT_TRUE(keys.contains(word)) << "no message is called " << word;
  }
}

}  // namespace
}  // namespace respnet
