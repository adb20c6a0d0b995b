#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

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

}  // namespace respnet::viz::palette
