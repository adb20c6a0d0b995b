#include "report/html.hpp"

#include <cmath>

#include "respnet/base/text.hpp"

namespace respnet::report::html {

std::string text(std::string_view raw) { return escape_xml(raw); }

std::string link(std::string_view anchor, std::string_view label) {
  return "<a href=\"#" + text(anchor) + "\">" + text(label) + "</a>";
}

Cell name(std::string_view raw) { return {text(raw), false}; }
Cell number(std::uint64_t value) { return {std::to_string(value), true}; }
Cell number(double value, int digits) {
  return {std::isnan(value) ? "–" : fixed(value, digits), true};
}

std::string table(std::string_view caption, const std::vector<std::string>& head,
                  const std::vector<Row>& rows) {
  std::string result = "<div class=\"scroll\"><table>";
  if (!caption.empty()) result += "<caption>" + text(caption) + "</caption>";
  result += "<thead><tr>";
  for (std::size_t i = 0; i < head.size(); ++i) {
    const bool number = !rows.empty() && rows.front().cells[i].number;
    result += "<th scope=\"col\"" + std::string(number ? " class=\"n\"" : "") + ">" +
              text(head[i]) + "</th>";
  }
  result += "</tr></thead>\n<tbody>\n";
  for (const Row& row : rows) {
    result += row.anchor.empty() ? "<tr>" : "<tr id=\"" + text(row.anchor) + "\">";
    bool first = true;
    for (const Cell& cell : row.cells) {
      const std::string classes = (cell.number ? "n " : "") + cell.style;
      result += first             ? "<th scope=\"row\">"
                : classes.empty() ? "<td>"
                                  : "<td class=\"" + classes + "\">";
      result += cell.html + (first ? "</th>" : "</td>");
      first = false;
    }
    result += "</tr>\n";
  }
  return result + "</tbody></table></div>\n";
}

std::string section(std::string_view id, std::string_view heading, std::string_view body) {
  return "<section id=\"" + text(id) + "\"><h2>" + text(heading) + "</h2>\n" + std::string(body) +
         "</section>\n";
}

}  // namespace respnet::report::html
