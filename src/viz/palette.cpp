#include "viz/palette.hpp"

#include <algorithm>
#include <array>
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

namespace {

std::string hex(const std::array<double, 3>& channels) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string color = "#";
  for (const double channel : channels) {
    const auto value = static_cast<std::size_t>(std::lround(channel));
    color += digits[value / 16];
    color += digits[value % 16];
  }
  return color;
}

}  // namespace

std::string laid_over(std::string_view color, double opacity, std::string_view ground) {
  std::array<double, 3> channels{};
  for (std::size_t i = 0; i < 3; ++i)
    channels[i] = opacity * channel(color, 1 + 2 * i) + (1 - opacity) * channel(ground, 1 + 2 * i);
  return hex(channels);
}

namespace {

// `color` over `paper`, 15 parts in 100.
std::string mixed(std::string_view color, std::string_view paper) {
  return laid_over(color, 0.15, paper);
}

// WCAG 2: relative luminance of sRGB.
double luminance(std::string_view color) {
  constexpr std::array weights{0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const double c = channel(color, 1 + 2 * i) / 255.0;
    sum += weights[i] * (c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
  }
  return sum;
}

struct Pair {
  std::string_view light, dark;
};

constexpr std::string_view kDarkPaper = "#1B212A";

// Section colours 7 and 8 have no partner of their own: six were found far enough apart.
constexpr std::array kDark{
    Pair{kPaper, kDarkPaper},      Pair{kInk, "#E6EAF0"},         Pair{kMuted, "#9FACBC"},
    Pair{kRule, "#323B47"},        Pair{kLead, "#A6CFF5"},        Pair{kOther, "#5C6F87"},
    Pair{kSupportEdge, "#7C8AA0"}, Pair{kStrongEdge, "#8DBBE8"},  Pair{kUnit, "#2A323D"},
    Pair{kHatchPaper, "#2A323D"},  Pair{kAccent, "#FF9E4A"},      Pair{kNoCell, "#1F262F"},
    Pair{"#B8C0CC", "#4A5665"},    Pair{kSections[0], "#42D7D7"}, Pair{kSections[1], "#DB5778"},
    Pair{kSections[2], "#DBBA57"}, Pair{kSections[3], "#9696E9"}, Pair{kSections[4], "#B613EC"},
    Pair{kSections[5], "#D9F9B8"}, Pair{kSections[6], "#A6CFF5"}, Pair{kSections[7], "#A6CFF5"},
    Pair{kHeat[0], "#20272F"},     Pair{kHeat[1], "#24384E"},     Pair{kHeat[2], "#2C4F74"},
    Pair{kHeat[3], "#38699A"},     Pair{kHeat[4], "#5B93CC"},     Pair{kHeat[5], "#8DBBE8"},
    Pair{kHeat[6], "#CFE5FA"}};

std::string dark(std::string_view color) {
  for (const Pair& pair : kDark)
    if (pair.light == color) return std::string(pair.dark);
  for (const Pair& pair : kDark)
    if (tint(pair.light) == color) return mixed(pair.dark, kDarkPaper);
  return std::string(color);
}

std::string gray(std::string_view color) {
  const double y = luminance(color);
  const double value = 255 * (y <= 0.0031308 ? 12.92 * y : 1.055 * std::pow(y, 1 / 2.4) - 0.055);
  return hex({value, value, value});
}

}  // namespace

std::string tint(std::string_view color) { return mixed(color, kPaper); }

double contrast(std::string_view one, std::string_view other) {
  const double a = luminance(one), b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

std::string_view readable_on(std::string_view background, Theme theme) {
  const std::string under = themed(background, theme);
  const auto contrast_of = [&](std::string_view text) {
    return contrast(themed(text, theme), under);
  };
  return contrast_of(kInk) >= contrast_of(kPaper) ? kInk : kPaper;
}

std::string themed(std::string_view color, Theme theme) {
  if (theme == Theme::Light || !color.starts_with('#')) return std::string(color);
  return theme == Theme::Dark ? dark(color) : gray(color);
}

}  // namespace respnet::viz::palette
