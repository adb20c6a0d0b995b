#pragma once

// Word documents of a few paragraphs, made in memory.

#include <string>

#include "support/zip.hpp"

namespace respnet::test {

inline const std::string kWordSpace =
    "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

struct DocxParts {
  std::string body;       ///< what stands in <w:body>
  std::string styles;     ///< what stands in <w:styles>; empty: no such part
  std::string numbering;  ///< what stands in <w:numbering>; empty: no such part
};

inline std::string docx(const DocxParts& parts) {
  const std::string head = "<?xml version='1.0' encoding='UTF-8'?>";
  const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const std::string relations =
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
  const auto relation = [&](const char* id, const char* kind, const char* target) {
    return "<Relationship Id='" + std::string(id) + "' Type='" + types + kind + "' Target='" +
           target + "'/>";
  };
  ZipParts all{
      {"_rels/.rels", head + relations + relation("rId1", "officeDocument", "word/document.xml") +
                          "</Relationships>"},
      {"word/document.xml",
       head + "<w:document " + kWordSpace +
           " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>" +
           parts.body + "</w:body></w:document>"}};
  std::string own = relations;
  if (!parts.styles.empty()) {
    own += relation("rId1", "styles", "styles.xml");
    all.emplace_back("word/styles.xml",
                     head + "<w:styles " + kWordSpace + ">" + parts.styles + "</w:styles>");
  }
  if (!parts.numbering.empty()) {
    own += relation("rId2", "numbering", "numbering.xml");
    all.emplace_back("word/numbering.xml", head + "<w:numbering " + kWordSpace + ">" +
                                               parts.numbering + "</w:numbering>");
  }
  own += relation("rId8", "customXml", "../customXml/item1.xml");
  own += "<Relationship Id='rId9' Type='" + types +
         "hyperlink' Target='https://example.org/' TargetMode='External'/>";
  all.emplace_back("word/_rels/document.xml.rels", head + own + "</Relationships>");
  return zipped(all);
}

/// <w:p> with one run.
inline std::string paragraph(const std::string& text, const std::string& properties = "") {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") +
         "<w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r></w:p>";
}

inline std::string in_list(const std::string& id, int level) {
  return "<w:numPr><w:ilvl w:val='" + std::to_string(level) + "'/><w:numId w:val='" + id +
         "'/></w:numPr>";
}

}  // namespace respnet::test
