#include "extract/task_title.hpp"

#include "respnet/base/text.hpp"
#include "respnet/extract/glyphs.hpp"

namespace respnet::extract {
namespace {

constexpr std::size_t kLongestTitle = 40;   // characters, of a sentence taken as title
constexpr std::size_t kShortSentence = 25;  // characters, of a sentence that reads like a heading

// 修渠，（甲局负责）: the comma belongs to the clause.
std::string_view without_separators_behind(std::string_view text) {
  for (text = stripped(text); !text.empty();) {
    const std::size_t last = previous(text, text.size());
    if (!separates(glyph_at(text, last).kind)) break;
    text = stripped(text.substr(0, last));
  }
  return text;
}

std::string_view first_sentence(std::string_view text) {
  return text.substr(0, find_outside_brackets(text, GlyphKind::Stop));
}

// The first sentence where it reads like a heading: short, without a comma, and followed by more.
std::string_view sentence_like_heading(std::string_view text) {
  const std::string_view sentence = first_sentence(text);
  const bool goes_on = has_words(text.substr(sentence.size()));
  const bool simple = find_outside_brackets(sentence, GlyphKind::Comma) == std::string_view::npos &&
                      sentence.find('\n') == std::string_view::npos;
  const bool like_heading = goes_on && simple && length(sentence) <= kShortSentence;
  return like_heading ? sentence : std::string_view();
}

}  // namespace

bool is_section(const Heading& heading) {
  return heading.own_line && heading.mark.kind <= MarkKind::RoundNumeral;
}

std::string task_title(std::string_view text, const Heading& heading, Range sentences) {
  const std::string_view words = stripped(sentences.of(text));
  if (heading.mark.kind == MarkKind::None) {
    const std::string_view sentence = first_sentence(words);
    return std::string(prefix(sentence.substr(0, sentence.find('\n')), kLongestTitle));
  }
  if (is_section(heading))
    if (const auto sentence = sentence_like_heading(words); !sentence.empty())
      return std::string(sentence);
  const std::string_view title = without_separators_behind(heading.title.of(text));
  return std::string(heading.own_line ? title : prefix(title, kLongestTitle));
}

}  // namespace respnet::extract
