#pragma once

#include <cstdint>
#include <string>

namespace respnet {

/// The language of what a person reads. Ids, file formats and messages do not depend on it.
enum class Language : std::uint8_t { Zh, En };

/// The same words in both languages.
struct Words {
  std::string zh;
  std::string en;

  const std::string& in(Language language) const { return language == Language::Zh ? zh : en; }
};

}  // namespace respnet
