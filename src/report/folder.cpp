#include "respnet/report/folder.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "respnet/analysis/command_tables.hpp"
#include "respnet/analysis/metrics.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"
#include "respnet/io/graphml.hpp"
#include "respnet/io/tables.hpp"
#include "respnet/io/workbook.hpp"
#include "respnet/io/write.hpp"
#include "respnet/report/picture_options.hpp"
#include "respnet/viz/picture.hpp"
#include "respnet/viz/raster.hpp"

namespace respnet::report {
namespace {

using analysis::Study;

// An SVG document as an element of the page: from `<svg` on.
std::string inline_svg(const std::string& document) {
  const std::size_t begin = document.find("<svg");
  return begin == std::string::npos ? "" : document.substr(begin);
}

std::vector<std::string> pictures_of(const Study& study) {
  std::vector<std::string> pictures;
  for (const viz::View view : viz::kViews) {
    viz::PictureOptions options = picture_options(study, view, Language::Zh);
    // Several pictures stand in one page, so their ids must differ.
    options.id_prefix = std::string(viz::name(view)) + "-";
    pictures.push_back(viz::draw(view, study.graph(), options).svg);
  }
  return pictures;
}

std::string page_with(const std::vector<std::string>& pictures, const Study& study,
                      const PageRun& run) {
  const auto picture = [&](viz::View view) {
    return inline_svg(pictures[static_cast<std::size_t>(view)]);
  };
  return page(study,
              {picture(viz::View::Bipartite), picture(viz::View::Workload),
               picture(viz::View::CoResponsibility), picture(viz::View::Leads)},
              run);
}

void add_images(const std::vector<std::string>& pictures, const Study& study, Folder& result) {
  if (!viz::has_chinese_font()) {
    result.warnings.emplace_back(
        "no font covers Chinese, so no PNG was drawn; install fonts-noto-cjk");
    return;
  }
  std::vector<std::string> images(pictures.size());
  parallel_blocks(images.size(), study.options().threads,
                  [&](std::size_t i) { images[i] = viz::png(pictures[i]); });
  for (std::size_t i = 0; i < images.size(); ++i)
    result.files.push_back({std::string(viz::name(viz::kViews[i])) + ".png", std::move(images[i])});
}

// A column of the study's units, by all units of the network: with groups dropped or expanded some
// units are not counted and have no value.
Column by_network_unit(const Study& study, const Column& column) {
  const auto units = study.graph().units();
  Column result{column.id, column.label, {}};
  std::visit(
      [&](const auto& values) {
        using Value = typename std::decay_t<decltype(values)>::value_type;
        if constexpr (std::is_same_v<Value, std::string>) {
          std::vector<std::string> all(study.network().unit_count());
          for (std::size_t i = 0; i < units.size(); ++i) all[model::index(units[i])] = values[i];
          result.values = std::move(all);
        } else {
          std::vector<double> all(study.network().unit_count(),
                                  std::numeric_limits<double>::quiet_NaN());
          for (std::size_t i = 0; i < units.size(); ++i)
            all[model::index(units[i])] = static_cast<double>(values[i]);
          result.values = std::move(all);
        }
      },
      column.values);
  return result;
}

std::string graphml_of(const Study& study, const std::vector<Table>& tables) {
  Table units{"units", "", {}};
  const Table* tasks = nullptr;
  for (const Table& table : tables) {
    if (table.id == "tasks") tasks = &table;
    if (table.id != "units") continue;
    const bool all = study.graph().unit_count() == study.network().unit_count();
    for (const Column& column : table.columns)
      units.columns.push_back(all ? column : by_network_unit(study, column));
  }
  std::string bytes;
  io::write_graphml(study.network(), [&](std::string_view piece) { bytes += piece; },
                    {.units = &units, .tasks = tasks});
  return bytes;
}

}  // namespace

std::string graphml(const Study& study) {
  const auto results =
      analysis::metrics(study, {.levels = {analysis::Level::Unit, analysis::Level::Task}});
  return graphml_of(study, results.tables);
}

std::string workbook(const Study& study, Language language) {
  std::vector<Table> tables = analysis::workload_tables(study, language).tables;
  std::erase_if(tables, [](const Table& table) { return table.id != "units"; });
  for (Table& table : tables) {
    table.id = "loads";
    table.title = Words{"负担", "loads"}.in(language);
  }
  std::string bytes;
  io::write_workbook(study.network(), [&](std::string_view piece) { bytes += piece; },
                     {.language = language, .tables = tables});
  return bytes;
}

Folder folder(const Study& study, const FolderOptions& options) {
  Folder result;
  options.stage("analyse");
  const auto results = analysis::metrics(study);
  for (const analysis::Skipped& skipped : results.skipped)
    result.warnings.push_back(skipped.id + " was left out: " + skipped.reason);
  options.stage("draw");
  const std::vector<std::string> pictures = pictures_of(study);
  result.files.push_back({"index.html", page_with(pictures, study, options.run)});
  for (std::size_t i = 0; i < pictures.size(); ++i)
    result.files.push_back({std::string(viz::name(viz::kViews[i])) + ".svg", pictures[i]});
  add_images(pictures, study, result);
  options.stage("export");
  result.files.push_back({"network.json", io::network_bytes(study.network(), "json")});
  result.files.push_back({"network.graphml", graphml_of(study, results.tables)});
  try {
    result.files.push_back({"network.xlsx", workbook(study, Language::Zh)});
  } catch (const LimitError& limit) {
    result.warnings.push_back("network.xlsx was left out: " + std::string(limit.what()));
  }
  for (const Table& table : results.tables)
    result.files.push_back({"metrics-" + table.id + ".csv",
                            (options.csv_bom ? "\xEF\xBB\xBF" : "") + io::csv_table(table)});
  return result;
}

}  // namespace respnet::report
