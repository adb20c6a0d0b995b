#include <algorithm>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/picture_faults.hpp"
#include "cli/subject_names.hpp"
#include "respnet/analysis/study.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/report/picture_options.hpp"
#include "respnet/viz/picture.hpp"
#include "respnet/viz/raster.hpp"

namespace respnet::cli {
namespace {

std::string joined_views() {
  std::string names;
  for (const viz::View view : viz::kViews)
    names += (names.empty() ? "" : ", ") + std::string(viz::name(view));
  return names;
}

void check_ending(viz::View view, const Settings& settings, const std::string& ending) {
  if (ending != ".svg" && ending != ".png" && ending != ".pdf" && ending != ".dot")
    throw UsageError("-o " + printable(settings.output.string()) +
                     ": a picture is written as .svg, .png, .pdf or .dot" +
                     did_you_mean(ending, {".svg", ".png", ".pdf", ".dot"}));
  if (ending == ".dot" && !viz::has_dot(view))
    throw UsageError("the view " + std::string(viz::name(view)) +
                     " is no graph; write it as .svg, .png or .pdf");
}

bool is_named(const model::Section& section, std::string_view name) {
  return section.id == name || section.title == name;
}

// Whether the sheet is the one that --unit or --section asks for.
bool is_asked_for(const viz::Sheet& sheet, const Settings& settings,
                  const graph::BipartiteGraph& graph) {
  if (!settings.unit.empty()) return sheet.unit == unit_number_named(graph, settings.unit);
  return sheet.section && is_named(graph.network().section(*sheet.section), settings.section);
}

// The place of the sheet that --sheet, --unit or --section names; empty: none is named.
std::optional<std::size_t> sheet_named(const Settings& settings, const graph::BipartiteGraph& graph,
                                       const std::vector<viz::Sheet>& sheets) {
  if (settings.sheet > sheets.size())
    throw UsageError("--sheet " + std::to_string(settings.sheet) + ": the view has " +
                     counted(sheets.size(), "sheet"));
  if (settings.sheet > 0) return settings.sheet - 1;
  if (settings.unit.empty() && settings.section.empty()) return std::nullopt;
  const auto found = std::ranges::find_if(
      sheets, [&](const viz::Sheet& sheet) { return is_asked_for(sheet, settings, graph); });
  if (found != sheets.end()) return static_cast<std::size_t>(found - sheets.begin());
  if (!settings.unit.empty())
    throw UsageError("this view has no sheet about a unit; leave out --unit, or draw --view ego");
  throw UsageError("the view has no sheet about a section '" + printable(settings.section) +
                   "'; name a top-level section that has tasks by its id or title");
}

// How many sheets are asked for with the first: a section that is named has all of its own.
std::size_t parts_from(const std::vector<viz::Sheet>& sheets, std::size_t first,
                       const Settings& settings) {
  return settings.sheet == 0 && !settings.section.empty() ? sheets[first].parts : 1;
}

// What is drawn: the sheets that are asked for; where the output holds one, the first of them.
struct Drawn {
  std::vector<viz::Picture> pictures;
  std::size_t first = 0;  // sheet of the first of them
};

Drawn draw_sheets(viz::PictureOptions options, const Settings& settings,
                  const graph::BipartiteGraph& graph, bool all, Session& session) {
  const viz::View view = *settings.view;
  const std::vector<viz::Sheet> sheets = viz::sheets(view, graph, options.language);
  const auto named = sheet_named(settings, graph, sheets);
  const std::size_t first = named.value_or(0);
  std::size_t last = named ? first + parts_from(sheets, first, settings) : sheets.size();
  if (!all && last - first > 1) {
    session.say("this is sheet " + std::to_string(first + 1) + " of " +
                std::to_string(sheets.size()) + (named ? "; the section has more" : "") +
                "; --sheet chooses another, a file that ends in .pdf holds all");
    last = first + 1;
  }
  Drawn drawn{{}, first};
  for (options.sheet = first; options.sheet < last; ++options.sheet) {
    if (last - first > 1)
      session.advance({options.sheet - first, last - first, 0, sheets[options.sheet].title});
    drawn.pictures.push_back(viz::draw(view, graph, options));
  }
  return drawn;
}

std::string pdf_of(const std::vector<viz::Picture>& drawn, const model::Network& network) {
  std::vector<std::string> pages;
  for (const viz::Picture& picture : drawn) pages.push_back(picture.svg);
  return viz::pdf(pages, {.title = drawn.front().title, .date = report::source_date(network)});
}

viz::PictureOptions picture_options(const Settings& settings, const analysis::Study& study) {
  viz::PictureOptions options =
      report::picture_options(study, *settings.view, language_of(study.network(), settings));
  options.title = settings.title;
  options.theme = settings.theme;
  options.order_by_merges = settings.order_by_merges;
  for (const std::string& name : settings.highlight)
    options.highlight.push_back(unit_number_named(study.graph(), name));
  if (settings.output.extension() != ".png") options.width = settings.width;
  return options;
}

std::string bytes_of(const std::vector<viz::Picture>& drawn, const Settings& settings,
                     const model::Network& network) {
  const std::string ending = settings.output.extension().string();
  const viz::Picture& first = drawn.front();
  if (ending == ".svg") return first.svg;
  if (ending == ".dot") return first.dot;
  if (ending == ".pdf") return pdf_of(drawn, network);
  return viz::png(first.svg,
                  settings.width > 0 ? 72 * settings.width / first.width : settings.dots_per_inch);
}

// Lists what is wrong with the pictures on standard output. @return  the exit code
int lint_pictures(const Drawn& drawn, const Settings& settings, Language language,
                  Session& session) {
  constexpr double kPixel = 0.75;  // pt: pixels of a given width are those of a page
  std::vector<LintedSheet> linted;
  bool clean = true;
  for (std::size_t i = 0; i < drawn.pictures.size(); ++i) {
    const viz::Picture& picture = drawn.pictures[i];
    session.advance({i, drawn.pictures.size(), 0, picture.title});
    viz::PictureLintOptions options{.language = language};
    if (settings.output.extension() == ".png" && settings.width > 0)
      options.scale = kPixel * settings.width / picture.width;
    linted.push_back({drawn.first + i + 1, picture.title, viz::lint(picture, options)});
    clean = clean && linted.back().lint.faults.empty();
  }
  Settings on_standard_output = settings;
  on_standard_output.output.clear();
  std::vector<Table> tables = picture_fault_tables(linted, language);
  const bool for_people =
      settings.format == io::TableFormat::Text || settings.format == io::TableFormat::Markdown;
  if (clean && for_people) tables.erase(tables.begin());
  deliver_tables(tables, on_standard_output);
  return clean ? 0 : 1;
}

}  // namespace

int run_render(const Settings& settings, Session& session) {
  if (!settings.view) throw UsageError("--view is missing; choose one of " + joined_views());
  const bool writes = !settings.output.empty();
  if (!writes && !settings.lint)
    throw UsageError("-o is missing; name a file that ends in .svg, .png, .pdf or .dot");
  const std::string ending = settings.output.extension().string();
  if (writes) check_ending(*settings.view, settings, ending);

  const model::Network network = network_from(settings, session);
  session.stage("analyse");
  const analysis::Study study(network, settings.study);
  const viz::PictureOptions options = picture_options(settings, study);

  session.stage("draw");
  const Drawn drawn =
      draw_sheets(options, settings, study.graph(), ending == ".pdf" || !writes, session);
  if (writes) {
    if (ending == ".png" || ending == ".pdf") session.stage("convert");
    const std::string bytes = bytes_of(drawn.pictures, settings, network);
    session.stage("write");
    deliver(bytes, settings);
  }
  if (!settings.lint) return 0;
  session.stage("lint");
  return lint_pictures(drawn, settings, options.language, session);
}

}  // namespace respnet::cli
