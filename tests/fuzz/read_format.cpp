// Reads any bytes as what the environment variable RESPNET_FUZZ_FORMAT names, and sends what was
// read through every writer: a format ("any" lets the content tell), "registry" or "review". So a
// new row of the table of formats is fuzzed without a line here. scripts/fuzz runs it.

#include <cstdlib>
#include <iostream>
#include <string>

#include "fuzz/wrapped.hpp"
#include "io/pdf.hpp"
#include "io/pdf_program.hpp"
#include "io/read_named.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/extract/alias_candidates.hpp"
#include "respnet/extract/notice.hpp"
#include "respnet/io/formats.hpp"
#include "respnet/io/registry.hpp"
#include "respnet/io/review.hpp"
#include "respnet/io/write.hpp"

namespace respnet {
namespace {

std::string target;

model::Network read_as(std::string bytes, const std::string& format) {
  return io::read_bytes(std::move(bytes), {"fuzzed", "fuzzed"}, {.from = format});
}

std::string json(const model::Network& network) { return io::network_bytes(network, "json"); }

std::string utf8(std::string bytes) {
  return io::decoded(std::move(bytes), io::Encoding::Auto, "fuzzed").text;
}

// A network with all that registries and reviews speak of.
model::Network plan() {
  return read_as(
      "一、道路\n"
      "1.修路。年内修通。（县交通局牵头，县财政局、水利局、各乡镇配合）\n"
      "2.架桥。（县交通局会同县财政局负责）\n"
      "3.护路。（责任单位：县交通局（养护科）、县公路事业发展中心等）\n",
      "text");
}

// Only what is small: a workbook of thousands of rows goes through temporary files.
bool is_written(const io::Format& format, const model::Network& network) {
  constexpr std::size_t small = 300;
  return format.write != nullptr &&
         (!format.binary || network.task_count() + network.unit_count() < small);
}

// import(export(G)) = G, and nothing may stumble over what a reader let in.
void use(const model::Network& network) {
  const std::string written = json(network);
  ensure(json(read_as(written, "json")) == written, "a network reads back as it was written");
  for (const io::Format& format : io::formats())
    if (is_written(format, network)) {
      io::network_bytes(network, format.name);
      io::losses(network, format.name);
    }
  extract::alias_candidates(network);
  const io::Corrected same =
      io::corrected(network, io::review_csv(network, Language::Zh), "review.csv");
  ensure(same.applied == 0, "an empty review changes nothing");
}

// The records that respnet-pdftext prints: a program of its own, which is not fuzzed here.
model::Network read_pdf_records(std::string records) {
  const std::string text = io::text_of_pdf_records(utf8(std::move(records)), "fuzzed").text;
  return extract::read_notice(text, {.path = "fuzzed"});
}

void apply_registry(std::string csv) {
  use(extract::with_registry(plan(), io::registry_in(utf8(std::move(csv)), "units.csv")));
}

// A review says how things are: applied twice it is applied once.
void apply_review(std::string csv) {
  csv = utf8(std::move(csv));
  const model::Network once = io::corrected(plan(), csv, "review.csv").network;
  const io::Corrected twice = io::corrected(once, csv, "review.csv");
  ensure(twice.applied == 0 && json(twice.network) == json(once), "a review holds once applied");
  use(once);
}

void read(const std::string& bytes) {
  if (target == "registry")
    apply_registry(bytes);
  else if (target == "review")
    apply_review(bytes);
  else if (target == "pdf")
    use(read_pdf_records(bytes));
  else if (!io::looks_like_pdf(bytes))  // no other program is started
    use(read_as(fuzz::wrapped(bytes, target), target == "any" ? "" : target));
}

void list_targets() {
  std::cout << "any\n";
  for (const io::Format& format : io::formats())
    if (format.read != nullptr) std::cout << format.name << '\n';
  std::cout << "registry\nreview\n";
}

}  // namespace
}  // namespace respnet

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  const char* name = std::getenv("RESPNET_FUZZ_FORMAT");
  if (name == nullptr) {
    respnet::list_targets();
    std::exit(0);
  }
  respnet::target = name;
  if (respnet::target != "any" && respnet::target != "registry" && respnet::target != "review")
    respnet::io::format_named(name);
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  try {
    respnet::read(std::string(reinterpret_cast<const char*>(data), size));
  } catch (const respnet::InputError&) {  // what a bad input deserves
  } catch (const respnet::LimitError&) {
  }
  return 0;
}
