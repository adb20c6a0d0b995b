#include "viz/labels.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>

#include <unicode/ubrk.h>

#include "respnet/base/text.hpp"

namespace respnet::viz {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::size_t kKeptTail = 5;
// No line of ours holds more; longer texts are not measured whole.
constexpr std::size_t kLongest = 400;

using Characters = std::u32string;

Characters characters(std::string_view text) {
  Characters result;
  for (std::size_t position = 0; position < text.size();)
    result.push_back(next_code_point(text, position));
  return result;
}

std::string utf8(std::u32string_view text) {
  std::string result;
  for (const char32_t c : text) append_utf8(result, c);
  return result;
}

// The largest count in [0, most] for which fits(count) holds; fits(0) is taken for granted.
std::size_t largest(std::size_t most, const auto& fits) {
  std::size_t low = 0;
  while (low < most) {
    const std::size_t middle = low + (most - low + 1) / 2;
    if (fits(middle)) {
      low = middle;
    } else {
      most = middle - 1;
    }
  }
  return low;
}

bool hides_or_moves(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF) return true;
  if (c == 0x2028 || c == 0x2029) return true;
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFFFE || c == 0xFFFF;
}

bool contains(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}
bool opens(char32_t c) { return contains(U"（(【《〈〔「『“‘[", c); }
bool closes(char32_t c) { return contains(U"）)】》〉〕」』”’]", c); }
bool cannot_start_line(char32_t c) { return closes(c) || contains(U"，。、；：！？…·,.;:!?", c); }
bool is_latin(char32_t c) { return c > ' ' && c < 0x2E80 && !opens(c) && !closes(c); }

// Whether a line may end before text[at]: between Latin words, or beside a wide character.
bool may_break(const Characters& text, std::size_t at) {
  if (cannot_start_line(text[at]) || opens(text[at - 1])) return false;
  return !(is_latin(text[at]) && is_latin(text[at - 1]));
}

struct FreeIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};

// Characters that end words which ICU's dictionary does not know: 数字化, 赋能, 积极性.
bool ends_word(char16_t c) {
  return std::u16string_view(u"化能力性型率的").find(c) != std::u16string_view::npos;
}

// By character: whether a word starts there. ICU's dictionary knows Chinese words, but not that 分
// belongs to what follows in names (分公司, 分中心), nor every word of one more character.
std::vector<bool> word_starts(const Characters& text) {
  std::vector<bool> starts(text.size() + 1, false);
  std::u16string units;
  std::vector<std::size_t> character_of;  // by UTF-16 unit
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] > 0xFFFF) {
      units += static_cast<char16_t>(0xD7C0 + (text[i] >> 10));
      units += static_cast<char16_t>(0xDC00 + (text[i] & 0x3FF));
    } else {
      units += static_cast<char16_t>(text[i]);
    }
    character_of.resize(units.size(), i);
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBreakIterator, FreeIterator> iterator(
      ubrk_open(UBRK_WORD, "zh", units.data(), static_cast<std::int32_t>(units.size()), &status));
  if (U_FAILURE(status)) return starts;
  std::size_t at = 0;
  while (at < units.size()) {
    const std::int32_t next = ubrk_next(iterator.get());
    const std::size_t end = next == UBRK_DONE ? units.size() : static_cast<std::size_t>(next);
    const bool suffix = end == at + 1 && ends_word(units[at]);
    if (at > 0) starts[character_of[at]] = units[at - 1] != u'分' && !suffix;
    at = end;
  }
  return starts;
}

// Where `name` may be broken in two, with its parts at least two characters long.
std::vector<std::size_t> breaks(const Characters& name) {
  std::vector<std::size_t> places;
  int depth = 0;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool inside = depth > 0;
    if (opens(name[at])) ++depth;
    if (closes(name[at]) && depth > 0) --depth;
    if (at < 2 || at + 2 > name.size() || inside) continue;
    if (may_break(name, at)) places.push_back(at);
  }
  return places;
}

bool is_bracket(char32_t c) { return c == U'（' || c == U'('; }

std::optional<Label> broken_in_two(const TextMetrics& metrics, const Characters& name, Font font,
                                   double width) {
  const std::vector<bool> starts = word_starts(name);
  std::optional<Label> best;
  double least = 0;
  for (const std::size_t at : breaks(name)) {
    const std::u32string_view whole = name;
    const std::string first(trimmed(utf8(whole.substr(0, at))));
    const std::string second(trimmed(utf8(whole.substr(at))));
    const double widest =
        std::max(metrics.reserved_width(first, font), metrics.reserved_width(second, font));
    if (widest > width) continue;
    // Before a bracket if possible; else near the middle, rather two characters off than in a word.
    const double rank = is_bracket(name[at]) ? -1 : widest + (starts[at] ? 0 : 2 * font.size);
    if (best && rank >= least) continue;
    best = Label{{first, second}, false};
    least = rank;
  }
  return best;
}

bool fits_whole(const TextMetrics& metrics, std::string_view text, Font font, double width) {
  return length(text) <= kLongest && metrics.reserved_width(text, font) <= width;
}

Label with_id(const TextMetrics& metrics, const Named& named, const std::string& id) {
  const std::string suffix = " " + id;
  const double left = named.space.width - metrics.reserved_width(suffix, named.font);
  const std::string name = shown(named.name);
  const std::string base = cut_in_middle(metrics, name, named.font, left);
  return {{base + suffix}, base != name};
}

}  // namespace

std::string shown(std::string_view text) {
  std::string result;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = next_code_point(text, position);
    if (c == '\n' || c == '\t' || c == '\r') {
      result += ' ';
    } else {
      append_utf8(result, hides_or_moves(c) ? U'\uFFFD' : c);
    }
  }
  return result;
}

std::string Label::text() const {
  std::string joined;
  for (const std::string& line : lines) joined += line;
  return joined;
}

std::string cut_in_middle(const TextMetrics& metrics, std::string_view text, Font font,
                          double width) {
  if (fits_whole(metrics, text, font, width)) return std::string(text);
  const Characters all = characters(text);
  const auto cut = [&](std::size_t head, std::size_t tail) {
    const std::u32string_view whole = all;
    return utf8(whole.substr(0, head)) + std::string(kEllipsis) +
           utf8(whole.substr(whole.size() - tail));
  };
  const auto fits = [&](std::size_t head, std::size_t tail) {
    return metrics.reserved_width(cut(head, tail), font) <= width;
  };
  const std::size_t tail =
      largest(std::min(kKeptTail, all.size()), [&](std::size_t count) { return fits(0, count); });
  const std::size_t head = largest(std::min(kLongest, all.size() - tail),
                                   [&](std::size_t count) { return fits(count, tail); });
  return cut(head, tail);
}

std::string cut_at_end(const TextMetrics& metrics, std::string_view text, Font font, double width) {
  if (fits_whole(metrics, text, font, width)) return std::string(text);
  const auto cut = [&](std::size_t count) {
    return std::string(trimmed(prefix(text, count))) + std::string(kEllipsis);
  };
  return cut(largest(std::min(kLongest, length(text)), [&](std::size_t count) {
    return metrics.reserved_width(cut(count), font) <= width;
  }));
}

Label fitted(const TextMetrics& metrics, std::string_view name, Font font, LabelSpace space) {
  const std::string text = shown(name);
  if (fits_whole(metrics, text, font, space.width)) return {{text}, false};
  if (space.two_lines && length(text) <= kLongest) {
    if (auto label = broken_in_two(metrics, characters(text), font, space.width)) return *label;
  }
  return {{cut_in_middle(metrics, text, font, space.width)}, true};
}

std::vector<Label> distinct_labels(const TextMetrics& metrics, const std::vector<Named>& names) {
  std::vector<Label> labels;
  std::map<std::string, std::vector<std::size_t>> by_text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool blank = trimmed(names[i].name).empty();
    labels.push_back(
        fitted(metrics, blank ? names[i].id : names[i].name, names[i].font, names[i].space));
    by_text[labels.back().text()].push_back(i);
  }
  // Ids that are long themselves would be cut too: then the place in the picture tells them apart.
  const bool short_ids =
      std::ranges::all_of(names, [](const Named& named) { return length(named.id) <= 8; });
  for (const auto& [text, places] : by_text) {
    if (places.size() == 1) continue;
    for (const std::size_t i : places)
      labels[i] =
          with_id(metrics, names[i], short_ids ? shown(names[i].id) : "#" + std::to_string(i + 1));
  }
  return labels;
}

std::vector<std::string> wrapped(const TextMetrics& metrics, std::string_view text, Font font,
                                 double width, std::size_t most) {
  std::vector<std::string> lines;
  Characters rest = characters(shown(trimmed(text)));
  while (!rest.empty()) {
    const std::string left = utf8(rest);
    if (lines.size() + 1 == most || fits_whole(metrics, left, font, width)) {
      lines.push_back(cut_at_end(metrics, left, font, width));
      break;
    }
    const std::size_t fitting = std::max<std::size_t>(
        1, largest(std::min(kLongest, rest.size()), [&](std::size_t count) {
          return metrics.reserved_width(utf8(std::u32string_view(rest).substr(0, count)), font) <=
                 width;
        }));
    std::size_t end = std::min(fitting, rest.size() - 1);
    while (end > 1 && !may_break(rest, end)) --end;
    if (end <= 1) end = fitting;
    lines.emplace_back(trimmed(utf8(std::u32string_view(rest).substr(0, end))));
    rest.erase(0, end);
    while (!rest.empty() && rest.front() == U' ') rest.erase(0, 1);
  }
  return lines;
}

}  // namespace respnet::viz
