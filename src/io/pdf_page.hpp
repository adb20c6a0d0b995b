#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace respnet::io {

/// A place on a page, in points from its upper left corner.
struct PdfBox {
  double left = 0, top = 0, right = 0, bottom = 0;

  double middle() const { return (top + bottom) / 2; }
  double center() const { return (left + right) / 2; }
  double width() const { return right - left; }
  /// The smallest box that holds both.
  void include(const PdfBox& other);
};

struct PdfWord {
  PdfBox box;
  double size = 0;           ///< of the font; the box may be far higher
  bool space_after = false;  ///< a blank follows
  std::string_view text;
};

/// What stands on one page.
struct PdfPage {
  double width = 0, height = 0;
  std::vector<PdfWord> words;
  std::vector<PdfBox> rules;  ///< thin, upright or level
};

/// The pages that respnet-pdftext tells of (src/pdftext/records.hpp has the form).
/// @param records  must outlive the pages
/// @throws InputError  when this is no such text: the program found is another one
std::vector<PdfPage> pdf_pages(std::string_view records, const std::string& file);

/// Words that stand side by side.
struct PdfLine {
  PdfBox box;
  double size = 0;  ///< of most of its font
  std::string text;

  /// How wide the beginning is that a line break could not part from what follows it: a word, or a
  /// Chinese character with the brackets and stops around it.
  double first_word_width() const;
};

/// Fonts of one size, but for rounding.
bool same_size(const PdfLine& a, const PdfLine& b);

/// From one line to the next, in sizes of the font.
double pitch(const PdfLine& a, const PdfLine& b);

/// The lines that words form, from top to bottom, words from left to right.
///
/// Blanks are where the page has them; not between Chinese and Latin letters, where typesetting
/// sets a small gap of its own.
/// Cost: O(n log n).
std::vector<PdfLine> pdf_lines(std::vector<PdfWord> words);

/// The lines of a page that stand outside of its tables.
struct PdfProse {
  double width = 0, height = 0;  ///< of the page
  std::vector<PdfLine> lines;    ///< from top to bottom
};

/// How far lines of one paragraph are apart, in sizes of the font; 0 where too few tell.
double common_pitch(const std::vector<PdfProse>& pages);

/// A hyphen parts a word at the end of the line: the next one goes on in lower case.
bool breaks_word(std::string_view line, std::string_view next);

/// Appends a line to those before it, as if it had not been broken: no blank beside a Chinese
/// character, no hyphen inside a word that goes on in lower case.
void append_broken(std::string& text, std::string_view line);

}  // namespace respnet::io
