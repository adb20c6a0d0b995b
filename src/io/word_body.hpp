#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "io/word_numbering.hpp"
#include "io/word_styles.hpp"
#include "io/xml_reader.hpp"

namespace respnet::io {

/// Writes the paragraphs and tables of a Word document's body as lines, as docx_text() says.
class WordBody {
 public:
  /// What was read as accepted or left out, counted.
  struct Counts {
    std::size_t inserted = 0, deleted = 0, struck = 0, embedded = 0;
  };

  /// @param xml   at the beginning of word/document.xml
  /// @param most  bytes that may be written
  WordBody(XmlReader& xml, const WordStyles& styles, WordNumbering& numbering, std::size_t most)
      : xml_(xml), styles_(styles), numbering_(numbering), most_(most) {}

  /// @throws InputError, LimitError  as XmlReader; LimitError above `most`
  std::string text();
  const Counts& counts() const { return counts_; }

 private:
  struct Paragraph {
    std::string text, style;
    WordParagraphFormat format;
    bool mark_deleted = false;       // goes on in the next paragraph
    std::vector<std::string> boxes;  // texts of its text boxes
  };
  struct Cell {
    std::string text;
    std::size_t columns = 1;
    bool continues = false;  // the cell above, merged with it
  };
  struct Row {
    std::vector<Cell> cells;
    std::size_t before = 0;  // columns left out in front
    bool deleted = false;
  };

  /// Calls `visit` at each Start in the element the reader is at, and passes to its End. `visit`
  /// either passes to the End of that element or leaves the reader where it is, to go into it.
  template <typename Visit>
  void each_child(Visit visit) {
    io::each_child(xml_, visit);
  }
  /// Lines of a paragraph, without blanks around them; empty ones left out.
  static void append_lines(std::string_view text, std::string& out);

  void blocks(std::string& out);
  void block(std::string& out);
  void content_control(std::string& out);
  void paragraph(std::string& out);
  void paragraph_properties(Paragraph& paragraph);
  void runs(Paragraph& paragraph);
  void inline_child(Paragraph& paragraph);
  void run(Paragraph& paragraph);
  bool run_is_read();
  void run_child(Paragraph& paragraph, bool read);
  void text_boxes(Paragraph& paragraph);
  void alternatives(Paragraph& paragraph, bool in_run);
  void end_paragraph(Paragraph& paragraph, std::string& out);
  std::string label_of(const Paragraph& paragraph);

  void table(std::string& out);
  Row row();
  Cell cell();
  void write_table(std::vector<Row>& rows, bool holds_table, std::string& out);
  void check_size(std::size_t size) const;

  XmlReader& xml_;
  const WordStyles& styles_;
  WordNumbering& numbering_;
  std::size_t most_;
  Counts counts_;
  std::string held_;  // text of paragraphs whose end was deleted
  std::size_t cell_depth_ = 0;
  std::size_t tables_ = 0;  // begun so far
};

}  // namespace respnet::io
