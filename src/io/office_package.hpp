#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/zip_archive.hpp"

namespace respnet::io {

/// The parts of an Office document (ECMA-376 part 2) and what they relate to.
class OfficePackage {
 public:
  struct Relation {
    std::string id;    ///< "rId1"
    std::string kind;  ///< last word of its type: "styles", "worksheet"
    std::string part;
  };
  using Kinds = std::initializer_list<std::string_view>;

  /// @throws InputError, LimitError  as ZipArchive
  OfficePackage(std::string_view bytes, std::string file) : archive_(bytes, std::move(file)) {}

  /// The part that the package says is its document; `otherwise` when it says none.
  std::string main_part(const std::string& otherwise);
  /// Of a part, those of these kinds, in file order. None when it has none.
  /// @throws InputError  when one of them leads out of the document
  std::vector<Relation> relations_of(const std::string& part, Kinds kinds);

  bool has(const std::string& part) const { return archive_.has(part); }
  std::string content(const std::string& part) { return archive_.part(part); }
  std::string place_of(const std::string& part) const { return archive_.place_of(part); }

 private:
  ZipArchive archive_;
};

}  // namespace respnet::io
