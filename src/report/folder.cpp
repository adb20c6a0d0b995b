#include "respnet/report/folder.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "respnet/analysis/metrics.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"
#include "respnet/io/graphml.hpp"
#include "respnet/io/tables.hpp"
#include "respnet/io/write.hpp"
#include "respnet/viz/picture.hpp"
#include "respnet/viz/raster.hpp"

namespace respnet::report {
namespace {

using analysis::Study;

std::vector<std::uint32_t> cluster_numbers(const Study& study) {
  std::vector<std::uint32_t> numbers;
  for (const std::uint32_t cluster : study.clusters().of_unit)
    numbers.push_back(cluster == analysis::kNoCluster ? 0 : cluster + 1);
  return numbers;
}

// An SVG document as an element of the page: from `<svg` on.
std::string inline_svg(const std::string& document) {
  const std::size_t begin = document.find("<svg");
  return begin == std::string::npos ? "" : document.substr(begin);
}

std::string page_with_pictures(const Study& study, const FolderOptions& options) {
  PagePictures pictures;
  const std::array<std::pair<viz::View, std::string*>, 4> places{{
      {viz::View::Bipartite, &pictures.bipartite},
      {viz::View::Workload, &pictures.workload},
      {viz::View::CoResponsibility, &pictures.coresponsibility},
      {viz::View::Leads, &pictures.leads},
  }};
  viz::PictureOptions picture_options{.clusters = cluster_numbers(study)};
  for (const auto& [view, place] : places) {
    picture_options.id_prefix = std::string(viz::name(view)) + "-";
    *place = inline_svg(viz::draw(view, study.graph(), picture_options).svg);
  }
  return page(study, pictures, options.run);
}

void add_pictures(const Study& study, Folder& result) {
  const std::size_t first = result.files.size();
  for (const viz::View view : viz::kViews)
    result.files.push_back({std::string(viz::name(view)) + ".svg",
                            viz::draw(view, study.graph(),
                                      {.clusters = cluster_numbers(study)})
                                .svg});
  if (!viz::has_chinese_font()) {
    result.warnings.push_back(
        "no font covers Chinese, so no PNG was drawn; install fonts-noto-cjk");
    return;
  }
  std::vector<std::string> images(viz::kViews.size());
  parallel_blocks(images.size(), study.options().threads,
                  [&](std::size_t i) { images[i] = viz::png(result.files[first + i].bytes); });
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
  io::write_graphml(
      study.network(), [&](std::string_view piece) { bytes += piece; },
      {.units = &units, .tasks = tasks});
  return bytes;
}

}  // namespace

std::string graphml(const Study& study) {
  const auto results = analysis::metrics(
      study, {.levels = {analysis::Level::Unit, analysis::Level::Task}});
  return graphml_of(study, results.tables);
}

Folder folder(const Study& study, const FolderOptions& options) {
  Folder result;
  options.stage("analyse");
  const auto results = analysis::metrics(study);
  for (const auto& skipped : results.skipped) result.warnings.push_back(skipped);
  options.stage("draw");
  result.files.push_back({"index.html", page_with_pictures(study, options)});
  add_pictures(study, result);
  options.stage("export");
  result.files.push_back({"network.json", io::network_bytes(study.network(), "json")});
  result.files.push_back({"network.graphml", graphml_of(study, results.tables)});
  for (const Table& table : results.tables)
    result.files.push_back({"metrics-" + table.id + ".csv",
                            (options.csv_bom ? "\xEF\xBB\xBF" : "") + io::csv_table(table)});
  return result;
}

}  // namespace respnet::report
