#include "respnet/io/write_docx.hpp"

#include <algorithm>
#include <vector>

#include "io/docx_body.hpp"
#include "io/docx_styles.hpp"
#include "io/docx_text_run.hpp"
#include "io/zip_writer.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/messages.hpp"

namespace respnet::io {
namespace {

const std::string kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const std::string kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const std::string kPackage = "http://schemas.openxmlformats.org/package/2006/";

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>\n";
}

std::string relations(const std::string& rows) {
  return kHead + "<Relationships xmlns=\"" + kPackage + "relationships\">\n" + rows +
         "</Relationships>\n";
}

std::string content_types() {
  const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  const auto part = [](const std::string& name, const std::string& type) {
    return "<Override PartName=\"" + name + "\" ContentType=\"" + type + "\"/>\n";
  };
  return kHead + "<Types xmlns=\"" + kPackage +
         "content-types\">\n<Default Extension=\"rels\" ContentType=\"application/"
         "vnd.openxmlformats-package.relationships+xml\"/>\n<Default Extension=\"xml\" "
         "ContentType=\"application/xml\"/>\n<Default Extension=\"png\" "
         "ContentType=\"image/png\"/>\n" +
         part("/word/document.xml", word + "document.main+xml") +
         part("/word/styles.xml", word + "styles+xml") +
         part("/word/numbering.xml", word + "numbering+xml") +
         part("/word/fontTable.xml", word + "fontTable+xml") +
         part("/word/settings.xml", word + "settings+xml") +
         part("/word/header1.xml", word + "header+xml") +
         part("/word/footer1.xml", word + "footer+xml") +
         part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml") +
         part("/docProps/app.xml",
              "application/vnd.openxmlformats-officedocument.extended-properties+xml") +
         "</Types>\n";
}

std::string core_properties(const Document& document) {
  const std::string time = creation_time(document.date);
  const auto stamp = [&](const std::string& name) {
    return "<dcterms:" + name + " xsi:type=\"dcterms:W3CDTF\">" + time + "</dcterms:" + name + ">";
  };
  const std::string creator = attribute_text(document.creator);
  return kHead + "<cp:coreProperties xmlns:cp=\"" + kPackage +
         "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
         "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>" +
         attribute_text(document.title) + "</dc:title><dc:subject>" +
         attribute_text(document.kind) + "</dc:subject><dc:creator>" + creator +
         "</dc:creator><dc:language>" + (document.language == Language::Zh ? "zh-CN" : "en-US") +
         "</dc:language><cp:lastModifiedBy>" + creator + "</cp:lastModifiedBy>" + stamp("created") +
         stamp("modified") + "</cp:coreProperties>\n";
}

std::string settings(Language language) {
  return kHead + "<w:settings " + kWordNamespaces +
         "><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"420\"/><w:characterSpacingControl "
         "w:val=\"compressPunctuation\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" "
         "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
         "<w:themeFontLang w:val=\"" +
         (language == Language::Zh ? "zh-CN" : "en-US") +
         "\" w:eastAsia=\"zh-CN\"/></w:settings>\n";
}

std::string header(const Document& document) {
  std::string xml = kHead + "<w:hdr " + kWordNamespaces +
                    "><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r>";
  append_run_text(xml, document.title);
  return xml + "</w:r></w:p></w:hdr>\n";
}

// "第 3 页，共 17 页" with Word's own fields in place of the numbers.
std::string footer(Language language) {
  const Messages say(language);
  const std::string text = say("print.page", {{"page", "{PAGE}"}, {"pages", "{NUMPAGES}"}});
  std::string xml =
      kHead + "<w:ftr " + kWordNamespaces + "><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>";
  for (std::size_t at = 0; at < text.size();) {
    const bool is_field = text[at] == '{';
    const std::size_t end =
        std::min(is_field ? text.find('}', at) + 1 : text.find('{', at), text.size());
    const std::string piece = text.substr(at, end - at);
    if (is_field) xml += "<w:fldSimple w:instr=\" " + piece.substr(1, piece.size() - 2) + " \">";
    xml += "<w:r>";
    append_run_text(xml, is_field ? "1" : piece);
    xml += is_field ? "</w:r></w:fldSimple>" : "</w:r>";
    at = end;
  }
  return xml + "</w:p></w:ftr>\n";
}

std::size_t count_of(const Document& document, const auto& is_one) {
  return static_cast<std::size_t>(std::ranges::count_if(document.blocks, is_one));
}

}  // namespace

std::string docx_bytes(const Document& document, std::span<const std::string> images) {
  const std::size_t figures =
      count_of(document, [](const Block& block) { return std::holds_alternative<Figure>(block); });
  ensure(figures == images.size(), "a figure without its image");
  const std::size_t lists = count_of(document, [](const Block& block) {
    const auto* items = std::get_if<Items>(&block);
    return items != nullptr && items->numbered;
  });

  std::string parts = relation("rId1", kOffice + "header", "header1.xml") +
                      relation("rId2", kOffice + "footer", "footer1.xml") +
                      relation("rId3", kOffice + "styles", "styles.xml") +
                      relation("rId4", kOffice + "numbering", "numbering.xml") +
                      relation("rId5", kOffice + "fontTable", "fontTable.xml") +
                      relation("rId6", kOffice + "settings", "settings.xml");
  std::vector<ZipPart> media;
  for (std::size_t i = 0; i < images.size(); ++i) {
    const std::string name = "media/image" + std::to_string(i + 1) + ".png";
    parts += relation("rIdImage" + std::to_string(i + 1), kOffice + "image", name);
    media.push_back({"word/" + name, images[i], true});
  }
  std::vector<ZipPart> all{
      {"[Content_Types].xml", content_types()},
      {"_rels/.rels",
       relations(relation("rId1", kOffice + "officeDocument", "word/document.xml") +
                 relation("rId2", kPackage + "relationships/metadata/core-properties",
                          "docProps/core.xml") +
                 relation("rId3", kOffice + "extended-properties", "docProps/app.xml"))},
      {"docProps/core.xml", core_properties(document)},
      {"docProps/app.xml",
       kHead + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
               "extended-properties\"><Application>respnet</Application></Properties>\n"},
      {"word/document.xml", docx_body(document)},
      {"word/_rels/document.xml.rels", relations(parts)},
      {"word/styles.xml", docx_styles(document.language)},
      {"word/numbering.xml", docx_numbering(lists)},
      {"word/fontTable.xml", docx_fonts()},
      {"word/settings.xml", settings(document.language)},
      {"word/header1.xml", header(document)},
      {"word/footer1.xml", footer(document.language)}};
  all.insert(all.end(), media.begin(), media.end());
  return zipped(all);
}

}  // namespace respnet::io
