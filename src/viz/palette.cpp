#include "viz/palette.hpp"

#include <charconv>
#include <cmath>

namespace respnet::viz::palette {
namespace {

int channel(std::string_view color, std::size_t at) {
  int value = 0;
  std::from_chars(color.data() + at, color.data() + at + 2, value, 16);
  return value;
}

}  // namespace

std::string_view stripe(std::size_t section, std::size_t sections) {
  if (sections <= kSections.size()) return kSections[section];
  return section % 2 == 0 ? "#5B6675" : "#B8C0CC";
}

std::string_view lead_edge(std::size_t section, std::size_t sections) {
  return sections <= kSections.size() ? kSections[section] : kLead;
}

std::string_view cluster(std::size_t number) { return kSections[(number - 1) % kSections.size()]; }

std::string tint(std::string_view color) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string mixed = "#";
  for (const std::size_t at : {1U, 3U, 5U}) {
    const auto value =
        static_cast<std::size_t>(std::lround(0.15 * channel(color, at) + 0.85 * 255));
    mixed += digits[value / 16];
    mixed += digits[value % 16];
  }
  return mixed;
}

}  // namespace respnet::viz::palette
