#include "report/html.hpp"

#include <cmath>

#include "respnet/base/text.hpp"

namespace respnet::report::html {

std::string text(std::string_view raw) { return escape_xml(raw); }

std::string attribute(std::string_view name, std::string_view value) {
  if (value.empty()) return {};
  return " " + std::string(name) + "=\"" + text(value) + "\"";
}

std::string link(std::string_view anchor, std::string_view label, std::string_view classes) {
  return "<a" + attribute("class", classes) + " href=\"#" + text(anchor) + "\">" + text(label) +
         "</a>";
}

std::string badge(std::string_view word, std::string_view hint) {
  return " <span class=\"badge\"" + attribute("title", hint) + ">" + text(word) + "</span>";
}

Cell name(std::string_view raw) { return {text(raw)}; }
Cell number(std::uint64_t value) { return {std::to_string(value), true}; }
Cell number(double value, int digits) {
  return {std::isnan(value) ? "–" : fixed(value, digits), true};
}

namespace {

std::string cell_html(const Cell& cell, bool heading) {
  std::string classes = cell.number ? "n" : "";
  if (!cell.classes.empty()) classes += (classes.empty() ? "" : " ") + cell.classes;
  const std::string_view tag = heading ? "th" : "td";
  return "<" + std::string(tag) + (heading ? " scope=\"row\"" : "") + attribute("class", classes) +
         attribute("data-v", cell.value) + ">" + cell.html + "</" + std::string(tag) + ">";
}

std::string row_html(const Row& row) {
  std::string result = "<tr" + attribute("id", row.anchor) + attribute("data-id", row.key) + ">";
  for (std::size_t i = 0; i < row.cells.size(); ++i) result += cell_html(row.cells[i], i == 0);
  return result + "</tr>\n";
}

std::string head_html(const Table& table) {
  std::string result = "<thead><tr>";
  for (std::size_t i = 0; i < table.head.size(); ++i) {
    const Head& head = table.head[i];
    std::string classes = head.number || table.rows.front().cells[i].number ? "n" : "";
    if (!head.classes.empty()) classes += (classes.empty() ? "" : " ") + head.classes;
    result += "<th scope=\"col\"" + attribute("class", classes) + attribute("title", head.hint) +
              ">" + text(head.label) + "</th>";
  }
  return result + "</tr></thead>\n";
}

}  // namespace

std::string table(const Table& table) {
  if (table.rows.empty()) return {};
  std::string result = "<div class=\"scroll\"><table" + attribute("id", table.id) +
                       attribute("class", table.rows.size() > 1 ? "sortable" : "") +
                       attribute("data-file", table.file) + ">";
  if (!table.caption.empty()) result += "<caption>" + text(table.caption) + "</caption>";
  result += head_html(table) + "<tbody>\n";
  for (const Row& row : table.rows) result += row_html(row);
  result += "</tbody>";
  if (!table.foot.empty()) result += "<tfoot>" + row_html({.cells = table.foot}) + "</tfoot>";
  return result + "</table></div>\n";
}

std::string card(const Card& card) {
  if (card.body.empty()) return {};
  return "<section" + attribute("id", card.id) + "><div class=\"head\"><h2>" + text(card.heading) +
         "</h2><div class=\"tools\">" + card.tools + "</div></div>\n" + card.body + "</section>\n";
}

}  // namespace respnet::report::html
