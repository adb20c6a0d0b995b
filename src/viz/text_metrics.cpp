#include "viz/text_metrics.hpp"

#include <string>

#include <pango/pangocairo.h>

#include "respnet/base/text.hpp"

namespace respnet::viz {
namespace {

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
struct FreeDescription {
  void operator()(PangoFontDescription* description) const {
    pango_font_description_free(description);
  }
};
using Description = std::unique_ptr<PangoFontDescription, FreeDescription>;

bool is_wide(char32_t c) { return c >= 0x2E80; }

}  // namespace

struct TextMetrics::State {
  std::unique_ptr<PangoContext, Unref> context;
  std::unique_ptr<PangoLayout, Unref> layout;
  Description description;
};

TextMetrics::TextMetrics() : state_(std::make_unique<State>()) {
  // The default font map is one a thread, and keeps what fontconfig told it.
  state_->context.reset(pango_font_map_create_context(pango_cairo_font_map_get_default()));
  pango_context_set_language(state_->context.get(), pango_language_from_string("zh-Hans"));
  pango_context_set_round_glyph_positions(state_->context.get(), FALSE);
  cairo_font_options_t* unhinted = cairo_font_options_create();
  cairo_font_options_set_hint_style(unhinted, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(unhinted, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(state_->context.get(), unhinted);
  cairo_font_options_destroy(unhinted);
  state_->layout.reset(pango_layout_new(state_->context.get()));
  pango_layout_set_single_paragraph_mode(state_->layout.get(), TRUE);
  state_->description.reset(pango_font_description_new());
  pango_font_description_set_family(state_->description.get(), std::string(kFontFamilies).c_str());
}

TextMetrics::~TextMetrics() = default;

void TextMetrics::lay_out(std::string_view text, Font font) const {
  pango_font_description_set_absolute_size(state_->description.get(), font.size * PANGO_SCALE);
  pango_font_description_set_weight(state_->description.get(),
                                    font.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(state_->layout.get(), state_->description.get());
  pango_layout_set_text(state_->layout.get(), text.data(), static_cast<int>(text.size()));
}

std::size_t TextMetrics::unknown_characters(std::string_view text, Font font) const {
  if (text.empty()) return 0;
  lay_out(text, font);
  return static_cast<std::size_t>(pango_layout_get_unknown_glyphs_count(state_->layout.get()));
}

double TextMetrics::width(std::string_view text, Font font) const {
  if (text.empty()) return 0;
  lay_out(text, font);
  int width = 0;
  pango_layout_get_size(state_->layout.get(), &width, nullptr);
  return static_cast<double>(width) / PANGO_SCALE;
}

double TextMetrics::reserved_width(std::string_view text, Font font) const {
  std::string narrow;
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t start = position;
    if (!is_wide(next_code_point(text, position)))
      narrow.append(text.substr(start, position - start));
  }
  return width(text, font) + 0.1 * width(narrow, font);
}

}  // namespace respnet::viz
