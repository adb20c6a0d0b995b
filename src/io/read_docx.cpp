#include <ranges>
#include <utility>

#include "io/docx.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/extract/notice.hpp"
#include "respnet/io/docx_text.hpp"
#include "respnet/model/doubt.hpp"

namespace respnet::io {

// Names of members stand unpacked in an archive.
bool looks_like_docx(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") && bytes.find("word/document") != bytes.npos;
}

model::Network read_docx(const Document& document) {
  DocxText docx = docx_text(document.text, document.file);
  if (docx.text.empty())
    throw InputError({document.file},
                     "the document holds no text; if it shows pictures of pages, recognise their "
                     "text first");
  model::Network network = extract::read_notice(docx.text, document.source, document.file);
  const Language language = model::language_of(network.sources());
  for (const model::Doubt& doubt : std::views::reverse(docx.doubts))
    network = std::move(network).with_note(doubt.note(language));
  return network;
}

}  // namespace respnet::io
