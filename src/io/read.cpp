#include "respnet/io/read.hpp"

#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

#include "io/file_name.hpp"
#include "io/read_named.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/files.hpp"
#include "respnet/base/mapped_file.hpp"
#include "respnet/base/parallel.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/formats.hpp"

namespace respnet::io {
namespace {

constexpr std::size_t kWorthThreads = 1 << 18;  // bytes
constexpr std::size_t kWorthMapping = 1 << 23;
constexpr std::size_t kWorthDropping = 1 << 26;

// A file's bytes, read or, where they are many, mapped.
class FileBytes {
 public:
  explicit FileBytes(const std::filesystem::path& path)
      : mapped_(MappedFile::of(path, kWorthMapping, kWorthDropping)) {
    if (!mapped_) read_ = read_file(path);
  }
  std::string_view view() const { return mapped_ ? mapped_->bytes() : std::string_view(read_); }
  std::string take() && { return mapped_ ? std::string(mapped_->bytes()) : std::move(read_); }

 private:
  std::optional<MappedFile> mapped_;
  std::string read_;
};

// Files that people hand over instead of text, by their first bytes.
std::string_view known_binary(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"))
    return "a zip archive, but no Word or Excel file that can be read; unpack it, or save it as "
           "text";
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))
    return "an old or password-protected Word or Excel file; save it as .docx or .xlsx without a "
           "password";
  return {};
}

void check_not_empty(std::string_view bytes, const std::string& file) {
  if (trimmed(bytes.substr(0, 4096)).empty() && trimmed(bytes).empty())
    throw InputError({file}, "the file is empty; check that it was saved");
}

std::string readable_names() {
  std::string names;
  for (const Format& format : formats())
    if (format.read != nullptr) names += (names.empty() ? "" : ", ") + std::string(format.name);
  return names;
}

// The format that `from` names; null: it is to be told by the content.
const Format* format_asked_for(const std::string& from) {
  if (from.empty()) return nullptr;
  const Format& format = format_named(from);
  if (format.read == nullptr)
    throw std::invalid_argument("the format '" + from + "' can be written, not read; choose from " +
                                readable_names());
  return &format;
}

const Format* format_by_content(std::string_view content, bool binary) {
  for (const Format& format : formats())
    if (format.binary == binary && format.read != nullptr && format.looks_like != nullptr &&
        format.looks_like(content))
      return &format;
  return nullptr;
}

const Format& text_format_of(std::string_view text, const std::string& file) {
  if (const Format* format = format_by_content(text, false)) return *format;
  const Format* format = format_by_ending(file);
  if (format != nullptr && format->read != nullptr && !format->binary) return *format;
  throw InputError({file}, "neither content nor ending tell the format; name it by --from (" +
                               readable_names() + ")");
}

model::Note encoding_note(const std::string& encoding) {
  return {"encoding-guessed", std::nullopt, 0,
          "the file is not UTF-8 and was read as " + encoding +
              ", in which it makes sense; --encoding names another"};
}

}  // namespace

model::Network registered(model::Network network, const extract::Registry* registry) {
  if (registry == nullptr) return network;
  return extract::with_registry(network, *registry);
}

void check_readable(const std::string& from) { format_asked_for(from); }

model::Network read_network(const std::filesystem::path& path, const ReadOptions& options) {
  return registered(read_named({path, shown_name(path.filename())}, options), options.registry);
}

model::Network read_named(const InputFile& input, const ReadOptions& options) {
  const Format* format = format_asked_for(options.from);  // before waiting for standard input
  FileBytes content(input.path);
  const std::string_view bytes = content.view();
  const std::string file = input.path == "-" ? "standard input" : input.path.string();
  check_not_empty(bytes, file);
  model::Source source;
  source.path = input.name;
  bool plain = false;
  parallel_blocks(2, bytes.size() < kWorthThreads ? 1 : options.threads, [&](std::size_t job) {
    if (job == 0)
      source.sha256 = sha256(bytes);
    else
      plain = needs_no_decoding(bytes);
  });
  if (format == nullptr) format = format_by_content(bytes, true);
  if (format != nullptr && format->binary)
    return format->read(
        {.file = file, .text = bytes, .source = std::move(source), .threads = options.threads});
  if (const std::string_view kind = known_binary(bytes); !kind.empty())
    throw InputError({file}, "this is " + std::string(kind));

  const bool utf8 = options.encoding == Encoding::Auto || options.encoding == Encoding::Utf8;
  Decoded decoding;
  if (!plain || !utf8) decoding = decoded(std::move(content).take(), options.encoding, file);
  const std::string_view text = plain && utf8 ? bytes : decoding.text;
  source.encoding = decoding.encoding;
  if (format == nullptr) format = &text_format_of(text, file);
  model::Network network = format->read(
      {.file = file, .text = text, .source = std::move(source), .threads = options.threads});
  if (!decoding.guessed) return network;
  return std::move(network).with_note(encoding_note(decoding.encoding));
}

}  // namespace respnet::io
