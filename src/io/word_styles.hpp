#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace respnet::io {

/// What a Word paragraph style, or a paragraph itself, says of headings and numbers.
struct WordParagraphFormat {
  std::optional<std::uint32_t> outline;  ///< 0: heading 1
  std::optional<std::string> numbering;  ///< id of the list; "0": no list
  std::optional<std::uint32_t> level;    ///< in the list, from 0
};

/// The paragraph styles of a Word document (word/styles.xml).
class WordStyles {
 public:
  WordStyles() = default;
  /// @throws InputError, LimitError  as XmlReader
  WordStyles(std::string_view xml, const std::string& place);

  /// The format of a style with what it takes from the styles it is based on.
  WordParagraphFormat format(const std::string& id) const;
  /// Whether the style is one of the lines in a table of contents.
  bool is_contents(const std::string& id) const;

 private:
  struct Style {
    std::string name;  ///< lower case
    std::string base;
    WordParagraphFormat format;
  };
  std::map<std::string, Style> styles_;
};

class XmlReader;

/// Takes what a <w:pPr> child at the reader's Start says, if it is one of these.
void take_paragraph_format(XmlReader& xml, WordParagraphFormat& format);

/// The w:val of the element at the reader's Start, as a number where it is one.
std::optional<std::uint32_t> word_number(const XmlReader& xml);
/// The same as text.
std::string word_value(const XmlReader& xml);
/// An attribute of the w: namespace of either edition of the standard.
std::optional<std::string> word_attribute(const XmlReader& xml, const char* name);

}  // namespace respnet::io
