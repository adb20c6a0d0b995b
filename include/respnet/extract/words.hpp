#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace respnet::extract {

/// A list of words to be recognised at a place of a text.
class Words {
 public:
  constexpr explicit Words(std::span<const std::string_view> words) : words_(words) {
    for (const std::string_view word : words) {
      first_.add(first_character(word));
      last_.add(last_character(word));
    }
  }

  /// Bytes of the longest word that `text` begins with; 0 if it begins with none.
  std::size_t at_start(std::string_view text) const;
  /// Bytes of the longest word that `text` ends with; 0 if it ends with none.
  std::size_t at_end(std::string_view text) const;
  bool is(std::string_view text) const { return !text.empty() && at_start(text) == text.size(); }
  bool inside(std::string_view text) const;

  auto begin() const { return words_.begin(); }
  auto end() const { return words_.end(); }

 private:
  /// A set of characters that may say yes for one it does not hold: most places of a text begin
  /// none of the words, and this tells without looking at any.
  class Characters {
   public:
    constexpr void add(unsigned character) { bits_[slot(character)] |= bit(character); }
    constexpr bool may_hold(unsigned character) const {
      return (bits_[slot(character)] & bit(character)) != 0;
    }

   private:
    static constexpr std::size_t slot(unsigned character) { return character / 64 % 8; }
    static constexpr std::uint64_t bit(unsigned character) {
      return std::uint64_t{1} << (character % 64);
    }
    std::array<std::uint64_t, 8> bits_{};
  };

  static constexpr unsigned byte(char c) { return static_cast<unsigned char>(c); }
  // What tells apart the characters that words begin with: ASCII by itself, Hanzi by their last two
  // bytes; of a character that is cut off, nothing.
  static constexpr unsigned first_character(std::string_view text) {
    if (text.size() < 3 || byte(text[0]) < 0xE0) return text.empty() ? 0 : byte(text[0]);
    return byte(text[1]) % 64 * 64 + byte(text[2]) % 64;
  }
  // The same of the last character, by its last two bytes.
  static constexpr unsigned last_character(std::string_view text) {
    const std::size_t size = text.size();
    if (size < 2 || byte(text[size - 1]) < 0x80) return text.empty() ? 0 : byte(text[size - 1]);
    return byte(text[size - 2]) % 64 * 64 + byte(text[size - 1]) % 64;
  }

  std::span<const std::string_view> words_;
  Characters first_, last_;
};

// What notices say, as data: the one place to teach the reader a new word. The words are general;
// no unit, place or project of any document belongs here.

// 1 Labels: [qualifier] stem… [head] colon, "主要责任单位：".
extern const Words kLeadStems;
extern const Words kResponsibleStems;
extern const Words kSupportStems;
extern const Words kOversightStems;
extern const Words kLabelQualifiers;
extern const Words kLabelHeads;    ///< "单位", "部门": the label names units
extern const Words kHostStems;     ///< of labels that also stand at the foot of web pages
extern const Words kPersonHeads;   ///< "领导", "人": the label names persons
extern const Words kPersonLabels;  ///< whole labels that name persons
extern const Words kTimeLabels;    ///< "完成时限"

// 2 Verb phrases: manner… verb [filler…], "按职责分工负责".
extern const Words kLeadVerbs;
extern const Words kResponsibleVerbs;
extern const Words kSupportVerbs;
extern const Words kOversightVerbs;
// 按 各自 职责分工: stands for 负责 where no verb follows
extern const Words kDutyStarts;
extern const Words kDutyQualifiers;
extern const Words kDutyNouns;
extern const Words kManners;
extern const Words kVerbFillers;
extern const Words kJoints;       ///< "会同": what is before leads, what is behind supports
extern const Words kLooseJoints;  ///< the same, only between two units

// 3 Remarks inside clauses: "列第一位的为牵头单位，下同".
extern const Words kRankings;
extern const Words kFirstPlaces;
extern const Words kLeadNouns;
extern const Words kCopulas;        ///< "为", "是"
extern const Words kFromHereOn;     ///< "下同": the remark holds from here on
extern const Words kRemarkStarts;   ///< "以下…不再列出"
extern const Words kBracketAsides;  ///< "含…": an aside, not an office
extern const Words kEmptyCells;     ///< "无", "/"
extern const Words kBracketStates;  ///< "筹": a state, not an office

// 4 Unit lists.
extern const Words kOpenTails;   ///< what may follow 等 and names nobody: "部门", "单位"
extern const Words kGroupTails;  ///< what may follow 等 and names a group: "有关部门"
extern const Words kNumerals;    ///< of a count behind 等: "等八个部门"
extern const Words kCounters;
extern const Words kConjunctions;    ///< "和", between two whole names
extern const Words kLeadingWords;    ///< "由" before the first name
extern const Words kUnitEndings;     ///< what names of units end with
extern const Words kFalseEndings;    ///< words that only look like an ending: "农村"
extern const Words kGroupStarts;     ///< "各", "有关"
extern const Words kGroupParts;      ///< "有关" anywhere
extern const Words kGroupEndings;    ///< "主管部门"
extern const Words kGenericLevels;   ///< "乡镇", "街道" without a proper name
extern const Words kLevelInside;     ///< "市、区" in parentheses: part of a group's name
extern const Words kSentenceStarts;  ///< verbs that begin a sentence, never a unit

// 5 Unit names.
extern const Words kLevels;           ///< "省": a name may begin with its level
extern const Words kLevelLookalikes;  ///< "市场": begins with a level's letter and is none
extern const Words kCentralLine;      ///< bodies that answer to the centre and take no level
extern const Words kPartyFields;      ///< fields of party organs: 区委 rather than 区
extern const Words kSharedEndings;    ///< "人民政府": 甲市、乙市人民政府

// 6 Headers of task tables: Chinese ones by their ending, English ones (lower case) word by word.
extern const Words kNumberHeads;
extern const Words kSectionHeads;
extern const Words kTaskHeads;
extern const Words kDetailHeads;
extern const Words kTimeHeads;
extern const Words kDutyHeads;  ///< "责任分工": whole headers of columns of clauses
extern const Words kRoleHeads;  ///< "角色": the table is an edge list
extern const Words kDittos;     ///< "同上": as in the cell above
extern const Words kSectionTitles;
extern const Words kTaskTitles;
extern const Words kDetailTitles;
extern const Words kDeadlineTitles;
extern const Words kLeadTitles;
extern const Words kResponsibleTitles;
extern const Words kSupportTitles;
extern const Words kInformedTitles;
extern const Words kOversightTitles;

// 7 Deadlines and documents.
extern const Words kDeadlineWords;  ///< "长期", "持续推进"
extern const Words kDocumentKinds;  ///< "工作要点": what titles end with
extern const Words kQuantityUnits;  ///< "家", "万元"

}  // namespace respnet::extract
