// The pictures that the READMEs show are those that the program draws today.

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include <cairo.h>
#include <gtest/gtest.h>

#include "respnet/viz/picture.hpp"
#include "support/process.hpp"

namespace respnet {
namespace {

namespace fs = std::filesystem;
using test::content;
using test::Folder;
using test::shell;

struct Free {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, Free>;

// Where two pictures differ by more than the rounding of another processor may; -1: in size.
long different_pixels(const fs::path& one, const fs::path& other) {
  const Surface a(cairo_image_surface_create_from_png(one.c_str()));
  const Surface b(cairo_image_surface_create_from_png(other.c_str()));
  const int width = cairo_image_surface_get_width(a.get());
  const int height = cairo_image_surface_get_height(a.get());
  if (width == 0 || width != cairo_image_surface_get_width(b.get()) ||
      height != cairo_image_surface_get_height(b.get()))
    return -1;
  const int stride = cairo_image_surface_get_stride(a.get());
  const unsigned char* first = cairo_image_surface_get_data(a.get());
  const unsigned char* second = cairo_image_surface_get_data(b.get());
  long different = 0;
  for (long i = 0; i < static_cast<long>(stride) * height; ++i)
    if (std::abs(first[i] - second[i]) > 24) ++different;
  return different;
}

TEST(Gallery, DrawsTheReadmePicturesAsTheyAreToday) {
  const Folder folder;
  const auto outcome = shell("RESPNET='" + std::string(RESPNET_PROGRAM) +
                             "' viz/gallery --readme '" + (folder / "").string() + "'");
  ASSERT_EQ(outcome.code, 0) << outcome.err;

  int pictures = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(RESPNET_SOURCE_DIR) / "viz")) {
    if (entry.path().extension() != ".png") continue;
    ++pictures;
    const std::string name = entry.path().filename().string();
    EXPECT_EQ(different_pixels(entry.path(), folder / name), 0)
        << name << " is out of date; viz/gallery --readme draws it anew";
    for (const char* readme : {"README.md", "README.zh-CN.md"})
      EXPECT_NE(content(fs::path(RESPNET_SOURCE_DIR) / readme).find("viz/" + name),
                std::string::npos)
          << readme << " does not show " << name;
  }
  EXPECT_EQ(pictures, 4);
}

TEST(Gallery, KnowsEveryView) {
  const std::string script = content(fs::path(RESPNET_SOURCE_DIR) / "viz" / "gallery");

  for (const viz::View view : viz::kViews)
    EXPECT_NE(script.find(std::string(viz::name(view))), std::string::npos) << viz::name(view);
}

}  // namespace
}  // namespace respnet
