#include "respnet/report/page.hpp"

#include <algorithm>

#include "report/html.hpp"
#include "report/page_parts.hpp"
#include "report/page_tables.hpp"
#include "report/phrases.hpp"
#include "respnet/analysis/command_tables.hpp"
#include "respnet/base/text.hpp"
#include "respnet/report/findings.hpp"
#include "respnet/viz/picture.hpp"

namespace respnet::report {
namespace {

using analysis::Study;

class Page {
 public:
  Page(const Study& study, const PagePictures& pictures, const PageOptions& options)
      : page_(study, options.language), pictures_(pictures), options_(options) {}

  std::string html() const {
    const std::string title = page_.title();
    std::string body, contents;
    for (const Chapter& chapter : chapters()) {
      if (chapter.html.empty()) continue;
      body += chapter.html;
      contents += "<li>" + html::link(chapter.id, chapter.heading) + "</li>";
    }
    const bool scripted = has_page_script();
    return head(title, scripted) + "<body>\n" +
           html::link("findings", page_.say("page.skip"), "skip") + "\n<header><div><h1>" +
           html::text(title) + "</h1><p class=\"source\">" + html::text(source_line()) +
           "</p></div><button type=\"button\" id=\"theme\" hidden" +
           html::attribute("title", page_.say("page.theme")) + "></button></header>\n" +
           filter_bar(page_) + "<div class=\"page\">\n<main>\n" + key_figures() + "<nav" +
           html::attribute("aria-label", page_.say("shared.contents")) + "><ul>" + contents +
           "</ul></nav>\n" + body + "</main>\n" + panel() + "</div>\n<footer><p>" +
           html::text(page_.say("page.foot", {{"version", options_.run.version}})) + "</p>" +
           (scripted ? "<noscript>" : "") + "<p>" + html::text(page_.say("page.no_script")) +
           "</p>" + (scripted ? "</noscript>" : "") + "</footer>\n" +
           (scripted ? "<script type=\"application/json\" id=\"data\">" + page_data(page_) +
                           "</script>\n"
                     : "") +
           "</body>\n</html>\n";
  }

 private:
  struct Chapter {
    std::string id, heading, html;
  };

  std::string head(const std::string& title, bool scripted) const {
    const std::string script(page_script());
    const std::string policy = "default-src 'none'; " +
                               (scripted ? "script-src '" + policy_hash(script) + "'; " : "") +
                               "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
                               "form-action 'none'";
    return "<!DOCTYPE html>\n<html lang=\"" +
           std::string(page_.language() == Language::Zh ? "zh-Hans" : "en") +
           "\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
           policy +
           "\">\n<meta name=\"generator\" content=\"respnet\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" +
           html::text(page_.say("page.title", {{"title", title}})) + "</title>\n<style>" +
           std::string(page_style()) +
           picture_colors({pictures_.bipartite, pictures_.coresponsibility, pictures_.leads,
                           pictures_.lorenz, pictures_.dendrogram, pictures_.clusters}) +
           "</style>\n" + (scripted ? "<script>" + script + "</script>\n" : "") + "</head>\n";
  }

  std::string source_line() const {
    std::string line = page_.say("page.about");
    for (const model::Source& source : page_.study.network().sources())
      for (const std::string& part : {source.issuer, source.number, source.date})
        if (!part.empty()) line += page_.say("page.joint") + one_line(part);
    return line;
  }

  std::string figure(const std::string& value, std::string_view label) const {
    return "<div><b>" + value + "</b><span>" + html::text(page_.say(label)) + "</span></div>";
  }

  std::string key_figures() const {
    const auto& graph = page_.study.graph();
    const auto& c = page_.study.concentration_of(analysis::LoadKind::Tasks);
    std::string body = "<section class=\"figures\"" +
                       html::attribute("aria-label", page_.say("page.figures")) + ">" +
                       figure(grouped(graph.task_count()), "page.figure_tasks") +
                       figure(grouped(graph.unit_count()), "page.figure_units") +
                       figure(grouped(graph.edge_count()), "page.figure_assignments");
    if (c.gini) body += figure(fixed(*c.gini, 2), "page.figure_gini");
    if (c.cr5 && graph.unit_count() > 5) body += figure(percent(*c.cr5), "page.figure_top");
    return body + "</section>\n";
  }

  std::string finding_list() const {
    std::string body = "<ol class=\"findings\">\n";
    for (const Finding& finding : findings(page_.study, page_.language())) {
      body += "<li>" + html::text(finding.text);
      std::vector<std::string> links;
      for (const Reference& reference : finding.references)
        links.push_back(html::link(reference.anchor, one_line(reference.label)));
      if (!links.empty())
        body += " <span class=\"see\">" +
                page_.say("page.see", {{"links", page_.say.list(links)}}) + "</span>";
      body += "</li>\n";
    }
    return body + "</ol>\n";
  }

  static std::string picture(const std::string& svg, std::string_view view) {
    if (svg.empty()) return {};
    return "<div class=\"picture " + std::string(view) + "\" data-view=\"" + std::string(view) +
           "\">" + inline_svg(svg) + "</div>\n";
  }

  // Links to files that lie beside the page: "SVG PNG PDF".
  std::string files(std::string_view view) const {
    std::string links;
    for (const std::string_view ending : {"svg", "png", "pdf"})
      if (const std::string link = file(std::string(view) + "." + std::string(ending));
          !link.empty())
        links += " " + link;
    return links;
  }

  std::string file(const std::string& name, std::string_view label = {}) const {
    if (std::ranges::find(options_.files, name) == options_.files.end()) return {};
    std::string shown(label);
    if (shown.empty())
      for (const char c : name.substr(name.rfind('.') + 1))
        shown += static_cast<char>(c - 'a' + 'A');
    return "<a class=\"file\" href=\"" + name + "\">" + html::text(shown) + "</a>";
  }

  std::string tools(std::string_view view) const {
    const std::string links = files(view);
    return links.empty() ? "" : "<span class=\"files\">" + links + "</span>";
  }

  // Two pictures in one place; the script shows one at a time.
  std::string networks() const {
    const auto tab = [&](const std::string& svg, std::string_view view, std::string_view label) {
      if (svg.empty()) return std::string{};
      return "<div class=\"tab\"" + html::attribute("data-label", page_.say(label)) +
             "><div class=\"tools\">" + tools(view) + "</div>" + picture(svg, view) + "</div>\n";
    };
    return "<div class=\"tabs\">" +
           tab(pictures_.coresponsibility, "coresponsibility", "page.tab_shared") +
           tab(pictures_.leads, "leads", "page.tab_leads") + "</div>\n";
  }

  std::string panel() const {
    return "<aside id=\"panel\" hidden" + html::attribute("aria-label", page_.say("page.details")) +
           "><div class=\"panel-head\"><h2 id=\"panel-title\" aria-live=\"polite\"></h2>"
           "<button type=\"button\" id=\"panel-close\"" +
           html::attribute("aria-label", page_.say("page.close")) +
           ">×</button></div><div id=\"panel-body\"></div></aside>\n";
  }

  Chapter card(std::string_view id, const std::string& heading, const std::string& body,
               const std::string& tools = {}) const {
    return {std::string(id), heading, html::card({std::string(id), heading, body, tools})};
  }

  static std::string anchored(std::string_view id, const std::string& html) {
    return html.empty() ? "" : "<div id=\"" + std::string(id) + "\">" + html + "</div>";
  }

  std::vector<Chapter> chapters() const {
    const auto workload = analysis::workload_tables(page_.study, page_.language());
    const auto clusters = analysis::cluster_tables(page_.study, page_.language());
    const auto leads = analysis::lead_tables(page_.study, page_.language());
    const std::string chance =
        result_table(page_, analysis::chance_tables(page_.study, page_.language()), "chance",
                     "respnet metrics --null");
    const auto of_workload = [&](std::string_view id) {
      return result_table(page_, workload, id, "respnet workload");
    };
    const auto of_clusters = [&](std::string_view id) {
      return result_table(page_, clusters, id, "respnet clusters");
    };
    const auto say = [&](std::string_view key) { return page_.say(key); };
    const std::string pairs = pair_table(page_);
    std::vector<Chapter> chapters{
        card("findings", say("shared.findings"), finding_list()),
        card("bipartite", say("page.bipartite"),
             picture(pictures_.bipartite, "bipartite") + section_sheets(), tools("bipartite")),
        card("workload", say("page.workload"),
             unit_table(page_) + of_workload("outliers") + of_workload("single_unit_tasks") +
                 beside("page.ego_file", "ego.pdf"),
             tools("workload")),
        card("coresponsibility", say("page.network"), networks() + anchored("pairs", pairs)),
    };
    const std::string lorenz = html::card({"concentration", say("page.lorenz"),
                                           picture(pictures_.lorenz, "lorenz"), tools("lorenz")});
    const std::string dendrogram =
        html::card({"dendrogram", say("page.dendrogram"),
                    picture(pictures_.dendrogram, "dendrogram"), tools("dendrogram")});
    if (!lorenz.empty() || !dendrogram.empty())
      chapters.push_back({"concentration", say("page.lorenz"),
                          "<div class=\"pair\">" + lorenz + dendrogram + "</div>\n"});
    chapters.push_back(card("clusters", say("shared.clusters"),
                            picture(pictures_.clusters, "clusters") + of_clusters("clusters") +
                                anchored("bridges", of_clusters("bridges")),
                            tools("clusters")));
    chapters.push_back(card("indices", say("page.indices"),
                            of_workload("concentration") + anchored("chance", chance)));
    chapters.push_back(card("leads", say("page.leads"),
                            leader_table(page_, leads.tables.front()) +
                                folded_table(page_, leads, "sole_leads", "respnet leads") +
                                result_table(page_, leads, "tasks_without_lead", "respnet leads"),
                            tools("leads")));
    chapters.push_back(card("tasks", say("page.tasks"), task_table(page_)));
    chapters.push_back(card("notes", say("shared.notes"), note_table(page_)));
    chapters.push_back(card("method", say("shared.method"), method()));
    return chapters;
  }

  // Sheets that the page itself does not show: a sentence, and the file that holds them.
  std::string beside(std::string_view key, const std::string& name) const {
    const std::string link = file(name, name);
    if (link.empty()) return {};
    return "<p class=\"beside\">" + page_.say(key, {{"file", link}}) + "</p>\n";
  }

  std::string section_sheets() const {
    const bool several = viz::sheets(viz::View::Bipartite, page_.study.graph()).size() > 1;
    return (several ? beside("page.bipartite_sheets", "bipartite.pdf") : "") +
           beside("page.sheet_file", "task-sheet.pdf");
  }

  // Between sentences.
  std::string joint() const { return page_.language() == Language::Zh ? "" : " "; }

  std::string method() const {
    const auto paragraph = [](const std::string& text) {
      return "<p>" + html::text(text) + "</p>\n";
    };
    const auto entry = [](const std::string& term, const std::string& html) {
      return "<dt>" + html::text(term) + "</dt><dd>" + html + "</dd>";
    };
    const bool barber = page_.study.clusters().method == analysis::ClusterMethod::Barber;
    std::string options;
    for (const std::string& option : options_.run.options)
      options += (options.empty() ? "" : "  ") + option;
    std::string body =
        paragraph(lead_policy_text(page_.study.graph(), page_.say) + joint() +
                  page_.say("page.method_others")) +
        paragraph(page_.say(barber ? "page.method_clusters" : "page.method_modularity")) +
        (has_page_script() ? paragraph(page_.say("page.method_script")) : "") + "<h3>" +
        html::text(page_.say("methods.title")) + "</h3>\n" +
        paragraph(methods_paragraph(page_.study, page_.language())) + "<h3>" +
        html::text(page_.say("page.definitions")) + "</h3>\n" + definitions(page_) + "<h3>" +
        html::text(page_.say("page.made")) + "</h3>\n<dl>" +
        entry(page_.say("shared.program"), "respnet " + html::text(options_.run.version)) +
        entry(page_.say("shared.command"),
              "<code>" + html::text(options_.run.command) + "</code>") +
        entry(page_.say("shared.options"), "<code>" + html::text(options) + "</code>");
    for (const model::Source& source : page_.study.network().sources())
      body += entry(page_.say("page.source", {{"source", source.id}}),
                    html::text(one_line(source.path)) + "<br><code>sha256 " +
                        html::text(source.sha256) + "</code>");
    return body + "</dl>\n";
  }

  PageContext page_;
  const PagePictures& pictures_;
  const PageOptions& options_;
};

}  // namespace

bool has_page_script() { return !page_script().empty(); }

std::string page(const Study& study, const PagePictures& pictures, const PageOptions& options) {
  return Page(study, pictures, options).html();
}

}  // namespace respnet::report
