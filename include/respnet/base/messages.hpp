#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "respnet/base/language.hpp"
#include "respnet/base/text.hpp"

namespace respnet {

/// One text that a person reads, in both languages, with places for what changes.
///
/// `{name}` stands for an argument. `{name:task|tasks}` stands for the first form where the
/// argument is the number 1, else for the second. The page's script reads the same templates
/// (`page.*`).
struct Message {
  std::string_view key;  ///< "viz.workload.title": the area, the thing, the text
  std::string_view zh, en;
};

/// Every text of pictures, pages and files: the one place where words stand. Sorted by area.
std::vector<Message> message_catalogue();

/// What stands in a place of a message.
struct Argument {
  std::string_view name;
  std::string text;
  std::optional<std::uint64_t> number = {};

  Argument(std::string_view place, std::string value) : name(place), text(std::move(value)) {}
  Argument(std::string_view place, std::string_view value) : name(place), text(value) {}
  Argument(std::string_view place, const char* value) : name(place), text(value) {}
  /// A count, not negative: written with grouped().
  template <std::integral Number>
  Argument(std::string_view place, Number value)
      : name(place),
        text(grouped(static_cast<std::uint64_t>(value))),
        number(static_cast<std::uint64_t>(value)) {}
};

/// Says messages in one language.
class Messages {
 public:
  /// @param always  arguments of every message, unless the call has one of the same name
  explicit Messages(Language language, std::vector<Argument> always = {});

  Language language() const { return language_; }

  /// The message with its arguments in place. In Chinese a blank stands where the Latin letters or
  /// digits of a name would touch Chinese characters.
  /// @throws std::logic_error  on a key or an argument that is not there: our mistake, and a test
  ///         reads the sources for it
  std::string operator()(std::string_view key,
                         std::initializer_list<Argument> arguments = {}) const;
  /// The same, for arguments that are gathered first.
  std::string with(std::string_view key, std::span<const Argument> arguments) const;

  /// "a、b", "a, b".
  std::string list(std::span<const std::string> items) const;

 private:
  const Argument* find(std::string_view name, std::span<const Argument> arguments) const;

  Language language_;
  std::vector<Argument> always_;
};

}  // namespace respnet
