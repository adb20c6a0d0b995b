#pragma once

#include <cstdint>
#include <string_view>

namespace respnet {

/// The language of what a person reads. Ids, file formats and messages do not depend on it.
enum class Language : std::uint8_t { Zh, En };

/// The same words in both languages.
struct Words {
  std::string_view zh;
  std::string_view en;

  std::string_view in(Language language) const { return language == Language::Zh ? zh : en; }
};

}  // namespace respnet
