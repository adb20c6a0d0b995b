#include "respnet/io/write.hpp"

#include <memory>
#include <stdexcept>

#include <sys/mman.h>

#include "respnet/base/files.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

std::string writable_names() {
  std::string names;
  for (const Format& format : formats())
    if (format.write != nullptr) names += (names.empty() ? "" : ", ") + std::string(format.name);
  return names;
}

const Format& writable(const Format& format) {
  if (format.write != nullptr) return format;
  throw std::invalid_argument("the format '" + std::string(format.name) +
                              "' can be read, not written; choose from " + writable_names());
}

const Format& format_for(const std::filesystem::path& path, std::string_view name) {
  if (!name.empty()) return writable(format_named(name));
  if (const Format* format = format_by_ending(path.string())) return writable(*format);
  throw std::invalid_argument("no format has the ending of '" + printable(path.string()) +
                              "'; choose from " + writable_names());
}

// Fresh memory is had a page at a time, and for text that is most of its price: asks for large ones
// where the system has them.
void ask_for_large_pages(std::string& bytes) {
  constexpr std::size_t page = 1 << 21;
  void* begin = bytes.data();
  std::size_t room = bytes.capacity();
  if (std::align(page, page, begin, room) != nullptr)
    madvise(begin, room / page * page, MADV_HUGEPAGE);
}

// Room that is not filled costs nothing, but each move to a larger one is paid in fresh pages.
void append_piece(std::string& bytes, std::string_view piece) {
  constexpr std::size_t growth = 4;
  if (bytes.capacity() - bytes.size() < piece.size()) {
    bytes.reserve(growth * (bytes.size() + piece.size()));
    ask_for_large_pages(bytes);
  }
  bytes += piece;
}

}  // namespace

void write_network(const model::Network& network, const Sink& sink, std::string_view format,
                   const Attachments& with) {
  writable(format_named(format)).write(network, sink, with);
}

std::string network_bytes(const model::Network& network, std::string_view format,
                          const Attachments& with) {
  std::string bytes;
  write_network(
      network, [&](std::string_view piece) { append_piece(bytes, piece); }, format, with);
  return bytes;
}

std::vector<std::string> write_network(const model::Network& network,
                                       const std::filesystem::path& path, std::string_view format,
                                       const Attachments& with) {
  const Format& chosen = format_for(path, format);
  OutputFile file(path);
  chosen.write(
      network, [&](std::string_view piece) { file.write(piece); }, with);
  file.commit();
  return losses(network, chosen.name);
}

std::vector<std::string> losses(const model::Network& network, std::string_view format) {
  const Format& row = writable(format_named(format));
  return row.losses == nullptr ? std::vector<std::string>{} : row.losses(network);
}

std::string measures_lost(std::string_view format) {
  const Held holds = writable(format_named(format)).holds;
  std::string lost;
  const auto add = [&](bool held, std::string_view of) {
    if (!held) lost.append(lost.empty() ? "" : ", ").append(of);
  };
  add(holds.nodes, "units and tasks");
  add(holds.pairs, "pairs");
  add(holds.network, "the network");
  return lost.empty() ? lost : "measures of " + lost + " are left out";
}

}  // namespace respnet::io
