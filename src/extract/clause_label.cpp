#include <cstddef>
#include <string_view>

#include "extract/clause_grammar.hpp"
#include "extract/clause_reader.hpp"
#include "respnet/extract/clause.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

namespace p = tao::pegtl;

template <typename Rule>
std::size_t matched_at_start(std::string_view text) {
  if (!grammar::may_begin_word::at(text)) return 0;
  constexpr std::size_t longest_label = 90;  // bytes: labels are a few words
  text = text.substr(0, longest_label);
  grammar::Input in(text.data(), text.data() + text.size(), "");
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

}  // namespace respnet::extract
