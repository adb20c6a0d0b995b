#include "respnet/base/messages.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/message_areas.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet {
namespace {

const std::map<std::string_view, const Message*>& by_key() {
  static const auto* index = [] {
    static const std::vector<Message> all = message_catalogue();
    auto* built = new std::map<std::string_view, const Message*>;
    for (const Message& message : all) built->emplace(message.key, &message);
    return built;
  }();
  return *index;
}

// ASCII that is no blank: beside a Chinese character it wants one.
bool is_narrow(char c) { return c > ' ' && c < 0x7F; }

// A Chinese character, not a punctuation mark: those bring their own room.
bool is_wide(char32_t c) {
  return (c >= 0x2E80 && c < 0x3000) || (c >= 0x3040 && c < 0xFE30) || c >= 0x20000;
}

bool ends_wide(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && (static_cast<unsigned char>(text[begin - 1]) & 0xC0U) == 0x80U) --begin;
  return begin > 0 && is_wide(next_code_point(text, --begin));
}

bool begins_wide(std::string_view text) {
  std::size_t begin = 0;
  return !text.empty() && is_wide(next_code_point(text, begin));
}

}  // namespace

std::vector<Message> message_catalogue() {
  std::vector<Message> all;
  for (const std::span<const Message> area : message_areas())
    all.insert(all.end(), area.begin(), area.end());
  return all;
}

Messages::Messages(Language language, std::vector<Argument> always)
    : language_(language), always_(std::move(always)) {}

const Argument* Messages::find(std::string_view name, std::span<const Argument> arguments) const {
  for (const auto& some : {arguments, std::span<const Argument>(always_)}) {
    const auto found = std::ranges::find(some, name, &Argument::name);
    if (found != some.end()) return &*found;
  }
  return nullptr;
}

std::string Messages::operator()(std::string_view key,
                                 std::initializer_list<Argument> arguments) const {
  return with(key, {arguments.begin(), arguments.size()});
}

std::string Messages::with(std::string_view key, std::span<const Argument> arguments) const {
  const auto row = by_key().find(key);
  ensure(row != by_key().end(), "no message is called so: " + std::string(key));
  std::string_view rest = language_ == Language::Zh ? row->second->zh : row->second->en;
  std::string text;
  bool wants_blank = false;  // a name that ends in Latin letters stands right before
  const auto append = [&](std::string_view piece) {
    if (wants_blank && begins_wide(piece)) text += ' ';
    wants_blank = false;
    text += piece;
  };
  while (true) {
    const std::size_t open = rest.find('{');
    if (const auto plain = rest.substr(0, open); !plain.empty()) append(plain);
    if (open == std::string_view::npos) return text;
    const std::size_t close = rest.find('}', open);
    ensure(close != std::string_view::npos, "a place without end in: " + std::string(key));
    const std::string_view place = rest.substr(open + 1, close - open - 1);
    const std::size_t colon = place.find(':');
    const Argument* argument = find(place.substr(0, colon), arguments);
    ensure(argument != nullptr,
           "no argument for {" + std::string(place) + "} in: " + std::string(key));
    if (colon != std::string_view::npos) {
      const std::string_view forms = place.substr(colon + 1);
      const std::size_t bar = forms.find('|');
      append(argument->number == 1 ? forms.substr(0, bar) : forms.substr(bar + 1));
    } else {
      const std::string& value = argument->text;
      const bool name = language_ == Language::Zh && !argument->number && !value.empty();
      if (name && is_narrow(value.front()) && ends_wide(text)) text += ' ';
      append(value);
      wants_blank = name && is_narrow(value.back());
    }
    rest.remove_prefix(close + 1);
  }
}

std::string Messages::list(std::span<const std::string> items) const {
  std::string text;
  for (const std::string& item : items)
    text += (text.empty() ? "" : language_ == Language::Zh ? "、" : ", ") + item;
  return text;
}

}  // namespace respnet
