#include "respnet/report/document.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "report/document_tables.hpp"
#include "report/phrases.hpp"
#include "respnet/analysis/catalog.hpp"
#include "respnet/analysis/command_tables.hpp"
#include "respnet/base/parallel.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/write_docx.hpp"
#include "respnet/report/findings.hpp"
#include "respnet/report/picture_options.hpp"
#include "respnet/viz/picture.hpp"
#include "respnet/viz/raster.hpp"

namespace respnet::report {
namespace {

using analysis::Study;
using viz::View;

constexpr std::size_t kMostSheets = 30;
constexpr std::size_t kMostSources = 50;
constexpr std::array kChinese{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
constexpr std::array kLetters{"A", "B", "C", "D"};

class Report {
 public:
  Report(const Study& study, const DocumentOptions& options)
      : study_(study),
        options_(options),
        say_(report_words(study, options.language)),
        workload_(analysis::workload_tables(study, options.language)),
        clusters_(analysis::cluster_tables(study, options.language)),
        leads_(analysis::lead_tables(study, options.language)) {}

  Document document() {
    add_cover();
    add_findings();
    if (study_.graph().edge_count() > 0) {
      add_answers();
      add_load();
      add_together();
      add_leads();
    }
    add_notes();
    add_method();
    add_appendices();
    return std::move(result_);
  }

 private:
  void add_cover();
  void add_findings();
  void add_answers();
  void add_load();
  void add_together();
  void add_leads();
  void add_notes();
  void add_method();
  void add_made();
  void add_appendices();

  void add(Block block) { result_.blocks.push_back(std::move(block)); }
  void chapter(const std::string& title) {
    ++chapters_;
    const bool chinese = options_.language == Language::Zh && chapters_ <= kChinese.size();
    const std::string number = chinese ? kChinese[chapters_ - 1] : std::to_string(chapters_);
    add(Heading{1, say_("print.chapter", {{"number", number}, {"title", title}})});
  }
  void appendix(const std::string& title) {
    add(Heading{1,
                say_("print.appendix", {{"letter", kLetters[appendices_++]}, {"title", title}})});
  }

  // "图 3" of the next figure, to speak of it before it stands there.
  std::string next_figure() const { return say_("print.figure", {{"number", figures_ + 1}}); }
  std::string next_table() const { return say_("print.table", {{"number", tables_ + 1}}); }
  std::string caption(const std::string& label, const std::string& title) const {
    return say_("print.caption", {{"label", label}, {"title", title}});
  }
  // Empty: there is nothing to see.
  std::optional<Figure> picture(View view, std::size_t sheet = 0) const;
  void add_figure(Figure figure, const std::string& title) {
    figure.caption = caption(next_figure(), title);
    ++figures_;
    add(std::move(figure));
  }
  void add_table(Grid grid, const std::string& title) {
    if (grid.rows.empty()) return;
    grid.caption = caption(next_table(), title);
    ++tables_;
    add(std::move(grid));
  }
  // A table of a command, by id; its measures are explained in the last chapter.
  void add_result(const Table& table, const std::string& title, const std::string& note = {});
  const Table* find(const analysis::Results& results, std::string_view id) const {
    const auto found = std::ranges::find(results.tables, id, &Table::id);
    return found == results.tables.end() ? nullptr : &*found;
  }

  const Study& study_;
  const DocumentOptions& options_;
  Messages say_;
  analysis::Results workload_, clusters_, leads_;
  Document result_;
  std::vector<std::string> measures_;
  std::size_t chapters_ = 0, appendices_ = 0, figures_ = 0, tables_ = 0;
};

std::optional<Figure> Report::picture(View view, std::size_t sheet) const try {
  viz::PictureOptions options = picture_options(study_, view, options_.language);
  options.sheet = sheet;
  viz::Picture drawn = viz::draw(view, study_.graph(), options);
  if (drawn.subjects.empty()) return {};
  // As the SVG says them: what lies beyond its two decimals differs from run to run.
  const auto rounded = [](double length) { return std::round(100 * length) / 100; };
  return Figure{
      std::move(drawn.svg), rounded(drawn.width), rounded(drawn.height), {}, drawn.description};
} catch (const LimitError&) {
  return {};  // the report is there without it
}

void Report::add_result(const Table& table, const std::string& title, const std::string& note) {
  for (const Column& column : table.columns)
    if (column.id.find('.') != std::string::npos) measures_.push_back(column.id);
  Grid grid = grid_of(table, say_);
  if (!note.empty()) grid.note = grid.note.empty() ? note : note + grid.note;
  add_table(std::move(grid), title);
}

// What tells a document from others: issuer, number, date; of several their titles too.
std::string source_text(const model::Source& source, bool titled) {
  std::string text = titled ? source.title : "";
  for (const std::string& part : {source.issuer, source.number, source.date})
    if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
  return text.empty() ? source.path : text;
}

void Report::add_cover() {
  const model::Network& network = study_.network();
  const auto& graph = study_.graph();
  result_.language = options_.language;
  result_.kind = say_("print.kind");
  result_.title = std::string(network.title());
  if (result_.title.empty() && !network.sources().empty())
    result_.title = network.sources().front().title;
  if (result_.title.empty()) result_.title = say_("shared.untitled");
  result_.date = source_date(network);
  result_.creator = "respnet " + options_.run.version;
  constexpr std::size_t most = 4;
  const auto& sources = network.sources();
  for (std::size_t i = 0; i < std::min(most, sources.size()); ++i)
    if (std::string text = source_text(sources[i], sources[i].title != result_.title);
        !text.empty())
      result_.sources.push_back(say_("print.source_title", {{"title", text}}));
  if (sources.size() > most)
    result_.sources.push_back(say_("print.more_sources", {{"count", sources.size()}}));

  result_.figures = {{grouped(graph.task_count()), say_("print.tasks")},
                     {grouped(graph.unit_count()), say_("print.units")},
                     {grouped(graph.edge_count()), say_("print.assignments")}};
  const auto& even = study_.concentration_of(analysis::LoadKind::Tasks);
  if (even.gini) result_.figures.push_back({fixed(*even.gini, 2), say_("print.gini")});
  if (even.cr5 && graph.unit_count() > 5)
    result_.figures.push_back({percent(*even.cr5), say_("print.top_five")});
  result_.about = say_("print.about");
  if (network.task_count() == 0) return;
  const bool clauses = std::ranges::any_of(
      network.task_ids(), [&](model::TaskId task) { return !network.task(task).clauses.empty(); });
  result_.about += (options_.language == Language::Zh ? "" : " ") +
                   (clauses ? say_("print.about_clauses") : say_("print.about_tasks"));
}

void Report::add_findings() {
  chapter(say_("shared.findings"));
  if (study_.network().task_count() > 0) add(Paragraph{say_("print.findings_intro")});
  Items items{.numbered = true};
  for (Finding& finding : findings(study_, options_.language))
    items.texts.push_back(std::move(finding.text));
  add(std::move(items));
}

void Report::add_answers() {
  chapter(say_("print.answers"));
  if (auto figure = picture(View::Bipartite)) {
    add(Paragraph{say_("print.answers_intro", {{"figure", next_figure()}})});
    add_figure(*std::move(figure), say_("print.bipartite"));
  }
  if (auto figure = picture(View::Matrix)) {
    add(Paragraph{say_("print.matrix_intro", {{"figure", next_figure()}})});
    add_figure(*std::move(figure), say_("print.matrix"));
  }
}

void Report::add_load() {
  chapter(say_("print.load"));
  if (auto figure = picture(View::Workload)) {
    add(Paragraph{say_("print.load_intro", {{"figure", next_figure()}, {"table", next_table()}})});
    add_figure(*std::move(figure), say_("print.workload"));
  }
  if (const Table* units = find(workload_, "units")) add_result(*units, say_("print.units_table"));
  if (const Table* outliers = find(workload_, "outliers"))
    add_result(*outliers, say_("print.outliers"), say_("print.outliers_note"));
  add(Heading{2, say_("print.even")});
  if (auto figure = picture(View::Lorenz)) {
    add(Paragraph{say_("print.even_intro", {{"figure", next_figure()}, {"table", next_table()}})});
    add_figure(*std::move(figure), say_("print.lorenz"));
  } else {
    add(Paragraph{say_("print.even_intro_table", {{"table", next_table()}})});
  }
  if (const Table* indices = find(workload_, "concentration")) {
    for (const std::string& id : std::get<std::vector<std::string>>(indices->columns[0].values))
      measures_.push_back("concentration.tasks." + id);
    add_result(*indices, say_("print.concentration"));
  }
  const analysis::Results chance = analysis::chance_tables(study_, options_.language);
  if (const Table* tests = find(chance, "chance")) add_result(*tests, tests->title);
}

void Report::add_together() {
  auto network = picture(View::CoResponsibility);
  const Table* circles = find(clusters_, "clusters");
  if (!network && circles == nullptr) return;
  chapter(say_("print.together"));
  if (network) {
    add(Paragraph{say_("print.together_intro", {{"figure", next_figure()}})});
    add_figure(*std::move(network), say_("print.coresponsibility"));
  }
  add_table(pair_grid(study_, say_), say_("print.pairs"));
  if (circles == nullptr || circles->rows() == 0) return;
  add(Heading{2, say_("shared.clusters")});
  add(Paragraph{say_("print.circles_intro")});
  if (auto figure = picture(View::Clusters)) add_figure(*std::move(figure), say_("print.clusters"));
  add_result(*circles, say_("print.clusters_table"));
  if (const Table* bridges = find(clusters_, "bridges"))
    add_result(*bridges, say_("print.bridges"));
  if (auto figure = picture(View::Dendrogram))
    add_figure(*std::move(figure), say_("print.dendrogram"));
}

void Report::add_leads() {
  auto network = picture(View::Leads);
  const Table leaders = leading_units(leads_.tables.front());
  const Table* leadless = find(leads_, "tasks_without_lead");
  if (!network && leaders.rows() == 0 && leadless == nullptr) return;
  chapter(say_("print.leads"));
  if (network) {
    add(Paragraph{say_("print.leads_intro", {{"figure", next_figure()}, {"table", next_table()}})});
    add_figure(*std::move(network), say_("print.support"));
  } else if (leaders.rows() > 0) {
    add(Paragraph{say_("print.leads_intro_table", {{"table", next_table()}})});
  }
  add_result(leaders, say_("print.leaders"));
  if (const Table* sole = find(leads_, "sole_leads")) add_result(*sole, say_("print.sole_leads"));
  if (leadless != nullptr) add_result(*leadless, say_("print.leadless"));
}

void Report::add_notes() {
  chapter(say_("shared.notes"));
  if (study_.network().notes().empty()) {
    add(Paragraph{say_("print.no_notes")});
    return;
  }
  add(Paragraph{say_("print.notes_intro")});
  add_table(note_grid(study_, say_), say_("shared.notes"));
}

void Report::add_method() {
  chapter(say_("shared.method"));
  add(Paragraph{lead_policy_text(study_.graph(), say_)});
  add(Paragraph{say_("print.method_units")});
  const auto& clusters = study_.clusters();
  if (clusters.modularity) {
    const std::string method = clusters.method == analysis::ClusterMethod::Barber
                                   ? say_("print.method_barber")
                                   : say_("print.method_modularity");
    add(Paragraph{say_("print.method_clusters", {{"method", method}, {"seed", clusters.seed}})});
  }
  add(Heading{2, say_("methods.title")});
  add(Paragraph{methods_paragraph(study_, say_.language())});
  Grid definitions = definition_grid(study_, say_, measures_);
  if (!definitions.rows.empty()) {
    definitions.note = say_("print.definitions_note");
    add_table(std::move(definitions), say_("print.definitions"));
  }
  add_made();
}

void Report::add_made() {
  add(Heading{2, say_("print.made")});
  std::string options;
  for (const std::string& option : options_.run.options)
    options += (options.empty() ? "" : "  ") + option;
  Facts facts{
      {{say_("shared.program"), result_.creator}, {say_("shared.command"), options_.run.command}}};
  if (!options.empty()) facts.rows.emplace_back(say_("shared.options"), options);
  const auto& sources = study_.network().sources();
  for (std::size_t i = 0; i < std::min(kMostSources, sources.size()); ++i)
    facts.rows.emplace_back(say_("print.source", {{"id", sources[i].id}}),
                            sources[i].path + "  sha256 " + sources[i].sha256);
  if (sources.size() > kMostSources)
    facts.rows.emplace_back(
        say_("print.rest_sources"),
        say_("print.rest_sources_count", {{"count", sources.size() - kMostSources}}));
  add(std::move(facts));
}

void Report::add_appendices() {
  if (study_.network().task_count() == 0) return;
  appendix(say_("print.task_list"));
  add_table(task_grid(study_, say_), say_("print.task_list"));
  if (Grid clauses = clause_grid(study_, say_); !clauses.rows.empty()) {
    appendix(say_("print.clause_list"));
    add(Paragraph{say_("print.clauses_intro")});
    add_table(std::move(clauses), say_("print.clause_list"));
  }
  const auto sheets = viz::sheets(View::TaskSheet, study_.graph(), options_.language);
  if (sheets.size() > kMostSheets) return;  // respnet render writes them all
  bool first = true;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    auto figure = picture(View::TaskSheet, i);
    if (!figure) continue;
    if (std::exchange(first, false)) {
      appendix(say_("print.sheets"));
      add(Paragraph{say_("print.sheets_intro")});
    }
    figure->whole_page = true;  // its title says what it is
    add(*std::move(figure));
  }
}

}  // namespace

Document document(const Study& study, const DocumentOptions& options) {
  return Report(study, options).document();
}

std::string docx(const Document& document, unsigned threads) {
  std::vector<const Figure*> figures;
  for (const Block& block : document.blocks)
    if (const auto* figure = std::get_if<Figure>(&block)) figures.push_back(figure);
  std::vector<std::string> images(figures.size());
  parallel_blocks(images.size(), threads, [&](std::size_t i) {
    const Paper paper = paper_for(figures[i]->width, figures[i]->height);
    images[i] = viz::png(figures[i]->svg, std::max(10.0, 300 * paper.scale));
  });
  return io::docx_bytes(document, images);
}

}  // namespace respnet::report
