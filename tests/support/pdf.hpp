#pragma once

// PDF files made in memory, for the reader of PDF files.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

namespace respnet::test {

/// Pages of A4 with text and lines where one puts them, in points from the upper left corner.
class PdfDocument {
 public:
  static constexpr double kWidth = 595, kHeight = 842;

  PdfDocument()
      : surface_(cairo_pdf_surface_create_for_stream(collect, &bytes_, kWidth, kHeight),
                 cairo_surface_destroy),
        cairo_(cairo_create(surface_.get()), cairo_destroy) {}

  /// One line of text, its upper left corner at that place.
  PdfDocument& text(double x, double y, std::string_view words, double size = 12) {
    const Layout layout = new_layout(words, size);
    cairo_move_to(cairo_.get(), x, y);
    pango_cairo_show_layout(cairo_.get(), layout.get());
    return *this;
  }
  PdfDocument& rule(double left, double top, double right, double bottom) {
    cairo_set_line_width(cairo_.get(), 0.75);
    cairo_move_to(cairo_.get(), left, top);
    cairo_line_to(cairo_.get(), right, bottom);
    cairo_stroke(cairo_.get());
    return *this;
  }
  /// A picture over the whole page, as a scanner gives it.
  PdfDocument& picture() {
    cairo_surface_t* dots = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 60, 84);
    cairo_set_source_surface(cairo_.get(), dots, 0, 0);
    cairo_paint(cairo_.get());
    cairo_surface_destroy(dots);
    return *this;
  }
  PdfDocument& next_page() {
    cairo_show_page(cairo_.get());
    return *this;
  }

  /// A paragraph broken into lines of that width, each as Pango would set it.
  std::vector<std::string> broken(std::string_view paragraph, double width, double indent,
                                  double size) const {
    const Layout layout = new_layout(paragraph, size);
    pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_indent(layout.get(), static_cast<int>(indent * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    std::vector<std::string> lines;
    for (int i = 0; i < pango_layout_get_line_count(layout.get()); ++i) {
      const PangoLayoutLine* line = pango_layout_get_line_readonly(layout.get(), i);
      lines.emplace_back(paragraph.substr(static_cast<std::size_t>(line->start_index),
                                          static_cast<std::size_t>(line->length)));
    }
    return lines;
  }

  /// The file; the document is done.
  std::string bytes() {
    cairo_show_page(cairo_.get());
#ifdef __SANITIZE_ADDRESS__
    // Cairo 1.16 loses 768 bytes for each OpenType font with CFF outlines that it embeds.
    const __lsan::ScopedDisabler known_leak;
#endif
    cairo_surface_finish(surface_.get());
    return bytes_;
  }

 private:
  struct Unref {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  };
  using Layout = std::unique_ptr<PangoLayout, Unref>;

  static cairo_status_t collect(void* to, const unsigned char* data, unsigned size) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
  }

  Layout new_layout(std::string_view words, double size) const {
    Layout layout(pango_cairo_create_layout(cairo_.get()));
    PangoFontDescription* font = pango_font_description_from_string("Noto Serif CJK SC");
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    pango_layout_set_text(layout.get(), words.data(), static_cast<int>(words.size()));
    return layout;
  }

  std::string bytes_;
  std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface_;
  std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo_;
};

struct PdfStyle {
  double size = 12;
  double pitch = 20;         ///< from line to line
  double indent = 24;        ///< of a paragraph's first line
  double paragraph_gap = 0;  ///< more between paragraphs
  double left = 90, right = 505, top = 90, bottom = 760;
  std::string head;           ///< on each page; empty: none
  bool page_numbers = false;  ///< "— 3 —" at the foot
};

/// Paragraphs as a word processor prints them, over as many pages as they take.
inline std::string typeset(const std::vector<std::string>& paragraphs, const PdfStyle& style = {}) {
  PdfDocument document;
  int page = 0;
  double y = 0;
  const auto begin_page = [&] {
    if (page++ > 0) document.next_page();
    y = style.top;
    if (!style.head.empty()) document.text(240, 40, style.head, 9);
    if (style.page_numbers) document.text(280, 790, "— " + std::to_string(page) + " —", 10);
  };
  begin_page();
  for (const std::string& paragraph : paragraphs) {
    bool first = true;
    for (const std::string& line :
         document.broken(paragraph, style.right - style.left, style.indent, style.size)) {
      if (y + style.pitch > style.bottom) begin_page();
      document.text(style.left + (first ? style.indent : 0), y, line, style.size);
      y += style.pitch;
      first = false;
    }
    y += style.paragraph_gap;
  }
  return document.bytes();
}

/// A PDF file of these objects, numbered from 1, the first one the catalogue.
inline std::string pdf_of_objects(const std::vector<std::string>& objects,
                                  const std::string& trailer = {}) {
  std::string file = "%PDF-1.4\n";
  std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const std::string offset = std::to_string(file.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::size_t table_at = file.size();
  return file + table + "trailer\n<< /Size " + std::to_string(objects.size() + 1) +
         " /Root 1 0 R " + trailer + " >>\nstartxref\n" + std::to_string(table_at) + "\n%%EOF\n";
}

}  // namespace respnet::test
