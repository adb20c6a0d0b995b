#pragma once

// A PNG read back.

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include <cairo.h>

namespace respnet::viz::test {

struct Image {
  int width = 0, height = 0;
  std::vector<std::uint32_t> pixels;  // 0xRRGGBB, row by row; empty: not a PNG

  explicit Image(const std::string& png) {
    Reader reader{png};
    cairo_surface_t* surface = cairo_image_surface_create_from_png_stream(read, &reader);
    width = cairo_image_surface_get_width(surface);
    height = cairo_image_surface_get_height(surface);
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) {
        std::uint32_t value = 0;
        std::memcpy(&value,
                    cairo_image_surface_get_data(surface) +
                        y * cairo_image_surface_get_stride(surface) + 4 * x,
                    4);
        pixels.push_back(value & 0xFFFFFF);
      }
    }
    cairo_surface_destroy(surface);
  }

  std::uint32_t pixel(int x, int y) const {
    return pixels.at(static_cast<std::size_t>(y * width + x));
  }

 private:
  struct Reader {
    const std::string& bytes;
    std::size_t at = 0;
  };
  static cairo_status_t read(void* closure, unsigned char* data, unsigned int size) {
    auto& from = *static_cast<Reader*>(closure);
    if (from.at + size > from.bytes.size()) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(data, from.bytes.data() + from.at, size);
    from.at += size;
    return CAIRO_STATUS_SUCCESS;
  }
};

}  // namespace respnet::viz::test
