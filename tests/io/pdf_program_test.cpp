// What becomes of a respnet-pdftext that is missing, slow, greedy or another program.

#include <chrono>
#include <cstdlib>

#include <gtest/gtest.h>

#include "io/support.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/io/pdf_text.hpp"
#include "respnet/io/read.hpp"
#include "support/folder.hpp"
#include "support/pdf.hpp"

namespace respnet::io {
namespace {

using test::message_of;

// A program of that shell script in place of respnet-pdftext.
class Stub {
 public:
  explicit Stub(const std::string& script) : path_(folder_.file("stub", "#!/bin/sh\n" + script)) {
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all);
  }

  template <typename Error>
  std::string error(const ChildLimits& limits = {}) const {
    return message_of<Error>(
        [&] { pdf_text("%PDF-1.4", "f.pdf", {.program = path_, .limits = limits}); });
  }

 private:
  test::Folder folder_;
  std::filesystem::path path_;
};

class Environment {
 public:
  Environment(const char* name, const char* value) : name_(name) { setenv(name, value, 1); }
  Environment(const Environment&) = delete;
  ~Environment() { unsetenv(name_); }

 private:
  const char* name_;
};

}  // namespace

TEST(PdfProgram, IsEndedWhenItTakesTooLong) {
  const auto begun = std::chrono::steady_clock::now();

  const std::string error =
      Stub("exec sleep 60").error<LimitError>({.time = std::chrono::milliseconds(300)});

  EXPECT_EQ(error,
            "f.pdf: reading this PDF takes longer than 0.3 s; split the file, or save its "
            "text as a .txt file");
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(20));
}

TEST(PdfProgram, IsEndedWhenItWritesTooMuch) {
  EXPECT_EQ(Stub("exec yes page 1 1").error<LimitError>({.output = std::size_t{3} << 20}),
            "f.pdf: this PDF holds more than 3 MiB of text; split the file, or save its text as a "
            ".txt file");
}

TEST(PdfProgram, SaysThatMemoryRanOut) {
  const std::string message =
      "f.pdf: reading this PDF takes more than 1024 MiB of memory; split the file, or save its "
      "text as a .txt file";

  EXPECT_EQ(Stub("exit 14").error<LimitError>(), message);
  EXPECT_EQ(Stub("kill -ABRT $$").error<LimitError>(), message);
}

TEST(PdfProgram, ThatCrashesBlamesTheFile) {
  EXPECT_EQ(Stub("kill -SEGV $$").error<InputError>(),
            "f.pdf: this PDF is damaged; open it in a viewer and print it to a new PDF");
}

TEST(PdfProgram, MustSpeakOurLanguage) {
  const std::string message =
      "f.pdf: the program respnet-pdftext tells what cannot be understood; install the one of this "
      "version of respnet";

  for (const std::string_view words :
       {"hello", "word 1 2 3 4 5 0 early", "page 1\\nword", "page 1 1\\nword 1 2 3 4 0 0 flat",
        "page 1 1\\nword nan 2 3 4 5 0 x", "page 1e300 1", "page 1 1\\nrule 1 2 3"})
    EXPECT_EQ(Stub("printf '" + std::string(words) + "\\n'").error<InputError>(), message) << words;
  EXPECT_EQ(Stub("printf 'page 1 1'").error<InputError>(), message);
  EXPECT_EQ(Stub("printf 'page 1 1\\nword 1 2 3 4 5 0 \\377\\n'").error<InputError>(),
            "f.pdf: the text in this PDF is damaged");
}

TEST(PdfProgram, ThatIsMissingIsNamedWithAWayOut) {
  const Environment none("RESPNET_PDFTEXT", "");

  EXPECT_EQ(message_of<FileError>([] { pdf_text("%PDF-1.4", "f.pdf"); }),
            "respnet-pdftext: this program reads PDF files and is missing; install it beside "
            "respnet, name it by RESPNET_PDFTEXT, or save the text as a .txt file");
}

TEST(PdfProgram, ReadsAPdfFileWhateverItsName) {
  const Environment program("RESPNET_PDFTEXT", RESPNET_PDF_PROGRAM);
  const test::Folder folder;
  const auto path = folder.file("plan.dat", test::typeset({"一、修路。（责任单位：市交通局）"}));

  EXPECT_EQ(seen(read_network(path)), "1/市交通局/responsible");
}

}  // namespace respnet::io
