#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>

#include <tao/pegtl.hpp>

#include "extract/clause_reader.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/words.hpp"

// The grammar of responsibility clauses, for the few sources that parse them.

namespace respnet::extract::grammar {

namespace p = tao::pegtl;
using Input = p::memory_input<p::tracking_mode::lazy, p::eol::lf, const char*>;

// 1 The words a clause is made of.
template <const Words& List>
struct word {
  using rule_t = word;
  using subs_t = p::empty_list;
  template <typename In>
  static bool match(In& in) {
    const std::size_t size = List.at_start({in.current(), in.size()});
    if (size != 0) in.bump(size);
    return size != 0;
  }
};

template <GlyphKind... Kinds>
struct glyph {
  using rule_t = glyph;
  using subs_t = p::empty_list;
  template <typename In>
  static bool match(In& in) {
    if (in.empty()) return false;
    const Glyph found = glyph_at({in.current(), in.size()}, 0);
    if (((found.kind != Kinds) && ...)) return false;
    in.bump(found.size);
    return true;
  }
};

struct character {
  using rule_t = character;
  using subs_t = p::empty_list;
  template <typename In>
  static bool match(In& in) {
    if (in.empty()) return false;
    in.bump(glyph_at({in.current(), in.size()}, 0).size);
    return true;
  }
};

// A bracket or quotation with all that it holds, by the table of pairs: no recursion.
struct enclosed {
  using rule_t = enclosed;
  using subs_t = p::empty_list;
  template <p::apply_mode, p::rewind_mode, template <typename...> class,
            template <typename...> class, typename In>
  static bool match(In& in, ClauseReader& reader) {
    const auto at = static_cast<std::size_t>(in.current() - reader.text.data());
    if (in.empty() || at >= reader.closings.size() || reader.closings[at] == 0) return false;
    in.bump(reader.closings[at] - at);
    return true;
  }
};

// True where what stands before looks like the end of a unit's name.
struct behind_unit {
  using rule_t = behind_unit;
  using subs_t = p::empty_list;
  template <p::apply_mode, p::rewind_mode, template <typename...> class,
            template <typename...> class, typename In>
  static bool match(In& in, ClauseReader& reader) {
    const auto at = static_cast<std::size_t>(in.current() - reader.text.data());
    return kUnitEndings.at_end(reader.text.substr(0, at)) != 0;
  }
};

// True where one of the words below may begin: a quick look before the slow ones.
struct may_begin_word {
  using rule_t = may_begin_word;
  using subs_t = p::empty_list;
  template <typename In>
  static bool match(In& in) {
    return at({in.current(), in.size()});
  }
  static bool at(std::string_view text) {
    if (text.empty()) return false;
    std::size_t position = 0;
    const char32_t c = next_code_point(text, position);
    return c < 0x10000 && first_characters()[c];
  }
  static const std::bitset<0x10000>& first_characters() {
    static const std::bitset<0x10000> characters = [] {
      std::bitset<0x10000> found;
      for (const Words* words :
           {&kLeadStems, &kResponsibleStems, &kSupportStems, &kOversightStems, &kLabelQualifiers,
            &kPersonLabels, &kContactLabels, &kTimeLabels, &kLeadVerbs, &kResponsibleVerbs,
            &kSupportVerbs, &kOversightVerbs, &kManners, &kDutyStarts, &kJoints, &kLooseJoints,
            &kTimePrepositions})
        for (const std::string_view each : *words) {
          std::size_t position = 0;
          found.set(next_code_point(each, position));
        }
      for (const char32_t c : {U'等', U'（', U'(', U'〔', U'[', U'【', U'['}) found.set(c);
      return found;
    }();
    return characters;
  }
};

struct blank : glyph<GlyphKind::Blank, GlyphKind::LineBreak> {};
struct blanks : p::star<blank> {};
struct colon : glyph<GlyphKind::Colon> {};
struct stop : glyph<GlyphKind::Stop> {};
struct separator : glyph<GlyphKind::Enumeration, GlyphKind::Comma, GlyphKind::Semicolon> {};

// 主要责任单位：  牵头（责任）部门：  配合：
struct stem : p::sor<word<kLeadStems>, word<kSupportStems>, word<kOversightStems>,
                     word<kResponsibleStems>> {};
struct label_tail : p::sor<word<kLabelHeads>, word<kPersonHeads>, stem, word<kLabelQualifiers>,
                           enclosed, glyph<GlyphKind::Blank>> {};
struct label_words
    : p::seq<p::rep_opt<3, word<kLabelQualifiers>>, stem, p::rep_opt<8, label_tail>> {};
struct heading_label : p::seq<p::rep_opt<3, word<kLabelQualifiers>>, stem, word<kLabelHeads>> {};
struct unit_label : p::sor<p::seq<label_words, colon>, p::seq<heading_label, word<kCopulas>>> {};
struct person_label : p::seq<word<kPersonLabels>, blanks, colon> {};
struct contact_label : p::seq<word<kContactLabels>, blanks, colon> {};
struct time_label : p::seq<word<kTimeLabels>, blanks, colon> {};
struct label : p::sor<time_label, person_label, contact_label, unit_label> {};

// 按职责分工负责
struct verb : p::sor<word<kLeadVerbs>, word<kSupportVerbs>, word<kOversightVerbs>,
                     word<kResponsibleVerbs>> {};
struct joint_word : word<kJoints> {};
struct verb_end
    : p::at<p::sor<p::eof, separator, stop, blank, glyph<GlyphKind::Open>, joint_word>> {};
struct duty : p::seq<word<kDutyStarts>, p::rep_opt<2, word<kDutyQualifiers>>, word<kDutyNouns>> {};
struct manner : p::sor<duty, word<kManners>> {};
struct verb_more : p::sor<verb, manner, word<kVerbFillers>> {};
struct verb_phrase : p::seq<p::rep_opt<4, manner>, verb, p::rep_opt<6, verb_more>, verb_end> {};
struct duty_phrase : p::seq<duty, verb_end> {};

// 会同; 联合 between two units, but not 联合会
struct loose_joint : p::seq<behind_unit, word<kLooseJoints>,
                            p::not_at<p::sor<p::eof, separator, stop, blank, word<kUnitEndings>>>> {
};
struct joint : p::sor<joint_word, loose_joint> {};

// 等, 等8个部门, 等有关部门
struct count : p::seq<p::rep_opt<3, p::sor<p::digit, word<kNumerals>>>, p::opt<word<kCounters>>> {};
struct group_tail : word<kGroupTails> {};
struct tail_words
    : p::seq<TAO_PEGTL_STRING("等"), blanks, count, p::opt<p::sor<group_tail, word<kOpenTails>>>> {
};
struct tail_end : p::sor<verb_end, verb_phrase, duty_phrase, word<kConjunctions>> {};
struct tail : p::seq<p::at<tail_words, tail_end>, tail_words> {};

// 列第一位的为牵头单位，其他为配合单位，下同
struct plain : p::seq<p::not_at<p::sor<separator, stop>>, character> {};
// Quick looks at the whole clause: most hold no remark.
template <bool ClauseReader::*Flag>
struct flagged {
  using rule_t = flagged;
  using subs_t = p::empty_list;
  template <p::apply_mode, p::rewind_mode, template <typename...> class,
            template <typename...> class, typename In>
  static bool match(In& /*in*/, ClauseReader& reader) {
    return reader.*Flag;
  }
};
struct gap : p::plus<p::sor<separator, blank>> {};
struct place_leads
    : p::seq<word<kFirstPlaces>, p::rep_opt<12, p::not_at<word<kCopulas>>, plain>, word<kCopulas>,
             p::rep_opt<4, p::not_at<word<kLeadNouns>>, plain>, word<kLeadNouns>,
             p::rep_opt<40, plain>, p::opt<gap, word<kOthers>, p::rep_opt<40, plain>>,
             p::opt<gap, word<kFromHereOn>, p::rep_opt<40, plain>>> {};
struct first_leads
    : p::seq<flagged<&ClauseReader::ranks>,
             p::rep_opt<24, p::not_at<word<kFirstPlaces>>,
                        p::not_at<p::sor<colon, glyph<GlyphKind::Open>>>,
                        p::sor<p::seq<word<kRankings>, p::opt<glyph<GlyphKind::Comma>>>, plain>>,
             place_leads> {};
struct first_leads_aside : p::seq<p::at<glyph<GlyphKind::Open>, first_leads>, enclosed> {};

// 其中甲局为牵头单位; 各乡镇均为责任单位，不再列出
struct subject : p::rep_min_max<1, 60, p::not_at<word<kCopulas>>,
                                p::not_at<p::sor<colon, verb_phrase>>, p::sor<enclosed, plain>> {};
struct appointed_role
    : p::seq<word<kCopulas>, p::rep_opt<8, p::not_at<stem, p::star<word<kLabelHeads>>>, plain>,
             stem, p::rep_opt<2, stem>, word<kLabelHeads>> {};
struct appointment : p::seq<flagged<&ClauseReader::appoints>, p::rep_opt<2, word<kRankings>>,
                            subject, appointed_role, p::rep_opt<40, plain>,
                            p::opt<gap, word<kRemarkStarts>, p::rep_opt<40, plain>>> {};
struct other_remark : p::seq<word<kRemarkStarts>, p::until<p::eof>> {};

// 于10月底前完成, 确保年底前见效
struct by_date
    : p::seq<word<kTimePrepositions>, blanks, p::at<p::sor<p::digit, word<kDeadlineWords>>>,
             p::plus<p::not_at<p::sor<separator, stop>>, character>> {};

// 2 Names are what is left.
struct name_end : p::sor<separator, stop, glyph<GlyphKind::LineBreak>, p::seq<blank, first_leads>,
                         p::seq<p::at<may_begin_word>, p::sor<first_leads_aside, label, verb_phrase,
                                                              duty_phrase, joint, tail, by_date>>> {
};
struct lasting : p::seq<word<kDeadlineWords>, verb_end> {};  // 持续推进: until when, not who
struct name : p::sor<lasting, p::plus<p::not_at<name_end>, p::sor<enclosed, character>>> {};

struct token
    : p::sor<blank, separator, stop, first_leads, first_leads_aside, other_remark, label,
             appointment, verb_phrase, duty_phrase, joint, tail, by_date, name, character> {};
struct clause : p::until<p::eof, token> {};

}  // namespace respnet::extract::grammar
