#include "respnet/io/formats.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "io/clause_words.hpp"
#include "io/docx.hpp"
#include "io/edge_list.hpp"
#include "io/graph_formats.hpp"
#include "io/graphml_format.hpp"
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
           .loses = "titles, sections, evidence, deadlines, targets, details of units, notes",
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
           .loses = "titles of sections, spans, targets, details of units, notes",
           .looks_like = looks_like_graphml,
           .read = read_graphml,
           .write = write_plain_graphml,
           .losses = graphml_losses},
    Format{.name = "gexf",
           .endings = {".gexf"},
           .summary = "two-mode graph of Gephi, NetworkX",
           .loses = "",
           .looks_like = looks_like_gexf,
           .read = read_gexf,
           .write = nullptr,
           .losses = nullptr},
    Format{.name = "node-link",
           .endings = {".cyjs"},
           .summary = "two-mode graph as JSON: nodes and edges or links; Cytoscape elements",
           .loses = "sources, titles of sections, clauses, lines, targets, details of units, notes",
           .looks_like = looks_like_node_link,
           .read = read_node_link,
           .write = write_cytoscape,
           .losses = cytoscape_losses},
    Format{.name = "pajek",
           .endings = {".net"},
           .summary = "two-mode graph of Pajek, igraph",
           .loses = "roles, order, title, titles of tasks, sections, sources, evidence, deadlines, "
                    "targets, details of units, notes; quotes and control characters in names",
           .looks_like = nullptr,
           .read = nullptr,
           .write = write_pajek,
           .losses = pajek_losses},
    Format{.name = "xlsx",
           .endings = {".xlsx"},  // .xlsm is told by content, and never written
           .summary = "Excel workbook: task tables, RACI matrices, edge lists, networks",
           .loses = "places in the text, clauses and targets (written for people, not read)",
           .binary = true,
           .looks_like = looks_like_xlsx,
           .read = read_xlsx,
           .write = write_plain_xlsx,
           .losses = xlsx_losses},
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
  for (const Format& format : kFormats)
    for (const std::string_view ending : format.endings)
      if (lower.ends_with(ending)) return &format;
  return nullptr;
}

}  // namespace respnet::io
