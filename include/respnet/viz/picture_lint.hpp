#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/viz/picture.hpp"

namespace respnet::viz {

/// What can be wrong with a picture.
enum class LintRule : std::uint8_t {
  OverlappingNodes,    ///< shapes of two tasks or units overlap
  OverlappingTexts,    ///< two texts overlap by more than 2 pt
  CoveredText,         ///< an opaque shape lies over a text
  TextOutsideShape,    ///< a text that begins in its own shape leaves it
  TextOutsidePicture,  ///< a text leaves the picture
  MissingGlyph,        ///< no installed font covers a character
  SmallType,           ///< smaller than can be read, at the picture's width
  TextContrast,        ///< below 4.5 against what lies under it
  MarkContrast,        ///< an edge or a bar below 3 against the paper
  SameLabel,           ///< two names are cut to the same label
};
inline constexpr std::array kLintRules{LintRule::OverlappingNodes,   LintRule::OverlappingTexts,
                                       LintRule::CoveredText,        LintRule::TextOutsideShape,
                                       LintRule::TextOutsidePicture, LintRule::MissingGlyph,
                                       LintRule::SmallType,          LintRule::TextContrast,
                                       LintRule::MarkContrast,       LintRule::SameLabel};

/// "overlapping-nodes", "small-type", …
std::string_view name(LintRule rule);

struct PictureFault {
  LintRule rule = LintRule::OverlappingNodes;
  std::string subject;  ///< data id of what it is about ("u7"); empty: a heading, a legend, an axis
  std::string message;  ///< one sentence, with the numbers
};

struct PictureLintOptions {
  Language language = Language::Zh;
  /// Type below this is a fault; pt. Pictures are made with 9 and more, so that they may shrink a
  /// little.
  double least_type = 8;
  /// How much the picture shrinks or grows once more behind its own width: a PNG of given pixels.
  double scale = 1;
};

struct PictureLint {
  std::vector<PictureFault> faults;  ///< by rule, then in the order of drawing
  std::size_t edges = 0;             ///< lines that are edges
  /// Crossings of edges; empty: too many lines to count them.
  std::optional<std::size_t> crossings = {};
};

/// What a critical reader would find wrong with a picture, from its marks as they were drawn.
///
/// Places are compared before scaling; widths of texts are measured by Pango as the files will
/// show them. Text that is turned, and the fading of what is not highlighted, are not looked at.
/// Deterministic for equal fonts. Cost: O(texts × shapes), crossings at most about a second.
PictureLint lint(const Picture& picture, const PictureLintOptions& options = {});

}  // namespace respnet::viz
