#include "respnet/extract/clause_finder.hpp"

#include <algorithm>
#include <optional>

#include "extract/closing_sentence.hpp"
#include "respnet/extract/brackets.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/unit_list.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

// Brackets nested deeper than this are no clause; it also bounds how often a byte is read.
constexpr int kDeepestClause = 4;

class Finder {
 public:
  Finder(std::string_view text, Range body) : text_(text), body_(body) {}
  std::vector<FoundClause> find();

 private:
  void close(Range bracket, std::uint32_t inside_end, int height);
  std::optional<FoundClause> bracketed(Range bracket, Range words) const;
  bool lists_units(const std::vector<NamedPart>& parts) const;
  bool closes_sentence(Range bracket) const;
  bool stands_alone(Range bracket) const;
  void colon(std::uint32_t behind);
  void add_run_ons();
  FoundClause run_on(std::uint32_t begin, std::uint32_t limit) const;
  std::uint32_t run_on_end(std::uint32_t begin, std::uint32_t limit) const;
  std::uint32_t behind_remark(std::uint32_t stop, std::uint32_t limit) const;
  GlyphKind kind_before(std::uint32_t at) const;
  GlyphKind kind_behind(std::uint32_t at) const;

  std::string_view text_;
  Range body_;
  OpenBrackets open_;
  std::vector<FoundClause> found_;
  std::vector<std::uint32_t> labels_;  // where labels begin that no bracket announces
};

std::vector<FoundClause> Finder::find() {
  for (std::uint32_t i = body_.begin; i < body_.end;) {
    const Glyph glyph = glyph_at(text_, i);
    const std::uint32_t behind = i + glyph.size;
    switch (glyph.kind) {
      case GlyphKind::Open:
        open_.open(i, glyph.family);
        break;
      case GlyphKind::Close:
        if (const auto opened = open_.close(glyph.family))
          close({opened->at, behind}, i, opened->height);
        break;
      case GlyphKind::Colon:
        colon(behind);
        break;
      case GlyphKind::LineBreak:
        open_.clear();
        break;
      default:
        break;
    }
    i = behind;
  }
  add_run_ons();
  if (found_.empty())
    if (auto sentence = closing_sentence(text_, body_)) found_.push_back(std::move(*sentence));
  return std::move(found_);
}

void Finder::close(Range bracket, std::uint32_t inside_end, int height) {
  if (height > kDeepestClause) return;
  const Range words{bracket.begin + glyph_at(text_, bracket.begin).size, inside_end};
  auto clause = bracketed(bracket, words);
  if (!clause) return;
  while (!found_.empty() && found_.back().range.begin > bracket.begin) found_.pop_back();
  found_.push_back(std::move(*clause));
}

std::optional<FoundClause> Finder::bracketed(Range bracket, Range words) const {
  const std::string_view content = words.of(text_);
  FoundClause clause;
  clause.range = bracket;
  const bool lists = stands_alone(bracket);
  if (!lists && !may_be_clause(content)) return std::nullopt;
  if (content.size() > kLongestClause) {
    clause.too_long = true;
    if (any_label_at_start(stripped(content)) == 0) return std::nullopt;
    return clause;
  }
  clause.reading = read_clause_at(text_, words);
  const auto& parts = clause.reading.parts;
  const auto is_unit = [this](const NamedPart& part) {
    return looks_like_unit(part.text.of(text_));
  };
  if (clause.reading.labelled) return clause;
  if (parts.empty()) return std::nullopt;
  if (clause.reading.has_verb) {
    const auto named = std::ranges::find_if_not(
        parts, [this](const NamedPart& part) { return looks_like_deadline(part.text.of(text_)); });
    if (named == parts.end() || !is_unit(*named) || !closes_sentence(bracket)) return std::nullopt;
    return clause;
  }
  clause.role_word = false;
  if (!lists || !lists_units(parts)) return std::nullopt;
  for (NamedPart& part : clause.reading.parts) part.is_explicit = false;
  return clause;
}

// （甲局、乙局）, （甲局，10月底前）; a single unit only if it can be nothing else.
bool Finder::lists_units(const std::vector<NamedPart>& parts) const {
  std::size_t units = 0;
  bool certain = false;
  for (const NamedPart& part : parts) {
    const std::string_view words = part.text.of(text_);
    if (looks_like_deadline(words)) continue;
    if (!looks_like_unit(words)) return false;
    ++units;
    certain |= is_certain_unit(words);
  }
  return units > 1 || certain;
}

// Behind a stop, or in front of one or of the end of the paragraph.
bool Finder::closes_sentence(Range bracket) const {
  const GlyphKind before = kind_before(bracket.begin);
  const GlyphKind behind = kind_behind(bracket.end);
  return before == GlyphKind::Stop || before == GlyphKind::LineBreak || behind == GlyphKind::Stop ||
         behind == GlyphKind::LineBreak || behind == GlyphKind::Semicolon ||
         behind == GlyphKind::Open;
}

// Behind a sentence, or on a line of its own, and at the end of its paragraph.
bool Finder::stands_alone(Range bracket) const {
  const GlyphKind before = kind_before(bracket.begin);
  return (before == GlyphKind::Stop || before == GlyphKind::LineBreak) &&
         kind_behind(bracket.end) == GlyphKind::LineBreak;
}

GlyphKind Finder::kind_before(std::uint32_t at) const {
  while (at > body_.begin) {
    at = static_cast<std::uint32_t>(previous(text_, at));
    const GlyphKind kind = glyph_at(text_, at).kind;
    if (kind != GlyphKind::Blank && kind != GlyphKind::QuoteClose) return kind;
  }
  return GlyphKind::LineBreak;
}

GlyphKind Finder::kind_behind(std::uint32_t at) const {
  while (at < body_.end) {
    const Glyph glyph = glyph_at(text_, at);
    if (glyph.kind != GlyphKind::Blank) return glyph.kind;
    at += glyph.size;
  }
  return GlyphKind::LineBreak;
}

// Is the colon in front of `behind` that of a label that begins a line or a sentence?
void Finder::colon(std::uint32_t behind) {
  constexpr std::uint32_t longest_label = 90;
  const auto at = static_cast<std::uint32_t>(previous(text_, behind));
  const std::string_view before = stripped(
      text_.substr(body_.begin, at - body_.begin)
          .substr(at - body_.begin > longest_label ? at - body_.begin - longest_label : 0));
  const bool ends_like_label = kLabelHeads.at_end(before) != 0 || kTimeLabels.at_end(before) != 0 ||
                               kPersonHeads.at_end(before) != 0 || before.ends_with("）") ||
                               before.ends_with(')');
  if (!ends_like_label) return;
  std::uint32_t begin = at;
  bool listed = false;  // 县直各牵头单位、配合单位：names those addressed
  while (begin > body_.begin && at - begin < longest_label) {
    const auto next = static_cast<std::uint32_t>(previous(text_, begin));
    const GlyphKind kind = glyph_at(text_, next).kind;
    const bool boundary = punctuates(kind) || kind == GlyphKind::Open || kind == GlyphKind::Close ||
                          kind == GlyphKind::Blank;
    if (boundary && label_at_start(text_.substr(begin, behind - begin)) == behind - begin) {
      listed = kind == GlyphKind::Enumeration && labels_.empty();
      break;
    }
    if (boundary && (punctuates(kind) || kind == GlyphKind::Open)) return;
    begin = next;
  }
  if (listed || begin == at ||
      label_at_start(text_.substr(begin, behind - begin)) != behind - begin)
    return;
  if (labels_.empty() || labels_.back() < begin) labels_.push_back(begin);
}

void Finder::add_run_ons() {
  if (labels_.empty()) return;
  std::vector<FoundClause> all;
  std::size_t next = 0;  // the next bracketed clause
  std::uint32_t free_from = body_.begin;
  for (const std::uint32_t label : labels_) {
    while (next < found_.size() && found_[next].range.end <= label) {
      free_from = std::max(free_from, found_[next].range.end);
      all.push_back(std::move(found_[next++]));
    }
    const bool inside_bracket = next < found_.size() && found_[next].range.begin <= label;
    if (inside_bracket || label < free_from) continue;
    const std::uint32_t limit = next < found_.size() ? found_[next].range.begin : body_.end;
    all.push_back(run_on(label, limit));
    free_from = all.back().range.end;
  }
  while (next < found_.size()) all.push_back(std::move(found_[next++]));
  found_ = std::move(all);
}

FoundClause Finder::run_on(std::uint32_t begin, std::uint32_t limit) const {
  FoundClause clause;
  clause.form = ClauseForm::RunOn;
  const std::uint32_t end = run_on_end(begin, limit);
  clause.range = {begin, end};
  if (kind_before(begin) == GlyphKind::Open && kind_behind(end) != GlyphKind::Close) {
    clause.form = ClauseForm::Bracketed;
    clause.closed = false;
    do clause.range.begin = static_cast<std::uint32_t>(previous(text_, clause.range.begin));
    while (glyph_at(text_, clause.range.begin).kind != GlyphKind::Open);
  }
  if (end - begin > kLongestClause)
    clause.too_long = true;
  else
    clause.reading = read_clause_at(text_, {begin, end});
  return clause;
}

// The first stop outside brackets, the bracket around, the line's end or the limit.
std::uint32_t Finder::run_on_end(std::uint32_t begin, std::uint32_t limit) const {
  std::uint32_t depth = 0;
  for (std::uint32_t i = begin; i < limit;) {
    const Glyph glyph = glyph_at(text_, i);
    if (glyph.kind == GlyphKind::LineBreak) return i;
    if (glyph.kind == GlyphKind::Stop && depth == 0) return behind_remark(i, limit);
    if (glyph.kind == GlyphKind::Open) ++depth;
    if (glyph.kind == GlyphKind::Close) {
      if (depth == 0) return i;
      --depth;
    }
    i += glyph.size;
  }
  return limit;
}

// A remark that the first unit leads may follow in a sentence of its own.
std::uint32_t Finder::behind_remark(std::uint32_t stop, std::uint32_t limit) const {
  const std::uint32_t begin = stop + glyph_at(text_, stop).size;
  std::uint32_t end = begin;
  while (end < limit && end - begin < 300) {
    const Glyph glyph = glyph_at(text_, end);
    if (glyph.kind == GlyphKind::Stop || glyph.kind == GlyphKind::LineBreak) break;
    end += glyph.size;
  }
  return first_leads_remark(text_.substr(begin, end - begin)) ? end : stop;
}

}  // namespace

std::vector<FoundClause> find_clauses(std::string_view text, Range body) {
  return Finder(text, body).find();
}

}  // namespace respnet::extract
