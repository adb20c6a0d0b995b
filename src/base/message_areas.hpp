#pragma once

#include <array>
#include <span>

#include "respnet/base/messages.hpp"

namespace respnet {

// One file an area, under messages/. A new area is a function here and a row below.
std::span<const Message> finding_messages();
std::span<const Message> lint_messages();
std::span<const Message> picture_messages();
std::span<const Message> sheet_messages();

inline auto message_areas() {
  return std::array{
      finding_messages(),
      lint_messages(),
      picture_messages(),
      sheet_messages(),
  };
}

}  // namespace respnet
