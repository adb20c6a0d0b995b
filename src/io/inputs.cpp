#include "respnet/io/inputs.hpp"

#include <algorithm>
#include <fstream>
#include <string_view>
#include <system_error>

#include "io/file_name.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/io/formats.hpp"

namespace respnet::io {
namespace {

namespace fs = std::filesystem;

std::string first_bytes(const fs::path& path) {
  std::string bytes(256, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
  return bytes;
}

// Networks and tables of measures name their schema, pages of reports their maker.
bool written_by_respnet(const fs::path& path, const Format& format) {
  if (format.name == "json") return first_bytes(path).find("\"respnet-") != std::string::npos;
  if (format.name == "html")
    return first_bytes(path).find("name=\"generator\" content=\"respnet") != std::string::npos;
  return false;
}

bool is_hidden(std::string_view name) { return name.starts_with('.') || name.starts_with("~$"); }

// Lists one folder and those below it.
class Folder {
 public:
  Folder(const fs::path& top, const fs::path& output, InputFiles& found)
      : top_(top), output_(output), found_(found) {}

  void add() {
    const std::size_t first = found_.files.size();
    const std::size_t skipped = found_.skipped();
    try {
      list(top_);
    } catch (const fs::filesystem_error& error) {
      throw FileError(error.path1().string(),
                      "this folder cannot be listed; check its permissions");
    }
    const auto begin = found_.files.begin() + static_cast<std::ptrdiff_t>(first);
    std::sort(begin, found_.files.end(), [](const InputFile& a, const InputFile& b) {
      return a.path.native() < b.path.native();
    });
    if (begin != found_.files.end()) return;
    throw InputError({top_.string()},
                     "the folder holds no file to read, and " +
                         std::to_string(found_.skipped() - skipped) +
                         " hidden, of other endings or written by respnet; name the files");
  }

 private:
  void list(const fs::path& folder) {
    if (written_by_respnet(folder / "index.html", format_named("html"))) {
      ++found_.own;
      return;
    }
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
      if (is_hidden(entry.path().filename().native())) {
        ++found_.hidden;
      } else if (entry.is_directory()) {
        if (!entry.is_symlink()) list(entry.path());
      } else {
        take(entry);
      }
    }
  }

  void take(const fs::directory_entry& entry) {
    std::error_code ignored;
    const Format* format = format_by_ending(entry.path().native());
    if (format == nullptr || format->read == nullptr || !entry.is_regular_file(ignored)) {
      ++found_.unknown;
    } else if (fs::equivalent(entry.path(), output_, ignored) ||
               written_by_respnet(entry.path(), *format)) {
      ++found_.own;
    } else {
      found_.files.push_back({entry.path(), shown_name(entry.path().lexically_relative(top_))});
    }
  }

  const fs::path& top_;
  const fs::path& output_;
  InputFiles& found_;
};

}  // namespace

InputFiles input_files(std::span<const fs::path> inputs, const fs::path& output) {
  InputFiles found;
  for (const fs::path& input : inputs) {
    std::error_code ignored;
    if (input != "-" && fs::is_directory(input, ignored))
      Folder(input, output, found).add();
    else
      found.files.push_back({input, shown_name(input.filename())});
  }
  return found;
}

}  // namespace respnet::io
