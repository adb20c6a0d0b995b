#include "pdftext/rules.hpp"

#include <cstddef>

#include <poppler-image.h>
#include <poppler-page-renderer.h>

namespace pdftext {
namespace {

constexpr double kDotsPerInch = 72;  // a dot a point
constexpr int kLargestPage = 4000;
constexpr std::size_t kMostRules = 5000;
constexpr int kAside = 3;       // dots beside one on a line, of which one must be lighter
constexpr int kContrast = 24;   // of 255
constexpr int kLongestGap = 4;  // where other lines cross
constexpr int kShortestLevel = 18;
constexpr int kShortestUpright = 9;

// A picture seen along one direction: `along` runs with the lines sought, `across` over them.
struct View {
  const unsigned char* dots;
  std::ptrdiff_t step_along, step_across;
  int along, across;

  bool on_line(int at, int line) const {
    const unsigned char* dot = dots + at * step_along + line * step_across;
    return lighter(dot, -step_across) && lighter(dot, step_across);
  }

  // Text may stand close by: one lighter dot between is enough.
  static bool lighter(const unsigned char* dot, std::ptrdiff_t aside) {
    for (int i = 1; i <= kAside; ++i)
      if (*(dot + i * aside) >= *dot + kContrast) return true;
    return false;
  }
};

struct Run {
  int line, begin, end;
};

std::vector<Run> runs(const View& view, int shortest) {
  std::vector<Run> found;
  for (int line = kAside; line + kAside < view.across; ++line) {
    int begin = -1, last = -1;
    const auto close = [&] {
      if (begin >= 0 && last + 1 - begin >= shortest) found.push_back({line, begin, last + 1});
      begin = -1;
    };
    for (int at = 0; at < view.along; ++at) {
      if (!view.on_line(at, line)) continue;
      if (begin >= 0 && at - last > kLongestGap) close();
      if (begin < 0) begin = at;
      last = at;
    }
    close();
  }
  return found;
}

}  // namespace

std::vector<Rule> rules(const poppler::page& page) {
  const poppler::rectf size = page.page_rect();
  if (size.width() > kLargestPage || size.height() > kLargestPage) return {};
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_line_mode(poppler::page_renderer::line_solid);
  const poppler::image image = renderer.render_page(&page, kDotsPerInch, kDotsPerInch);
  if (!image.is_valid()) return {};
  const auto* dots = reinterpret_cast<const unsigned char*>(image.const_data());
  const std::ptrdiff_t row = image.bytes_per_row();

  const auto level = runs({dots, 1, row, image.width(), image.height()}, kShortestLevel);
  const auto upright = runs({dots, row, 1, image.height(), image.width()}, kShortestUpright);
  if (level.size() > kMostRules || upright.size() > kMostRules) return {};
  std::vector<Rule> all;
  for (const Run& run : level) all.push_back({run.begin, run.line, run.end, run.line + 1});
  for (const Run& run : upright) all.push_back({run.line, run.begin, run.line + 1, run.end});
  return all;
}

}  // namespace pdftext
