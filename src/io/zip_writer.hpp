#pragma once

#include <string>
#include <vector>

namespace respnet::io {

/// A member of a zip archive.
struct ZipPart {
  std::string name;
  std::string content;
  bool packed = false;  ///< it is compressed already, and stored as it is
};

/// A zip archive of these parts, in this order. All members carry the date 1980-01-01, so that
/// equal parts give equal bytes in every time zone.
std::string zipped(const std::vector<ZipPart>& parts);

}  // namespace respnet::io
