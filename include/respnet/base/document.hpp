#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "respnet/base/language.hpp"

namespace respnet {

// A document for paper, as values: what a report says, before anyone decides how it is set. Texts
// are UTF-8 of any kind, names of the input among them; writers make them harmless.

/// Level 1 begins a chapter; 2 and 3 are inside one.
struct Heading {
  int level = 1;
  std::string text;
};

struct Paragraph {
  std::string text;
  bool muted = false;  ///< a remark: smaller and lighter
};

/// A list, its items counted or dotted.
struct Items {
  std::vector<std::string> texts;
  bool numbered = false;
};

/// A picture with what stands under it.
struct Figure {
  std::string svg;
  double width = 0, height = 0;  ///< pt, as drawn
  std::string caption;           ///< empty: none
  std::string description;       ///< for those who cannot see it
  bool whole_page = false;       ///< an A4 page with its own margins, head and foot
};

struct GridColumn {
  std::string heading;
  bool number = false;  ///< set to the right
};

/// A table of texts, ready to be read.
struct Grid {
  std::string caption;  ///< above it; empty: none
  std::vector<GridColumn> columns;
  std::vector<std::vector<std::string>> rows;  ///< as many texts each as there are columns
  std::string note;                            ///< under it; empty: none
};

/// Labels and what they stand for: a table without head.
struct Facts {
  std::vector<std::pair<std::string, std::string>> rows;
};

using Block = std::variant<Heading, Paragraph, Items, Figure, Grid, Facts>;

/// A number that the cover shows large.
struct KeyFigure {
  std::string value;
  std::string label;
};

struct Document {
  std::string title;
  std::string kind;                  ///< "Report on …": what it is, over the title
  std::vector<std::string> sources;  ///< a line each, under the title
  std::vector<KeyFigure> figures;
  std::string about;  ///< what it is and how to read it
  Language language = Language::Zh;
  std::string date;     ///< "2024-09-05"; empty: not known
  std::string creator;  ///< "respnet 1.0.0"
  std::vector<Block> blocks;
};

/// A date that may stop at its year or month as a time for properties of files:
/// "2024-09-05T00:00:00Z". What is none counts as 1970-01-01, for no clock may stand in a file.
std::string creation_time(std::string date);

/// Type of a table, in pt.
struct GridType {
  double size = 8.5;
  double padding = 4.5;  ///< at both sides of a cell
};

/// Room left free behind a column of numbers that a column of texts follows, in pt: they would
/// touch. Part of the column's width.
double gap_behind(const Grid& grid, std::size_t column);

/// How a table is set.
struct GridSetting {
  double size = 8.5;           ///< of its type, in pt
  std::vector<double> widths;  ///< by column, adding up to the room
};

/// Widths of a table's columns, by their content: numbers keep to one line, texts share what is
/// left by how much they have to say. Where words would have to be broken the type is smaller, down
/// to 6.5 pt.
/// Cost: O(characters).
GridSetting grid_setting(const Grid& grid, double room, const GridType& type = {});

/// The paper a picture needs to be read.
struct Paper {
  double width = 0, height = 0;  ///< pt
  double scale = 1;              ///< of the picture, at most 1
  bool own_page = false;         ///< it stands there alone
};

inline constexpr double kA4Width = 595, kA4Height = 842;

/// Where a picture of this size (pt) can be read: in the text of an A4 page, alone on A4 of either
/// orientation, or on A3, whichever comes first with labels of at least 6 pt; else where it is
/// largest.
///
/// A3 does no harm to those who print on A4: scaled down to it, the picture is as large as on A4.
Paper paper_for(double width, double height);

}  // namespace respnet
