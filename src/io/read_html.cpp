#include "io/html.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/notice.hpp"
#include "respnet/io/html_text.hpp"

namespace respnet::io {

bool looks_like_html(std::string_view text) {
  std::string head(trimmed(text.substr(0, 256)));
  for (char& c : head)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return head.starts_with("<!doctype html") || head.starts_with("<html");
}

model::Network read_html(const Document& document) {
  const std::string text = html_text(document.text, document.file);
  if (text.empty())
    throw InputError({document.file, 1},
                     "the page holds no text; open it and save what it shows as text");
  return extract::read_notice(text, document.source, document.file);
}

}  // namespace respnet::io
