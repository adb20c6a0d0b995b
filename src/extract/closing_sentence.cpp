#include "extract/closing_sentence.hpp"

#include <algorithm>

#include "respnet/base/text.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/unit_list.hpp"

namespace respnet::extract {
namespace {

constexpr std::string_view kBy = "由";

// In front of the stop at the end of `body`, and of a bracket there that says until when:
// "…配合。（长期坚持）".
std::size_t sentence_end(std::string_view body) {
  constexpr std::size_t longest = 120;  // bytes of such a bracket
  std::size_t end = body.size();
  const auto kind_at_end = [&] {
    return end == 0 ? GlyphKind::Other : glyph_at(body, previous(body, end)).kind;
  };
  if (kind_at_end() == GlyphKind::Close) {
    std::size_t open = end;
    while (open > 0 && end - open < longest &&
           glyph_at(body, open = previous(body, open)).kind != GlyphKind::Open) {
    }
    const Glyph glyph = glyph_at(body, open);
    const std::string_view inside =
        body.substr(open + glyph.size, previous(body, end) - std::min(end, open + glyph.size));
    if (glyph.kind != GlyphKind::Open || !looks_like_deadline(inside)) return end;
    end = open;
  }
  if (kind_at_end() == GlyphKind::Stop) end = previous(body, end);
  return end;
}

std::optional<FoundClause> sentence(std::string_view text, Range words) {
  FoundClause clause;
  clause.form = ClauseForm::Sentence;
  clause.range = words;
  if (!may_be_clause(words.of(text))) return std::nullopt;
  clause.reading = read_clause_at(text, words);
  auto& parts = clause.reading.parts;
  const auto is_deadline = [text](const NamedPart& part) {
    return looks_like_deadline(part.text.of(text));
  };
  std::size_t units = 0;
  std::size_t others = 0;  // 某某车间: short, but no known ending
  for (const NamedPart& part : parts) {
    if (is_deadline(part)) continue;
    if (!part.is_explicit && !clause.reading.joint) return std::nullopt;
    for (const ListedUnit& unit : split_units(text, part.text)) {
      constexpr std::size_t longest_name = 12;  // characters
      ++(looks_like_unit(unit.name) ? units : others);
      if (units == 0 || length(unit.name) > longest_name * (looks_like_unit(unit.name) ? 4 : 1))
        return std::nullopt;
    }
  }
  if (others > units) return std::nullopt;
  const bool stated = clause.reading.has_verb || clause.reading.labelled;
  if (!stated || parts.empty() || is_deadline(parts.front())) return std::nullopt;
  return clause;
}

}  // namespace

std::optional<FoundClause> closing_sentence(std::string_view text, Range whole_body) {
  constexpr std::size_t longest = 600;
  const std::string_view body = stripped(whole_body.of(text));
  if (body.empty()) return std::nullopt;
  const auto offset = static_cast<std::uint32_t>(body.data() - text.data());
  std::size_t end = sentence_end(body);
  std::size_t begin = end;
  std::size_t by = end;  // behind the comma in front of the first 由
  while (begin > 0 && end - begin < longest) {
    const std::size_t before = previous(body, begin);
    const GlyphKind kind = glyph_at(body, before).kind;
    if (kind == GlyphKind::Stop || kind == GlyphKind::LineBreak) break;
    if (separates(kind) && body.substr(begin).starts_with(kBy)) by = begin;
    begin = before;
  }
  if (end - begin >= longest) return std::nullopt;
  const auto part = [&](std::size_t from) {
    return sentence(text, {offset + static_cast<std::uint32_t>(from),
                           offset + static_cast<std::uint32_t>(end)});
  };
  if (auto whole = part(begin)) return whole;
  return by < end && by != begin ? part(by) : std::nullopt;
}

}  // namespace respnet::extract
