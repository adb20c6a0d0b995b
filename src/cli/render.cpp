#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "respnet/analysis/study.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/report/folder.hpp"
#include "respnet/viz/picture.hpp"
#include "respnet/viz/raster.hpp"

namespace respnet::cli {
namespace {

void check_ending(const Settings& settings, const std::string& ending) {
  if (ending != ".svg" && ending != ".png" && ending != ".dot")
    throw UsageError("-o " + printable(settings.output.string()) +
                     ": a picture is written as .svg, .png or .dot" +
                     did_you_mean(ending, {".svg", ".png", ".dot"}));
  if (ending == ".dot" && settings.view == viz::View::Workload)
    throw UsageError("the workload chart is no graph; write it as .svg or .png");
}

}  // namespace

int run_render(const Settings& settings, Session& session) {
  if (!settings.view)
    throw UsageError("--view is missing; choose bipartite, coresponsibility, leads or workload");
  if (settings.output.empty())
    throw UsageError("-o is missing; name a file that ends in .svg, .png or .dot");
  const std::string ending = settings.output.extension().string();
  check_ending(settings, ending);

  const model::Network network = network_from(settings, session);
  session.stage("analyse");
  const analysis::Study study(network, settings.study);
  const viz::PictureOptions options{.title = settings.title,
                                    .clusters = report::cluster_numbers(study)};
  session.stage("draw");
  const viz::Picture picture = viz::draw(*settings.view, study.graph(), options);
  std::string bytes = ending == ".svg"   ? picture.svg
                      : ending == ".dot" ? picture.dot
                                         : viz::png(picture.svg, settings.dots_per_inch);
  session.stage("write");
  deliver(bytes, settings);
  return 0;
}

}  // namespace respnet::cli
