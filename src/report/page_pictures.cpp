#include <array>
#include <charconv>
#include <set>

#include "report/page_parts.hpp"
#include "respnet/base/files.hpp"
#include "viz/palette.hpp"

namespace respnet::report {
namespace {

constexpr std::size_t kColor = 7;  // "#RRGGBB"

// The colours that stand in attributes of that name.
void add_colors(std::string_view svg, std::string_view begin, std::set<std::string>& colors) {
  for (std::size_t at = svg.find(begin); at != std::string_view::npos; at = svg.find(begin, at)) {
    at += begin.size();
    const std::string_view value = svg.substr(at, svg.find('"', at) - at);
    if (value.size() == kColor && value.front() == '#') colors.emplace(value);
  }
}

std::string base64(const std::string& bytes) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string result;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t three = 0;
    for (std::size_t j = 0; j < 3; ++j)
      three = three << 8U | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
    for (std::size_t j = 0; j < 4; ++j)
      result += i + j > bytes.size() ? '=' : digits[three >> (18 - 6 * j) & 63U];
  }
  return result;
}

}  // namespace

std::string inline_svg(std::string_view document) {
  const std::size_t begin = document.find("<svg");
  if (begin == std::string_view::npos) return {};
  std::string element(document.substr(begin));
  // Line ends stand between elements only: names are shown on one line.
  std::erase(element, '\n');
  return element;
}

std::string picture_colors(const std::vector<std::string>& pictures) {
  std::set<std::string> colors;
  for (const std::string& picture : pictures)
    for (const std::string_view begin : {"fill=\"", "stroke=\""})
      add_colors(picture, begin, colors);
  std::string light, dark, rules;
  std::size_t number = 0;
  for (const std::string& color : colors) {
    const std::string other = viz::palette::themed(color, viz::Theme::Dark);
    if (other == color) continue;
    const std::string variable = "--p" + std::to_string(number++);
    light += variable + ":" + color + ";";
    dark += variable + ":" + other + ";";
    for (const std::string property : {"fill", "stroke"})
      rules +=
          ".picture [" + property + "=\"" + color + "\"]{" + property + ":var(" + variable + ")}";
  }
  return ":root{" + light + "}@media screen and (prefers-color-scheme:dark)" +
         "{:root:not([data-theme=light]){" + dark + "}}@media screen{:root[data-theme=dark]{" +
         dark + "}}" + rules;
}

std::string policy_hash(std::string_view script) {
  const std::string hex = sha256(script);
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    unsigned value = 0;
    std::from_chars(hex.data() + i, hex.data() + i + 2, value, 16);
    bytes += static_cast<char>(value);
  }
  return "sha256-" + base64(bytes);
}

}  // namespace respnet::report
