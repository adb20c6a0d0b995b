#include "respnet/extract/clause.hpp"

#include <algorithm>
#include <bitset>
#include <initializer_list>
#include <string>

#include <tao/pegtl.hpp>

#include "extract/clause_reader.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/brackets.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

namespace p = tao::pegtl;
using Input = p::memory_input<p::tracking_mode::lazy, p::eol::lf, const char*>;

// 1 The words a clause is made of.
namespace grammar {

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

}  // namespace grammar

// 3 What each word tells the reader.
template <typename Rule>
struct action : p::nothing<Rule> {};

// 其他为配合单位
bool others_support(std::string_view remark) {
  for (const std::string_view others : kOthers)
    if (const std::size_t at = remark.find(others); at != std::string_view::npos)
      return kSupportStems.inside(remark.substr(at));
  return false;
}

template <>
struct action<grammar::name> {
  template <typename In>
  static void apply(const In& in, ClauseReader& reader) {
    reader.name(reader.range(in.begin(), in.end()));
  }
};

template <>
struct action<grammar::group_tail> : action<grammar::name> {};

template <>
struct action<grammar::tail> {
  template <typename In>
  static void apply(const In& /*in*/, ClauseReader& reader) {
    reader.reading.open_list = true;
  }
};

template <>
struct action<grammar::verb_phrase> {
  template <typename In>
  static void apply(const In& in, ClauseReader& reader) {
    reader.verb(role_of_verb({in.begin(), in.size()}));
  }
};

template <>
struct action<grammar::duty_phrase> {
  template <typename In>
  static void apply(const In& /*in*/, ClauseReader& reader) {
    reader.verb(model::Role::Responsible);
  }
};

template <>
struct action<grammar::joint> {
  template <typename In>
  static void apply(const In& /*in*/, ClauseReader& reader) {
    reader.join();
  }
};

template <>
struct action<grammar::by_date> {
  template <typename In>
  static void apply(const In& in, ClauseReader& reader) {
    reader.due(reader.range(in.begin(), in.end()));
  }
};

template <>
struct action<grammar::unit_label> {
  template <typename In>
  static void apply(const In& in, ClauseReader& reader) {
    const std::string_view all(in.begin(), in.size());
    const std::string_view text = stripped(all.substr(0, previous(all, all.size())));
    reader.start_label(kind_of_label(text), role_of_label(text));
  }
};

template <>
struct action<grammar::person_label> {
  template <typename In>
  static void apply(const In& /*in*/, ClauseReader& reader) {
    reader.start_label(LabelKind::Persons, model::Role::Responsible);
  }
};

template <>
struct action<grammar::contact_label> {
  template <typename In>
  static void apply(const In& /*in*/, ClauseReader& reader) {
    reader.start_label(LabelKind::Contact, model::Role::Responsible);
  }
};

template <>
struct action<grammar::time_label> {
  template <typename In>
  static void apply(const In& /*in*/, ClauseReader& reader) {
    reader.start_label(LabelKind::Deadline, model::Role::Responsible);
  }
};

template <>
struct action<grammar::subject> {
  template <typename In>
  static void apply(const In& in, ClauseReader& reader) {
    reader.subject = reader.range(in.begin(), in.end());
  }
};

template <>
struct action<grammar::appointed_role> {
  template <typename In>
  static void apply(const In& in, ClauseReader& reader) {
    reader.appoint(role_of_label({in.begin(), in.size()}));
  }
};

template <>
struct action<grammar::first_leads> {
  template <typename In>
  static void apply(const In& in, ClauseReader& reader) {
    const std::string_view remark(in.begin(), in.size());
    reader.reading.first_leads = true;
    reader.reading.from_here_on |= kFromHereOn.inside(remark);
    reader.reading.others_support |= others_support(remark);
  }
};

template <>
struct action<grammar::first_leads_aside> : action<grammar::first_leads> {};

template <>
struct action<grammar::other_remark> {
  template <typename In>
  static void apply(const In& /*in*/, ClauseReader& reader) {
    reader.reading.other_remark = true;
  }
};

template <typename Rule>
std::size_t matched_at_start(std::string_view text) {
  if (!grammar::may_begin_word::at(text)) return 0;
  constexpr std::size_t longest_label = 90;  // bytes: labels are a few words
  text = text.substr(0, longest_label);
  Input in(text.data(), text.data() + text.size(), "");
  ClauseReader reader;
  reader.text = text;
  if (!p::parse<Rule>(in, reader)) return 0;
  return static_cast<std::size_t>(in.current() - text.data());
}

struct firm_label
    : p::sor<
          grammar::time_label, grammar::person_label,
          p::seq<p::rep_opt<3, grammar::word<kLabelQualifiers>>, grammar::stem,
                 p::rep_opt<8, p::not_at<grammar::word<kLabelHeads>>, grammar::label_tail>,
                 grammar::word<kLabelHeads>, p::rep_opt<8, grammar::label_tail>, grammar::colon>> {
};

}  // namespace

Range narrowed(std::string_view text, Range range) {
  const std::string_view kept = stripped(range.of(text));
  if (kept.empty()) return {range.begin, range.begin};
  const auto begin = static_cast<std::uint32_t>(kept.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(kept.size())};
}

ClauseReading read_clause(std::string_view text) {
  if (text.size() > kLongestClause) return {};
  ClauseReader reader;
  reader.text = text;
  reader.closings = closings(text);
  reader.ranks = kFirstPlaces.inside(text);
  reader.appoints = kCopulas.inside(text);
  Input in(text.data(), text.data() + text.size(), "");
  p::parse<grammar::clause, action>(in, reader);
  reader.finish();
  return std::move(reader.reading);
}

ClauseReading read_clause_at(std::string_view text, Range words) {
  ClauseReading reading = read_clause(words.of(text));
  for (NamedPart& part : reading.parts) part.text = part.text.shifted(words.begin);
  for (Range& person : reading.persons) person = person.shifted(words.begin);
  if (!reading.deadline.empty()) reading.deadline = reading.deadline.shifted(words.begin);
  return reading;
}

std::size_t label_at_start(std::string_view text) { return matched_at_start<firm_label>(text); }

std::size_t any_label_at_start(std::string_view text) {
  return matched_at_start<grammar::label>(text);
}

bool may_be_clause(std::string_view text) {
  text = stripped(text);
  if (text.empty() || glyph_at(text, 0).kind == GlyphKind::Open) return false;
  if (any_label_at_start(text) != 0) return true;
  constexpr std::size_t last_words = 240;  // bytes: a verb phrase and a remark behind it
  const std::string_view end =
      text.size() > last_words ? text.substr(text.size() - last_words) : text;
  return kLeadVerbs.inside(end) || kResponsibleVerbs.inside(end) || kSupportVerbs.inside(end) ||
         kDutyNouns.inside(end);
}

namespace {

// 列, 排, 居 in front of 第一: the words speak of an order, not of the best.
bool ranks_before(std::string_view text, std::size_t at) {
  constexpr std::size_t nearest = 12;  // bytes
  const std::string_view before = text.substr(at - std::min(at, nearest), std::min(at, nearest));
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"列", "排", "居", "位"},
      [&](std::string_view word) { return before.find(word) != std::string_view::npos; });
}

}  // namespace

std::vector<FirstLeads> first_leads_remarks(std::string_view text) {
  std::vector<FirstLeads> found;
  // Every first place is one of these words or begins with it.
  for (const std::string_view place : {"第一", "首位", "首个", "最前", "第1位"})
    for (std::size_t at = text.find(place); at != std::string_view::npos;
         at = text.find(place, at + place.size())) {
      const std::string_view rest = text.substr(at, 400);
      const bool position = rest.substr(place.size()).starts_with("位") || place.ends_with("位");
      if (!position && !ranks_before(text, at)) continue;
      Input in(rest.data(), rest.data() + rest.size(), "");
      ClauseReader reader;
      reader.text = rest;
      if (!p::parse<grammar::place_leads>(in, reader)) continue;
      const auto size = static_cast<std::size_t>(in.current() - rest.data());
      const std::string_view remark = rest.substr(0, size);
      found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(size),
                       kFromHereOn.inside(remark), others_support(remark)});
    }
  std::ranges::sort(found, {}, &FirstLeads::at);
  return found;
}

std::optional<FirstLeads> first_leads_remark(std::string_view text) {
  const std::vector<FirstLeads> found = first_leads_remarks(text);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

}  // namespace respnet::extract
