#include "respnet/viz/print_pdf.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include <cairo-pdf.h>

#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "viz/cairo_parts.hpp"
#include "viz/labels.hpp"
#include "viz/pdf_language.hpp"
#include "viz/print_cover.hpp"
#include "viz/print_flow.hpp"

namespace respnet::viz {
namespace {

// Everything a person reads of it, to see whether a font for Chinese is needed.
void require_fonts(const Document& document, const Messages& say) {
  require_font(document.title + document.kind + document.about + say("shared.contents"));
  for (const std::string& source : document.sources) require_font(source);
  for (const Block& block : document.blocks) {
    if (const auto* heading = std::get_if<Heading>(&block)) require_font(heading->text);
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) require_font(paragraph->text);
    if (const auto* figure = std::get_if<Figure>(&block)) require_font(figure->svg);
    if (const auto* items = std::get_if<Items>(&block))
      for (const std::string& text : items->texts) require_font(text);
    if (const auto* facts = std::get_if<Facts>(&block))
      for (const auto& [label, value] : facts->rows) require_font(label + value);
    if (const auto* grid = std::get_if<Grid>(&block))
      for (const auto& row : grid->rows)
        for (const std::string& cell : row) require_font(cell);
  }
}

void set_color(cairo_t* cairo, std::string_view color) {
  const auto part = [&](std::size_t at) {
    return std::stoi(std::string(color.substr(at, 2)), nullptr, 16) / 255.0;
  };
  cairo_set_source_rgb(cairo, part(1), part(3), part(5));
}

void draw_text(cairo_t* cairo, const PrintPage::Text& text) {
  set_color(cairo, text.color);
  // The middle of a Chinese character is 0.38 em above the base line.
  cairo_move_to(cairo, text.x, text.middle + 0.38 * text.size);
  pango_cairo_show_layout_line(cairo, text.line.line());
}

std::string destination(const PlacedHeading& heading) {
  return "page=" + std::to_string(heading.page + 2) + " pos=[" + fixed(kSideMargin, 1) + " " +
         fixed(std::max(0.0, heading.y - 12), 1) + "]";
}

std::string rectangle(const Box& box) {
  return "rect=[" + fixed(box.x, 1) + " " + fixed(box.y, 1) + " " + fixed(box.width, 1) + " " +
         fixed(box.height, 1) + "]";
}

// The document's title at the head and the page's number at the foot.
void add_furniture(PrintPage& page, const Document& document, const Typesetter& type,
                   const TextMetrics& metrics, const Messages& say, std::size_t number,
                   std::size_t count) {
  constexpr Font kHead{8.5};
  const double room = page.width - 2 * kSideMargin;
  const auto put = [&](std::string_view words, double x_share, double y) {
    const SetLine line = type.lines(words, kHead, 0).front();
    page.texts.push_back(
        {line, kSideMargin + x_share * (room - line.width()), y, kHead.size, palette::kMuted});
  };
  put(say("print.page", {{"page", number}, {"pages", count}}), 0.5,
      page.height - (page.bare ? 11 : 34));
  if (page.bare) return;
  put(cut_at_end(metrics, document.title, kHead, room), 0, 36);
  page.areas.push_back({{kSideMargin, 45, room, 0.5}, palette::kRule});
}

void draw(cairo_t* cairo, const PrintPage& page, const Pages& pages) {
  for (const auto& image : page.images) {
    const Handle svg = parsed_svg(image.figure->svg, 72);
    draw_svg(cairo, svg.get(), image.box);
  }
  for (const auto& area : page.areas) {
    set_color(cairo, area.color);
    cairo_rectangle(cairo, area.box.x, area.box.y, area.box.width, area.box.height);
    cairo_fill(cairo);
  }
  for (const auto& text : page.texts) draw_text(cairo, text);
  for (const auto& link : page.links) {
    const std::string target =
        rectangle(link.box) + " " + destination(pages.headings[link.heading]);
    cairo_tag_begin(cairo, CAIRO_TAG_LINK, target.c_str());
    cairo_tag_end(cairo, CAIRO_TAG_LINK);
  }
}

void add_bookmarks(cairo_surface_t* surface, const Pages& pages) {
  std::vector<int> above{CAIRO_PDF_OUTLINE_ROOT};  // by level
  for (const PlacedHeading& heading : pages.headings) {
    above.resize(std::min(above.size(), static_cast<std::size_t>(std::max(1, heading.level))));
    above.push_back(cairo_pdf_surface_add_outline(
        surface, above.back(), shown(heading.text).c_str(), destination(heading).c_str(),
        static_cast<cairo_pdf_outline_flags_t>(0)));
  }
}

void set_properties(cairo_surface_t* surface, const Document& document) {
  cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, shown(document.title).c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, document.kind.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, document.creator.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                 creation_time(document.date).c_str());
}

}  // namespace

std::string print_pdf(const Document& document) {
  const Messages say(document.language);
  require_fonts(document, say);
  const Typesetter type(document.language);
  const TextMetrics metrics;
  Pages pages = flow(document, type, say);
  const std::size_t count = pages.pages.size() + 1;
  for (std::size_t i = 0; i < pages.pages.size(); ++i)
    add_furniture(pages.pages[i], document, type, metrics, say, i + 2, count);

  std::string bytes;
  const Surface surface(
      cairo_pdf_surface_create_for_stream(append_to_string, &bytes, kA4Width, kA4Height));
  set_properties(surface.get(), document);
  const Cairo cairo(cairo_create(surface.get()));
  draw(cairo.get(), cover(document, pages, type, say), pages);
  cairo_show_page(cairo.get());
  for (const PrintPage& page : pages.pages) {
    cairo_pdf_surface_set_size(surface.get(), page.width, page.height);
    draw(cairo.get(), page, pages);
    cairo_show_page(cairo.get());
  }
  add_bookmarks(surface.get(), pages);
  cairo_surface_finish(surface.get());
  if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS ||
      cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error("pdf: the pages could not be written");
  return with_language(std::move(bytes), document.language == Language::Zh ? "zh-Hans" : "en");
}

}  // namespace respnet::viz
