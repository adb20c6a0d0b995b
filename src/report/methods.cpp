#include "report/phrases.hpp"
#include "respnet/base/text.hpp"
#include "respnet/base/version.hpp"
#include "respnet/report/findings.hpp"

namespace respnet::report {

std::string methods_paragraph(const analysis::Study& study, Language language) {
  const Messages say = report_words(study, language);
  const auto& graph = study.graph();
  const bool barber = study.options().cluster_method == analysis::ClusterMethod::Barber;
  const std::string clusters = say(barber ? "methods.barber" : "methods.modularity",
                                   {{"resolution", number(study.options().resolution)}});
  return say("methods.text", {{"version", version()},
                              {"tasks", graph.task_count()},
                              {"units", graph.unit_count()},
                              {"assignments", graph.edge_count()},
                              {"policy", lead_policy_text(graph, say)},
                              {"clusters", clusters},
                              {"seed", study.options().seed}});
}

}  // namespace respnet::report
