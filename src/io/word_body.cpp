#include "io/word_body.hpp"

#include <algorithm>
#include <utility>

#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/heading_mark.hpp"

namespace respnet::io {
namespace {

using Event = XmlReader::Event;

template <typename... Names>
bool is_one_of(std::string_view name, Names... names) {
  return ((name == names) || ...);
}

// <w:strike/> is on, <w:strike w:val="0"/> off.
bool is_on(const XmlReader& xml) {
  const std::string value = word_value(xml);
  return !is_one_of(value, "0", "false", "off", "none");
}

}  // namespace

void WordBody::append_lines(std::string_view text, std::string& out) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trimmed(text.substr(begin, end - begin));
    if (!line.empty()) out.append(line).append("\n");
    begin = end + 1;
  }
}

std::string WordBody::text() {
  std::string out;
  while (xml_.next())
    if (xml_.starts("body")) blocks(out);
  append_lines(std::exchange(held_, {}), out);
  return out;
}

void WordBody::blocks(std::string& out) {
  each_child([&] { block(out); });
}

void WordBody::block(std::string& out) {
  const std::string_view name = xml_.name();
  if (name == "p") {
    paragraph(out);
  } else if (name == "tbl") {
    table(out);
  } else if (name == "sdt") {
    content_control(out);
  } else if (name == "altChunk") {
    ++counts_.embedded;
    xml_.skip();
  } else if (is_one_of(name, "del", "moveFrom", "sectPr", "Fallback", "tblPr", "tcPr")) {
    xml_.skip();
  }  // else what only wraps blocks: ins, moveTo, customXml, smartTag, AlternateContent
}

// A table of contents would give each heading twice.
void WordBody::content_control(std::string& out) {
  bool contents = false;
  each_child([&] {
    if (xml_.starts("docPartGallery")) contents = word_value(xml_) == "Table of Contents";
    if (!xml_.starts("sdtContent")) return;
    if (contents)
      xml_.skip();
    else
      blocks(out);
  });
}

void WordBody::paragraph(std::string& out) {
  Paragraph paragraph;
  runs(paragraph);
  end_paragraph(paragraph, out);
}

void WordBody::paragraph_properties(Paragraph& paragraph) {
  each_child([&] {
    if (xml_.starts("pPrChange")) return xml_.skip();  // as it was before
    if (xml_.starts("pStyle")) paragraph.style = word_value(xml_);
    if (xml_.starts("del") || xml_.starts("moveFrom")) paragraph.mark_deleted = true;
    take_paragraph_format(xml_, paragraph.format);
  });
}

void WordBody::runs(Paragraph& paragraph) {
  each_child([&] { inline_child(paragraph); });
}

void WordBody::inline_child(Paragraph& paragraph) {
  const std::string_view name = xml_.name();
  if (name == "pPr") {
    paragraph_properties(paragraph);
  } else if (name == "r") {
    run(paragraph);
  } else if (name == "del" || name == "moveFrom") {
    ++counts_.deleted;
    xml_.skip();
  } else if (name == "AlternateContent") {
    alternatives(paragraph, false);
  } else if (is_one_of(name, "sdtPr", "rt", "sdtEndPr")) {
    xml_.skip();
  } else if (name == "ins" || name == "moveTo") {
    ++counts_.inserted;
  }  // else what only wraps runs: hyperlink, fldSimple, smartTag, sdtContent, oMath
}

// Whether text with the properties at hand is there to be read.
bool WordBody::run_is_read() {
  bool hidden = false, struck = false;
  each_child([&] {
    if (xml_.starts("rPrChange")) return xml_.skip();
    if (xml_.starts("vanish") || xml_.starts("webHidden")) hidden = hidden || is_on(xml_);
    if (xml_.starts("strike") || xml_.starts("dstrike")) struck = struck || is_on(xml_);
  });
  if (struck && !hidden) ++counts_.struck;
  return !hidden && !struck;
}

void WordBody::run(Paragraph& paragraph) {
  bool read = true;
  each_child([&] {
    if (xml_.starts("rPr"))
      read = run_is_read() && read;
    else
      run_child(paragraph, read);
  });
}

void WordBody::run_child(Paragraph& paragraph, bool read) {
  const std::string_view name = xml_.name();
  if (name == "t") {
    const std::string text = xml_.inner_text();
    if (read) paragraph.text += text;
  } else if (name == "tab" || name == "ptab") {
    paragraph.text += ' ';  // a tab itself would be the border of a cell
  } else if (name == "br" || name == "cr") {
    paragraph.text += '\n';
  } else if (name == "noBreakHyphen") {
    paragraph.text += '-';
  } else if (name == "rubyBase") {
    runs(paragraph);
  } else if (name == "AlternateContent") {
    alternatives(paragraph, true);
  } else if (is_one_of(name, "drawing", "pict", "object")) {
    text_boxes(paragraph);
  } else if (name == "ruby") {
    // its base follows
  } else {
    xml_.skip();
  }
}

// Word repeats a drawing for older programs: the first form says all.
void WordBody::alternatives(Paragraph& paragraph, bool in_run) {
  each_child([&] {
    if (xml_.starts("Fallback")) return xml_.skip();
    if (xml_.starts("Choice")) return;
    if (in_run)
      run_child(paragraph, true);
    else
      inline_child(paragraph);
  });
}

void WordBody::text_boxes(Paragraph& paragraph) {
  each_child([&] {
    if (xml_.starts("Fallback")) return xml_.skip();
    if (!xml_.starts("txbxContent")) return;
    std::string box;
    std::string held = std::exchange(held_, {});
    blocks(box);
    held_ = std::move(held);
    paragraph.boxes.push_back(std::move(box));
  });
}

std::string WordBody::label_of(const Paragraph& paragraph) {
  WordParagraphFormat format = paragraph.format;
  const WordParagraphFormat styled = styles_.format(paragraph.style);
  if (!format.numbering) format.numbering = styled.numbering;
  if (!format.level) format.level = styled.level;
  if (!format.outline) format.outline = styled.outline;
  if (format.numbering && *format.numbering != "0") {
    std::string label = numbering_.next_label(*format.numbering, format.level.value_or(0));
    if (!label.empty()) return label;
  }
  const bool heading = format.outline && *format.outline < 9 && cell_depth_ == 0;
  if (!heading || extract::heading_mark(trimmed(paragraph.text))) return {};
  return std::string(std::min<std::size_t>(*format.outline + 1, 6), '#') + ' ';
}

void WordBody::end_paragraph(Paragraph& paragraph, std::string& out) {
  if (styles_.is_contents(paragraph.style)) return;
  if (!trimmed(paragraph.text).empty() && held_.empty())
    paragraph.text.insert(0, label_of(paragraph));
  held_ += paragraph.text;
  check_size(out.size() + held_.size());
  if (!paragraph.mark_deleted) append_lines(std::exchange(held_, {}), out);
  for (const std::string& box : paragraph.boxes) out += box;
}

}  // namespace respnet::io
