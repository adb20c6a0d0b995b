#pragma once

#include <array>
#include <span>

#include "respnet/base/messages.hpp"

namespace respnet {

// One file an area, under messages/. A new area is a function here and a row below.
std::span<const Message> chart_messages();
std::span<const Message> picture_messages();

inline std::array<std::span<const Message>, 2> message_areas() {
  return {chart_messages(), picture_messages()};
}

}  // namespace respnet
