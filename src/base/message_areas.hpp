#pragma once

#include <array>
#include <span>

#include "respnet/base/messages.hpp"

namespace respnet {

// One file an area, under messages/. A new area is a function here and a row below.
std::span<const Message> chart_messages();
std::span<const Message> finding_messages();
std::span<const Message> lint_messages();
std::span<const Message> page_messages();
std::span<const Message> picture_messages();
std::span<const Message> print_messages();
std::span<const Message> shared_messages();
std::span<const Message> sheet_messages();

inline auto message_areas() {
  return std::array{
      chart_messages(),   finding_messages(), lint_messages(),   page_messages(),
      picture_messages(), print_messages(),   shared_messages(), sheet_messages(),
  };
}

}  // namespace respnet
