#include "io/zip_writer.hpp"

#include <memory>
#include <new>
#include <stdexcept>

#include <zip.h>

namespace respnet::io {
namespace {

void check(bool good) {
  if (!good) throw std::runtime_error("zip: the archive could not be written");
}

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Free {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

void add(zip_t* archive, const ZipPart& part) {
  zip_source_t* source = zip_source_buffer(archive, part.content.data(), part.content.size(), 0);
  if (source == nullptr) throw std::bad_alloc();
  const zip_int64_t at = zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (at < 0) zip_source_free(source);
  check(at >= 0);
  const auto index = static_cast<zip_uint64_t>(at);
  constexpr zip_uint16_t first_of_1980 = 1U << 5U | 1U;
  check(zip_file_set_dostime(archive, index, 0, first_of_1980, 0) == 0);
  check(zip_set_file_compression(archive, index, part.packed ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) ==
        0);
}

}  // namespace

std::string zipped(const std::vector<ZipPart>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_source_t, Free> target(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!target) throw std::bad_alloc();
  zip_source_keep(target.get());  // the archive frees one of the two
  std::unique_ptr<zip_t, Discard> archive(
      zip_open_from_source(target.get(), ZIP_CREATE | ZIP_TRUNCATE, &error));
  if (!archive) zip_source_free(target.get());
  zip_error_fini(&error);
  check(archive != nullptr);
  for (const ZipPart& part : parts) add(archive.get(), part);
  check(zip_close(archive.get()) == 0);
  static_cast<void>(archive.release());  // closed

  zip_stat_t stat;
  zip_stat_init(&stat);
  check(zip_source_stat(target.get(), &stat) == 0 && zip_source_open(target.get()) == 0);
  std::string bytes(stat.size, '\0');
  const zip_int64_t got = zip_source_read(target.get(), bytes.data(), bytes.size());
  zip_source_close(target.get());
  check(got == static_cast<zip_int64_t>(bytes.size()));
  return bytes;
}

}  // namespace respnet::io
