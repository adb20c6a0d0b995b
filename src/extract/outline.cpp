#include "respnet/extract/outline.hpp"

#include <algorithm>
#include <optional>

#include "extract/ascii.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/brackets.hpp"
#include "respnet/extract/glyphs.hpp"

namespace respnet::extract {
namespace {

// A mark that opens the next level may stand this far behind the mark of a title, in bytes.
constexpr std::size_t kLongestTitle = 240;
// A title has few brackets in front of its clause.
constexpr std::uint32_t kMostBrackets = 4;

bool ends_title(std::string_view text, std::size_t at, const Glyph& glyph) {
  if (glyph.kind == GlyphKind::Stop) return true;
  if (glyph.kind != GlyphKind::Colon) return false;
  const bool time_or_ratio = glyph.size == 1 && at + 1 < text.size() && is_digit(text[at + 1]);
  return !time_or_ratio;
}

// Han or a full-width mark stands in front of `at`, blanks between them left out.
bool is_behind_word(std::string_view text, std::uint32_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  return at > 0 && static_cast<unsigned char>(text[at - 1]) >= 0x80;
}

class Outliner {
 public:
  explicit Outliner(const Flow& flow) : text_(flow.text()) {
    headings_.emplace_back();
    for (const Paragraph& paragraph : flow.paragraphs()) read(paragraph);
    close_body(static_cast<std::uint32_t>(text_.size()));
  }

  std::vector<Heading> headings() && { return std::move(headings_); }

 private:
  void read(const Paragraph& paragraph);
  std::uint32_t open(const HeadingMark& mark, Range rest, bool run_in);
  void scan(Range rest);
  std::uint32_t open_first(Range rest);
  std::optional<HeadingMark> run_in_mark(std::uint32_t at, std::uint32_t end) const;
  bool opens_clause(std::uint32_t at, std::uint32_t end) const;
  Range title_range(const HeadingMark& mark, Range rest) const;
  std::uint32_t parent_of(const HeadingMark& mark) const;
  void close_body(std::uint32_t end) { headings_.back().body.end = end; }

  std::string_view text_;
  std::vector<Heading> headings_;
  Numbering numbering_;
  std::uint32_t part_ = 0;
};

void Outliner::read(const Paragraph& paragraph) {
  if (paragraph.annex && headings_.size() > 1) {
    close_body(paragraph.range.begin);
    Heading annex;
    annex.part = ++part_;
    annex.body = {paragraph.range.end, paragraph.range.end};
    headings_.push_back(annex);
    return;
  }
  Range rest = paragraph.range;
  if (paragraph.mark.kind != MarkKind::None) rest.begin = open(paragraph.mark, rest, false);
  scan(rest);
}

// Adds the heading whose mark stands at the beginning of `rest`; returns where its body begins.
std::uint32_t Outliner::open(const HeadingMark& mark, Range rest, bool run_in) {
  Heading heading;
  heading.mark = mark;
  heading.part = part_;
  heading.parent = parent_of(mark);
  heading.title = title_range(mark, rest);
  heading.run_in = run_in;
  std::uint32_t behind = heading.title.end;
  if (behind < rest.end) {
    const Glyph next = glyph_at(text_, behind);
    if (next.kind == GlyphKind::Stop || next.kind == GlyphKind::Colon) behind += next.size;
  }
  heading.own_line = stripped(text_.substr(behind, rest.end - behind)).empty();
  heading.label = {rest.begin, heading.own_line ? rest.end : heading.title.end};
  close_body(rest.begin);
  heading.body = {behind, rest.end};
  headings_.push_back(heading);
  numbering_.accept(mark);
  return behind;
}

// Up to the first stop, or to a mark that opens the next level.
Range Outliner::title_range(const HeadingMark& mark, Range rest) const {
  const std::uint32_t begin = rest.begin + mark.size;
  std::uint32_t depth = 0;
  std::uint32_t brackets = 0;
  for (std::uint32_t i = begin; i < rest.end;) {
    const Glyph glyph = glyph_at(text_, i);
    const bool hidden = depth > 0 && i - begin < kLongestTitle;
    if (!hidden && ends_title(text_, i, glyph)) return {begin, i};
    if (!hidden && i > begin && i - begin < kLongestTitle && mark.kind < MarkKind::Digit) {
      const auto next = heading_mark(text_.substr(i, std::min<std::size_t>(rest.end - i, 64)));
      const bool behind_word = is_behind_word(text_, i);
      if (next && numbering_.expects(*next) && behind_word && next->kind > mark.kind &&
          next->kind <= MarkKind::Digit)
        return {begin, i};
    }
    if (glyph.kind == GlyphKind::Open && depth == 0 && ++brackets <= kMostBrackets &&
        opens_clause(i, rest.end))
      return {begin, i};
    if (glyph.kind == GlyphKind::Open || glyph.kind == GlyphKind::QuoteOpen) ++depth;
    if ((glyph.kind == GlyphKind::Close || glyph.kind == GlyphKind::QuoteClose) && depth > 0)
      --depth;
    i += glyph.size;
  }
  return {begin, rest.end};
}

// 1.修路（甲局负责）: a clause may follow the title without a stop.
bool Outliner::opens_clause(std::uint32_t at, std::uint32_t end) const {
  constexpr std::size_t longest = 1024;
  const std::string_view rest = text_.substr(at, std::min<std::size_t>(end - at, longest));
  const std::size_t opening = glyph_at(rest, 0).size;
  if (any_label_at_start(rest.substr(opening)) != 0) return true;
  const std::size_t behind = closings(rest).front();
  if (behind == 0) return false;
  const std::string_view next = stripped(rest.substr(behind));
  const bool closes = next.empty() || glyph_at(next, 0).kind == GlyphKind::Stop ||
                      glyph_at(next, 0).kind == GlyphKind::Open;
  return closes && may_be_clause(rest.substr(opening, previous(rest, behind) - opening));
}

// Looks for headings inside a paragraph.
void Outliner::scan(Range rest) {
  if (headings_.size() == 1) rest.begin = open_first(rest);
  bool behind_stop = !headings_.back().own_line && headings_.size() > 1 &&
                     headings_.back().body.begin == rest.begin;
  for (std::uint32_t i = rest.begin; i < rest.end;) {
    if (behind_stop)
      if (const auto mark = run_in_mark(i, rest.end)) {
        i = open(*mark, {i, rest.end}, true);
        continue;
      }
    const Glyph glyph = glyph_at(text_, i);
    if (glyph.kind != GlyphKind::Blank)
      behind_stop = glyph.kind == GlyphKind::Stop || glyph.kind == GlyphKind::Close;
    i += glyph.size;
  }
}

// 某县治水方案一、总体要求…。二、重点任务…: a text without line breaks, where nothing stands
// between the title and the first heading. Returns where that heading's body begins.
std::uint32_t Outliner::open_first(Range rest) {
  constexpr std::string_view first = "一、";
  constexpr std::string_view second = "二、";
  const std::string_view text = rest.of(text_);
  const std::size_t at = text.find(first);
  if (at == 0 || at == std::string_view::npos) return rest.begin;
  const std::size_t next = text.find(second, at);
  if (next == std::string_view::npos) return rest.begin;
  const std::size_t stop = previous(text, next);
  const GlyphKind before = glyph_at(text, stop).kind;
  if (before != GlyphKind::Stop && before != GlyphKind::Close && before != GlyphKind::Blank)
    return rest.begin;
  const auto begin = rest.begin + static_cast<std::uint32_t>(at);
  const auto mark = heading_mark(text.substr(at, 64));
  if (!mark || punctuates(glyph_at(text, previous(text, at)).kind)) return rest.begin;
  return open(*mark, {begin, rest.end}, true);
}

std::optional<HeadingMark> Outliner::run_in_mark(std::uint32_t at, std::uint32_t end) const {
  const auto mark = heading_mark(text_.substr(at, std::min<std::size_t>(end - at, 64)));
  if (!mark || mark->kind > MarkKind::Digit) return std::nullopt;
  if (numbering_.continues(*mark) && mark->number > 1) return mark;
  const bool opens_level = mark->number == 1 && mark->kind > headings_.back().mark.kind;
  return opens_level ? mark : std::nullopt;
}

// 2 is above 2.1, and 3 is not.
bool fits_above(const HeadingMark& upper, const HeadingMark& mark) {
  const std::size_t above = numbers_above(upper.kind);
  const bool counted = upper.kind == MarkKind::Digit || above != 0;
  if (!counted || numbers_above(mark.kind) == 0) return true;
  return std::equal(upper.above.begin(), upper.above.begin() + above, mark.above.begin()) &&
         upper.number == mark.above[above];
}

std::uint32_t Outliner::parent_of(const HeadingMark& mark) const {
  auto at = static_cast<std::uint32_t>(headings_.size() - 1);
  while (at != 0 && headings_[at].part == part_ &&
         (headings_[at].mark.kind >= mark.kind || !fits_above(headings_[at].mark, mark)))
    at = headings_[at].parent;
  return at;
}

}  // namespace

std::vector<Heading> outline(const Flow& flow) { return Outliner(flow).headings(); }

std::string path(const std::vector<Heading>& headings, std::size_t heading) {
  std::vector<std::size_t> way;  // from the heading up
  for (std::size_t at = heading; at != 0 && headings[at].mark.kind != MarkKind::None;
       at = headings[at].parent)
    way.push_back(at);
  std::vector<std::uint32_t> numbers;
  for (; !way.empty(); way.pop_back()) {
    const HeadingMark& mark = headings[way.back()].mark;
    std::size_t known = std::min(numbers_above(mark.kind), numbers.size());
    while (known > 0 && !std::equal(numbers.end() - static_cast<std::ptrdiff_t>(known),
                                    numbers.end(), mark.above.begin()))
      --known;  // 2.1 under 2: the 2 is there already
    for (; known < numbers_above(mark.kind); ++known) numbers.push_back(mark.above[known]);
    numbers.push_back(mark.number);
  }
  std::string id;
  for (const std::uint32_t number : numbers) id += (id.empty() ? "" : ".") + std::to_string(number);
  return id;
}

}  // namespace respnet::extract
