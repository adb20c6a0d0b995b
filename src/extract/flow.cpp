#include "respnet/extract/flow.hpp"

#include <algorithm>
#include <optional>

#include "respnet/extract/brackets.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/lines.hpp"

namespace respnet::extract {
namespace {

constexpr std::string_view kBold = "**";
// A bracket that was opened further back was never closed.
constexpr std::size_t kLongestBracket = 4096;

bool ends_sentence(std::string_view content) {
  const Glyph last = glyph_at(content, previous(content, content.size()));
  return last.kind == GlyphKind::Stop || last.kind == GlyphKind::Colon ||
         last.kind == GlyphKind::Semicolon || last.kind == GlyphKind::Close;
}

bool ends_in_separator(std::string_view content) {
  const GlyphKind last = glyph_at(content, previous(content, content.size())).kind;
  return last == GlyphKind::Enumeration || last == GlyphKind::Comma;
}

bool begins_inside_sentence(std::string_view content) {
  const GlyphKind first = glyph_at(content, 0).kind;
  return separates(first) || first == GlyphKind::Close || first == GlyphKind::Stop;
}

bool is_ascii_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// "**1. 修路。**年内" -> "1. 修路。**年内": a mark may stand behind the bold mark.
std::string_view unbolded(std::string_view content) {
  while (content.starts_with(kBold)) content.remove_prefix(kBold.size());
  return stripped(content);
}

}  // namespace

// Builds the flow line by line.
class Flow::Joiner {
 public:
  explicit Joiner(Flow& flow)
      : flow_(flow), measure_(measure_of(flow.traced_.source(), flow.traced_.line_starts())) {}

  /// @param before_break  whether the next line begins a new page
  void line(std::string_view raw, bool before_break);
  void finish() { close_paragraph(); }

 private:
  struct Last {  // about the line before
    bool ends_sentence = true;
    bool ends_in_separator = false;
    bool full_width = false;
    bool only_label = false;  // "责任单位：" and the list on the next line
    std::string_view text;
  };

  bool joins(std::string_view content, const std::optional<HeadingMark>& mark) const;
  bool plausible(const HeadingMark& mark) const;
  void open_paragraph(const std::optional<HeadingMark>& mark, std::string_view content);
  void close_paragraph();
  void append(std::string_view content);
  void track_brackets(std::size_t from);
  bool bracket_open() const;

  Flow& flow_;
  Measure measure_;
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
  const LineContent line = content_of(raw);
  const std::string_view content = unbolded(line.text);
  if (content.empty()) {
    page_break_ |= page_break;
    return;
  }
  if (is_page_number(stripped(raw), page_break || page_break_ || before_break)) return;
  page_break_ = page_break;

  std::optional<HeadingMark> mark = heading_mark(content);
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
           measure_.full != 0 && columns(content) >= measure_.full,
           label_at_start(content) == content.size(), content};
}

bool Flow::Joiner::plausible(const HeadingMark& mark) const {
  if (!any_ || last_.ends_sentence || label_) return true;
  if (measure_.full != 0 && !last_.full_width) return true;
  return numbering_.expects(mark);
}

bool Flow::Joiner::joins(std::string_view content, const std::optional<HeadingMark>& mark) const {
  if (mark || is_annex_mark(content) || content.starts_with('|')) return false;
  if (bracket_open() || begins_inside_sentence(content)) return true;
  if (last_.only_label) return label_at_start(content) == 0;
  if (label_at_start(content) != 0 || last_.ends_sentence || marked_heading_) return false;
  if (heading_ || label_) return last_.full_width || (label_ && last_.ends_in_separator);
  return !last_.text.starts_with('|');
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
  const bool inside = traced.size() > flow_.paragraphs_.back().range.begin;
  if (inside && is_ascii_word(traced.text().back()) && is_ascii_word(content.front())) {
    // The line break in front stands for the blank between two words.
    traced.append(' ', static_cast<std::uint32_t>(content.data() - traced.source().data() - 1));
  }
  while (!content.empty()) {
    const std::size_t bold = content.find(kBold);
    traced.append(content.substr(0, bold));
    content.remove_prefix(bold == std::string_view::npos ? content.size() : bold + kBold.size());
  }
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
