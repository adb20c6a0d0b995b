#include <ranges>
#include <utility>

#include "io/docx.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/extract/notice.hpp"
#include "respnet/io/docx_text.hpp"

namespace respnet::io {

// Names of members stand unpacked in an archive.
bool looks_like_docx(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") && bytes.find("word/document.xml") != bytes.npos;
}

model::Network read_docx(const Document& document) {
  DocxText docx = docx_text(document.text, document.file);
  if (docx.text.empty())
    throw InputError({document.file},
                     "the document holds no text; if it shows pictures of pages, recognise their "
                     "text first");
  model::Network network = extract::read_notice(docx.text, document.source, document.file);
  for (model::Note& note : std::views::reverse(docx.notes))
    network = std::move(network).with_note(std::move(note));
  return network;
}

}  // namespace respnet::io
