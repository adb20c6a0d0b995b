#include "io/office_package.hpp"

#include <algorithm>

#include "io/xml_reader.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {

std::vector<OfficePackage::Relation> OfficePackage::relations_of(const std::string& part,
                                                                 Kinds kinds) {
  const std::size_t slash = part.rfind('/');
  const std::string folder = slash == part.npos ? "" : part.substr(0, slash);
  const std::string name = (folder.empty() ? "" : folder + "/") + "_rels/" +
                           part.substr(folder.empty() ? 0 : slash + 1) + ".rels";
  std::vector<Relation> relations;
  if (!archive_.has(name)) return relations;
  const std::string place = archive_.place_of(name);
  const std::string content = archive_.part(name);
  XmlReader xml(content, place, XmlReader::Encoding::Declared);
  while (xml.next()) {
    if (!xml.starts("Relationship")) continue;
    const std::string type = xml.attribute("Type").value_or("");
    std::string kind = type.substr(type.rfind('/') + 1);
    if (std::ranges::find(kinds, kind) == kinds.end()) continue;
    const std::string target = xml.attribute("Target").value_or("");
    if (xml.attribute("TargetMode") == "External")
      throw InputError({place},
                       "'" + printable(target) + "' lies outside the document; save the file anew");
    relations.push_back(
        {xml.attribute("Id").value_or(""), std::move(kind), part_of_target(folder, target, place)});
  }
  return relations;
}

std::string OfficePackage::main_part(const std::string& otherwise) {
  const std::vector<Relation> relations = relations_of("", {"officeDocument"});
  return relations.empty() ? otherwise : relations.front().part;
}

}  // namespace respnet::io
