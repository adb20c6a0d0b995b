#include "io/pdf_program.hpp"

#include <csignal>
#include <cstdlib>
#include <utility>

#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

namespace fs = std::filesystem;

constexpr const char* kName = "respnet-pdftext";

// Exit codes of the program: src/pdftext/main.cpp
enum PdfExit { kDone = 0, kLocked = 12, kTooManyPages = 13, kOutOfMemory = 14 };

fs::path pdf_program() {
  if (const char* named = std::getenv("RESPNET_PDFTEXT"); named != nullptr && *named != '\0')
    return named;
  std::error_code ignored;
  const fs::path here = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  for (const fs::path& folder : {here, fs::path(RESPNET_INSTALLED_PROGRAMS)})
    if (fs::exists(folder / kName, ignored)) return folder / kName;
  throw FileError(kName,
                  "this program reads PDF files and is missing; install it beside respnet, name it "
                  "by RESPNET_PDFTEXT, or save the text as a .txt file");
}

[[noreturn]] void exceed(const std::string& file, const std::string& what) {
  throw LimitError(printable(file) + ": " + what +
                   "; split the file, or save its text as a .txt file");
}

std::string megabytes(std::uint64_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

[[noreturn]] void fail(const std::string& file, const ChildResult& result,
                       const ChildLimits& limits) {
  const bool killed = result.end == ChildResult::End::Killed;
  // Poppler aborts when it gets no memory.
  if (killed ? result.code == SIGABRT || result.code == SIGKILL : result.code == kOutOfMemory)
    exceed(file, "reading this PDF takes more than " + megabytes(limits.memory) + " of memory");
  if (!killed && result.code == kTooManyPages) exceed(file, "this PDF has more than 10,000 pages");
  if (!killed && result.code == kLocked)
    throw InputError({file},
                     "this PDF is encrypted and opens with a password only; save it without one");
  throw InputError({file}, "this PDF is damaged; open it in a viewer and print it to a new PDF");
}

}  // namespace

std::string pdf_records(std::string_view bytes, const std::string& file,
                        const PdfOptions& options) {
  const ChildLimits& limits = options.limits;
  ChildResult result =
      run_child(options.program.empty() ? pdf_program() : options.program, {}, bytes, limits);
  switch (result.end) {
    case ChildResult::End::OutOfTime:
      exceed(file, "reading this PDF takes longer than " +
                       number(std::chrono::duration<double>(limits.time).count()) + " s");
    case ChildResult::End::TooMuchOutput:
      exceed(file, "this PDF holds more than " + megabytes(limits.output) + " of text");
    case ChildResult::End::Exited:
    case ChildResult::End::Killed:
      break;
  }
  if (result.end == ChildResult::End::Killed || result.code != kDone) fail(file, result, limits);
  return std::move(result.output);
}

}  // namespace respnet::io
