#pragma once

// Zip archives made in memory, for the readers of Office documents.

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <zip.h>

namespace respnet::test {

using ZipParts = std::vector<std::pair<std::string, std::string>>;

struct ZipOptions {
  std::string password;  ///< not empty: encrypt each part
};

/// An archive of these parts, deflated, the same bytes each time.
inline std::string zipped(const ZipParts& parts, const ZipOptions& options = {}) {
  const auto check = [](bool good) {
    if (!good) throw std::runtime_error("libzip refused to write a test archive");
  };
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  check(target != nullptr);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
  check(archive != nullptr);
  for (const auto& [name, content] : parts) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t at = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    check(at >= 0);
    const auto index = static_cast<zip_uint64_t>(at);
    zip_file_set_mtime(archive, index, 1704067200, 0);
    if (!options.password.empty())
      check(zip_file_set_encryption(archive, index, ZIP_EM_AES_256, options.password.c_str()) == 0);
  }
  check(zip_close(archive) == 0);

  zip_stat_t stat;
  zip_stat_init(&stat);
  check(zip_source_stat(target, &stat) == 0 && zip_source_open(target) == 0);
  std::string bytes(stat.size, '\0');
  check(zip_source_read(target, bytes.data(), bytes.size()) ==
        static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

}  // namespace respnet::test
