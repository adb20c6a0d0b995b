#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "io/pdf_furniture.hpp"
#include "io/pdf_page.hpp"

namespace respnet::io {

/// How a document sets its prose.
struct PdfLayout {
  struct Margins {
    double left = 0, right = 0;
  };
  std::vector<Margins> pages;
  double pitch = 0;  ///< from line to line within a paragraph, in sizes of the font; 0: unknown
};

/// Margins are those that three lines of a page share, else those of the whole document; a right
/// margin left of the page's middle is none, then both are alike.
PdfLayout layout_of(const std::vector<PdfProse>& pages);

/// Joins the lines of a document into paragraphs, over the ends of lines and pages.
///
/// A line goes on in the next one when the next word would not have found room on it and nothing
/// tells that a paragraph begins: an indent, a wider gap, another size of the font, or a heading
/// mark or label behind a full stop outside brackets.
class PdfParagraphs {
 public:
  explicit PdfParagraphs(const PdfLayout& layout) : layout_(layout) {}

  void add(const PdfLine& line, std::size_t page);
  /// Ends the paragraph at hand.
  void close();
  /// Adds a line as it is, as a paragraph.
  void add_whole(const std::string& line);
  /// The paragraphs, a line each.
  std::string take();

 private:
  struct Last {
    PdfLine line;
    std::size_t page = 0;
    bool first = true;  ///< of its paragraph
  };

  bool goes_on(const PdfLine& line, std::size_t page) const;
  bool is_full(const PdfLine& next) const;
  bool is_apart(const PdfLine& line, std::size_t page) const;

  const PdfLayout& layout_;
  std::string text_;
  std::string paragraph_;
  int open_brackets_ = 0;  // in the paragraph at hand
  std::optional<Last> last_;
};

}  // namespace respnet::io
