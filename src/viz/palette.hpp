#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "respnet/viz/picture.hpp"

namespace respnet::viz::palette {

// Text contrast is at least 4.5 and marks at least 3 on white. Colour never speaks alone: roles
// differ in width too, sections in place and heading, clusters carry their number.

inline constexpr std::string_view kPaper = "#FFFFFF";
inline constexpr std::string_view kInk = "#1F2937";
inline constexpr std::string_view kMuted = "#5B6675";
inline constexpr std::string_view kRule = "#E3E7ED";
inline constexpr std::string_view kLead = "#0B3C6F";
inline constexpr std::string_view kOther = "#8093A8";
inline constexpr std::string_view kSupportEdge = "#8A94A6";
inline constexpr std::string_view kStrongEdge = "#1B4F8A";
inline constexpr std::string_view kUnit = "#E8ECF2";
inline constexpr std::string_view kHatchPaper = "#DDE3EA";
inline constexpr std::string_view kNoSection = "#5B6675";
inline constexpr std::string_view kAccent = "#D55E00";  ///< selection, Lorenz curve, cut line
inline constexpr std::string_view kNoCell = "#F7F8FA";  ///< an empty cell of the matrix

/// Counts 0-6 of the matrix, from few to many. The last is the lead colour but for one bit, because
/// the dark theme needs another partner for it.
inline constexpr std::array<std::string_view, 7> kHeat{"#F4F6F9", "#D3E2F2", "#A5C6E5", "#6FA3D3",
                                                       "#2F6FAF", "#1A5797", "#0B3C6E"};

/// Sections and clusters 1-8. Found by search: smallest CIE76 distance 17.2 over normal, protan,
/// deutan and tritan sight (Machado 2009), 3:1 on white.
inline constexpr std::array<std::string_view, 8> kSections{
    "#3A8FB7", "#882255", "#B8860B", "#332288", "#EE6677", "#117733", "#691669", "#371E15"};

/// The colour of a section's stripe; with more sections than colours, two greys in turn.
std::string_view stripe(std::size_t section, std::size_t sections);
/// The colour of a section's lead edges; with more sections than colours, the lead colour.
std::string_view lead_edge(std::size_t section, std::size_t sections);
/// A cluster's colour, by its number from 1; reused from the start beyond 8.
std::string_view cluster(std::size_t number);

/// `color` with 85 % white, to fill what it borders.
std::string tint(std::string_view color);

/// `color` over `ground`, where it covers the share `opacity` of it.
std::string laid_over(std::string_view color, double opacity, std::string_view ground);

/// Ink or paper, whichever has the higher contrast on `background` when the theme has turned both
/// into its own. All three are colours of the light palette.
std::string_view readable_on(std::string_view background, Theme theme = Theme::Light);

/// WCAG contrast of two colours "#RRGGBB", in [1, 21].
double contrast(std::string_view one, std::string_view other);

/// A colour of the light palette (or a tint of one) as the theme has it: for Dark its partner, for
/// Gray its luminance. What is no colour ("none", "url(…)") and light colours stay.
std::string themed(std::string_view color, Theme theme);

}  // namespace respnet::viz::palette
