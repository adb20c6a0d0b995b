// Reads any bytes as a file of one format and sends what was read through every writer. The
// environment variable RESPNET_FUZZ_FORMAT names the format, "any" lets the content tell; so a new
// row of the table of formats is fuzzed without a line here. scripts/fuzz runs it.

#include <cstdlib>
#include <iostream>
#include <string>

#include "fuzz/wrapped.hpp"
#include "io/read_named.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/io/formats.hpp"
#include "respnet/io/write.hpp"

namespace respnet {
namespace {

std::string format_to_read;  // empty: by content

// import(export(G)) = G, and no writer may stumble over what a reader let in.
void write_all(const model::Network& network) {
  const std::string written = io::network_bytes(network, "json");
  const model::Network again =
      io::read_bytes(written, {"written.json", "written.json"}, {.from = "json"});
  ensure(io::network_bytes(again, "json") == written, "a network reads back as it was written");
  for (const io::Format& format : io::formats())
    if (format.write != nullptr) {
      io::network_bytes(network, format.name);
      io::losses(network, format.name);
    }
}

void read(std::string bytes) {
  try {
    write_all(io::read_bytes(std::move(bytes), {"fuzzed", "fuzzed"}, {.from = format_to_read}));
  } catch (const InputError&) {  // what a bad input deserves
  } catch (const LimitError&) {
  }
}

void list_formats() {
  std::cout << "any\n";
  for (const io::Format& format : io::formats())
    if (format.read != nullptr) std::cout << format.name << '\n';
}

}  // namespace
}  // namespace respnet

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  const char* name = std::getenv("RESPNET_FUZZ_FORMAT");
  if (name == nullptr) {
    respnet::list_formats();
    std::exit(0);
  }
  if (std::string(name) != "any") respnet::format_to_read = respnet::io::format_named(name).name;
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  respnet::read(respnet::fuzz::wrapped(bytes, respnet::format_to_read));
  return 0;
}
