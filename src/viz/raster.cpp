#include "respnet/viz/raster.hpp"

#include <cmath>
#include <stdexcept>

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>

#include "respnet/base/document.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "viz/cairo_parts.hpp"

namespace respnet::viz {
namespace {

constexpr double kLongestSide = 32767;  // cairo's own limit
constexpr double kMostPixels = 268435456;

using Pattern = std::unique_ptr<FcPattern, Deleter<FcPatternDestroy>>;
using Objects = std::unique_ptr<FcObjectSet, Deleter<FcObjectSetDestroy>>;
using Fonts = std::unique_ptr<FcFontSet, Deleter<FcFontSetDestroy>>;

bool find_chinese_font() {
  const Pattern pattern(FcNameParse(reinterpret_cast<const FcChar8*>(":lang=zh-cn")));
  const Objects wanted(FcObjectSetBuild(FC_FAMILY, nullptr));
  const Fonts fonts(FcFontList(nullptr, pattern.get(), wanted.get()));
  return fonts && fonts->nfont > 0;
}

bool has_chinese_text(std::string_view text) {
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = next_code_point(text, position);
    if ((c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF)) return true;
  }
  return false;
}

}  // namespace

void require_font(std::string_view text) {
  if (has_chinese_text(text) && !has_chinese_font())
    throw FileError("font", "no font covers Chinese; install fonts-noto-cjk, or write SVG");
}

Handle parsed_svg(std::string_view svg, double dots_per_inch) {
  GError* error = nullptr;
  Handle handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
  g_clear_error(&error);
  if (!handle) throw std::invalid_argument("the SVG cannot be read");
  rsvg_handle_set_dpi(handle.get(), dots_per_inch);
  return handle;
}

void draw_svg(cairo_t* cairo, RsvgHandle* svg, const Box& place) {
  const RsvgRectangle viewport{place.x, place.y, place.width, place.height};
  GError* error = nullptr;
  const bool drawn = rsvg_handle_render_document(svg, cairo, &viewport, &error) != FALSE;
  g_clear_error(&error);
  if (!drawn) throw std::runtime_error("the picture could not be drawn");
}

cairo_status_t append_to_string(void* target, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

namespace {

struct Pixels {
  double width = 0, height = 0;
};

Pixels size_of(RsvgHandle* handle) {
  Pixels size;
  if (!rsvg_handle_get_intrinsic_size_in_pixels(handle, &size.width, &size.height))
    throw std::invalid_argument("the SVG has no size");
  size = {std::ceil(size.width), std::ceil(size.height)};
  if (size.width < 1 || size.height < 1) throw std::invalid_argument("the SVG has no size");
  if (std::max(size.width, size.height) > kLongestSide || size.width * size.height > kMostPixels) {
    throw LimitError("a picture of " + fixed(size.width, 0) + " x " + fixed(size.height, 0) +
                     " pixels is too large; the longest side may have 32767, the whole 2^28; "
                     "choose a lower resolution or SVG");
  }
  return size;
}

}  // namespace

bool has_chinese_font() {
  static const bool found = find_chinese_font();
  return found;
}

std::string png(std::string_view svg, double dots_per_inch) {
  if (!(dots_per_inch >= 10 && dots_per_inch <= 2400))
    throw std::invalid_argument("png: dots per inch must lie in 10 … 2400");
  require_font(svg);
  const Handle handle = parsed_svg(svg, dots_per_inch);
  const Pixels size = size_of(handle.get());
  // No transparency: every picture has its paper, and RGB packs faster.
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(size.width),
                                                   static_cast<int>(size.height)));
  const Cairo cairo(cairo_create(surface.get()));
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);
  cairo_paint(cairo.get());
  draw_svg(cairo.get(), handle.get(), {0, 0, size.width, size.height});
  std::string bytes;
  if (cairo_surface_write_to_png_stream(surface.get(), append_to_string, &bytes) !=
      CAIRO_STATUS_SUCCESS)
    throw std::runtime_error("png: the picture could not be drawn");
  return bytes;
}

namespace {

constexpr double kLongestPage = 14400;  // pt

}  // namespace

std::string pdf(std::span<const std::string> pages, const PdfProperties& properties) {
  ensure(!pages.empty(), "a PDF without pages");
  std::string bytes;
  {
    const Surface surface(cairo_pdf_surface_create_for_stream(append_to_string, &bytes, 1, 1));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                   properties.title.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                   creation_time(properties.date).c_str());
    const Cairo cairo(cairo_create(surface.get()));
    for (const std::string& svg : pages) {
      require_font(svg);
      const Handle handle = parsed_svg(svg, 72);
      double width = 0, height = 0;
      if (!rsvg_handle_get_intrinsic_size_in_pixels(handle.get(), &width, &height) || width <= 0)
        throw std::invalid_argument("the SVG has no size");
      if (std::max(width, height) > kLongestPage)
        throw LimitError("a page of " + fixed(width, 0) + " x " + fixed(height, 0) +
                         " pt is too large; the longest side may have 14400; choose a smaller "
                         "--width, or SVG");
      cairo_pdf_surface_set_size(surface.get(), width, height);
      draw_svg(cairo.get(), handle.get(), {0, 0, width, height});
      cairo_show_page(cairo.get());
    }
    if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS)
      throw std::runtime_error("pdf: the pages could not be drawn");
    cairo_surface_finish(surface.get());
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
      throw std::runtime_error("pdf: the pages could not be written");
  }
  return bytes;
}

}  // namespace respnet::viz
