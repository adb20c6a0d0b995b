#include <utility>

#include "io/pdf.hpp"
#include "respnet/extract/notice.hpp"
#include "respnet/io/pdf_text.hpp"

namespace respnet::io {

bool looks_like_pdf(std::string_view bytes) {
  // Readers allow a kilobyte of something else in front; text may mention the mark further on.
  const std::string_view head = bytes.substr(0, 1024);
  return head.starts_with("%PDF-") || head.find("\n%PDF-") != std::string_view::npos;
}

model::Network read_pdf(const Document& document) {
  PdfText pdf = pdf_text(document.text, document.file);
  model::Network network = extract::read_notice(pdf.text, document.source, document.file);
  for (model::Note& note : pdf.notes) network = std::move(network).with_note(std::move(note));
  return network;
}

}  // namespace respnet::io
