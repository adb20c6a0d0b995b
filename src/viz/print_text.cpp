#include "viz/print_text.hpp"

#include <string>

#include "viz/labels.hpp"

namespace respnet::viz {

double SetLine::width() const {
  PangoRectangle logical;
  pango_layout_line_get_extents(line(), nullptr, &logical);
  return static_cast<double>(logical.width) / PANGO_SCALE;
}

Typesetter::Typesetter(Language language)
    : context_(pango_font_map_create_context(pango_cairo_font_map_get_default())) {
  pango_context_set_language(
      context_.get(), pango_language_from_string(language == Language::Zh ? "zh-Hans" : "en"));
  pango_context_set_round_glyph_positions(context_.get(), FALSE);
  cairo_font_options_t* unhinted = cairo_font_options_create();
  cairo_font_options_set_hint_style(unhinted, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(unhinted, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context_.get(), unhinted);
  cairo_font_options_destroy(unhinted);
}

std::vector<SetLine> Typesetter::lines(std::string_view text, Font font, double width,
                                       double indent) const {
  const std::shared_ptr<PangoLayout> layout(pango_layout_new(context_.get()), Unref());
  PangoFontDescription* description = pango_font_description_new();
  pango_font_description_set_family(description, std::string(kFontFamilies).c_str());
  pango_font_description_set_absolute_size(description, font.size * PANGO_SCALE);
  pango_font_description_set_weight(description,
                                    font.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(layout.get(), description);
  pango_font_description_free(description);
  // What is copied or searched is what was written: no hyphens at the ends of lines, no ligatures.
  PangoAttrList* attributes = pango_attr_list_new();
  pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
  pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0"));
  pango_layout_set_attributes(layout.get(), attributes);
  pango_attr_list_unref(attributes);
  // Texts of any direction start at the left: they stand in columns.
  pango_layout_set_auto_dir(layout.get(), FALSE);
  pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
  if (width > 0) {
    pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_indent(layout.get(), static_cast<int>(indent * PANGO_SCALE));
  }
  const std::string harmless = shown(text);
  pango_layout_set_text(layout.get(), harmless.data(), static_cast<int>(harmless.size()));
  std::vector<SetLine> result;
  for (int i = 0; i < pango_layout_get_line_count(layout.get()); ++i)
    result.push_back({layout, i, i == 0 ? indent : 0});
  return result;
}

double Typesetter::width(std::string_view text, Font font) const {
  return lines(text, font, 0).front().width();
}

}  // namespace respnet::viz
