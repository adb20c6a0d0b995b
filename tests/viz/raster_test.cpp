#include "respnet/viz/raster.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "respnet/base/files.hpp"
#include "viz/image.hpp"

namespace respnet::viz {
namespace {

constexpr const char* kBlue =
    R"(<svg xmlns="http://www.w3.org/2000/svg" width="36pt" height="18pt" viewBox="0 0 36 18">)"
    R"(<rect width="100%" height="100%" fill="#fff"/>)"
    R"(<rect width="18" height="18" fill="#0B3C6F"/></svg>)";

TEST(Raster, HasTheAskedResolution) {
  const test::Image image(png(kBlue, 144));

  EXPECT_EQ(image.width, 72);
  EXPECT_EQ(image.height, 36);
  EXPECT_EQ(test::Image(png(kBlue, 300)).width, 150);
}

TEST(Raster, KeepsColours) {
  const test::Image image(png(kBlue));

  EXPECT_EQ(image.pixel(18, 18), 0x0B3C6FU);
  EXPECT_EQ(image.pixel(54, 18), 0xFFFFFFU);
}

TEST(Raster, RefusesWhatIsNoPicture) {
  EXPECT_THROW(png("not a picture"), std::invalid_argument);
  EXPECT_THROW(png(""), std::invalid_argument);
  EXPECT_THROW(png(kBlue, 0), std::invalid_argument);
}

TEST(Raster, RefusesPicturesBeyondItsLimit) {
  const std::string svg =
      R"(<svg xmlns="http://www.w3.org/2000/svg" width="20000pt" height="10pt"/>)";

  EXPECT_THROW(png(svg, 144), LimitError);
}

TEST(Raster, PutsPicturesOnPagesOfTheirSize) {
  const std::string bytes = pdf(std::vector<std::string>{kBlue, kBlue}, {.title = "计划"});

  EXPECT_TRUE(bytes.starts_with("%PDF-"));
  EXPECT_NE(bytes.find("/MediaBox [ 0 0 36 18 ]"), std::string::npos);
  EXPECT_EQ(bytes, pdf(std::vector<std::string>{kBlue, kBlue}, {.title = "计划"}));
}

TEST(Raster, DatesAPdfByItsSourceNotByTheClock) {
  const auto dated = [](const char* date, const char* written) {
    const std::string bytes = pdf(std::vector<std::string>{kBlue}, {.date = date});
    return bytes.find("/CreationDate (" + std::string(written)) != std::string::npos;
  };
  EXPECT_TRUE(dated("", "19700101"));
  EXPECT_TRUE(dated("2024-09-05", "20240905"));
  EXPECT_TRUE(dated("2024-09", "20240901"));
  EXPECT_TRUE(dated("2024", "20240101"));
  EXPECT_TRUE(dated("next year", "19700101"));
  EXPECT_TRUE(dated("2024-9-05x", "19700101"));
}

TEST(Raster, RefusesPagesThatNoReaderShows) {
  const std::string wide =
      R"(<svg xmlns="http://www.w3.org/2000/svg" width="20000pt" height="10pt"/>)";

  EXPECT_THROW(pdf(std::vector<std::string>{wide}), LimitError);
}

// A program of its own: fontconfig reads its configuration once.
TEST(RasterDeathTest, RefusesChineseTextWithoutAFont) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  const auto without_fonts = [] {
    const auto config = std::filesystem::path(testing::TempDir()) / "no_fonts.conf";
    write_file(config, "<fontconfig/>");
    setenv("FONTCONFIG_FILE", config.c_str(), 1);
    if (has_chinese_font()) std::_Exit(1);
    if (png(kBlue).empty()) std::_Exit(2);  // no text, no font needed
    try {
      png(R"(<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>责</text></svg>)");
    } catch (const FileError&) {
      std::_Exit(0);
    }
    std::_Exit(3);
  };

  EXPECT_EXIT(without_fonts(), testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace respnet::viz
