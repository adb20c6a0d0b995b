#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "respnet/analysis/adjusted_p.hpp"
#include "respnet/analysis/catalog.hpp"
#include "respnet/analysis/command_tables.hpp"
#include "respnet/analysis/null_test.hpp"
#include "respnet/analysis/study.hpp"
#include "respnet/base/language.hpp"
#include "respnet/io/decode.hpp"
#include "respnet/io/tables.hpp"
#include "respnet/model/synthetic.hpp"
#include "respnet/viz/picture.hpp"

namespace respnet::cli {

/// What a person typed, after checking: one field an option, each with its default. A command reads
/// the fields of the options it lists in its row of the command table.
struct Settings {
  std::vector<std::filesystem::path> inputs;
  std::string from;  ///< input format; empty: by content, then ending
  io::Encoding encoding = io::Encoding::Auto;
  bool keep_going = false;         ///< leave out inputs that cannot be read
  std::filesystem::path registry;  ///< of units; empty: none
  std::string to;                  ///< output format of a network; empty: by the ending
  std::filesystem::path manifest;  ///< write here how the result was made; empty: nowhere
  std::filesystem::path output;    ///< empty: standard output
  bool clobber = true;

  io::TableFormat format = io::TableFormat::Text;
  bool sarif = false;                ///< instead of a table
  std::optional<Language> language;  ///< empty: that of the document
  analysis::StudyOptions study;

  std::optional<analysis::Level> level;
  analysis::GroupLimits groups;
  std::string select;   ///< of measures or rules
  std::string ignore;   ///< of rules
  std::string measure;  ///< to explain; empty: the evidence itself
  bool list = false;
  std::optional<analysis::NullModel> null;  ///< compare with networks drawn from it
  std::optional<std::size_t> samples;       ///< so many
  std::string against;                      ///< compare clusters with: a method or a file
  std::size_t runs = 0;                     ///< for the consensus of clusters; 0: none
  std::filesystem::path locked;             ///< cells that chance may not touch; empty: none
  std::string backbone_model = "sdsm";
  double alpha = 0.05;
  analysis::Correction correction = analysis::Correction::Holm;
  bool is_signed = false;               ///< also pairs that share fewer tasks
  std::optional<std::uint64_t> trials;  ///< of a backbone by drawing
  bool csv_bom = false;
  bool pdf = false, docx = false;  ///< the report for print, beside the page

  std::optional<viz::View> view;
  std::string title;
  double dots_per_inch = 144;
  double width = 0;  ///< of a picture: pt, of a PNG pixels; 0: as it comes
  viz::Theme theme = viz::Theme::Light;
  std::vector<std::string> highlight;  ///< names of units
  std::size_t sheet = 0;               ///< from 1; 0: not given
  std::string unit, section;           ///< which sheet, by name or id
  bool order_by_merges = false;
  bool lint = false;

  model::SyntheticOptions synthetic;  ///< to generate; its seed is that of the study

  std::filesystem::path review;       ///< write the doubts here
  std::filesystem::path corrections;  ///< apply these
  bool strict = false;
  bool quiet = false;
  bool verbose = false;
  std::string color = "auto";
  std::filesystem::path timings;

  bool help = false;
  bool version = false;

  /// The options that were given, as `name=value`, in alphabetical order: for the run description.
  std::vector<std::string> given;
};

}  // namespace respnet::cli
