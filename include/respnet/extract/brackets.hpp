#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "respnet/extract/glyphs.hpp"

namespace respnet::extract {

/// The brackets that are open at a place of a text.
///
/// Brackets match by nesting, any kind closing its own kind; what a closing bracket skips was never
/// closed. Only the innermost 64 are remembered: a bracket still open 64 brackets later is a slip
/// of the pen, and memory stays constant on floods.
class OpenBrackets {
 public:
  struct Opened {
    std::uint32_t at = 0;  ///< offset of the opening bracket
    BracketFamily family = BracketFamily::None;
    std::uint8_t height = 0;  ///< how deep brackets nest inside it, 255 at most
  };

  void clear() { size_ = 0; }
  bool empty() const { return size_ == 0; }
  void open(std::uint32_t at, BracketFamily family);
  /// The bracket that `family` closes, or nothing for a stray closing bracket.
  std::optional<Opened> close(BracketFamily family);
  /// @pre !empty()
  const Opened& innermost() const { return slots_[(first_ + size_ - 1) % kMost]; }

 private:
  static constexpr std::size_t kMost = 64;
  Opened& slot(std::size_t i) { return slots_[(first_ + i) % kMost]; }

  std::array<Opened, kMost> slots_{};
  std::size_t first_ = 0, size_ = 0;
};

/// For each byte that begins an opening bracket or quotation mark, the offset behind the one that
/// closes it; 0 for every other byte and for those never closed. Cost: O(bytes).
std::vector<std::uint32_t> closings(std::string_view text);

}  // namespace respnet::extract
