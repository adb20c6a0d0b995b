#include "viz/print_cover.hpp"

#include <algorithm>
#include <string>

#include "viz/labels.hpp"

namespace respnet::viz {
namespace {

constexpr double kLeft = 72, kWidth = kA4Width - 2 * kLeft;
constexpr double kLowest = kA4Height - 64;

class Cover {
 public:
  explicit Cover(const Typesetter& type) : type_(type) {}

  void text(std::string_view words, Font font, double pitch, std::string_view color,
            std::size_t most) {
    // `wrapped` cuts what is longer, so that a hostile title leaves room for the rest.
    for (const std::string& line : wrapped(metrics_, words, font, kWidth, most)) {
      put(line, font, kLeft, pitch, color);
      y += pitch;
    }
  }
  void put(std::string_view words, Font font, double x, double pitch, std::string_view color) {
    page.texts.push_back({type_.lines(words, font, 0).front(), x, y + pitch / 2, font.size, color});
  }
  void figures(const std::vector<KeyFigure>& figures);
  void contents(const Pages& pages, const Messages& say);

  PrintPage page;
  double y = 120;

 private:
  const Typesetter& type_;
  TextMetrics metrics_;
};

void Cover::figures(const std::vector<KeyFigure>& figures) {
  if (figures.empty()) return;
  const double each = kWidth / static_cast<double>(figures.size());
  page.areas.push_back({{kLeft, y, kWidth, 0.7}, palette::kRule});
  y += 14;
  double x = kLeft, lowest = y;
  for (const KeyFigure& figure : figures) {
    const double top = y;
    put(figure.value, {22, true}, x, 28, palette::kLead);
    y += 28;
    for (const std::string& line : wrapped(metrics_, figure.label, kSmall, each - 10, 3)) {
      put(line, kSmall, x, 13, palette::kMuted);
      y += 13;
    }
    lowest = std::max(lowest, y);
    y = top;
    x += each;
  }
  y = lowest + 14;
  page.areas.push_back({{kLeft, y, kWidth, 0.7}, palette::kRule});
  y += 26;
}

void Cover::contents(const Pages& pages, const Messages& say) {
  constexpr double kPitch = 18;
  const auto fits = [&](int level) {
    const auto count = static_cast<double>(std::ranges::count_if(
        pages.headings, [&](const PlacedHeading& heading) { return heading.level <= level; }));
    return y + 26 + count * kPitch <= kLowest;
  };
  const int level = fits(2) ? 2 : 1;
  if (pages.headings.empty() || !fits(level)) return;
  put(say("shared.contents"), {12, true}, kLeft, 20, palette::kInk);
  y += 26;
  for (std::size_t i = 0; i < pages.headings.size(); ++i) {
    const PlacedHeading& heading = pages.headings[i];
    if (heading.level > level) continue;
    const bool chapter = heading.level == 1;
    const double x = kLeft + (chapter ? 0 : 18);
    const Font font{10, chapter};
    const std::string_view color = chapter ? palette::kInk : palette::kMuted;
    // The cover is page 1.
    const SetLine number = type_.lines(std::to_string(heading.page + 2), {10}, 0).front();
    const double room = kWidth - (x - kLeft) - 40;
    put(cut_at_end(metrics_, heading.text, font, room), font, x, kPitch, color);
    page.texts.push_back({number, kLeft + kWidth - number.width(), y + kPitch / 2, 10, color});
    page.links.push_back({{x, y, kLeft + kWidth - x, kPitch}, i});
    y += kPitch;
  }
}

}  // namespace

PrintPage cover(const Document& document, const Pages& pages, const Typesetter& type,
                const Messages& say) {
  Cover cover(type);
  cover.text(document.kind, {12}, 18, palette::kMuted, 1);
  cover.y += 8;
  cover.text(document.title, {25, true}, 36, palette::kInk, 4);
  cover.y += 10;
  cover.page.areas.push_back({{kLeft, cover.y, 64, 3}, palette::kLead});
  cover.y += 18;
  for (const std::string& source : document.sources)
    cover.text(source, kBody, 17, palette::kMuted, 2);
  cover.y += 22;
  cover.figures(document.figures);
  cover.text(document.about, kBody, 17.5, palette::kInk, 6);
  cover.y += 24;
  cover.contents(pages, say);
  return std::move(cover.page);
}

}  // namespace respnet::viz
