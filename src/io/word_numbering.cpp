#include "io/word_numbering.hpp"

#include <algorithm>

#include "io/number_forms.hpp"
#include "io/word_styles.hpp"
#include "io/xml_reader.hpp"

namespace respnet::io {
namespace {

using Event = XmlReader::Event;

std::size_t level_index(const XmlReader& xml, std::size_t levels) {
  const std::string value = word_attribute(xml, "ilvl").value_or("0");
  const bool digit = value.size() == 1 && value[0] >= '0' && value[0] <= '9';
  return std::min(digit ? static_cast<std::size_t>(value[0] - '0') : 0, levels - 1);
}

bool is_switched_on(const XmlReader& xml) {
  const std::string value = word_value(xml);
  return value != "0" && value != "false" && value != "off";
}

}  // namespace

WordNumbering::WordNumbering(std::string_view content, const std::string& place) {
  XmlReader xml(content, place, XmlReader::Encoding::Declared);
  while (xml.next()) {
    if (xml.starts("abstractNum")) read_definition(xml);
    if (xml.starts("num")) read_list(xml);
  }
}

void WordNumbering::read_level(XmlReader& xml, Level& level) {
  const std::size_t outside = xml.depth();
  while (xml.next() && !(xml.event() == Event::End && xml.depth() == outside)) {
    if (xml.event() != Event::Start) continue;
    if (xml.name() == "start") level.start = word_number(xml).value_or(1);
    if (xml.name() == "numFmt") level.form = word_value(xml);
    if (xml.name() == "lvlText") level.text = word_value(xml);
    if (xml.name() == "lvlRestart") level.restarts = word_number(xml) != 0U;
    if (xml.name() == "isLgl") level.decimal = is_switched_on(xml);
    if (xml.name() == "suff") level.blank = word_value(xml) != "nothing";
  }
}

void WordNumbering::read_definition(XmlReader& xml) {
  const std::string id = word_attribute(xml, "abstractNumId").value_or("");
  Definition definition;
  const std::size_t outside = xml.depth();
  while (xml.next() && !(xml.event() == Event::End && xml.depth() == outside)) {
    if (xml.starts("lvl"))
      read_level(xml, definition.levels[level_index(xml, kLevels)]);
    else if (xml.starts("styleLink"))
      definition.style_link = word_value(xml);
    else if (xml.starts("numStyleLink"))
      definition.takes_from = word_value(xml);
  }
  definitions_.insert_or_assign(id, std::move(definition));
}

void WordNumbering::read_list(XmlReader& xml) {
  const std::string id = word_attribute(xml, "numId").value_or("");
  List list;
  std::size_t level = 0;
  const std::size_t outside = xml.depth();
  while (xml.next() && !(xml.event() == Event::End && xml.depth() == outside)) {
    if (xml.starts("abstractNumId")) list.definition = word_value(xml);
    if (xml.starts("lvlOverride")) level = level_index(xml, kLevels);
    if (xml.starts("startOverride")) list.starts[level] = word_number(xml).value_or(1);
    if (xml.starts("lvl")) read_level(xml, list.levels[level]);
  }
  lists_.insert_or_assign(id, std::move(list));
}

WordNumbering::Definition* WordNumbering::definition_of(const List& list) {
  const auto found = definitions_.find(list.definition);
  if (found == definitions_.end()) return nullptr;
  if (found->second.takes_from.empty()) return &found->second;
  for (auto& [id, definition] : definitions_)
    if (definition.style_link == found->second.takes_from) return &definition;
  return &found->second;
}

std::string WordNumbering::next_label(const std::string& id, std::uint32_t wanted) {
  const auto found = lists_.find(id);
  if (found == lists_.end()) return {};
  List& list = found->second;
  Definition* definition = definition_of(list);
  if (definition == nullptr) return {};
  if (!list.used)  // a list of its own first number begins anew, though others share its levels
    for (const auto& [level, start] : list.starts) definition->begun[level] = false;
  list.used = true;

  const std::size_t level = std::min<std::size_t>(wanted, kLevels - 1);
  for (std::size_t i = 0; i <= level; ++i) {
    const auto own = list.starts.find(i);
    const auto own_level = list.levels.find(i);
    const std::uint32_t start = own != list.starts.end()         ? own->second
                                : own_level != list.levels.end() ? own_level->second.start
                                                                 : definition->levels[i].start;
    if (!definition->begun[i])
      definition->counts[i] = start;
    else if (i == level)
      ++definition->counts[i];
    definition->begun[i] = true;
  }
  for (std::size_t i = level + 1; i < kLevels; ++i)
    if (definition->levels[i].restarts) definition->begun[i] = false;
  return label(*definition, list, level);
}

std::string WordNumbering::label(const Definition& definition, const List& list,
                                 std::size_t level) {
  const auto level_at = [&](std::size_t i) -> const Level& {
    const auto own = list.levels.find(i);
    return own != list.levels.end() ? own->second : definition.levels[i];
  };
  const Level& form = level_at(level);
  if (form.form == "bullet" || form.form == "none") return {};
  std::string text;
  for (std::size_t i = 0; i < form.text.size(); ++i) {
    const bool number = form.text[i] == '%' && i + 1 < form.text.size() &&
                        form.text[i + 1] >= '1' && form.text[i + 1] <= '9';
    if (!number) {
      text += form.text[i];
      continue;
    }
    const auto other = static_cast<std::size_t>(form.text[++i] - '1');
    text +=
        number_in_form(definition.counts[other], form.decimal ? "decimal" : level_at(other).form);
  }
  if (text.empty()) return {};
  const bool ascii_end = static_cast<unsigned char>(text.back()) < 0x80;
  return form.blank && ascii_end && text.back() != ' ' ? text + ' ' : text;
}

}  // namespace respnet::io
