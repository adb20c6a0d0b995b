#include "respnet/io/formats.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "io/clause_words.hpp"
#include "io/docx.hpp"
#include "io/edge_list.hpp"
#include "io/graph_formats.hpp"
#include "io/html.hpp"
#include "io/network_json.hpp"
#include "io/pdf.hpp"
#include "io/task_table.hpp"
#include "io/xlsx.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/notice.hpp"

namespace respnet::io {
namespace {

// Text with tags may be a web page or Markdown; the ending tells which.
bool looks_like_notice(std::string_view text) {
  return holds_clause_word(text) && text.find("</") == text.npos;
}

// 任务,责任单位 heads both; without a column of roles it is a task table.
bool is_edge_list(std::string_view text) {
  return looks_like_edge_list(text) && !looks_like_task_table(text);
}

model::Network read_notice(const Document& document) {
  return extract::read_notice(document.text, document.source, document.file);
}

constexpr std::string_view kGraphLoses = "titles of sections, spans, targets, details, notes";
constexpr std::string_view kMatrixLoses = "roles, titles, sections, evidence, deadlines, details";
constexpr std::string_view kPajekLoses =
    "roles, titles, sections, evidence, deadlines, details, words";
constexpr std::string_view kDlLoses =
    "names, roles, titles, sections, evidence, deadlines, details";

constexpr Held kOfNodes{.nodes = true, .run = true};
constexpr Held kOfGraphs{.nodes = true, .network = true, .run = true};

const std::array kFormats{
    Format{.name = "json",
           .endings = {".json"},
           .summary = "respnet network with all evidence",
           .loses = "",
           .looks_like = looks_like_json,
           .read = read_network_json,
           .write = write_network_json,
           .losses = nullptr},
    Format{.name = "csv",
           .endings = {".csv"},
           .summary = "edge list task,unit,role[,order]",
           .loses = "titles, sections, evidence, deadlines, targets, details, notes",
           .looks_like = is_edge_list,
           .read = read_edge_list,
           .write = write_edge_list,
           .losses = edge_list_losses},
    Format{.name = "table",
           .endings = {".tsv"},
           .summary = "task table (CSV, TSV): tasks, units by role, deadlines; RACI matrix",
           .loses = "",
           .looks_like = looks_like_task_table,
           .read = read_task_table,
           .write = nullptr,
           .losses = nullptr},
    Format{.name = "graphml",
           .endings = {".graphml"},
           .summary = "two-mode graph for igraph, NetworkX, Gephi, Cytoscape, yEd",
           .loses = kGraphLoses,
           .holds = kOfNodes,
           .looks_like = looks_like_graphml,
           .read = read_graphml,
           .write = write_graphml,
           .losses = graphml_losses},
    Format{.name = "gexf",
           .endings = {".gexf"},
           .summary = "two-mode graph of Gephi, NetworkX 3",
           .loses = kGraphLoses,
           .holds = kOfNodes,
           .looks_like = looks_like_gexf,
           .read = read_gexf,
           .write = write_gexf,
           .losses = graphml_losses},
    Format{.name = "hif",
           .endings = {".hif.json"},
           .summary = "hypergraph for HyperNetX, XGI",
           .loses = kGraphLoses,
           .holds = kOfGraphs,
           .looks_like = nullptr,
           .read = nullptr,
           .write = write_hif,
           .losses = graph_losses},
    Format{.name = "node-link",
           .endings = {".node-link.json"},
           .summary = "two-mode graph as JSON: NetworkX, D3",
           .loses = kGraphLoses,
           .holds = kOfGraphs,
           .looks_like = looks_like_node_link,
           .read = read_node_link,
           .write = write_node_link,
           .losses = graph_losses},
    Format{.name = "cytoscape",
           .endings = {".cyjs"},
           .summary = "two-mode graph as JSON: Cytoscape",
           .loses = kGraphLoses,
           .holds = kOfGraphs,
           .looks_like = nullptr,  // as node-link
           .read = read_node_link,
           .write = write_cytoscape,
           .losses = graph_losses},
    Format{.name = "dot",
           .endings = {".dot", ".gv"},
           .summary = "two-mode graph for Graphviz, no layout",
           .loses = kGraphLoses,
           .holds = kOfNodes,
           .looks_like = nullptr,
           .read = nullptr,
           .write = write_dot,
           .losses = graph_losses},
    Format{.name = "pajek",
           .endings = {".net"},
           .summary = "two-mode graph of Pajek, igraph",
           .loses = kPajekLoses,
           .looks_like = nullptr,
           .read = nullptr,
           .write = write_pajek,
           .losses = pajek_losses},
    Format{.name = "pajek-one-mode",
           .endings = {},
           .summary = "the same without its sides, for NetworkX",
           .loses = kPajekLoses,
           .looks_like = nullptr,
           .read = nullptr,
           .write = write_one_mode_pajek,
           .losses = pajek_losses},
    Format{.name = "pajek-project",
           .endings = {".paj"},
           .summary = "Pajek project: network, partition, vectors",
           .loses = kPajekLoses,
           .holds = kOfNodes,
           .looks_like = nullptr,
           .read = nullptr,
           .write = write_pajek_project,
           .losses = pajek_losses},
    Format{.name = "dl",
           .endings = {".dl"},
           .summary = "two-mode edge list of UCINET",
           .loses = kDlLoses,
           .looks_like = nullptr,
           .read = nullptr,
           .write = write_dl,
           .losses = dl_losses},
    Format{.name = "dl-one-mode",
           .endings = {},
           .summary = "the same without its sides, for igraph, Gephi",
           .loses = kDlLoses,
           .looks_like = nullptr,
           .read = nullptr,
           .write = write_one_mode_dl,
           .losses = dl_losses},
    Format{.name = "matrix-market",
           .endings = {".mtx"},
           .summary = "matrix of tasks and units for SciPy, R, Julia",
           .loses = kMatrixLoses,
           .holds = {.run = true},
           .looks_like = nullptr,
           .read = nullptr,
           .write = write_matrix_market,
           .losses = matrix_market_losses},
    Format{.name = "xlsx",
           .endings = {".xlsx"},  // .xlsm is told by content, and never written
           .summary = "Excel workbook: task tables, RACI matrices, edge lists, networks",
           .loses = "places in the text; clauses and targets are not read",
           .holds = {.nodes = true, .network = true, .pairs = true, .run = true},
           .binary = true,
           .looks_like = looks_like_xlsx,
           .read = read_xlsx,
           .write = write_xlsx,
           .losses = xlsx_losses},
    Format{.name = "sqlite",
           .endings = {".sqlite", ".sqlite3", ".db"},
           .summary = "SQLite database: network, evidence, measures, dictionary",
           .loses = "",
           .holds = {.nodes = true, .network = true, .pairs = true, .run = true},
           .binary = true,
           .looks_like = nullptr,
           .read = nullptr,
           .write = write_sqlite,
           .losses = nullptr},
    Format{.name = "html",
           .endings = {".html", ".htm"},
           .summary = "notice on a web page",
           .loses = "",
           .looks_like = looks_like_html,
           .read = read_html,
           .write = nullptr,
           .losses = nullptr},
    Format{.name = "docx",
           .endings = {".docx", ".docm"},
           .summary = "notice in a Word document: paragraphs, numbers, tables, tracked changes",
           .loses = "",
           .binary = true,
           .looks_like = looks_like_docx,
           .read = read_docx,
           .write = nullptr,
           .losses = nullptr},
    Format{.name = "text",
           .endings = {".txt"},
           .summary = "notice in plain text",
           .loses = "",
           .looks_like = looks_like_notice,
           .read = read_notice,
           .write = nullptr,
           .losses = nullptr},
    Format{.name = "markdown",
           .endings = {".md", ".markdown"},
           .summary = "notice in Markdown",
           .loses = "",
           .looks_like = nullptr,  // as text
           .read = read_notice,
           .write = nullptr,
           .losses = nullptr},
    Format{.name = "pdf",
           .endings = {".pdf"},
           .summary = "notice in a PDF file with a text layer",
           .loses = "",
           .binary = true,
           .looks_like = looks_like_pdf,
           .read = read_pdf,
           .write = nullptr,
           .losses = nullptr},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format& format_named(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Format& format : kFormats) {
    if (format.name == name) return format;
    names.push_back(format.name);
  }
  throw std::invalid_argument("unknown format '" + printable(name) + "'" +
                              did_you_mean(name, names));
}

const Format* format_by_ending(std::string_view path) {
  std::string lower(path);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  const Format* found = nullptr;
  std::size_t longest = 0;
  for (const Format& format : kFormats)
    for (const std::string_view ending : format.endings)
      if (ending.size() > longest && lower.ends_with(ending)) {
        found = &format;
        longest = ending.size();
      }
  return found;
}

}  // namespace respnet::io
