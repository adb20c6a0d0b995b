#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "viz/text_metrics.hpp"

namespace respnet::viz {

/// `text` as it can be shown: line breaks and tabs become blanks; control characters, invisible and
/// direction marks, and ill-formed bytes become U+FFFD.
std::string shown(std::string_view text);

/// What is written in a box: one line or two, whole or cut.
struct Label {
  std::vector<std::string> lines;
  bool cut = false;

  /// The lines joined, to compare labels.
  std::string text() const;
};

/// Room for a label. A box of two lines is at least 30 high.
struct LabelSpace {
  double width = 0;
  bool two_lines = false;
};

/// `text` cut in the middle to `width`, keeping the last five characters, because Chinese names of
/// units differ at their ends. Whole if it fits.
std::string cut_in_middle(const TextMetrics& metrics, std::string_view text, Font font,
                          double width);
/// `text` cut at the end to `width`. Whole if it fits.
std::string cut_at_end(const TextMetrics& metrics, std::string_view text, Font font, double width);

/// The label of a name: one line if it fits, else two where there is room (breaking before 「（」
/// or near the middle at a word, never inside brackets, quotes or Latin words, no line of one
/// character), else one line cut in the middle.
Label fitted(const TextMetrics& metrics, std::string_view name, Font font, LabelSpace space);

/// A name to be labelled and what tells it apart from others of the same label.
struct Named {
  std::string_view name;
  std::string id;  ///< "u7"
  Font font;
  LabelSpace space;
};

/// Labels for names that stand in one picture: fitted(), and where two names would show the same,
/// each with its id behind it. A blank name shows its id.
std::vector<Label> distinct_labels(const TextMetrics& metrics, const std::vector<Named>& names);

/// `text` as lines of at most `width`, at most `most` of them (the last is cut at its end). Latin
/// words stay whole where they fit, and no line starts with a closing mark.
std::vector<std::string> wrapped(const TextMetrics& metrics, std::string_view text, Font font,
                                 double width, std::size_t most);

}  // namespace respnet::viz
