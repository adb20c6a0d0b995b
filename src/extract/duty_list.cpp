#include "respnet/extract/duty_list.hpp"

#include <algorithm>

#include "respnet/extract/brackets.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/unit_list.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

constexpr std::size_t kLongestTitle = 600;  // bytes: a dozen of units

// Where 负责 begins in "县教育局负责办学"; the end where it does not occur.
std::size_t in_front_of_verb(std::string_view title) {
  std::size_t first = title.size();
  for (const std::string_view verb : kResponsibleVerbs) first = std::min(first, title.find(verb));
  return std::min(first, title.size());
}

std::optional<DutyTitle> read_title(std::string_view text, Range title) {
  if (title.empty() || title.size() > kLongestTitle) return std::nullopt;
  const std::string_view words = title.of(text);
  const std::vector<std::uint32_t> pairs = closings(words);
  DutyTitle found{title, true};
  std::size_t begin = 0;
  const auto takes = [&](std::size_t end) {
    const std::string_view name = stripped(words.substr(begin, end - begin));
    if (!looks_like_unit(name)) return false;
    found.certain &= is_certain_unit(name);
    return true;
  };
  for (std::size_t i = 0; i < words.size();) {
    if (pairs[i] != 0) {
      i = pairs[i];
      continue;
    }
    const Glyph glyph = glyph_at(words, i);
    if (separates(glyph.kind)) {
      if (!takes(i)) return std::nullopt;
      begin = i + glyph.size;
    }
    i += glyph.size;
  }
  if (!takes(words.size())) return std::nullopt;
  return found;
}

}  // namespace

std::optional<DutyTitle> duty_title(std::string_view text, Range title) {
  title = narrowed(text, title);
  if (title.empty() || title.size() > kLongestTitle) return std::nullopt;
  if (const auto found = read_title(text, title)) return found;
  const std::size_t verb = in_front_of_verb(title.of(text));
  if (verb == title.size()) return std::nullopt;
  title.end = title.begin + static_cast<std::uint32_t>(verb);
  const auto found = read_title(text, narrowed(text, title));
  return found && found->certain ? found : std::nullopt;
}

std::vector<Range> duty_paragraphs(std::string_view text, Range body) {
  std::vector<Range> units;
  for (std::uint32_t begin = body.begin; begin < body.end;) {
    const std::size_t line_end = std::min<std::size_t>(text.find('\n', begin), body.end);
    const std::string_view line = text.substr(begin, line_end - begin);
    const std::size_t colon =
        find_outside_brackets(line.substr(0, kLongestTitle), GlyphKind::Colon);
    if (colon != std::string_view::npos) {
      const Range title{begin, begin + static_cast<std::uint32_t>(colon)};
      const std::string_view duties = stripped(line.substr(colon + glyph_at(line, colon).size));
      constexpr std::size_t shortest = 12;  // bytes: four characters
      const auto found = read_title(text, narrowed(text, title));
      if (found && found->certain && duties.size() >= shortest) units.push_back(found->units);
    }
    begin = static_cast<std::uint32_t>(line_end) + 1;
  }
  if (units.size() < 2) units.clear();
  return units;
}

}  // namespace respnet::extract
