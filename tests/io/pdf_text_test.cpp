#include "respnet/io/pdf_text.hpp"

#include <chrono>
#include <optional>

#include <gtest/gtest.h>

#include "io/support.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/files.hpp"
#include "support/folder.hpp"
#include "support/pdf.hpp"

namespace respnet::io {
namespace {

using test::message_of;
using test::PdfDocument;

PdfText read(const std::string& bytes) {
  return pdf_text(bytes, "f.pdf", {.program = RESPNET_PDF_PROGRAM, .limits = {}});
}

std::string lines(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) text += paragraph + '\n';
  return text;
}

std::string note(const PdfText& pdf, std::string_view code) {
  for (const model::Note& note : pdf.notes)
    if (note.code == code) return note.message;
  return {};
}

// Four paragraphs of our own; the clauses are long enough to meet line ends anywhere.
const std::vector<std::string> kPlan{
    "一、办好便民实事",
    "（一）修路。年内把三条断头路接通，把两座旧桥加固，沿线补齐路灯和标线，让学生上学、老人看病都少"
    "绕远"
    "路。（责任单位：市交通局、市住房和城乡建设局、市公安局交通警察支队，各县〔市、区〕人民政府）",
    "（二）引水。为山区八个村打井引水，配好消毒设备，水质按月公布，水价由村民大会商定，困难户减半收"
    "取。"
    "（牵头单位：市水利局；配合单位：市卫生健康委员会、市财政局、市乡村振兴局）",
    "（三）建2个5G基站群，覆盖率达到95%以上；开通“一网通办”专线12345，接诉后1个工作日内答复。"
    "（责任单位：市工业和信息化局、市政务服务管理局）",
};

std::vector<std::string> repeated(const std::vector<std::string>& paragraphs, int times) {
  std::vector<std::string> all;
  for (int i = 0; i < times; ++i) all.insert(all.end(), paragraphs.begin(), paragraphs.end());
  return all;
}

}  // namespace

TEST(PdfText, GivesALineForEachParagraph) {
  EXPECT_EQ(read(test::typeset(kPlan)).text, lines(kPlan));
}

TEST(PdfText, TellsParagraphsByGapsWhereNoneIsIndented) {
  const std::string bytes = test::typeset(kPlan, {.indent = 0, .paragraph_gap = 8});

  EXPECT_EQ(read(bytes).text, lines(kPlan));
}

TEST(PdfText, JoinsParagraphsOverPagesWithoutHeadsAndNumbers) {
  const auto plan = repeated(kPlan, 20);  // of 10 lines each, 33 to a page

  const PdfText pdf =
      read(test::typeset(plan, {.head = "某市2025年实事计划", .page_numbers = true}));

  EXPECT_EQ(pdf.text, lines(plan));
  EXPECT_EQ(
      note(pdf, "page-furniture"),
      "left out as running heads, running feet and page numbers: “某市2025年实事计划” (7 pages), "
      "“—1—” (7 pages)");
}

TEST(PdfText, IsTheSameHoweverLinesAndPagesBreak) {
  const auto plan = repeated(kPlan, 3);
  for (const double right : {370.0, 448.0, 483.0})
    for (const double bottom : {310.0, 420.0})
      EXPECT_EQ(read(test::typeset(plan, {.right = right, .bottom = bottom})).text, lines(plan))
          << "right " << right << " bottom " << bottom;
}

TEST(PdfText, KeepsALineThatRepeatsButNamesUnits) {
  constexpr std::string_view works[] = {"打井引水", "修堤防汛", "清淤疏浚"};
  PdfDocument document;
  for (std::size_t page = 0; page < 3; ++page) {
    if (page > 0) document.next_page();
    document.text(90, 60, "责任单位：市水利局").text(114, 100, works[page]);
  }

  EXPECT_EQ(
      read(document.bytes()).text,
      "责任单位：市水利局\n打井引水\n责任单位：市水利局\n修堤防汛\n责任单位：市水利局\n清淤疏浚\n");
}

TEST(PdfText, UndoesHyphensAndKeepsBlanksOfEnglish) {
  PdfDocument document;
  for (const double y : {60.0, 200.0})
    document.text(90, y, "The county repairs all bridges and strengthens respon-")
        .text(90, y + 16, "sibility of agencies in the valley, from April onwards.")
        .text(90, y + 32, "Lead: Roads Agency");

  EXPECT_EQ(read(document.bytes()).text,
            "The county repairs all bridges and strengthens responsibility of agencies in the "
            "valley, from April onwards.\nLead: Roads Agency\n"
            "The county repairs all bridges and strengthens responsibility of agencies in the "
            "valley, from April onwards.\nLead: Roads Agency\n");
}

// Limits

TEST(PdfText, SaysThatAScanHasNoText) {
  const std::string bytes = PdfDocument().picture().bytes();

  EXPECT_EQ(message_of<InputError>([&] { read(bytes); }),
            "f.pdf: this PDF has no text layer, it holds pictures of pages; run OCR (such as "
            "ocrmypdf) and read the result");
}

TEST(PdfText, SaysThatAnEncryptedFileNeedsItsPassword) {
  const std::string keys = std::string(64, 'a');  // the check of any password fails
  const std::string bytes = test::pdf_of_objects(
      {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
       "<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + keys + "> /U <" + keys + "> >>"},
      "/Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]");

  EXPECT_EQ(message_of<InputError>([&] { read(bytes); }),
            "f.pdf: this PDF is encrypted and opens with a password only; save it without one");
}

TEST(PdfText, SaysThatAFileIsDamaged) {
  const std::string damaged =
      "f.pdf: this PDF is damaged; open it in a viewer and print it to a new PDF";
  const std::string none = test::pdf_of_objects(
      {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"});

  EXPECT_EQ(message_of<InputError>([&] { read("%PDF-1.7\nand nothing else"); }), damaged);
  EXPECT_EQ(message_of<InputError>([&] { read(none); }), damaged);
}

TEST(PdfText, RefusesHugeNumbersOfPages) {
  std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>", {}};
  std::string kids;
  for (int i = 0; i < 10'001; ++i) {
    kids += std::to_string(i + 3) + " 0 R ";
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>");
  }
  objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count 10001 >>";
  const std::string bytes = test::pdf_of_objects(objects);

  EXPECT_EQ(
      message_of<LimitError>([&] { read(bytes); }),
      "f.pdf: this PDF has more than 10,000 pages; split the file, or save its text as a .txt "
      "file");
}

TEST(PdfText, EndsInOneErrorHoweverTheFileIsCutOrChanged) {
  const std::string bytes = test::typeset(kPlan);
  for (std::size_t i = 0; i < 16; ++i) {
    std::string broken = bytes.substr(0, bytes.size() * (i + 1) / 16);
    broken[broken.size() * (i % 7 + 1) / 8 - 1] ^= 0x55;
    try {
      EXPECT_FALSE(read(broken).text.empty());
    } catch (const InputError&) {
    } catch (const LimitError&) {
    }
  }
}

}  // namespace respnet::io
