#include "io/word_styles.hpp"

#include <charconv>

#include "io/xml_reader.hpp"

namespace respnet::io {
namespace {

constexpr int kLongestChain = 32;  // of styles based on each other: cycles end there

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

template <typename T>
void inherit(std::optional<T>& own, const std::optional<T>& base) {
  if (!own) own = base;
}

// "heading 2" is level 1, whatever the style says besides.
std::optional<std::uint32_t> outline_of_name(std::string_view name) {
  constexpr std::string_view heading = "heading ";
  if (!name.starts_with(heading) || name.size() != heading.size() + 1) return std::nullopt;
  const char digit = name.back();
  if (digit < '1' || digit > '9') return std::nullopt;
  return static_cast<std::uint32_t>(digit - '1');
}

}  // namespace

std::optional<std::string> word_attribute(const XmlReader& xml, const char* name) {
  constexpr const char* spaces[] = {"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                                    "http://purl.oclc.org/ooxml/wordprocessingml/main"};
  for (const char* space : spaces)
    if (auto value = xml.attribute(name, space)) return value;
  return std::nullopt;
}

std::string word_value(const XmlReader& xml) { return word_attribute(xml, "val").value_or(""); }

std::optional<std::uint32_t> word_number(const XmlReader& xml) {
  const std::string value = word_value(xml);
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc{} || end != value.data() + value.size()) return std::nullopt;
  return number;
}

void take_paragraph_format(XmlReader& xml, WordParagraphFormat& format) {
  if (xml.name() == "outlineLvl") {
    if (const auto level = word_number(xml)) format.outline = level;
  } else if (xml.name() == "numId") {
    format.numbering = word_value(xml);
  } else if (xml.name() == "ilvl") {
    format.level = word_number(xml);
  }
}

WordStyles::WordStyles(std::string_view content, const std::string& place) {
  XmlReader xml(content, place, XmlReader::Encoding::Declared);
  std::string id;
  Style style;
  while (xml.next()) {
    if (xml.starts("style")) {
      style = {};
      id = word_attribute(xml, "styleId").value_or("");
    } else if (xml.ends("style")) {
      if (!style.format.outline) style.format.outline = outline_of_name(style.name);
      styles_.insert_or_assign(id, std::move(style));
      style = {};
    } else if (xml.starts("name")) {
      style.name = lower(word_value(xml));
    } else if (xml.starts("basedOn")) {
      style.base = word_value(xml);
    } else if (xml.event() == XmlReader::Event::Start) {
      take_paragraph_format(xml, style.format);
    }
  }
}

WordParagraphFormat WordStyles::format(const std::string& id) const {
  WordParagraphFormat format;
  auto style = styles_.find(id);
  for (int steps = 0; style != styles_.end() && steps < kLongestChain; ++steps) {
    inherit(format.outline, style->second.format.outline);
    inherit(format.numbering, style->second.format.numbering);
    inherit(format.level, style->second.format.level);
    style = styles_.find(style->second.base);
  }
  return format;
}

bool WordStyles::is_contents(const std::string& id) const {
  const auto style = styles_.find(id);
  if (style == styles_.end()) return false;
  return style->second.name.starts_with("toc ") || style->second.name == "table of figures";
}

}  // namespace respnet::io
