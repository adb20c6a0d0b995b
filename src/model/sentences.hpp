#pragma once

#include <span>
#include <string_view>

namespace respnet::model {

/// What a note says, with {1}, {2}, … for names and numbers.
struct Sentence {
  std::string_view key;  ///< "code", or "code/variant"
  std::string_view zh;
  std::string_view en;
};

/// The one table of what notes say.
std::span<const Sentence> sentences();

}  // namespace respnet::model
