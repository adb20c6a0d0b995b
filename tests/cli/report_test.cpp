// The report for print as a person asks for it.

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "support/process.hpp"

namespace respnet {
namespace {

namespace fs = std::filesystem;
using test::content;
using test::Folder;
using test::shell;

constexpr const char* kNotice = "datasets/changle-2024/notice.md";
constexpr const char* kDavis = "datasets/southern-women/edges.csv";

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

bool is_pdf(const std::string& bytes) { return bytes.starts_with("%PDF-"); }
bool is_zip(const std::string& bytes) { return bytes.starts_with("PK\x03\x04"); }

// What `report` writes with these words, as a file of this name.
std::string written(const std::string& name, const std::string& words = "",
                    const std::string& plan = kDavis) {
  const Folder folder;
  const std::string file = (folder / name).string();
  const auto outcome = shell("respnet report -q " + plan + " " + words + " -o " + file);
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  return content(file);
}

TEST(ReportForPrint, IsOneFileByItsEnding) {
  EXPECT_TRUE(is_pdf(written("report.pdf")));
  EXPECT_TRUE(is_zip(written("report.docx")));
  EXPECT_TRUE(is_pdf(written("REPORT.PDF")));
}

TEST(ReportForPrint, SpeaksTheLanguageOfTheDocumentUnlessAskedOtherwise) {
  EXPECT_TRUE(has(written("report.pdf", "", kNotice), "/Lang (zh-Hans)"));
  EXPECT_TRUE(has(written("report.pdf", "--lang en", kNotice), "/Lang (en)"));
}

TEST(ReportForPrint, StandsBesideThePageOnRequestOnly) {
  const Folder folder;
  const std::string plain = (folder / "plain").string(), full = (folder / "full").string();
  const std::string line = "respnet report -q " + std::string(kDavis) + " --lang zh" + " -o ";

  ASSERT_EQ(shell(line + plain).code, 0);
  ASSERT_EQ(shell(line + full + " --pdf --docx").code, 0);

  EXPECT_FALSE(fs::exists(folder / "plain" / "report.pdf"));
  EXPECT_FALSE(fs::exists(folder / "plain" / "report.docx"));
  EXPECT_EQ(content(folder / "full" / "report.pdf"), written("report.pdf", "--lang zh", kDavis));
  EXPECT_EQ(content(folder / "full" / "report.docx"), written("report.docx", "--lang zh", kDavis));
  EXPECT_EQ(content(folder / "full" / "index.html"), content(folder / "plain" / "index.html"));
}

TEST(ReportForPrint, HasTheSameBytesWithAnyNumberOfThreads) {
  for (const char* name : {"report.pdf", "report.docx"})
    EXPECT_EQ(written(name, "--threads 1"), written(name, "--threads 8")) << name;
}

TEST(ReportForPrint, IsReadBack) {
  const Folder folder;
  const std::string file = (folder / "report.docx").string();
  ASSERT_EQ(shell("respnet report -q " + std::string(kDavis) + " -o " + file).code, 0);

  const auto outcome = shell("respnet import " + file + " -o " + (folder / "net.json").string());

  EXPECT_TRUE(outcome.code == 0 || outcome.code == 3) << outcome.err;
}

TEST(ReportForPrint, RefusesWhatContradictsItself) {
  const auto both = shell("respnet report " + std::string(kDavis) + " -o report.pdf --docx");
  EXPECT_EQ(both.code, 2);
  EXPECT_TRUE(has(both.err, "--docx")) << both.err;

  const Folder folder;
  const fs::path plan = folder / "plan.docx";
  ASSERT_EQ(shell("respnet report -q " + std::string(kDavis) + " -o " + plan.string()).code, 0);
  const auto over = shell("respnet report " + plan.string() + " -o " + plan.string());
  EXPECT_EQ(over.code, 2);
  EXPECT_TRUE(has(over.err, "is the input")) << over.err;

  const auto kept =
      shell("respnet report " + std::string(kDavis) + " --no-clobber -o " + plan.string());
  EXPECT_EQ(kept.code, 2);
}

TEST(ReportForPrint, WithoutAFontForChineseIsNoPdf) {
  const Folder folder;
  const std::string fonts = (folder / "none.conf").string();
  const std::string line = "echo '<fontconfig/>' > " + fonts + "; FONTCONFIG_FILE=" + fonts +
                           " respnet report " + std::string(kNotice) + " -o ";

  const auto alone = shell(line + (folder / "report.pdf").string());
  EXPECT_EQ(alone.code, 4);
  EXPECT_TRUE(has(alone.err, "fonts-noto-cjk")) << alone.err;
  EXPECT_FALSE(fs::exists(folder / "report.pdf"));

  const auto beside = shell(line + (folder / "report").string() + " --pdf");
  EXPECT_EQ(beside.code, 0) << beside.err;
  EXPECT_TRUE(has(beside.err, "report.pdf was left out")) << beside.err;
  EXPECT_TRUE(fs::exists(folder / "report" / "index.html"));
}

}  // namespace
}  // namespace respnet
