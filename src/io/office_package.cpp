#include "io/office_package.hpp"

#include <algorithm>

#include "io/xml_reader.hpp"
#include "respnet/base/errors.hpp"

namespace respnet::io {
namespace {

std::string_view last_word(std::string_view type) {
  const std::size_t slash = type.rfind('/');
  return slash == type.npos ? type : type.substr(slash + 1);
}

}  // namespace

OfficePackage::Relations OfficePackage::read_relations(const std::string& part,
                                                       std::string_view folder) {
  Relations relations;
  if (!archive_.has(part)) return relations;
  const std::string content = archive_.part(part);
  XmlReader xml(content, archive_.place_of(part), XmlReader::Encoding::Declared);
  while (xml.next()) {
    if (!xml.starts("Relationship")) continue;
    Target target{std::string(last_word(xml.attribute("Type").value_or(""))), {}};
    if (xml.attribute("TargetMode") != "External")
      target.part =
          part_of_target(folder, xml.attribute("Target").value_or(""), archive_.place_of(part));
    relations.emplace(xml.attribute("Id").value_or(""), std::move(target));
  }
  return relations;
}

OfficePackage::Relations OfficePackage::relations_of(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  const std::string folder = slash == part.npos ? "" : part.substr(0, slash);
  const std::string name = slash == part.npos ? part : part.substr(slash + 1);
  return read_relations((folder.empty() ? "" : folder + "/") + "_rels/" + name + ".rels", folder);
}

std::string OfficePackage::part_of_kind(const Relations& relations, std::string_view kind) {
  const auto found =
      std::ranges::find_if(relations, [&](const auto& entry) { return entry.second.kind == kind; });
  return found == relations.end() ? "" : found->second.part;
}

std::string OfficePackage::main_part() {
  const std::string part = part_of_kind(read_relations("_rels/.rels", ""), "officeDocument");
  if (part.empty())
    throw InputError({archive_.place_of("_rels/.rels")},
                     "names no main document; open the file in its program and save it anew");
  return part;
}

}  // namespace respnet::io
