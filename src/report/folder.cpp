#include "respnet/report/folder.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <utility>

#include "respnet/analysis/command_tables.hpp"
#include "respnet/analysis/metrics.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"
#include "respnet/io/csv_folder.hpp"
#include "respnet/io/tables.hpp"
#include "respnet/io/write.hpp"
#include "respnet/report/exports.hpp"
#include "respnet/report/picture_options.hpp"
#include "respnet/viz/picture.hpp"
#include "respnet/viz/raster.hpp"

namespace respnet::report {
namespace {

using analysis::Study;

// Sheets that a file of the folder holds at most: a person leafs through it.
constexpr std::size_t kMostSheets = 100;
constexpr std::size_t kMostUnitSheets = 60;

// Which sheets of the view are drawn: all of them, of units the busiest first. Of more sections
// than a person leafs through none, for a part of them would pass for all. Says what is left out.
std::vector<std::size_t> sheet_numbers(const Study& study, viz::View view,
                                       std::vector<std::string>& warnings) {
  const std::size_t all = viz::sheets(view, study.graph()).size();
  std::vector<std::size_t> numbers(all);
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  const bool units = view == viz::View::Ego && all == study.graph().unit_count();
  if (units) {
    const auto& loads = study.loads();
    std::ranges::stable_sort(numbers, std::ranges::greater{}, [&](std::size_t unit) {
      return std::pair(loads.tasks[unit], loads.lead[unit]);
    });
  }
  if (all <= (units ? kMostUnitSheets : kMostSheets)) return numbers;
  const bool sections = view == viz::View::TaskSheet;
  numbers.resize(units ? kMostUnitSheets : sections ? 0 : 1);
  const std::string name(viz::name(view));
  warnings.push_back(
      name + ".pdf " +
      (sections ? "was left out" : "holds only the first " + std::to_string(numbers.size())) +
      (units ? ", the busiest units" : "") + "; respnet render --view " + name +
      " -o all.pdf writes all " + std::to_string(all) + " sheets");
  return numbers;
}

// The sheets of one view as SVG, and the files made from them.
struct Drawn {
  viz::View view;
  std::vector<std::string> sheets;
  std::string title;
  std::string png, pdf;
};

// A task sheet is for paper, and one of many says little.
bool has_image(viz::View view) { return view != viz::View::TaskSheet; }

// What is too large is left out, for the rest of the report is there all the same. @return why;
// empty: it is made
std::string refused(const std::function<void()>& make) {
  try {
    make();
  } catch (const LimitError& limit) {
    return limit.what();
  }
  return {};
}

std::vector<Drawn> pictures_of(const Study& study, Language language,
                               std::vector<std::string>& warnings) {
  struct Job {
    std::size_t view, sheet;
    viz::PictureOptions options;
  };
  std::vector<Drawn> drawn;
  std::vector<Job> jobs;
  for (const viz::View view : viz::kViews) {
    viz::PictureOptions options = picture_options(study, view, language);
    // Several pictures stand in one page, so their ids must differ.
    options.id_prefix = std::string(viz::name(view)) + "-";
    const auto numbers = sheet_numbers(study, view, warnings);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      options.sheet = numbers[i];
      jobs.push_back({drawn.size(), i, options});
    }
    drawn.push_back({view, std::vector<std::string>(numbers.size()), {}, {}, {}});
  }
  std::vector<std::string> titles(jobs.size()), why(jobs.size());
  parallel_blocks(jobs.size(), study.options().threads, [&](std::size_t i) {
    const Job& job = jobs[i];
    why[i] = refused([&] {
      viz::Picture picture = viz::draw(drawn[job.view].view, study.graph(), job.options);
      drawn[job.view].sheets[job.sheet] = std::move(picture.svg);
      titles[i] = std::move(picture.title);
    });
  });
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    Drawn& view = drawn[jobs[i].view];
    if (jobs[i].sheet == 0) view.title = titles[i];
    if (why[i].empty() || view.sheets.empty()) continue;
    view.sheets.clear();
    warnings.push_back("the picture " + std::string(viz::name(view.view)) +
                       " was left out: " + why[i]);
  }
  return drawn;
}

// PNG of the first sheet, PDF of all.
void add_images(std::vector<Drawn>& drawn, const Study& study, std::vector<std::string>& warnings) {
  const std::string date = source_date(study.network());
  std::vector<std::string> why(2 * drawn.size());
  // The views of many sheets take longest and are the last: they begin.
  parallel_blocks(2 * drawn.size(), study.options().threads, [&](std::size_t i) {
    Drawn& view = drawn[drawn.size() - 1 - i / 2];
    if (view.sheets.empty()) return;
    why[i] = refused([&] {
      if (i % 2 == 1)
        view.pdf = viz::pdf(view.sheets, {.title = view.title, .date = date});
      else if (has_image(view.view))
        view.png = viz::png(view.sheets.front());
    });
  });
  for (std::size_t i = why.size(); i-- > 0;)
    if (!why[i].empty())
      warnings.push_back(std::string(viz::name(drawn[drawn.size() - 1 - i / 2].view)) +
                         (i % 2 == 1 ? ".pdf" : ".png") + " was left out: " + why[i]);
}

void add_pictures(std::vector<Drawn>& drawn, const Study& study, Folder& result) {
  if (viz::has_chinese_font())
    add_images(drawn, study, result.warnings);
  else
    result.warnings.emplace_back(
        "no font covers Chinese, so no PNG or PDF was drawn; install fonts-noto-cjk");
  const auto add = [&](const Drawn& view, std::string_view ending, std::string bytes) {
    if (!bytes.empty())
      result.files.push_back(
          {std::string(viz::name(view.view)) + std::string(ending), std::move(bytes)});
  };
  for (Drawn& view : drawn) {
    if (has_image(view.view) && !view.sheets.empty()) add(view, ".svg", view.sheets.front());
    add(view, ".png", std::move(view.png));
    add(view, ".pdf", std::move(view.pdf));
  }
}

// How the numbers of the findings compare with chance; there is no such level of measures.
void add_chance(const Study& study, const FolderOptions& options, Folder& result) {
  for (const Table& table : analysis::chance_tables(study, options.language).tables)
    result.files.push_back({"metrics-" + table.id + ".csv",
                            (options.csv_bom ? "\xEF\xBB\xBF" : "") + io::csv_table(table)});
}

std::string page_with(const std::vector<Drawn>& drawn, const Study& study, const Folder& pictures,
                      const FolderOptions& options) {
  const auto picture = [&](viz::View view) {
    const auto& sheets = drawn[static_cast<std::size_t>(view)].sheets;
    return sheets.empty() ? std::string{} : sheets.front();
  };
  PageOptions page_options{.language = options.language, .run = options.run};
  for (const FileContent& file : pictures.files) page_options.files.push_back(file.path.string());
  return page(study,
              {picture(viz::View::Bipartite), picture(viz::View::CoResponsibility),
               picture(viz::View::Leads), picture(viz::View::Lorenz),
               picture(viz::View::Dendrogram), picture(viz::View::Clusters)},
              page_options);
}

void add_network(const model::Network& network, const io::Attachments& with, Folder& result) {
  result.files.push_back(
      {"network.json", io::network_bytes(network, "json", {.threads = with.threads})});
  result.files.push_back({"network.graphml", io::network_bytes(network, "graphml", with)});
  try {
    result.files.push_back({"network.xlsx", io::network_bytes(network, "xlsx", with)});
  } catch (const LimitError& limit) {
    result.warnings.push_back("network.xlsx was left out: " + std::string(limit.what()));
  }
}

}  // namespace

Folder folder(const Study& study, const FolderOptions& options) {
  Folder result;
  options.stage("analyse");
  const bool whole = study.network().assignment_count() <= options.most_assignments;
  analysis::MetricsOptions measures{.progress = options.progress};
  if (!whole) measures.levels = {analysis::Level::Network, analysis::Level::Unit};
  Exports made = exports(study, analysis::metrics(study, measures), options.language);
  std::ranges::move(analysis::sentences(made.remarks), std::back_inserter(result.warnings));
  options.stage("draw");
  std::vector<Drawn> pictures = pictures_of(study, options.language, result.warnings);
  add_pictures(pictures, study, result);
  std::string index = page_with(pictures, study, result, options);
  result.files.insert(result.files.begin(), {"index.html", std::move(index)});
  options.stage("export");
  std::optional<io::Run> run = options.manifest;
  if (run) run->estimates = estimates(made.remarks);
  io::Attachments with = made.attachments(run ? &*run : nullptr, options.csv_bom);
  with.threads = study.options().threads;
  if (whole) {
    add_network(study.network(), with, result);
  } else {
    result.warnings.push_back(
        "network.json, network.graphml, network.xlsx, metrics-tasks.csv and metrics-pairs.csv were "
        "left out, of more than " +
        std::to_string(options.most_assignments) +
        " assignments; respnet export -o FILE and respnet metrics --level task write them");
  }
  for (FileContent& file : io::metrics_csv(with)) result.files.push_back(std::move(file));
  add_chance(study, options, result);
  return result;
}

}  // namespace respnet::report
