#include "respnet/extract/flow.hpp"

#include <algorithm>
#include <optional>

#include "extract/ascii.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/brackets.hpp"
#include "respnet/extract/clean_line.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/lines.hpp"
#include "respnet/extract/unit_list.hpp"
#include "respnet/extract/unit_names.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

// A bracket that was opened further back was never closed.
constexpr std::size_t kLongestBracket = 4096;

bool ends_sentence(std::string_view content) {
  const Glyph last = glyph_at(content, previous(content, content.size()));
  return last.kind == GlyphKind::Stop || last.kind == GlyphKind::Colon ||
         last.kind == GlyphKind::Semicolon || last.kind == GlyphKind::Close;
}

// "…十个。牵头单位：" with the names on the next line; but not "各责任单位、配合单位：".
bool ends_in_label(std::string_view content) {
  const std::size_t last = previous(content, content.size());
  if (glyph_at(content, last).kind != GlyphKind::Colon) return false;
  std::size_t begin = last;
  while (begin > 0) {
    const std::size_t before = previous(content, begin);
    const GlyphKind kind = glyph_at(content, before).kind;
    if (kind == GlyphKind::Enumeration) return false;
    if (punctuates(kind) || kind == GlyphKind::Close) break;
    begin = before;
  }
  return label_at_start(content.substr(begin)) == content.size() - begin;
}

bool ends_in_separator(std::string_view content) {
  const GlyphKind last = glyph_at(content, previous(content, content.size())).kind;
  return last == GlyphKind::Enumeration || last == GlyphKind::Comma;
}

bool begins_inside_sentence(std::string_view content) {
  const GlyphKind first = glyph_at(content, 0).kind;
  return separates(first) || first == GlyphKind::Close || first == GlyphKind::Stop;
}

// A text that numbers headings 1.1 may number those above them without a dot: "1 重点任务".
bool numbers_by_decimals(std::string_view source, const std::vector<std::uint32_t>& starts) {
  constexpr std::size_t longest = 80;  // bytes: a mark and the beginning of a title
  return std::ranges::any_of(starts, [&](std::uint32_t start) {
    std::string_view line = source.substr(start, longest);
    line.remove_prefix(std::min(line.find_first_not_of(" \t#*"), line.size()));
    if (line.empty() || line.front() < '1' || line.front() > '9') return false;
    const auto mark = heading_mark(line.substr(0, line.find('\n')));
    return mark && mark->kind == MarkKind::Decimal;
  });
}

// The words up to the first punctuation or bracket.
std::string_view first_name(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const Glyph glyph = glyph_at(text, end);
    if (glyph.kind != GlyphKind::Other) break;
    end += glyph.size;
  }
  return text.substr(0, end);
}

std::string_view last_name(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::size_t begin = text.size();
  while (begin > 0 && text.size() - begin < longest) {
    const std::size_t before = previous(text, begin);
    if (glyph_at(text, before).kind != GlyphKind::Other) break;
    begin = before;
  }
  return text.substr(begin);
}

// 县水利局 and 县公安局 on two lines of a bracket, as web pages break lists; never 省 and 经信厅,
// which are one name over two lines.
bool are_two_names(std::string_view before, std::string_view behind) {
  constexpr std::size_t shortest = 3;  // characters
  const std::string_view upper = last_name(before);
  const std::string_view lower = first_name(behind);
  if (!looks_like_unit(upper) || length(upper) < shortest) return false;
  if (!looks_like_unit(lower) || length(lower) < shortest) return false;
  return !level_of(lower).empty() || is_group(lower);
}

// 石桥 and 镇: a name cut by the end of a line that is not full otherwise.
bool completes_name(std::string_view before, std::string_view behind) {
  const std::string_view upper = last_name(before);
  const std::string_view lower = first_name(behind);
  if (upper.empty() || lower.empty() || looks_like_unit(upper)) return false;
  return looks_like_unit(std::string(upper) + std::string(lower));
}

}  // namespace

// Builds the flow line by line.
class Flow::Joiner {
 public:
  explicit Joiner(Flow& flow)
      : flow_(flow),
        measure_(measure_of(flow.traced_.source(), flow.traced_.line_starts())),
        bare_numbers_(numbers_by_decimals(flow.traced_.source(), flow.traced_.line_starts())) {}

  /// @param before_break  whether the next line begins a new page
  void line(std::string_view raw, bool before_break);
  void finish() { close_paragraph(); }

 private:
  struct Last {  // about the line before
    bool ends_sentence = true;
    bool ends_in_separator = false;
    bool full_width = false;
    bool ends_in_label = false;  // "责任单位：" and the list on the next line
    bool row = false;            // of a pipe table
  };

  bool joins(std::string_view content, const std::optional<HeadingMark>& mark) const;
  bool plausible(const HeadingMark& mark) const;
  void open_paragraph(const std::optional<HeadingMark>& mark, std::string_view content);
  void close_paragraph();
  void append(std::string_view content);
  void track_brackets(std::size_t from);
  bool bracket_open() const;

  Flow& flow_;
  CleanLine clean_;
  Measure measure_;
  bool bare_numbers_ = false;  // "1 重点任务" is a heading
  Numbering numbering_;
  OpenBrackets brackets_;
  Last last_;
  bool any_ = false;
  bool heading_ = false;         // the paragraph at hand is a heading without a stop so far
  bool marked_heading_ = false;  // by "#"
  bool label_ = false;           // the paragraph at hand begins with a label
  bool page_break_ = false;
};

void Flow::Joiner::line(std::string_view raw, bool before_break) {
  const bool page_break = raw.find('\f') != std::string_view::npos;
  clean_.assign(raw);
  const LineContent line = content_of(clean_.text());
  const std::string_view content = stripped(line.text);
  if (content.empty()) {
    page_break_ |= page_break;
    return;
  }
  if (is_page_number(stripped(raw), page_break || page_break_ || before_break)) return;
  page_break_ = page_break;

  std::optional<HeadingMark> mark = heading_mark(content);
  if (!mark && bare_numbers_) mark = bare_number_mark(content);
  if (mark && !plausible(*mark)) mark.reset();
  if (!any_ || line.marked_heading || !joins(content, mark)) {
    close_paragraph();
    open_paragraph(mark, content);
    marked_heading_ = line.marked_heading;
    label_ = label_at_start(content) != 0;
  }
  const std::size_t from = flow_.traced_.size();
  append(content);
  track_brackets(from);
  if (heading_ &&
      find_outside_brackets(flow_.text().substr(from), GlyphKind::Stop) != std::string_view::npos)
    heading_ = false;
  last_ = {ends_sentence(content), ends_in_separator(content),
           measure_.full != 0 && columns(content) >= measure_.full, ends_in_label(content),
           content.starts_with('|')};
}

bool Flow::Joiner::plausible(const HeadingMark& mark) const {
  if (!any_ || last_.ends_sentence || label_) return true;
  if (heading_ && mark.kind > flow_.paragraphs_.back().mark.kind) return true;
  if (measure_.full != 0 && !last_.full_width) return true;
  return numbering_.expects(mark);
}

bool Flow::Joiner::joins(std::string_view content, const std::optional<HeadingMark>& mark) const {
  if (mark || is_annex_mark(content) || content.starts_with('|')) return false;
  if (bracket_open() || begins_inside_sentence(content)) return true;
  if (last_.ends_in_label) return label_at_start(content) == 0;
  if (label_at_start(content) != 0 || last_.ends_sentence || marked_heading_) return false;
  if (label_ && completes_name(flow_.text(), content)) return true;
  if (heading_ || label_) return last_.full_width || (label_ && last_.ends_in_separator);
  return !last_.row;
}

bool Flow::Joiner::bracket_open() const {
  return !brackets_.empty() && flow_.traced_.size() - brackets_.innermost().at < kLongestBracket;
}

void Flow::Joiner::open_paragraph(const std::optional<HeadingMark>& mark,
                                  std::string_view content) {
  Paragraph paragraph;
  paragraph.range.begin = flow_.traced_.size();
  paragraph.annex = is_annex_mark(content);
  if (mark) {
    paragraph.mark = *mark;
    numbering_.accept(*mark);
  }
  heading_ = mark.has_value();
  brackets_.clear();
  flow_.paragraphs_.push_back(paragraph);
  any_ = true;
}

void Flow::Joiner::close_paragraph() {
  if (!any_) return;
  flow_.paragraphs_.back().range.end = flow_.traced_.size();
  flow_.traced_.append_mark('\n');
}

void Flow::Joiner::append(std::string_view content) {
  TracedText& traced = flow_.traced_;
  const std::uint32_t begin = flow_.paragraphs_.back().range.begin;
  if (traced.size() > begin) {
    const bool words = is_word(traced.text().back()) && is_word(content.front());
    const bool names = (label_ || !brackets_.empty()) && !last_.full_width &&
                       are_two_names(traced.text().substr(begin), content);
    // The line break in front stands for the blank between two words or names.
    if (words || names) traced.append(' ', clean_.source_offset(traced, content.data()) - 1);
  }
  clean_.append_to(traced, content);
}

void Flow::Joiner::track_brackets(std::size_t from) {
  const std::string_view text = flow_.text();
  for (std::size_t i = from; i < text.size();) {
    const Glyph glyph = glyph_at(text, i);
    if (glyph.kind == GlyphKind::Open) brackets_.open(static_cast<std::uint32_t>(i), glyph.family);
    if (glyph.kind == GlyphKind::Close) brackets_.close(glyph.family);
    i += glyph.size;
  }
}

Flow::Flow(std::string_view source) : traced_(source) {
  traced_.reserve(source.size() + 1);
  const std::vector<std::uint32_t>& starts = traced_.line_starts();
  Joiner joiner(*this);
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : source.size();
    joiner.line(source.substr(starts[i], end - starts[i]),
                end < source.size() && source[end] == '\f');
  }
  joiner.finish();
}

}  // namespace respnet::extract
