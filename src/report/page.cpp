#include "respnet/report/page.hpp"

#include "report/html.hpp"
#include "report/page_tables.hpp"
#include "report/phrases.hpp"
#include "report/style.hpp"
#include "respnet/analysis/command_tables.hpp"
#include "respnet/base/text.hpp"
#include "respnet/report/findings.hpp"

namespace respnet::report {
namespace {

using analysis::Study;

struct Chapter {
  std::string id;
  std::string heading;
  std::string body;  // empty: left out, from the navigation too
};

std::string source_line(const Study& study) {
  std::string line;
  for (const model::Source& source : study.network().sources()) {
    if (!line.empty()) line += "；";
    std::string parts;
    for (const std::string& part : {source.issuer, source.number, source.date})
      if (!part.empty()) parts += (parts.empty() ? "" : " · ") + html::text(part);
    line +=
        parts.empty() && source.title != study.network().title() ? html::text(source.title) : parts;
  }
  return line;
}

std::string figure(const std::string& value, std::string_view label) {
  return "<div><b>" + value + "</b>" + std::string(label) + "</div>";
}

std::string key_figures(const Study& study) {
  const auto& graph = study.graph();
  const auto& c = study.concentration_of(analysis::LoadKind::Tasks);
  std::string body = "<section class=\"figures\" aria-label=\"关键数字\">" +
                     figure(std::to_string(graph.task_count()), "项任务") +
                     figure(std::to_string(graph.unit_count()), "个责任单位") +
                     figure(std::to_string(graph.edge_count()), "条责任关系");
  if (c.gini) body += figure(fixed(*c.gini, 2), "任务量基尼系数");
  if (c.cr5 && graph.unit_count() > 5) body += figure(percent(*c.cr5), "责任关系集中在前 5 个单位");
  return body + "</section>\n";
}

std::string finding_list(const Study& study) {
  std::string body = "<ol class=\"findings\">\n";
  for (const Finding& finding : findings(study, Language::Zh)) {
    body += "<li>" + html::text(finding.text);
    std::string links;
    for (const Reference& reference : finding.references)
      links += (links.empty() ? "" : "、") + html::link(reference.anchor, reference.label);
    if (!links.empty()) body += " <span class=\"muted\">见 " + links + "</span>";
    body += "</li>\n";
  }
  return body + "</ol>\n";
}

std::string picture(const std::string& svg) {
  return svg.empty() ? "" : "<div class=\"picture\">" + svg + "</div>\n";
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "  ") + part;
  return text;
}

std::string method(const Study& study, const PageRun& run) {
  std::string body =
      "<p>" + html::text(lead_policy_sentence(study.graph())) +
      "其余责任单位和配合单位都算其他责任。集合单位（如各乡镇）按一个单位计。</p>\n" +
      "<p>单位数 n 包括网络中的每一个单位。协作圈由 Leiden 算法在任务—单位二部图上按 "
      "Barber 模块度求得；结果用固定随机种子，可重复。</p>\n<h3>指标含义</h3>\n" +
      definitions(study) + "<h3>生成方式</h3>\n<dl>";
  body += "<dt>程序</dt><dd>respnet " + html::text(run.version) + "</dd>";
  body += "<dt>命令</dt><dd><code>" + html::text(run.command) + "</code></dd>";
  body += "<dt>选项</dt><dd><code>" + html::text(joined(run.options)) + "</code></dd>";
  for (const model::Source& source : study.network().sources())
    body += "<dt>原文 " + html::text(source.id) + "</dt><dd>" + html::text(source.path) +
            "<br><code>sha256 " + html::text(source.sha256) + "</code></dd>";
  return body + "</dl>\n";
}

// The table of that id; empty if the command has none today.
std::string shown(const analysis::Results& results, std::string_view id,
                  const RowAnchor& anchor = {}) {
  for (const Table& table : results.tables)
    if (table.id == id) return result_table(table, anchor);
  return {};
}

std::vector<Chapter> chapters(const Study& study, const PagePictures& pictures,
                              const PageRun& run) {
  const std::string word = lead_label(study);
  const auto workload = analysis::workload_tables(study, Language::Zh);
  const auto clusters = analysis::cluster_tables(study, Language::Zh);
  const auto leads = analysis::lead_tables(study, Language::Zh);
  const RowAnchor unit_anchors = anchors_by_unit_id(study, workload.tables.front());
  return {
      {"findings", "主要发现", finding_list(study)},
      {"bipartite", "任务与单位对应图", picture(pictures.bipartite)},
      {"workload", "任务量",
       picture(pictures.workload) + shown(workload, "units", unit_anchors) +
           shown(workload, "outliers")},
      {"concentration", "集中度", shown(workload, "concentration")},
      {"sections", "各章任务量", section_matrix(study)},
      {"coresponsibility", "共同承担任务的单位",
       picture(pictures.coresponsibility) + "<div id=\"pairs\">" + pair_table(study) + "</div>"},
      {"clusters", "协作圈",
       shown(clusters, "clusters") + "<div id=\"bridges\">" + shown(clusters, "bridges") +
           "</div>"},
      {"leads", word + "单位",
       picture(pictures.leads) + result_table(leaders(leads.tables.front())) +
           shown(leads, "sole_leads") + shown(leads, "tasks_without_lead")},
      {"tasks", "任务与条款", task_table(study)},
      {"notes", "读取说明", note_table(study)},
      {"method", "方法与定义", method(study, run)},
  };
}

}  // namespace

std::string page(const Study& study, const PagePictures& pictures, const PageRun& run) {
  const std::string title = html::text(document_title(study.network()));
  std::string navigation;
  std::string body;
  for (const Chapter& chapter : chapters(study, pictures, run)) {
    if (chapter.body.empty()) continue;
    navigation += "<li>" + html::link(chapter.id, chapter.heading) + "</li>";
    body += html::section(chapter.id, chapter.heading, chapter.body);
  }
  return "<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"generator\" content=\"respnet\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
         "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
         title + " · 责任网络分析</title>\n<style>" + std::string(kStyle) +
         "</style>\n</head>\n<body>\n<header><h1>" + title +
         "</h1>\n<p class=\"source\">任务与责任单位分析 " + source_line(study) +
         "</p></header>\n<nav aria-label=\"目录\"><ul>" + navigation + "</ul></nav>\n<main>\n" +
         key_figures(study) + body + "</main>\n<footer>respnet " + html::text(run.version) +
         " · 本页不联网，不运行脚本；完整数据见同一文件夹中的 metrics-*.csv、network.xlsx、"
         "network.json 和 network.graphml。</footer>\n</body>\n</html>\n";
}

}  // namespace respnet::report
