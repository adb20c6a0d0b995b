#include "respnet/io/docx_text.hpp"

#include "io/office_package.hpp"
#include "io/word_body.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/model/doubt.hpp"

namespace respnet::io {
namespace {

// The first part of that kind which is there; else one that says nothing.
template <typename Part>
Part part_of_kind(OfficePackage& package, const std::string& main, std::string_view kind) {
  for (const OfficePackage::Relation& relation : package.relations_of(main, {kind}))
    if (package.has(relation.part))
      return Part(package.content(relation.part), package.place_of(relation.part));
  return {};
}

std::vector<model::Doubt> doubts_about(const WordBody::Counts& counts) {
  using model::counted;
  std::vector<model::Doubt> doubts;
  if (counts.inserted + counts.deleted > 0)
    doubts.push_back(
        model::doubt("tracked-changes", {counted(counts.inserted), counted(counts.deleted)}));
  if (counts.struck > 0) doubts.push_back(model::doubt("struck-out", {counted(counts.struck)}));
  if (counts.embedded > 0)
    doubts.push_back(model::doubt("embedded-document", {counted(counts.embedded)}));
  return doubts;
}

}  // namespace

DocxText docx_text(std::string_view bytes, const std::string& file) {
  OfficePackage package(bytes, file);
  const std::string main = package.main_part("word/document.xml");
  const auto styles = part_of_kind<WordStyles>(package, main, "styles");
  auto numbering = part_of_kind<WordNumbering>(package, main, "numbering");
  const std::string document = package.content(main);
  XmlReader xml(document, package.place_of(main), XmlReader::Encoding::Declared);
  WordBody body(xml, styles, numbering, 4 * document.size() + 64 * 1024);
  try {
    std::string text = body.text();
    return {std::move(text), doubts_about(body.counts())};
  } catch (const LimitError& error) {
    const std::string message = error.what();
    if (message.starts_with(file)) throw;
    throw LimitError(file + ": " + message);
  }
}

}  // namespace respnet::io
