#pragma once

#include <map>
#include <string>
#include <string_view>

#include "io/zip_archive.hpp"

namespace respnet::io {

/// The parts of an Office document (ECMA-376 part 2) and what they relate to.
class OfficePackage {
 public:
  struct Target {
    std::string kind;  ///< last word of the relationship's type: "styles", "worksheet"
    std::string part;  ///< name of the part; empty: outside the document (a web link)
  };
  using Relations = std::map<std::string, Target, std::less<>>;  ///< by id: "rId1"

  /// @throws InputError, LimitError  as ZipArchive
  OfficePackage(std::string_view bytes, std::string file) : archive_(bytes, std::move(file)) {}

  /// The part that the package says is its document. @throws InputError  when it says none
  std::string main_part();
  /// Of a part; empty when it has none. @throws InputError  when a target leads out of the document
  Relations relations_of(const std::string& part);
  /// The first part of that kind; empty: none.
  static std::string part_of_kind(const Relations& relations, std::string_view kind);

  bool has(const std::string& part) const { return archive_.has(part); }
  std::string content(const std::string& part) { return archive_.part(part); }
  std::string place_of(const std::string& part) const { return archive_.place_of(part); }

 private:
  Relations read_relations(const std::string& part, std::string_view folder);

  ZipArchive archive_;
};

}  // namespace respnet::io
