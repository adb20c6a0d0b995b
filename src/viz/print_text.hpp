#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include <pango/pangocairo.h>

#include "respnet/base/language.hpp"
#include "viz/text_metrics.hpp"

namespace respnet::viz {

/// A line of set text, ready to be drawn. Keeps the text it belongs to.
struct SetLine {
  std::shared_ptr<PangoLayout> text;
  int index = 0;
  double indent = 0;  ///< of a paragraph's first line

  PangoLayoutLine* line() const { return pango_layout_get_line_readonly(text.get(), index); }
  double width() const;
};

/// Sets text in the fonts of the pictures. Not to be shared between threads.
class Typesetter {
 public:
  explicit Typesetter(Language language);

  /// `text` (shown(), so that no name does harm) broken into lines of at most `width`, between
  /// words and Chinese characters, inside a word only where it is longer than a line. At least one
  /// line.
  /// @param width  0: one line of any length
  std::vector<SetLine> lines(std::string_view text, Font font, double width,
                             double indent = 0) const;

  /// Width on one line.
  double width(std::string_view text, Font font) const;

 private:
  struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
  };
  std::unique_ptr<PangoContext, Unref> context_;
};

}  // namespace respnet::viz
