#include "io/html_page.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <memory>
#include <span>
#include <utility>

#include <libxml/HTMLparser.h>

#include "io/clause_words.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

constexpr std::size_t kLargestPage = 16 * 1024 * 1024;
constexpr std::size_t kDeepest = 256;
constexpr std::ptrdiff_t kMostSeparators = 2000;  // between and around attributes
constexpr std::size_t kWidestSpan = 1000;         // as browsers have it

using Word = std::string_view;

constexpr Word kBlocks[] = {
    "address", "article", "aside", "blockquote", "body",     "br",         "caption", "center",
    "dd",      "div",     "dl",    "dt",         "fieldset", "figcaption", "figure",  "h1",
    "h2",      "h3",      "h4",    "h5",         "h6",       "header",     "hr",      "html",
    "li",      "main",    "ol",    "p",          "pre",      "section",    "table",   "tbody",
    "td",      "tfoot",   "th",    "thead",      "tr",       "ul"};
constexpr Word kNeverRead[] = {"head",   "script",   "style",  "noscript", "template", "iframe",
                               "object", "embed",    "svg",    "canvas",   "video",    "audio",
                               "button", "select",   "option", "textarea", "nav",      "footer",
                               "aside",  "frameset", "map",    "s",        "del",      "strike"};
// Words of class and id, whole, by which pages name the parts around their text.
constexpr Word kAround[] = {"nav",        "navbar",    "navigation", "menu",
                            "breadcrumb", "crumbs",    "sidebar",    "footer",
                            "foot",       "copyright", "share",      "related"};
constexpr Word kAroundRoles[] = {"navigation", "contentinfo", "search", "complementary"};
// The text itself, whatever its class says.
constexpr Word kInside[] = {"html", "body", "main", "article"};

bool is_one_of(std::string_view word, std::span<const Word> words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::string_view text_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string attribute(const xmlNode* node, const char* name) {
  const std::unique_ptr<xmlChar, decltype(xmlFree)> value(
      xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>(name)), xmlFree);
  return std::string(text_of(value.get()));
}

bool names_a_part_around(const std::string& words) {
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find_first_of(" \t\r\n", begin), words.size());
    if (is_one_of(std::string_view(words).substr(begin, end - begin), kAround)) return true;
    begin = end + 1;
  }
  return false;
}

bool is_hidden(const xmlNode* node) {
  if (xmlHasProp(node, reinterpret_cast<const xmlChar*>("hidden")) != nullptr) return true;
  std::string style = lower(attribute(node, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != style.npos;
}

bool is_never_read(const xmlNode* node, std::string_view name) {
  if (is_one_of(name, kNeverRead)) return true;
  if (node->properties == nullptr || is_one_of(name, kInside)) return false;
  return is_hidden(node) || is_one_of(lower(attribute(node, "role")), kAroundRoles) ||
         names_a_part_around(lower(attribute(node, "class"))) ||
         names_a_part_around(lower(attribute(node, "id")));
}

std::size_t spanned(const xmlNode* node, const char* name) {
  const std::string value = attribute(node, name);
  std::size_t count = 1;
  std::from_chars(value.data(), value.data() + value.size(), count);
  return std::clamp<std::size_t>(count, 1, kWidestSpan);
}

std::size_t bytes_without_blanks(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

bool is_list_of_links(const PageNode& node) {
  return is_block(node.name) && node.links >= 3 && node.clause_words == 0 &&
         node.linked > node.plain;
}

class TreeBuilder {
 public:
  explicit TreeBuilder(const std::string& file) : file_(file) {}

  PageNode element(const xmlNode* node, bool in_link, std::size_t depth) {
    if (depth > kDeepest) refuse_depth(file_);
    PageNode result;
    result.name = text_of(node->name);
    if (result.name == "td" || result.name == "th") {
      result.rows = spanned(node, "rowspan");
      result.columns = spanned(node, "colspan");
    }
    const bool link = result.name == "a";
    result.links = link ? 1 : 0;
    for (const xmlNode* child = node->children; child != nullptr; child = child->next)
      add(result, child, in_link || link, depth);
    return result;
  }

  [[noreturn]] static void refuse_depth(const std::string& file) {
    throw LimitError(file + ": the page is nested more than " + std::to_string(kDeepest) +
                     " deep; save its text as a .txt file");
  }

 private:
  void add(PageNode& parent, const xmlNode* node, bool in_link, std::size_t depth) {
    PageNode child;
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      child.text = text_of(node->content);
      (in_link ? child.linked : child.plain) = bytes_without_blanks(child.text);
      child.clause_words = clause_words(child.text);
    } else if (node->type == XML_ELEMENT_NODE && !is_never_read(node, text_of(node->name))) {
      child = element(node, in_link, depth + 1);
      if (is_list_of_links(child)) return;
    } else {
      return;
    }
    parent.plain += child.plain;
    parent.linked += child.linked;
    parent.links += child.links;
    parent.clause_words += child.clause_words;
    parent.children.push_back(std::move(child));
  }

  const std::string& file_;
};

// The name is set by the national guideline for government sites.
std::string declared_title(const xmlNode* node, std::size_t depth = 0) {
  for (; node != nullptr && depth <= kDeepest; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    if (text_of(node->name) == "meta" && lower(attribute(node, "name")) == "articletitle")
      return attribute(node, "content");
    if (text_of(node->name) == "body") continue;
    if (std::string title = declared_title(node->children, depth + 1); !title.empty()) return title;
  }
  return {};
}

// libxml2 compares each attribute of a tag with all others, so floods of them are refused first.
void check_tags(std::string_view html, const std::string& file) {
  for (std::size_t tag = html.find('<'); tag != html.npos; tag = html.find('<', tag + 1)) {
    const std::size_t end = std::min(html.find_first_of("<>", tag + 1), html.size());
    const auto separators = std::ranges::count_if(html.substr(tag, end - tag), [](char c) {
      return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '\'';
    });
    if (separators > kMostSeparators && tag + 1 < end && is_letter(html[tag + 1]))
      throw LimitError(file + ": a tag has more than 500 attributes; save the text as a .txt file");
  }
}

}  // namespace

Page parsed_page(std::string_view html, const std::string& file) {
  if (html.size() > kLargestPage)
    throw LimitError(file + ": the page is larger than 16 MiB; save its text as a .txt file");
  check_tags(html, file);
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(htmlNewParserCtxt(),
                                                                               htmlFreeParserCtxt);
  if (context == nullptr) throw std::bad_alloc();
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      htmlCtxtReadMemory(context.get(), html.data(), static_cast<int>(html.size()), nullptr,
                         "UTF-8",
                         HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                             HTML_PARSE_NOWARNING | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC),
      xmlFreeDoc);
  if (context->disableSAX != 0) TreeBuilder::refuse_depth(file);  // the parser gave up
  const xmlNode* root = document == nullptr ? nullptr : xmlDocGetRootElement(document.get());
  if (root == nullptr) return {};
  return {TreeBuilder(file).element(root, false, 1), declared_title(root)};
}

bool is_block(std::string_view name) { return is_one_of(name, kBlocks); }

}  // namespace respnet::io
