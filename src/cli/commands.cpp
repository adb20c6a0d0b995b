#include "cli/commands.hpp"

namespace respnet::cli {

const std::vector<std::string_view>& common_options() {
  static const std::vector<std::string_view> names{
      "from",    "encoding", "keep-going", "registry",     "output", "no-clobber",
      "format",  "lead",     "groups",     "role-weights", "seed",   "threads",
      "timings", "quiet",    "verbose",    "color",        "help",   "version"};
  return names;
}

const std::vector<Command>& command_table() {
  static const std::vector<Command> table{
      {"report",
       "INPUT... -o DIR|FILE.(pdf|docx)",
       "everything in one folder, index.html first",
       "Writes a page with findings, pictures and tables, the pictures as files, the network "
       "(JSON, GraphML) and every measure (CSV) into DIR, which is made if it is missing; with "
       "--pdf "
       "and --docx the report for print and as a Word document too. A FILE.pdf or FILE.docx holds "
       "that alone.",
       "  respnet report datasets/changle-2024/notice.md -o report --pdf --docx\n"
       "  respnet report datasets/changle-2024/notice.md -o report.pdf",
       {"pdf", "docx", "exact", "epsilon", "delta", "method", "resolution", "lang", "csv-bom"},
       run_report},
      {"describe",
       "INPUT...",
       "the findings in sentences",
       "Says in words what the numbers say. With --format json also the tests against chance that "
       "the sentences quote.",
       "  respnet describe datasets/changle-2024/notice.md\n"
       "  respnet describe datasets/changle-2024/notice.md --lang en",
       {"exact", "epsilon", "delta", "method", "resolution", "lang"},
       run_describe},
      {"workload",
       "INPUT...",
       "who carries how much, and how uneven it is",
       "Loads of each unit (tasks, leads, support, fractional share, sections touched), load by "
       "section, concentration indices, tasks that hang on one unit, and outlying loads.",
       "  respnet workload datasets/changle-2024/notice.md",
       {"exact", "epsilon", "delta", "lang", "csv-bom"},
       run_workload},
      {"clusters",
       "INPUT...",
       "which units keep working together",
       "Clusters of co-responsibility by the Leiden algorithm, with their core units, the tasks "
       "that bridge clusters, and whether networks with the same numbers of tasks and units are "
       "clustered as much by chance. With --runs: what single runs of the search have in common. "
       "With --against: how far another partition agrees.",
       "  respnet clusters datasets/changle-2024/notice.md\n"
       "  respnet clusters datasets/changle-2024/notice.md --runs 100\n"
       "  respnet clusters datasets/changle-2024/notice.md --against sbm",
       {"method", "resolution", "against", "runs", "samples", "lang", "csv-bom"},
       run_clusters},
      {"concepts",
       "INPUT...",
       "which units share tasks as a standing group",
       "Formal concepts: every group of units that cannot grow without losing a task, with all "
       "tasks it shares, largest first. Stability: the share of the subsets of these tasks that "
       "just these units have in common; near 1 the group hangs on no single task.",
       "  respnet concepts datasets/changle-2024/notice.md --top 10\n"
       "  respnet concepts datasets/changle-2024/notice.md --min-units 3 --min-tasks 3",
       {"min-units", "min-tasks", "top", "lang", "csv-bom"},
       run_concepts},
      {"backbone",
       "INPUT...",
       "pairs of units that share more tasks than by chance",
       "Tests every pair of units against networks that have in common with this one what --model "
       "says, corrects p for the number of pairs, and lists those that chance does not explain; "
       "with --signed also those that share fewer. The second table counts the pairs that each "
       "correction keeps, --model all those of every model. All p are exact but those of fdsm, "
       "which are (1 + draws with as many or more) / (1 + trials). --locked names tasks and units "
       "(CSV: task, unit) that cannot or must come together and stay as they are.",
       "  respnet backbone datasets/southern-women/edges.csv --model fixedrow --correction none\n"
       "  respnet backbone datasets/changle-2024/notice.md --model all\n"
       "  respnet backbone datasets/changle-2024/notice.md --model fdsm --signed --trials 20000",
       {"model", "alpha", "correction", "signed", "trials", "locked", "lang", "csv-bom"},
       run_backbone},
      {"leads",
       "INPUT...",
       "which lead units hold the network together",
       "Centralities of lead units, units whose loss splits the network, and the tasks that would "
       "lose their only lead with a unit.",
       "  respnet leads datasets/changle-2024/notice.md",
       {"exact", "epsilon", "delta", "lang", "csv-bom"},
       run_leads},
      {"metrics",
       "INPUT...",
       "every measure, by level; --list explains them",
       "One row a unit, task, pair of units, or the network; the columns are measure ids. With "
       "--format json and no --level: all levels in one document (respnet-metrics/1). With --null "
       "a row for each unit (or, with --level network, for the network) and measure: observed, and "
       "in random networks expected, range, z and p; alone it takes load.* (network: "
       "every Gini index and the modularity); with --format json both as one document "
       "(respnet-null/1).",
       "  respnet metrics datasets/changle-2024/notice.md --select 'load.*,bipartite.*'\n"
       "  respnet metrics datasets/changle-2024/notice.md --level network --null task-sizes\n"
       "  respnet metrics --list --format markdown",
       {"level", "select", "list", "exact", "epsilon", "delta", "null", "samples", "locked",
        "min-shared", "top", "method", "resolution", "lang", "csv-bom"},
       run_metrics},
      {"render",
       "INPUT... --view VIEW -o FILE.(svg|png|pdf|dot)",
       "one picture",
       "Draws who answers for what (bipartite), who works with whom (coresponsibility), who "
       "supports "
       "whose lead (leads), units by section (matrix), loads (workload) and how unequal they are "
       "(lorenz), which units always appear together (dendrogram), clusters and their bridges "
       "(clusters), one unit (ego) or one section (task-sheet). The ending of FILE decides the "
       "format; dot is there for the first three, and a PDF holds every sheet of a view with "
       "several. With --lint the answer is a list of faults (overlaps, texts that leave their "
       "shapes, small or pale type, missing glyphs, equal labels) and the number of crossings, and "
       "the exit code is 1 if there is a fault; -o may then be left out.",
       "  respnet render datasets/changle-2024/notice.md --view bipartite -o bipartite.svg\n"
       "  respnet render datasets/changle-2024/notice.md --view ego --unit 区教育局 -o unit.png\n"
       "  respnet render datasets/changle-2024/notice.md --view leads --lint",
       {"view", "lint", "lang", "theme", "title", "width", "dpi", "highlight", "sheet", "unit",
        "section", "order", "method", "resolution"},
       run_render},
      {"import",
       "INPUT... -o net.json",
       "read a plan, write its network with the evidence",
       "Reads anything that respnet formats lists, thousands of files or a folder with all below "
       "it, and writes one network: tasks, units, roles, and "
       "where each stands in the text; with -o FILE.xlsx as a workbook. What the reader was unsure "
       "of is in its notes; with "
       "--strict any note refuses the input. --review writes the doubts as a table that opens in "
       "Excel; what a human writes into its column 更正 (correction) is applied by --corrections.",
       "  respnet import datasets/changle-2024/notice.md -o net.json --review review.csv\n"
       "  respnet import datasets/changle-2024/notice.md -o net.json --corrections review.csv\n"
       "  respnet import datasets --keep-going -o net.json",
       {"strict", "review", "corrections"},
       run_import},
      {"check",
       "INPUT...",
       "what needs a human's eye, with lines",
       "Lists by rule where the plan leaves open who answers for what (no lead, several leads, "
       "vague units, …) and where the reader was unsure. error: nobody answers for a task; "
       "warning: "
       "it is unclear who does, or the reader may have misread; info: often right as it is. With "
       "--strict the exit code is 1 if there is an error or a warning.",
       "  respnet check datasets/changle-2024/notice.md\n"
       "  respnet check --list",
       {"strict", "select", "ignore", "list", "lang", "csv-bom"},
       run_check},
      {"explain",
       "INPUT... NAME",
       "the clauses behind a unit or task",
       "Shows each clause that names a unit, with the name marked, its role and line; or a task "
       "with its clauses and units. NAME is a unit's name, alias, printed form or id, or a task's "
       "id or title; a part of a name will do if it tells. With --measure: the tasks that add up "
       "to "
       "a number of the unit (load.*), or, where it is no sum, its value and formula.",
       "  respnet explain datasets/changle-2024/notice.md 区农业农村局\n"
       "  respnet explain datasets/changle-2024/notice.md 区农业农村局 --measure load.share",
       {"measure", "lang", "csv-bom"},
       run_explain},
      {"export",
       "INPUT... -o FILE",
       "the network for other tools, by ending",
       "Writes .json, .csv (edge list), .xlsx, .graphml, .gexf (Gephi), .cyjs (Cytoscape), "
       ".node-link.json (NetworkX, D3), .hif.json (hypergraph), .dot, .net and .paj (Pajek), .dl "
       "(UCINET), .mtx (Matrix Market), or, into a FOLDER/, CSV files for R, pandas and Gephi. "
       "Formats with attributes carry every measure (--select takes some, or none), and how "
       "they were made. Says what the format could not carry; respnet formats lists it.",
       "  respnet export datasets/changle-2024/notice.md -o plan.xlsx\n"
       "  respnet export datasets/changle-2024/notice.md -o plan.gexf --select 'load.*,co.*'\n"
       "  respnet export datasets/changle-2024/notice.md -o plan/ --csv-bom",
       {"method", "resolution", "lang", "select", "exact", "epsilon", "delta", "to", "manifest",
        "csv-bom"},
       run_export},
      {"generate",
       "-o FILE",
       "a made-up network, to try and to time things",
       "Writes tasks with planted clusters of units, as a .csv edge list row by row (a hundred "
       "million rows need no memory) or in any format of respnet export. The number of units of a "
       "task is 1 + Poisson, cut to 12; the r-th unit is drawn in proportion to 1/(r + 5), from "
       "the "
       "task's cluster or, with chance --mixing, from outside it. The first unit of a task leads, "
       "the others support. The same options give the same bytes.",
       "  respnet generate -o small.csv\n"
       "  respnet generate --size M --seed 7 -o medium.csv\n"
       "  respnet generate --tasks 300 --units 40 --clusters 5 --mixing 0.35 -o hard.json",
       {"size", "tasks", "units", "mean-units", "clusters", "mixing", "to"},
       run_generate},
      {"formats",
       "",
       "what can be read and written",
       "Lists the formats.",
       "  respnet formats",
       {},
       run_formats},
  };
  return table;
}

}  // namespace respnet::cli
