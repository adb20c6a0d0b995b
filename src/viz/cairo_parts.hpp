#pragma once

// What PNG, PDF and print have in common: handles of cairo and librsvg, and SVGs drawn with them.

#include <memory>
#include <string_view>

#include <cairo.h>
#include <librsvg/rsvg.h>

#include "respnet/viz/geometry.hpp"

namespace respnet::viz {

template <auto Free>
struct Deleter {
  template <typename T>
  void operator()(T* object) const {
    Free(object);
  }
};
using Handle = std::unique_ptr<RsvgHandle, Deleter<g_object_unref>>;
using Surface = std::unique_ptr<cairo_surface_t, Deleter<cairo_surface_destroy>>;
using Cairo = std::unique_ptr<cairo_t, Deleter<cairo_destroy>>;

/// @throws FileError  when the text has Chinese and no font covers it
void require_font(std::string_view text);

/// @throws std::invalid_argument  when the SVG cannot be read
Handle parsed_svg(std::string_view svg, double dots_per_inch);

/// @throws std::runtime_error  when it cannot be drawn
void draw_svg(cairo_t* cairo, RsvgHandle* svg, const Box& place);

/// A cairo_write_func_t that appends to the std::string `target`.
cairo_status_t append_to_string(void* target, const unsigned char* data, unsigned int size);

}  // namespace respnet::viz
