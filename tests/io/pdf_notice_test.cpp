// A notice printed to PDF states what it states as text.

#include <cstdlib>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "io/support.hpp"
#include "respnet/base/files.hpp"
#include "respnet/io/pdf_text.hpp"
#include "respnet/io/read.hpp"
#include "support/folder.hpp"
#include "support/pdf.hpp"

namespace respnet::io {
namespace {

// The paragraphs of a Markdown text as they are printed.
std::vector<std::string> paragraphs(const std::string& markdown) {
  std::vector<std::string> all;
  std::string line;
  for (std::size_t at = 0; at < markdown.size(); ++at) {
    if (markdown.compare(at, 2, "**") == 0) {
      ++at;
    } else if (markdown[at] != '\n') {
      line += markdown[at];
    } else if (!line.empty()) {
      all.push_back(std::exchange(line, {}));
    }
  }
  return all;
}

std::string titles(const model::Network& network) {
  std::string text;
  for (const model::TaskId task : network.task_ids())
    text += std::string(network.task(task).title) + "\n";
  return text;
}

}  // namespace

TEST(PdfNotice, StatesWhatItsTextStates) {
  setenv("RESPNET_PDFTEXT", RESPNET_PDF_PROGRAM, 1);
  const auto source = dataset("changle-2024/notice.md");
  const model::Network expected = read_network(source);
  const std::vector<std::string> text = paragraphs(read_file(source));
  ASSERT_EQ(expected.task_ids().size(), 31U);
  const test::Folder folder;

  for (const test::PdfStyle& style :
       {test::PdfStyle{.head = "长乐区 2024 年要点", .page_numbers = true},
        test::PdfStyle{.size = 16, .pitch = 28, .indent = 32, .bottom = 700, .page_numbers = true},
        test::PdfStyle{.size = 10.5, .pitch = 15, .indent = 0, .paragraph_gap = 6}}) {
    const model::Network network =
        read_network(folder.file("notice.pdf", test::typeset(text, style)));

    EXPECT_EQ(seen(network), seen(expected)) << "size " << style.size;
    EXPECT_EQ(titles(network), titles(expected)) << "size " << style.size;
  }
  unsetenv("RESPNET_PDFTEXT");
}

}  // namespace respnet::io
