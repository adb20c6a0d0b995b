#include "respnet/extract/lines.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "extract/ascii.hpp"
#include "respnet/extract/glyphs.hpp"

namespace respnet::extract {
namespace {

constexpr std::string_view kBullets[] = {"- ", "* ", "+ ", "• ", "•", "●", "◆", "★",
                                         "■",  "▲",  "△",  "※",  "☆", "◇", "○", "·"};
constexpr std::string_view kDashes[] = {"—", "－", "-", "–", "―", "─", "·"};

std::string_view without_start(std::string_view text, std::string_view start) {
  return text.starts_with(start) ? text.substr(start.size()) : text;
}

std::string_view without_digits(std::string_view text) {
  while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
  return text;
}

// Dashes off the start; whether there were any.
bool take_dashes(std::string_view& text) {
  const std::string_view before = text;
  for (bool found = true; found;) {
    found = false;
    text = stripped(text);
    for (const std::string_view dash : kDashes)
      if (text.starts_with(dash)) {
        text.remove_prefix(dash.size());
        found = true;
      }
  }
  return text.size() < before.size();
}

// 第3页, 第3页 共9页
bool is_page_of_pages(std::string_view text) {
  if (!text.starts_with("第")) return false;
  text = stripped(text.substr(std::strlen("第")));
  const std::string_view rest = stripped(without_digits(text));
  if (rest.size() == text.size() || !rest.starts_with("页")) return false;
  return rest.size() < 40;
}

}  // namespace

std::vector<std::uint32_t> line_starts(std::string_view text) {
  std::vector<std::uint32_t> starts;
  starts.reserve(static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1);
  starts.push_back(0);
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    starts.push_back(static_cast<std::uint32_t>(at + 1));
  return starts;
}

LineContent content_of(std::string_view line) {
  LineContent content{stripped(line)};
  std::string_view& text = content.text;
  while (text.starts_with('>')) text = stripped(text.substr(1));
  if (text.starts_with('#')) {
    content.marked_heading = true;
    text = stripped(text.substr(std::min(text.find_first_not_of('#'), text.size())));
  }
  for (const std::string_view bullet : kBullets)
    if (text.starts_with(bullet)) {
      text = stripped(text.substr(bullet.size()));
      break;
    }
  return content;
}

bool is_page_number(std::string_view content, bool beside_page_break) {
  constexpr std::size_t longest = 40;
  if (content.size() > longest) return false;
  if (is_page_of_pages(content)) return true;
  std::string_view text = content;
  const bool dashed = take_dashes(text);
  const std::string_view rest = stripped(without_digits(text));
  if (rest.size() == text.size()) return false;
  std::string_view end = rest;
  if (dashed) return take_dashes(end) && end.empty();
  return rest.empty() && beside_page_break;
}

bool is_annex_mark(std::string_view content) {
  if (!content.starts_with("附")) return false;
  content = content.substr(std::strlen("附"));
  for (const std::string_view word : {"件", "表", "录"}) content = without_start(content, word);
  content = stripped(without_digits(stripped(content)));
  for (const std::string_view word : {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"})
    content = without_start(content, word);
  content = without_start(without_start(content, "："), ":");
  return content.empty();
}

std::size_t columns(std::string_view content) {
  std::size_t width = 0;
  for (const char c : content) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      ++width;
    else if (byte >= 0xC0)
      width += 2;
  }
  return width;
}

Measure measure_of(std::string_view text, const std::vector<std::uint32_t>& starts) {
  constexpr std::size_t widest = 200;
  constexpr std::size_t window = 8;
  std::array<std::size_t, widest + 1> lines_of_width{};
  std::size_t lines = 0;
  std::size_t wider = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
    const std::string_view line = stripped(text.substr(starts[i], end - starts[i]));
    if (line.empty()) continue;
    ++lines;
    const std::size_t width = line.size() > 4 * widest ? widest + 1 : columns(line);
    if (width > widest)
      ++wider;
    else
      ++lines_of_width[width];
  }
  Measure best;
  std::size_t most = 0;
  std::size_t beyond = wider;  // lines wider than the window
  std::size_t inside = 0;
  for (std::size_t high = widest; high >= 40; --high) {
    // The window is [high - window + 1, high].
    inside = 0;
    for (std::size_t width = high - window + 1; width <= high; ++width)
      inside += lines_of_width[width];
    if (inside > most && beyond * 20 <= lines) {
      most = inside;
      best.full = high - window + 1;
    }
    beyond += lines_of_width[high];
  }
  const bool broken = most >= 6 && most * 5 >= lines;
  return broken ? best : Measure{};
}

}  // namespace respnet::extract
