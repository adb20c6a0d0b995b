// respnet-pdftext [FILE]: the words of a PDF file and where they stand, as records (see
// records.hpp) on standard output; FILE or standard input. Says nothing on standard error but how
// it is called: what went wrong is in the exit code.
//
// A program of its own under the GPL, version 2 or later, as it links poppler. respnet runs it with
// limits on time and memory, so that a malicious file ends here.

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <memory>
#include <new>
#include <string>

#include <poppler-document.h>
#include <poppler-global.h>

#include "pdftext/records.hpp"

namespace {

// respnet knows these numbers: src/io/pdf_records.cpp
enum ExitCode {
  Done = 0,
  Usage = 2,
  Unreadable = 10,  // FILE cannot be read
  Damaged = 11,     // not a PDF file, or too broken to tell its pages
  Locked = 12,      // opens only with a password
  TooManyPages = 13,
  OutOfMemory = 14,
};

constexpr int kMostPages = 10'000;

bool read_bytes(const char* path, std::string& bytes) {
  std::ifstream file;
  if (path != nullptr) file.open(path, std::ios::binary);
  std::istream& in = path != nullptr ? file : std::cin;
  bytes.assign(std::istreambuf_iterator<char>(in), {});
  return path == nullptr || file.is_open();
}

ExitCode print(const poppler::document& document) {
  const int pages = document.pages();
  if (pages <= 0) return Damaged;
  if (pages > kMostPages) return TooManyPages;
  int readable = 0;
  for (int i = 0; i < pages; ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(i));
    if (!page) continue;
    ++readable;
    const std::string text = pdftext::records(*page);
    std::fwrite(text.data(), 1, text.size(), stdout);
  }
  return readable != 0 && std::fflush(stdout) == 0 ? Done : Damaged;
}

ExitCode run(const char* path) {
  std::string bytes;
  if (!read_bytes(path, bytes)) return Unreadable;
  if (bytes.empty() || bytes.size() > std::numeric_limits<int>::max()) return Damaged;
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return Damaged;
  if (document->is_locked()) return Locked;
  return print(*document);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 2) {
    std::cerr << "respnet-pdftext [FILE]: the words of a PDF file and where they stand\n";
    return Usage;
  }
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  try {
    return run(argc == 2 ? argv[1] : nullptr);
  } catch (const std::bad_alloc&) {
    return OutOfMemory;
  } catch (const std::exception&) {
    return Damaged;
  }
}
