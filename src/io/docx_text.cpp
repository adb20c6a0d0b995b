#include "respnet/io/docx_text.hpp"

#include "io/office_package.hpp"
#include "io/word_body.hpp"
#include "respnet/base/errors.hpp"

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

void note(std::vector<model::Note>& notes, std::size_t count, const char* code,
          const std::string& message) {
  if (count > 0) notes.push_back({code, std::nullopt, 0, message});
}

std::vector<model::Note> notes_of(const WordBody::Counts& counts) {
  std::vector<model::Note> notes;
  note(notes, counts.inserted + counts.deleted, "tracked-changes",
       "the document has tracked changes (" + std::to_string(counts.inserted) + " insertions, " +
           std::to_string(counts.deleted) + " deletions) and was read as if all were accepted");
  note(notes, counts.struck, "struck-out",
       std::to_string(counts.struck) + " pieces of text are struck out and were left out");
  note(notes, counts.embedded, "embedded-document",
       std::to_string(counts.embedded) + " embedded documents were not read");
  return notes;
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
    return {std::move(text), notes_of(body.counts())};
  } catch (const LimitError& error) {
    const std::string message = error.what();
    if (message.starts_with(file)) throw;
    throw LimitError(file + ": " + message);
  }
}

}  // namespace respnet::io
