#include "cli/commands.hpp"

namespace respnet::cli {
namespace {

const std::vector<std::string_view> kCounting{"lead", "groups", "role-weights"};
const std::vector<std::string_view> kClustering{"method", "resolution", "seed", "threads"};

std::vector<std::string_view> joined(const std::vector<std::vector<std::string_view>>& groups) {
  std::vector<std::string_view> all;
  for (const auto& group : groups) all.insert(all.end(), group.begin(), group.end());
  return all;
}

}  // namespace

const std::vector<std::string_view>& common_options() {
  static const std::vector<std::string_view> names{"from",  "encoding", "quiet", "verbose",
                                                   "color", "timings",  "help",  "version"};
  return names;
}

const std::vector<Command>& command_table() {
  static const std::vector<Command> table{
      {"report", "INPUT... -o DIR", "everything in one folder, index.html first",
       "Writes a page with findings, pictures and tables, the pictures as files, the network\n"
       "(JSON, GraphML) and every measure (CSV) into DIR, which is made if it is missing.",
       "  respnet report datasets/changle-2024/notice.md -o report",
       joined({{"output", "csv-bom"}, kCounting, kClustering, {"lang"}}), run_report},
      {"describe", "INPUT...", "the findings in sentences",
       "Says in words what the numbers say, each sentence with the numbers it rests on.",
       "  respnet describe datasets/changle-2024/notice.md",
       joined({{"output"}, kCounting, kClustering}), run_describe},
      {"workload", "INPUT...", "who carries how much, and how uneven it is",
       "Loads of each unit (tasks, leads, support, fractional share, sections touched), load by\n"
       "section, concentration indices, tasks that hang on one unit, and outlying loads.",
       "  respnet workload datasets/changle-2024/notice.md",
       joined({{"format", "csv-bom", "lang", "output", "no-clobber"}, kCounting}), run_workload},
      {"clusters", "INPUT...", "which units keep working together",
       "Clusters of co-responsibility by the Leiden algorithm, with their core units, and the\n"
       "tasks that bridge clusters.",
       "  respnet clusters datasets/changle-2024/notice.md",
       joined({{"format", "csv-bom", "lang", "output", "no-clobber"}, kCounting, kClustering}),
       run_clusters},
      {"leads", "INPUT...", "which lead units hold the network together",
       "Centralities of lead units, units whose loss splits the network, and the tasks that would\n"
       "lose their only lead with a unit.",
       "  respnet leads datasets/changle-2024/notice.md",
       joined({{"format", "csv-bom", "lang", "output", "no-clobber"}, kCounting, {"threads"}}),
       run_leads},
      {"metrics", "INPUT...", "every measure, by level; --list explains them",
       "One row a unit, task, pair of units, or the network; the columns are measure ids. With\n"
       "--format json and no --level: all levels in one document (respnet-metrics/1).",
       "  respnet metrics datasets/changle-2024/notice.md --select 'load.*,bipartite.*'\n"
       "  respnet metrics --list --format markdown",
       joined({{"level", "select", "list", "min-shared", "top", "format", "csv-bom", "lang",
                "output", "no-clobber"},
               kCounting,
               kClustering}),
       run_metrics},
      {"render", "INPUT... --view VIEW -o FILE.(svg|png|dot)", "one picture",
       "Draws tasks and units (bipartite), who works with whom (coresponsibility), who supports\n"
       "whose lead (leads) or the loads (workload). The ending of FILE decides the format; dot is\n"
       "there for the first three.",
       "  respnet render datasets/changle-2024/notice.md --view bipartite -o bipartite.svg",
       joined({{"view", "output", "title", "dpi", "no-clobber"}, kCounting, kClustering}),
       run_render},
      {"import",
       "INPUT... -o net.json",
       "read a plan, write its network with the evidence",
       "Reads anything that respnet formats lists and writes one network: tasks, units, roles, "
       "and\n"
       "where each stands in the text. What the reader was unsure of is in its notes.",
       "  respnet import datasets/changle-2024/notice.md -o net.json",
       {"output", "strict", "no-clobber"},
       run_import},
      {"check",
       "INPUT...",
       "what needs a human's eye, with lines",
       "Lists the reader's notes. With --strict the exit code is 1 if there is any.",
       "  respnet check datasets/changle-2024/notice.md",
       {"strict", "format", "csv-bom", "output", "no-clobber"},
       run_check},
      {"export", "INPUT... -o FILE", "the network for other tools, by ending",
       "Writes .json, .csv (edge list) or .graphml; GraphML carries every measure of units and\n"
       "tasks. Says what the format could not carry.",
       "  respnet export datasets/changle-2024/notice.md -o network.graphml",
       joined({{"output", "no-clobber"}, kCounting, kClustering}), run_export},
      {"formats",
       "",
       "what can be read and written",
       "Lists the formats.",
       "  respnet formats",
       {"format", "output", "no-clobber"},
       run_formats},
  };
  return table;
}

}  // namespace respnet::cli
