#include "io/pdf_page.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>

#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/glyphs.hpp"

namespace respnet::io {
namespace {

using extract::GlyphKind;

class Records {
 public:
  Records(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  std::vector<PdfPage> pages() {
    while (!text_.empty()) {
      const std::size_t end = text_.find('\n');
      if (end == std::string_view::npos) refuse();
      line_ = text_.substr(0, end);
      text_.remove_prefix(end + 1);
      read_line();
    }
    return std::move(pages_);
  }

 private:
  [[noreturn]] void refuse() const {
    throw InputError({file_},
                     "the program respnet-pdftext tells what cannot be understood; install the one "
                     "of this version of respnet");
  }

  std::string_view field() {
    const std::string_view word = line_.substr(0, line_.find(' '));
    line_.remove_prefix(std::min(word.size() + 1, line_.size()));
    return word;
  }

  double number() {
    const std::string_view word = field();
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc{} || end != word.data() + word.size() || !(std::abs(value) < 1e6))
      refuse();
    return value;
  }

  PdfBox box() {
    PdfBox box;
    for (double* side : {&box.left, &box.top, &box.right, &box.bottom}) *side = number();
    return box;
  }

  void read_line() {
    const std::string_view kind = field();
    if (kind == "page") {
      PdfPage page;
      page.width = number();
      page.height = number();
      pages_.push_back(std::move(page));
    } else if (kind == "word" && !pages_.empty()) {
      PdfWord word{.box = box()};
      word.size = number();
      if (word.size <= 0) refuse();
      word.space_after = number() != 0;
      word.text = extract::stripped(line_);
      if (!word.text.empty()) pages_.back().words.push_back(word);
    } else if (kind == "rule" && !pages_.empty()) {
      pages_.back().rules.push_back(box());
    } else {
      refuse();
    }
  }

  std::string_view text_;
  std::string_view line_;
  const std::string& file_;
  std::vector<PdfPage> pages_;
};

bool is_wide(char32_t c) { return c >= 0x2E80 || (c >= 0x2010 && c <= 0x2026); }

char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return next_code_point(text, at);
}

char32_t last_of(std::string_view text) {
  std::size_t at = extract::previous(text, text.size());
  return next_code_point(text, at);
}

// Whether a blank stands between two words of one line; bounds in sizes of the font.
bool parted(const PdfWord& a, const PdfWord& b) {
  const double gap = (b.box.left - a.box.right) / std::max(a.size, b.size);
  const int wide = (is_wide(last_of(a.text)) ? 1 : 0) + (is_wide(first_of(b.text)) ? 1 : 0);
  if (wide == 0) return a.space_after || gap > 0.08;
  return gap > (wide == 1 ? 0.45 : 0.2);
}

bool same_line(const PdfWord& a, const PdfWord& b) {
  return std::abs(a.box.middle() - b.box.middle()) < std::max(a.size, b.size) / 2;
}

PdfLine line_of(std::span<PdfWord> words) {
  std::ranges::stable_sort(words, {}, [](const PdfWord& word) { return word.box.left; });
  PdfLine line{.box = words.front().box, .text = std::string(words.front().text)};
  double widest = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const PdfWord& word = words[i];
    if (i > 0) {
      if (parted(words[i - 1], word)) line.text += ' ';
      line.text += word.text;
      line.box.include(word.box);
    }
    if (word.box.width() > widest) {
      widest = word.box.width();
      line.size = word.size;
      line.box.top = word.box.top;
      line.box.bottom = word.box.bottom;
    }
  }
  if (line.size <= 0) line.size = words.front().size;
  return line;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// Bytes of what a line break could not part at the beginning of a line.
std::size_t first_word_size(std::string_view text) {
  std::size_t at = 0;
  const auto kind = [&] { return extract::glyph_at(text, at).kind; };
  const auto skip = [&] { at += extract::glyph_at(text, at).size; };
  while (at < text.size() && (kind() == GlyphKind::Open || kind() == GlyphKind::QuoteOpen)) skip();
  if (at < text.size() && is_wide(first_of(text.substr(at)))) {
    skip();
  } else {
    while (at < text.size() && text[at] != ' ' && !is_wide(first_of(text.substr(at)))) skip();
  }
  while (at < text.size() && (kind() == GlyphKind::Close || kind() == GlyphKind::QuoteClose ||
                              (extract::punctuates(kind()) && kind() != GlyphKind::LineBreak)))
    skip();
  return at;
}

// How wide a text is to another one in the same font, about.
double relative_width(std::string_view text) {
  double width = static_cast<double>(display_width(text));
  for (const char c : text)
    if (c >= 'A' && c <= 'Z') width += 0.35;
  return width;
}

}  // namespace

void PdfBox::include(const PdfBox& other) {
  left = std::min(left, other.left);
  top = std::min(top, other.top);
  right = std::max(right, other.right);
  bottom = std::max(bottom, other.bottom);
}

std::vector<PdfPage> pdf_pages(std::string_view records, const std::string& file) {
  if (first_invalid_utf8(records)) throw InputError({file}, "the text in this PDF is damaged");
  return Records(records, file).pages();
}

double PdfLine::first_word_width() const {
  const std::size_t first = first_word_size(text);
  const double all = relative_width(text);
  return all == 0 ? 0 : box.width() * relative_width(std::string_view(text).substr(0, first)) / all;
}

std::vector<PdfLine> pdf_lines(std::vector<PdfWord> words) {
  std::ranges::stable_sort(words, {}, [](const PdfWord& word) { return word.box.middle(); });
  std::vector<PdfLine> lines;
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin + 1;
    while (end < words.size() && same_line(words[begin], words[end])) ++end;
    lines.push_back(line_of(std::span(words).subspan(begin, end - begin)));
    begin = end;
  }
  return lines;
}

bool same_size(const PdfLine& a, const PdfLine& b) {
  constexpr double other_size = 0.15;  // as a share
  return std::abs(a.size - b.size) <= other_size * std::max(a.size, b.size);
}

double pitch(const PdfLine& a, const PdfLine& b) {
  return (b.box.middle() - a.box.middle()) / std::max(a.size, b.size);
}

// That of the narrow third: lines of one paragraph stand closer than paragraphs do.
double common_pitch(const std::vector<PdfProse>& pages) {
  std::vector<double> pitches;
  for (const PdfProse& page : pages)
    for (std::size_t i = 1; i < page.lines.size(); ++i) {
      const double step = pitch(page.lines[i - 1], page.lines[i]);
      if (same_size(page.lines[i - 1], page.lines[i]) && step < 4) pitches.push_back(step);
    }
  if (pitches.size() < 4) return 0;
  const auto third = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 3);
  std::ranges::nth_element(pitches, third);
  return *third;
}

bool breaks_word(std::string_view line, std::string_view next) {
  return line.size() > 1 && line.ends_with('-') && is_letter(line[line.size() - 2]) &&
         !next.empty() && is_small(next.front());
}

void append_broken(std::string& text, std::string_view line) {
  constexpr std::string_view soft_hyphen = "\xC2\xAD";
  if (text.empty() || line.empty()) {
    text += line;
    return;
  }
  if (text.ends_with(soft_hyphen)) {
    text.resize(text.size() - soft_hyphen.size());
  } else if (breaks_word(text, line)) {
    text.pop_back();
  } else if (!text.ends_with('-') && !is_wide(last_of(text)) && !is_wide(first_of(line))) {
    text += ' ';
  }
  text += line;
}

}  // namespace respnet::io
