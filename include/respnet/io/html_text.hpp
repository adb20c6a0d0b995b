#pragma once

#include <string>
#include <string_view>

namespace respnet::io {

/// The text of a web page that a reader of notices wants, a line for each paragraph: what lines and
/// spans of a network read from HTML refer to.
///
/// Left out: scripts, styles, form fields, what is hidden; parts that call themselves navigation,
/// footer and the like (by element, role, class or id); blocks without a clause word whose text is
/// mostly in three or more links. Of the rest the main block counts: from <body> down, always into
/// the one child that holds three quarters of the text outside links and three quarters of the
/// clause words. The page's headings in front of it, or the title that it declares as ArticleTitle,
/// come first.
///
/// <br> and blocks end lines; other white space is a blank, and none where a line of the source
/// breaks between two Chinese characters; &nbsp; is a blank. A table with two or more rows of two
/// or more cells gives a line a row, its cells joined by tabs, line breaks in them as vertical
/// tabs; a cell that spans rows is repeated in each, one that spans columns leaves the others
/// empty. Other tables only arrange the page. What is struck out is left out; raised digits become
/// ¹ ² ³.
/// @param html  well-formed UTF-8
/// @param file  for messages
/// @return      well-formed UTF-8, each line with its line feed
/// @throws LimitError  above 16 MiB, nested more than 256 deep (tags like <b> and <font> do not
///                     count), with a tag of more than 500 attributes, when cells span more than a
///                     million others, or make the text four times as long as the page
/// Cost: O(bytes), a run of empty elements as little as one. Nothing is fetched, no entities are
/// defined.
std::string html_text(std::string_view html, const std::string& file);

}  // namespace respnet::io
