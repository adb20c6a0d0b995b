#include "respnet/io/html_text.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "io/html_page.hpp"
#include "io/html_writer.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

bool is_heading(std::string_view name) { return name == "h1" || name == "h2" || name == "h3"; }

// Elements that other elements stand in, rather than sentences.
bool arranges(const PageNode& node) {
  constexpr std::string_view names[] = {"html",  "body",   "main", "article", "section", "div",
                                        "form",  "center", "font", "span",    "table",   "thead",
                                        "tbody", "tfoot",  "tr",   "td",      "th"};
  return std::ranges::find(names, node.name) != std::end(names) && !is_data_table(node);
}

/// The way from the root to the main block, root first.
std::vector<const PageNode*> way_to_main_block(const PageNode& root) {
  std::vector<const PageNode*> way{&root};
  for (;;) {
    const PageNode& here = *way.back();
    const auto inside = std::ranges::find_if(here.children, [&](const PageNode& child) {
      return child.plain > 0 && child.plain * 4 >= here.plain * 3 &&
             child.clause_words * 4 >= here.clause_words * 3;
    });
    if (inside == here.children.end() || !arranges(*inside)) return way;
    way.push_back(&*inside);
  }
}

void write_headings(const PageNode& node, HtmlWriter& writer) {
  if (is_heading(node.name)) return writer.write(node);
  for (const PageNode& child : node.children) write_headings(child, writer);
}

// Headings beside the way, in front of the main block.
void write_headings_before(const std::vector<const PageNode*>& way, HtmlWriter& writer) {
  for (std::size_t i = 0; i + 1 < way.size(); ++i)
    for (const PageNode& child : way[i]->children) {
      if (&child == way[i + 1]) break;
      write_headings(child, writer);
    }
}

}  // namespace

std::string html_text(std::string_view html, const std::string& file) {
  const Page page = parsed_page(html, file);
  const std::size_t most = 4 * html.size() + 64 * 1024;
  const auto way = way_to_main_block(page.root);
  HtmlWriter main(most, file);
  main.write(*way.back());
  const std::string text = main.take();
  HtmlWriter before(most, file);
  write_headings_before(way, before);
  std::string front = before.take();
  const std::string_view title = trimmed(page.title);
  if (front.empty() && !title.empty() && text.find(title) == text.npos)
    front = printable(title) + '\n';
  return front + text;
}

}  // namespace respnet::io
