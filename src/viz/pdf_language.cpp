#include "viz/pdf_language.hpp"

#include <algorithm>

namespace respnet::viz {
namespace {

// The digits behind `key`, looked for from the end; empty: not there.
std::string number_behind(const std::string& text, std::string_view key) {
  const std::size_t at = text.rfind(key);
  if (at == std::string::npos) return {};
  std::size_t begin = at + key.size();
  while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\n')) ++begin;
  std::size_t end = begin;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  return text.substr(begin, end - begin);
}

}  // namespace

std::string with_language(std::string pdf, std::string_view language) {
  const std::string root = number_behind(pdf, "/Root"), size = number_behind(pdf, "/Size"),
                    info = number_behind(pdf, "/Info"), table = number_behind(pdf, "startxref");
  const std::size_t object = pdf.rfind("\n" + root + " 0 obj\n<<");
  if (root.empty() || size.empty() || table.empty() || object == std::string::npos) return pdf;
  const std::size_t end = pdf.find("endobj", object);
  if (end == std::string::npos) return pdf;
  std::string catalogue = pdf.substr(object + 1, end - object - 1) + "endobj\n";
  catalogue.insert(
      catalogue.find("<<") + 2,
      " /Lang (" + std::string(language) + ") /ViewerPreferences << /DisplayDocTitle true >>");
  if (!pdf.ends_with('\n')) pdf += '\n';
  const std::string place = std::to_string(pdf.size());
  pdf += catalogue;
  const std::string new_table = std::to_string(pdf.size());
  pdf += "xref\n" + root + " 1\n" + std::string(10 - std::min<std::size_t>(10, place.size()), '0') +
         place + " 00000 n \ntrailer\n<< /Size " + size + " /Root " + root + " 0 R" +
         (info.empty() ? "" : " /Info " + info + " 0 R") + " /Prev " + table + " >>\nstartxref\n" +
         new_table + "\n%%EOF\n";
  return pdf;
}

}  // namespace respnet::viz
