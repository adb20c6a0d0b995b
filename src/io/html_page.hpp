#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace respnet::io {

/// A web page as a tree of ours: elements and pieces of text, what nobody reads left out. Each
/// element knows how much of it is text, and of what kind.
struct PageNode {
  std::string name;  ///< of the element, lower case; empty: a piece of text
  std::string text;  ///< of a piece of text, as in the source
  std::vector<PageNode> children;
  std::size_t rows = 1, columns = 1;  ///< that a table cell spans

  std::size_t plain = 0;   ///< bytes of text outside links, blanks left out
  std::size_t linked = 0;  ///< bytes of text in links
  std::size_t links = 0;
  std::size_t clause_words = 0;

  bool is_text() const { return name.empty(); }
};

struct Page {
  PageNode root;
  std::string title;  ///< as declared by <meta name="ArticleTitle">, or empty
};

/// @throws LimitError  as html_text()
Page parsed_page(std::string_view html, const std::string& file);

/// Elements that stand on lines of their own.
bool is_block(std::string_view name);

}  // namespace respnet::io
