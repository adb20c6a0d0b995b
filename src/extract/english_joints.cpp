#include "extract/english_joints.hpp"

#include <algorithm>
#include <string>

#include "respnet/extract/brackets.hpp"
#include "respnet/extract/english_names.hpp"
#include "respnet/extract/english_words.hpp"
#include "respnet/extract/glyphs.hpp"

namespace respnet::extract {
namespace {

enum class Joint { None, Comma, And, CommaAnd, Ampersand, Slash };

struct Atom {
  Range range;
  Joint before = Joint::None;
};

struct JointWord {
  std::string_view text;
  Joint joint;
};
constexpr JointWord kJointWords[] = {
    {", and ", Joint::CommaAnd}, {",and ", Joint::CommaAnd}, {", & ", Joint::CommaAnd},
    {", or ", Joint::CommaAnd},  {" and/or ", Joint::And},   {" and ", Joint::And},
    {" plus ", Joint::And},      {" or ", Joint::And},       {" & ", Joint::Ampersand},
    {" / ", Joint::Slash},       {" + ", Joint::And},        {"/", Joint::Slash},
    {"，", Joint::Comma},        {"、", Joint::Comma},       {",", Joint::Comma}};

// @param text  in lower case, its line breaks as blanks
const JointWord* joint_at(std::string_view text, std::size_t at) {
  for (const JointWord& word : kJointWords)
    if (text.substr(at).starts_with(word.text)) return &word;
  return nullptr;
}

std::vector<Atom> atoms_of(std::string_view line) {
  std::vector<Atom> atoms;
  const std::vector<std::uint32_t> pairs = closings(line);
  std::string plain = lower_case(line);
  for (char& c : plain)
    if (c == '\n' || c == '\t' || c == '\v') c = ' ';
  Joint before = Joint::None;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const Range range =
        narrowed(line, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    if (!range.empty()) atoms.push_back({range, before});
  };
  for (std::size_t i = 0; i < line.size();) {
    if (pairs[i] != 0) {
      i = pairs[i];
      continue;
    }
    const char c = plain[i];
    const bool may = c == ' ' || c == ',' || c == '/' || static_cast<unsigned char>(c) >= 0xE3;
    const JointWord* joint = may ? joint_at(plain, i) : nullptr;
    if (joint == nullptr) {
      i += glyph_at(line, i).size;
      continue;
    }
    add(i);
    begin = i = i + joint->text.size();
    before = joint->joint;
  }
  add(line.size());
  if (!atoms.empty()) atoms.front().before = Joint::None;
  return atoms;
}

// Puts atoms together again that are one name.
class Joiner {
 public:
  Joiner(std::string_view line, const KnownNames& known)
      : line_(line), known_(known), atoms_(atoms_of(line)) {}

  SplitNames names() {
    join_tight();
    listed_ = std::ranges::any_of(atoms_, [](const Atom& atom) {
      return atom.before == Joint::Comma || atom.before == Joint::CommaAnd;
    });
    for (std::size_t i = 0; i < atoms_.size(); ++i) {
      if (i != 0 && joins(i))
        result_.names.back().end = atoms_[i].range.end;
      else
        result_.names.push_back(atoms_[i].range);
    }
    return std::move(result_);
  }

 private:
  std::string_view words(Range range) const { return range.of(line_); }
  bool is_whole(Range range) const {
    return is_whole_name(plain_english_name(words(range))) || known_.contains(words(range));
  }
  bool is_body(Range range) const;
  bool is_generic(Range range) const;
  bool unites_members(Range range) const;
  bool names_members(Range range) const;
  void join_tight();
  bool joins(std::size_t i);
  bool joins_at_and(Range before, Range behind);
  bool goes_on_without_whole_names(std::size_t i) const;

  std::string_view line_;
  const KnownNames& known_;
  std::vector<Atom> atoms_;
  bool listed_ = false;
  SplitNames result_;
};

// A whole name that cannot be a field of work: "Pensions Board", but not "Human Services".
bool Joiner::is_body(Range range) const {
  if (known_.contains(words(range))) return true;
  const std::vector<std::string> all = words_of(words(range));
  const bool weak = !all.empty() && kWeakNouns.is(all.back()) && !begins_with_head(words(range));
  return is_whole(range) && !weak;
}

// One word that is only a noun: "Library" of "Library and Museum Service".
bool Joiner::is_generic(Range range) const {
  const std::string name = plain_english_name(words(range));
  return name.find(' ') == std::string::npos && !is_initials(name) && !known_.contains(name);
}

// & and / stand inside names more often than between them.
void Joiner::join_tight() {
  std::vector<Atom> joined;
  for (const Atom& atom : atoms_) {
    const bool tight = atom.before == Joint::Ampersand || atom.before == Joint::Slash;
    const auto parts = [&] {
      const Range before = joined.back().range;
      const bool both = is_whole(before) && is_whole(atom.range);
      return both && (!is_generic(before) || !is_generic(atom.range));
    };
    if (tight && !joined.empty() && !parts())
      joined.back().range.end = atom.range.end;
    else
      joined.push_back(atom);
  }
  atoms_ = std::move(joined);
}

bool Joiner::joins(std::size_t i) {
  const Range before = result_.names.back();
  const Atom& atom = atoms_[i];
  if (atom.before == Joint::Ampersand || atom.before == Joint::Slash) return false;
  if (atom.before == Joint::And) return joins_at_and(before, atom.range);
  // Department for Environment, Food and Rural Affairs
  return begins_with_head(words(before)) && !is_body(atom.range) && goes_on_without_whole_names(i);
}

bool Joiner::goes_on_without_whole_names(std::size_t i) const {
  for (; i < atoms_.size(); ++i) {
    if (is_body(atoms_[i].range)) return false;
    if (atoms_[i].before != Joint::Comma) return true;
  }
  return false;
}

// Association of Water and Heat Suppliers: of plurals, rather than beside them.
bool Joiner::unites_members(Range range) const {
  const std::vector<std::string> all = words_of(words(range));
  for (std::size_t i = 0; i + 1 < all.size(); ++i)
    if (kUniting.is(all[i]) && kHeadJoints.is(all[i + 1])) return true;
  return false;
}
bool Joiner::names_members(Range range) const {
  const std::vector<std::string> all = words_of(words(range));
  return !all.empty() && kBodiesInPlural.is(all.back()) && !kEveryWords.is(all.front());
}

bool Joiner::joins_at_and(Range before, Range behind) {
  const bool knows_before = known_.contains(words(before));
  const bool knows_behind = known_.contains(words(behind));
  if (knows_before && knows_behind) return false;
  const bool whole_before = is_whole(before) && !is_generic(before);
  const bool whole_behind = is_whole(behind);
  if (begins_with_head(words(before)) && !is_body(behind)) return true;
  if (unites_members(before) && names_members(behind)) return true;
  if (whole_before && whole_behind) return false;
  if (is_whole(before) && kStandAloneNouns.is(lower_case(words(before)))) return false;
  if (!whole_before && whole_behind) {
    const std::string name = plain_english_name(words(behind));
    if (is_initials(name)) return false;
    if (knows_behind) return false;
    const bool of_words = plain_english_name(words(before)).find(' ') != std::string::npos;
    const bool evident = knows_before && of_words;
    result_.doubtful |= of_words && !evident;
    return !evident;
  }
  if (whole_before) return false;
  if (listed_ && known_.is_whole_list(words({before.begin, behind.end}))) return true;
  if (listed_ || knows_before || knows_behind) return false;
  result_.doubtful = true;
  return true;
}

std::string_view without_bullet(std::string_view line) {
  line = stripped(line);
  for (const std::string_view bullet : {"- ", "* ", "• ", "•", "· ", "– ", "o ", "▪", "●"})
    if (line.starts_with(bullet)) return stripped(line.substr(bullet.size()));
  return line;
}

bool goes_on(std::string_view line) {
  const std::vector<std::string> words = words_of(line);
  if (words.empty() || line.ends_with(',')) return false;
  return kSmallWords.is(words.back());
}

}  // namespace

std::vector<Range> hard_parts(std::string_view text, Range part) {
  std::vector<Range> parts;
  const std::string_view words = part.of(text);
  const std::vector<std::uint32_t> pairs = closings(words);
  bool continues = false;
  bool after_break = false;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end, bool line_break) {
    const std::string_view line = without_bullet(words.substr(begin, end - begin));
    if (!line.empty()) {
      const auto from = static_cast<std::uint32_t>(line.data() - text.data());
      const Range range{from, from + static_cast<std::uint32_t>(line.size())};
      const bool small_letter = line.front() >= 'a' && line.front() <= 'z' && !parts.empty() &&
                                after_break && !is_english_group(line);
      if ((continues || small_letter) && !parts.empty())
        parts.back().end = range.end;
      else
        parts.push_back(range);
      continues = line_break && goes_on(line);
    }
    after_break = line_break;
  };
  for (std::size_t i = 0; i < words.size();) {
    const Glyph glyph = glyph_at(words, i);
    const bool line_break = glyph.kind == GlyphKind::LineBreak || words[i] == '\v';
    if (pairs[i] != 0 && glyph.kind != GlyphKind::LineBreak) {
      i = pairs[i];
      continue;
    }
    if (line_break || glyph.kind == GlyphKind::Semicolon || glyph.kind == GlyphKind::Enumeration) {
      add(i, line_break);
      begin = i + glyph.size;
    }
    i += glyph.size;
  }
  add(words.size(), false);
  return parts;
}

std::size_t find_word(std::string_view text, std::string_view phrase) {
  const std::vector<std::uint32_t> pairs = closings(text);
  const std::string lower = lower_case(text);
  for (std::size_t i = 0; i < lower.size();) {
    if (pairs[i] != 0) {
      i = pairs[i];
      continue;
    }
    if (lower[i] == phrase.front() && std::string_view(lower).substr(i).starts_with(phrase))
      return i;
    ++i;
  }
  return std::string_view::npos;
}

SplitNames split_names(std::string_view line, const KnownNames& known) {
  return Joiner(line, known).names();
}

std::vector<Range> clear_names(std::string_view line) {
  std::vector<Range> names;
  const std::vector<Atom> atoms = atoms_of(line);
  const auto is_clear = [](Joint joint) {
    return joint != Joint::And && joint != Joint::Ampersand && joint != Joint::Slash;
  };
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    const bool ends_clear = i + 1 == atoms.size() || is_clear(atoms[i + 1].before);
    if (is_clear(atoms[i].before) && ends_clear) names.push_back(atoms[i].range);
  }
  // Department for Environment, Food and Rural Affairs: its parts are no names.
  if (names.size() > 1 && begins_with_head(names.front().of(line)))
    std::erase_if(names,
                  [&](Range name) { return !is_whole_name(plain_english_name(name.of(line))); });
  return names;
}

}  // namespace respnet::extract
