#include "respnet/extract/clause.hpp"

#include <string_view>
#include <utility>

#include "extract/clause_grammar.hpp"
#include "extract/clause_reader.hpp"
#include "respnet/extract/brackets.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

namespace p = tao::pegtl;

// What each word tells the reader.
template <typename Rule>
struct action : p::nothing<Rule> {};

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
  grammar::Input in(text.data(), text.data() + text.size(), "");
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

}  // namespace respnet::extract
