#pragma once

#include <memory>
#include <string_view>

namespace respnet::viz {

/// The font families of every picture, best first, as CSS and Pango both read them.
inline constexpr std::string_view kFontFamilies =
    "Noto Sans CJK SC,Source Han Sans SC,PingFang SC,Microsoft YaHei,sans-serif";
/// For Graphviz: one family, no style words.
inline constexpr std::string_view kFontName = "Noto Sans CJK SC";

struct Font {
  double size = 10;  ///< pt
  bool bold = false;
};

/// Widths of text as it will be drawn, measured by Pango. Not to be shared between threads.
class TextMetrics {
 public:
  TextMetrics();
  ~TextMetrics();

  /// Width in pt of `text` on one line.
  double width(std::string_view text, Font font) const;

  /// How many characters no installed font covers.
  std::size_t unknown_characters(std::string_view text, Font font) const;

  /// The width to reserve: 10 % more for everything that is not CJK, because fallback fonts are
  /// wider there (CJK is 1 em everywhere).
  double reserved_width(std::string_view text, Font font) const;

 private:
  void lay_out(std::string_view text, Font font) const;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace respnet::viz
