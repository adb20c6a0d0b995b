#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace respnet::io {

class XmlReader;

/// The automatic numbers of a Word document (word/numbering.xml): what Word prints in front of a
/// paragraph, though no text of the paragraph says it.
class WordNumbering {
 public:
  WordNumbering() = default;
  /// @throws InputError, LimitError  as XmlReader
  WordNumbering(std::string_view xml, const std::string& place);

  /// The label of the next paragraph of a list, "（一）" or "2.1 "; counts on. Empty for bullets
  /// and lists that the document does not define.
  std::string next_label(const std::string& list, std::uint32_t level);

 private:
  static constexpr std::size_t kLevels = 9;
  struct Level {
    std::string form = "decimal";
    std::string text;  ///< "%1.%2": the numbers of levels 1 and 2
    std::uint32_t start = 1;
    bool restarts = true;  ///< behind a number of a level above
    bool decimal = false;  ///< all numbers of its text, whatever their form
    bool blank = true;     ///< something stands between number and text
  };
  /// A definition of levels, and how far it has counted.
  struct Definition {
    std::array<Level, kLevels> levels;
    std::array<std::uint32_t, kLevels> counts{};
    std::array<bool, kLevels> begun{};
    std::string style_link, takes_from;  ///< ids of a style that joins two definitions
  };
  struct List {
    std::string definition;
    std::map<std::size_t, std::uint32_t> starts;  ///< own first numbers, by level
    std::map<std::size_t, Level> levels;          ///< own levels
    bool used = false;
  };

  void read_definition(XmlReader& xml);
  void read_list(XmlReader& xml);
  static void read_level(XmlReader& xml, Level& level);
  Definition* definition_of(const List& list);
  static std::string label(const Definition& definition, const List& list, std::size_t level);

  std::map<std::string, Definition> definitions_;
  std::map<std::string, List> lists_;
};

}  // namespace respnet::io
