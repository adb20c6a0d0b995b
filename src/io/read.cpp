#include "respnet/io/read.hpp"

#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

#include "respnet/base/errors.hpp"
#include "respnet/base/files.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/formats.hpp"
#include "respnet/io/merge.hpp"

namespace respnet::io {
namespace {

// Files that people hand over instead of text, by their first bytes.
std::string_view known_binary(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04"))
    return "a zip archive (a Word or Excel file?); save it as text, Markdown or CSV";
  if (bytes.starts_with("%PDF")) return "a PDF file; save its text as a .txt file";
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))
    return "an old Word or Excel file; save it as text, Markdown or CSV";
  return {};
}

void check_bytes(std::string_view bytes, const std::string& file) {
  if (trimmed(bytes.substr(0, 4096)).empty() && trimmed(bytes).empty())
    throw InputError({file}, "the file is empty; check that it was saved");
  if (const std::string_view kind = known_binary(bytes); !kind.empty())
    throw InputError({file}, "this is " + std::string(kind));
}

std::string readable_names() {
  std::string names;
  for (const Format& format : formats())
    if (format.read != nullptr) names += (names.empty() ? "" : ", ") + std::string(format.name);
  return names;
}

const Format& format_of(std::string_view text, const std::string& file, const std::string& from) {
  if (!from.empty()) {
    const Format& format = format_named(from);
    if (format.read == nullptr)
      throw std::invalid_argument("the format '" + from +
                                  "' can be written, not read; choose from " + readable_names());
    return format;
  }
  for (const Format& format : formats())
    if (format.read != nullptr && format.looks_like != nullptr && format.looks_like(text))
      return format;
  const Format* format = format_by_ending(file);
  if (format != nullptr && format->read != nullptr) return *format;
  throw InputError({file}, "neither content nor ending tell the format; name it by --from (" +
                               readable_names() + ")");
}

// The name without its folders, as UTF-8.
std::string file_name(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  return first_invalid_utf8(name) ? printable(name) : name;
}

model::Note encoding_note(const std::string& encoding) {
  return {"encoding-guessed", std::nullopt, 0,
          "the file is not UTF-8 and was read as " + encoding +
              ", in which it makes sense; --encoding names another"};
}

model::Network read_alone(const std::filesystem::path& path, const ReadOptions& options) {
  if (!options.from.empty()) format_named(options.from);  // before waiting for standard input
  std::string bytes = read_file(path);
  const std::string file = path == "-" ? "standard input" : path.string();
  check_bytes(bytes, file);
  model::Source source;
  source.path = file_name(path);
  source.sha256 = sha256(bytes);
  Decoded decoding = decoded(std::move(bytes), options.encoding, file);
  source.encoding = decoding.encoding;
  const Document document{.file = file, .text = decoding.text, .source = std::move(source)};
  model::Network network = format_of(document.text, file, options.from).read(document);
  if (!decoding.guessed) return network;
  return std::move(network).with_note(encoding_note(decoding.encoding));
}

model::Network registered(model::Network network, const extract::Registry* registry) {
  if (registry == nullptr) return network;
  return extract::with_registry(network, *registry);
}

}  // namespace

model::Network read_network(const std::filesystem::path& path, const ReadOptions& options) {
  return registered(read_alone(path, options), options.registry);
}

model::Network read_networks(std::span<const std::filesystem::path> paths,
                             const ReadOptions& options) {
  if (paths.empty()) throw std::invalid_argument("no input; name at least one file");
  std::vector<model::Network> networks;
  for (const std::filesystem::path& path : paths) networks.push_back(read_alone(path, options));
  return registered(merged(std::move(networks), options.registry), options.registry);
}

}  // namespace respnet::io
