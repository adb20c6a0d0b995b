#include "io/html_page.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <exception>
#include <memory>
#include <span>
#include <utility>

#include <libxml/HTMLparser.h>

#include "io/clause_words.hpp"
#include "io/html_tags.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

constexpr std::size_t kLargestPage = 16 * 1024 * 1024;
constexpr std::size_t kDeepest = 256;
constexpr std::size_t kWidestSpan = 1000;  // as browsers have it

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

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::string_view text_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// The attributes of a tag, as the parser hands them over: names and values in turn.
class Attributes {
 public:
  explicit Attributes(const xmlChar** list) : list_(list) {}
  bool any() const { return list_ != nullptr && *list_ != nullptr; }
  bool has(std::string_view name) const { return find(name) != nullptr; }
  std::string operator[](std::string_view name) const {
    const xmlChar** found = find(name);
    return found == nullptr ? std::string() : std::string(text_of(found[1]));
  }

 private:
  const xmlChar** find(std::string_view name) const {
    for (const xmlChar** each = list_; each != nullptr && *each != nullptr; each += 2)
      if (text_of(*each) == name) return each;
    return nullptr;
  }
  const xmlChar** list_;
};

bool names_a_part_around(const std::string& words) {
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find_first_of(" \t\r\n", begin), words.size());
    if (is_one_of(std::string_view(words).substr(begin, end - begin), kAround)) return true;
    begin = end + 1;
  }
  return false;
}

bool is_hidden(const Attributes& attributes) {
  if (attributes.has("hidden")) return true;
  std::string style = lower(attributes["style"]);
  std::erase(style, ' ');
  return style.find("display:none") != style.npos;
}

bool is_never_read(std::string_view name, const Attributes& attributes) {
  if (is_one_of(name, kNeverRead)) return true;
  if (!attributes.any() || is_one_of(name, kInside)) return false;
  return is_hidden(attributes) || is_one_of(lower(attributes["role"]), kAroundRoles) ||
         names_a_part_around(lower(attributes["class"])) ||
         names_a_part_around(lower(attributes["id"]));
}

std::size_t spanned(const std::string& value) {
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

/// Builds the tree while the parser reads, so that no second tree stands in memory.
class TreeBuilder {
 public:
  TreeBuilder() { open_.emplace_back(); }

  bool too_deep() const { return too_deep_; }
  Page take() {
    while (open_.size() > 1) close();
    Page page{std::move(open_.front()), std::move(title_)};
    // The page's <html> is the one child.
    if (page.root.children.size() == 1 && !page.root.children.front().is_text()) {
      PageNode root = std::move(page.root.children.front());
      page.root = std::move(root);
    }
    return page;
  }

  void start(std::string_view name, const Attributes& attributes) {
    if (skipping_ != 0 || is_never_read(name, attributes)) {
      ++skipping_;
      declare_title(name, attributes);
      return;
    }
    too_deep_ |= open_.size() > kDeepest;
    PageNode node;
    node.name = name;
    if (is_cell(name)) {
      node.rows = spanned(attributes["rowspan"]);
      node.columns = spanned(attributes["colspan"]);
    }
    if (name == "a") {
      node.links = 1;
      ++in_links_;
    }
    open_.push_back(std::move(node));
  }

  void end() {
    if (skipping_ != 0)
      --skipping_;
    else if (open_.size() > 1)
      close();
  }

  void text(std::string_view words) {
    if (skipping_ != 0 || words.empty()) return;
    std::vector<PageNode>& siblings = open_.back().children;
    const std::size_t bytes = bytes_without_blanks(words);
    (in_links_ != 0 ? open_.back().linked : open_.back().plain) += bytes;
    if (!siblings.empty() && siblings.back().is_text()) {
      siblings.back().text += words;
      return;
    }
    siblings.emplace_back();
    siblings.back().text = words;
  }

 private:
  static bool is_cell(std::string_view name) { return name == "td" || name == "th"; }
  // The name is set by the national guideline for government sites.
  void declare_title(std::string_view name, const Attributes& attributes) {
    if (name == "meta" && title_.empty() && lower(attributes["name"]) == "articletitle")
      title_ = attributes["content"];
  }
  void close();
  static void add(PageNode& parent, PageNode child);

  std::vector<PageNode> open_;  // from the root to the element at hand
  std::size_t skipping_ = 0;    // open elements that nobody reads
  std::size_t in_links_ = 0;
  bool too_deep_ = false;
  std::string title_;
};

void TreeBuilder::close() {
  PageNode child = std::move(open_.back());
  open_.pop_back();
  if (child.name == "a") --in_links_;
  for (const PageNode& each : child.children)
    if (each.is_text()) child.clause_words += clause_words(each.text);
  PageNode& parent = open_.back();
  if (is_list_of_links(child)) return;
  parent.plain += child.plain;
  parent.linked += child.linked;
  parent.links += child.links;
  parent.clause_words += child.clause_words;
  add(parent, std::move(child));
}

// Elements without words only end a line, or do nothing; a run of them is one line's end.
void TreeBuilder::add(PageNode& parent, PageNode child) {
  std::vector<PageNode>& siblings = parent.children;
  if (child.children.empty() && !is_cell(child.name) && child.name != "tr") {
    if (!is_block(child.name) || (!siblings.empty() && siblings.back().name == "br")) return;
    siblings.emplace_back();
    siblings.back().name = "br";
    return;
  }
  siblings.push_back(std::move(child));
}

/// What the parser calls; no exception may pass through it.
struct Events {
  TreeBuilder tree;
  std::exception_ptr error;
  htmlParserCtxt* parser = nullptr;

  template <typename Call>
  static void guarded(void* self, Call call) {
    Events& events = *static_cast<Events*>(self);
    try {
      call(events.tree);
    } catch (...) {
      events.error = std::current_exception();
    }
    if (events.error || events.tree.too_deep()) xmlStopParser(events.parser);
  }
  static void start(void* self, const xmlChar* name, const xmlChar** attributes) {
    guarded(self, [&](TreeBuilder& tree) { tree.start(text_of(name), Attributes(attributes)); });
  }
  static void end(void* self, const xmlChar* /*name*/) {
    guarded(self, [](TreeBuilder& tree) { tree.end(); });
  }
  static void text(void* self, const xmlChar* words, int size) {
    guarded(self, [&](TreeBuilder& tree) {
      tree.text(text_of(words).substr(0, static_cast<std::size_t>(size)));
    });
  }
};

}  // namespace

Page parsed_page(std::string_view html, const std::string& file) {
  if (html.size() > kLargestPage)
    throw LimitError(file + ": the page is larger than 16 MiB; save its text as a .txt file");
  check_tags(html, file);
  const std::string plain = without_formatting(html);
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(htmlNewParserCtxt(),
                                                                               htmlFreeParserCtxt);
  if (context == nullptr) throw std::bad_alloc();
  Events events;
  events.parser = context.get();
  *context->sax = {};
  context->sax->startElement = Events::start;
  context->sax->endElement = Events::end;
  context->sax->characters = Events::text;
  context->sax->ignorableWhitespace = Events::text;
  context->sax->cdataBlock = Events::text;
  context->userData = &events;
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> none(
      htmlCtxtReadMemory(context.get(), plain.data(), static_cast<int>(plain.size()), nullptr,
                         "UTF-8",
                         HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                             HTML_PARSE_NOWARNING | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC),
      xmlFreeDoc);
  if (events.error) std::rethrow_exception(events.error);
  if (events.tree.too_deep())
    throw LimitError(file + ": the page is nested more than " + std::to_string(kDeepest) +
                     " deep; save its text as a .txt file");
  return events.tree.take();
}

bool is_block(std::string_view name) { return is_one_of(name, kBlocks); }

}  // namespace respnet::io
