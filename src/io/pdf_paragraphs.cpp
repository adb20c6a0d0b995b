#include "io/pdf_paragraphs.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "respnet/base/text.hpp"
#include "respnet/extract/clause.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/heading_mark.hpp"
#include "respnet/extract/lines.hpp"

namespace respnet::io {
namespace {

using extract::GlyphKind;

constexpr double kIndent = 0.7;     // sizes of the font
constexpr double kHanging = 3.5;    // the furthest that lines hang behind their mark
constexpr double kNarrowest = 0.6;  // share of a page's width at which prose ends at least
constexpr double kWiderPitch = 1.2;

// The outermost value that `least` others come near to.
std::optional<double> shared(std::vector<double> values, std::size_t least, double near) {
  if (values.size() < least) return std::nullopt;
  std::ranges::sort(values);
  for (std::size_t i = 0; i + least <= values.size(); ++i)
    if (values[i + least - 1] - values[i] <= near) return values[i];
  return std::nullopt;
}

std::optional<PdfLayout::Margins> margins(const std::vector<const PdfLine*>& lines,
                                          std::size_t least) {
  std::vector<double> lefts, rights;
  double size = 0;
  for (const PdfLine* line : lines) {
    lefts.push_back(line->box.left);
    rights.push_back(-line->box.right);
    size = std::max(size, line->size);
  }
  const auto left = shared(std::move(lefts), least, 1);
  const auto right = shared(std::move(rights), least, size / 2);
  if (!left || !right) return std::nullopt;
  return PdfLayout::Margins{*left, -*right};
}

std::vector<const PdfLine*> pointers(const std::vector<PdfLine>& lines) {
  std::vector<const PdfLine*> all;
  for (const PdfLine& line : lines) all.push_back(&line);
  return all;
}

bool begins_with_mark(std::string_view text) {
  return extract::heading_mark(text).has_value() || extract::label_at_start(text) != 0 ||
         extract::is_annex_mark(text) || extract::content_of(text).text.size() < text.size();
}

bool begins_wide(std::string_view text) {
  return !text.empty() && display_width(prefix(text, 1)) == 2;
}

bool ends_sentence(std::string_view text) {
  const GlyphKind last = extract::glyph_at(text, extract::previous(text, text.size())).kind;
  return last == GlyphKind::Stop || last == GlyphKind::Colon || last == GlyphKind::Semicolon ||
         last == GlyphKind::Close || text.ends_with('.');
}

// Brackets that open, less those that close.
int bracket_balance(std::string_view text) {
  int balance = 0;
  for (std::size_t at = 0; at < text.size();) {
    const extract::Glyph glyph = extract::glyph_at(text, at);
    balance += glyph.kind == GlyphKind::Open ? 1 : glyph.kind == GlyphKind::Close ? -1 : 0;
    at += glyph.size;
  }
  return balance;
}

}  // namespace

PdfLayout layout_of(const std::vector<PdfProse>& pages) {
  std::vector<const PdfLine*> all;
  for (const PdfProse& page : pages)
    for (const PdfLine& line : page.lines) all.push_back(&line);
  const std::size_t least = std::max<std::size_t>(3, all.size() / 20);
  const auto common = margins(all, least);
  PdfLayout layout{.pages = {}, .pitch = common_pitch(pages)};
  for (const PdfProse& page : pages) {
    const auto own = margins(pointers(page.lines), 3);
    // A page of short lines shares no margin; its own may be anything.
    const bool wide = own && (!common || own->right > common->right - 12);
    PdfLayout::Margins taken = wide ? *own : common.value_or(PdfLayout::Margins{0, page.width});
    if (taken.right < kNarrowest * page.width) taken.right = page.width - taken.left;
    layout.pages.push_back(taken);
  }
  return layout;
}

bool PdfParagraphs::is_full(const PdfLine& next) const {
  const PdfLine& line = last_->line;
  if (breaks_word(line.text, next.text)) return true;
  const double room = layout_.pages[last_->page].right - line.box.right;
  return next.first_word_width() + line.size / 8 > room;
}

// Whether the place of `line` says that it begins a paragraph.
bool PdfParagraphs::is_apart(const PdfLine& line, std::size_t page) const {
  const PdfLine& last = last_->line;
  if (!same_size(last, line)) return true;
  if (page == last_->page && layout_.pitch > 0 && pitch(last, line) > kWiderPitch * layout_.pitch)
    return true;
  const double before = last.box.left - layout_.pages[last_->page].left;
  const double here = line.box.left - layout_.pages[page].left;
  const double indent = (here - before) / line.size;
  if (indent > kIndent) {
    const bool hangs = last_->first && indent < kHanging && begins_with_mark(last.text);
    return !hangs;
  }
  // Chinese paragraphs begin with an indent of two characters: two such lines are two paragraphs.
  const double from_margin = here / line.size;
  if (last_->first && from_margin > 1.5 && from_margin < 2.5 && begins_wide(line.text)) return true;
  return indent < -kIndent && !last_->first;
}

bool PdfParagraphs::goes_on(const PdfLine& line, std::size_t page) const {
  if (!last_ || !is_full(line) || is_apart(line, page)) return false;
  return open_brackets_ > 0 || !begins_with_mark(line.text) || !ends_sentence(last_->line.text);
}

void PdfParagraphs::add(const PdfLine& line, std::size_t page) {
  const bool joined = goes_on(line, page);
  if (!joined) close();
  append_broken(paragraph_, line.text);
  open_brackets_ = std::max(0, open_brackets_ + bracket_balance(line.text));
  last_ = Last{line, page, !joined};
}

void PdfParagraphs::close() {
  if (!paragraph_.empty()) text_ += paragraph_ + '\n';
  paragraph_.clear();
  open_brackets_ = 0;
  last_.reset();
}

void PdfParagraphs::add_whole(const std::string& line) {
  close();
  text_ += line + '\n';
}

std::string PdfParagraphs::take() {
  close();
  return std::exchange(text_, {});
}

}  // namespace respnet::io
