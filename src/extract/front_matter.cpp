#include "respnet/extract/front_matter.hpp"

#include <algorithm>
#include <cstdio>
#include <deque>
#include <optional>
#include <vector>

#include "respnet/base/text.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/heading_mark.hpp"
#include "respnet/extract/lines.hpp"
#include "respnet/extract/unit_list.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

constexpr std::size_t kHead = 64 * 1024;    // bytes searched at either end
constexpr std::size_t kLongestTitle = 120;  // characters
constexpr std::string_view kAbout = "关于";

// The lines of a text without decoration. Views into it, or into what was rewritten of it.
class Lines {
 public:
  explicit Lines(std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view content = content_of(text.substr(begin, end - begin)).text;
      lines_.push_back(content.find(kBold) == std::string_view::npos ? content
                                                                     : without_bold(content));
      begin = end + 1;
    }
  }

  std::size_t size() const { return lines_.size(); }
  std::string_view operator[](std::size_t i) const { return lines_[i]; }
  auto begin() const { return lines_.begin(); }
  auto end() const { return lines_.end(); }

 private:
  static constexpr std::string_view kBold = "**";

  std::string_view without_bold(std::string_view content) {
    std::string& text = rewritten_.emplace_back(content);
    for (std::size_t at = text.find(kBold); at != std::string::npos; at = text.find(kBold))
      text.erase(at, kBold.size());
    return stripped(text);
  }

  std::vector<std::string_view> lines_;
  std::deque<std::string> rewritten_;
};

std::string_view first_lines(std::string_view text) { return text.substr(0, kHead); }

bool has_colon(std::string_view line) {
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"：", ":", "∶", "︰"},
      [&](std::string_view colon) { return line.find(colon) != std::string_view::npos; });
}

// Lines that may say something behind a label, as 发文机关：…
std::vector<std::string_view> facts_among(const Lines& lines) {
  constexpr std::size_t widest = 160;          // columns: a line of such facts, not a paragraph
  constexpr std::size_t largest = 2 * widest;  // no column takes more than two bytes
  std::vector<std::string_view> facts;
  for (const std::string_view line : lines)
    if (line.size() <= largest && has_colon(line) && columns(line) <= widest) facts.push_back(line);
  return facts;
}

// Behind one of the labels, up to a tab or two blanks.
std::string labelled(const std::vector<std::string_view>& facts,
                     std::initializer_list<std::string_view> labels) {
  for (const std::string_view line : facts)
    for (const std::string_view label : labels) {
      const std::size_t at = line.find(label);
      if (at == std::string_view::npos) continue;
      std::string_view rest = line.substr(at + label.size());
      if (rest.empty() || glyph_at(rest, 0).kind != GlyphKind::Colon) continue;
      rest = stripped(rest.substr(glyph_at(rest, 0).size));
      rest = rest.substr(0, std::min(rest.find('\t'), rest.find("  ")));
      if (!rest.empty()) return std::string(rest);
    }
  return {};
}

// 某政办〔2025〕9号 on a line of its own
bool is_document_number(std::string_view line) {
  if (!line.ends_with("号") || length(line) > 40) return false;
  constexpr std::string_view brackets[] = {"〔", "[", "【", "（", "("};
  const bool bracketed = std::ranges::any_of(
      brackets, [&](std::string_view open) { return line.find(open) != std::string_view::npos; });
  if (!bracketed) return false;
  return line.find("20") != std::string_view::npos || line.find("19") != std::string_view::npos;
}

bool ends_like_title(std::string_view text) {
  for (;;) {  // （2024—2027年）, （试行）
    if (text.empty()) return false;
    const std::size_t last = previous(text, text.size());
    if (glyph_at(text, last).kind != GlyphKind::Close) break;
    const std::size_t open = std::max(text.rfind("（") + 1, text.rfind('(') + 1);
    if (open == 0 || open > last) return false;
    text = stripped(text.substr(0, open - 1));
  }
  return kDocumentKinds.at_end(text) != 0;
}

bool has_sentence(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Glyph glyph = glyph_at(text, i);
    if (glyph.kind == GlyphKind::Stop || glyph.kind == GlyphKind::Colon) return true;
    i += glyph.size;
  }
  return false;
}

// Not the lines that stand around titles: numbers, dates, annex marks, signatures.
bool may_be_title(std::string_view line) {
  return !is_annex_mark(line) && !is_document_number(line) && iso_date(line).empty() &&
         (!looks_like_unit(line) || line.find(kAbout) != std::string_view::npos) &&
         line.find('\t') == std::string_view::npos;
}

// Up to three lines without a stop that together end like a title; the last such in front of the
// first heading.
std::string title_in_front_of_body(const Lines& lines) {
  std::string title;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty() || has_sentence(lines[i])) continue;
    const auto mark = heading_mark(lines[i]);
    if (mark && mark->kind < MarkKind::RoundNumeral && mark->number == 1 && !title.empty()) break;
    if (mark || !may_be_title(lines[i])) continue;
    std::string whole;
    for (std::size_t j = i; j < std::min(i + 3, lines.size()); ++j) {
      const std::string_view next = lines[j];
      if (next.empty() || has_sentence(next) || heading_mark(next) || !may_be_title(next)) break;
      whole += whole.empty() ? "" : " ";
      whole += next;
      if (!ends_like_title(next)) continue;
      const std::string joined = without_blanks(whole);
      if (length(joined) >= 6 && length(joined) <= kLongestTitle) title = joined;
      i = j;
      break;
    }
  }
  return title;
}

// 某县人民政府关于印发…的通知
std::string issuer_in_title(std::string_view title) {
  const std::size_t about = title.find(kAbout);
  if (about == 0 || about == std::string_view::npos) return {};
  const std::string_view before = title.substr(0, about);
  return looks_like_unit(before) ? std::string(before) : std::string();
}

// 某县人民政府（代章）
std::string_view without_seal(std::string_view name) {
  for (const std::string_view seal : {"（代章）", "(代章)", "（章）", "（盖章）"})
    if (name.ends_with(seal)) name.remove_suffix(seal.size());
  return name;
}

struct Signature {
  std::string issuer, date;
};

// The issuers on the lines that end in front of `date`: each a unit, or broken over two lines.
std::string issuers_above(const Lines& lines, std::size_t date) {
  std::size_t end = date;
  while (end > 0 && lines[end - 1].empty()) --end;
  if (end == 0 || !looks_like_unit(lines[end - 1])) return {};
  std::size_t begin = end;
  while (begin > 0 && end - begin < 20 && !lines[begin - 1].empty() &&
         length(lines[begin - 1]) <= 30 && !has_sentence(lines[begin - 1]))
    --begin;
  std::string issuers;
  bool complete = true;
  for (std::size_t i = begin; i < end; ++i) {
    if (complete && !issuers.empty()) issuers += "、";
    issuers += without_blanks(without_seal(lines[i]));
    complete = looks_like_unit(lines[i]);
  }
  return issuers;
}

// A date on a line of its own, and the issuers in front of it.
Signature signature(const Lines& lines) {
  Signature found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string date = iso_date(lines[i]);
    if (date.empty() || columns(lines[i]) > 24 || !lines[i].ends_with("日")) continue;
    if (found.date.empty()) found.date = date;
    const std::string issuers = issuers_above(lines, i);
    if (!issuers.empty()) return {issuers, date};
  }
  return found;
}

std::optional<int> digit(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  if (c >= U'０' && c <= U'９') return static_cast<int>(c - U'０');
  return std::nullopt;
}

}  // namespace

std::string iso_date(std::string_view text) {
  constexpr std::string_view ends[] = {"年", "月", "日"};
  int values[3] = {};
  std::size_t at = 0;
  const auto skip_blanks = [&] {
    while (at < text.size() && glyph_at(text, at).kind == GlyphKind::Blank)
      at += glyph_at(text, at).size;
  };
  for (int part = 0; part < 3; ++part) {
    skip_blanks();
    int digits = 0;
    for (std::size_t next = at; next < text.size() && digits < 5; at = next) {
      const auto value = digit(next_code_point(text, next));
      if (!value) break;
      values[part] = values[part] * 10 + *value;
      ++digits;
    }
    skip_blanks();
    if (digits == 0 || !text.substr(std::min(at, text.size())).starts_with(ends[part])) return {};
    at += ends[part].size();
  }
  const bool valid = values[0] >= 1900 && values[0] < 2200 && values[1] >= 1 && values[1] <= 12 &&
                     values[2] >= 1 && values[2] <= 31;
  if (!valid) return {};
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", values[0], values[1], values[2]);
  return buffer;
}

std::string_view language_of(std::string_view text) {
  std::size_t letters = 0;
  std::size_t wide = 0;
  for (const char c : first_lines(text)) {
    const auto byte = static_cast<unsigned char>(c);
    letters += (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
    wide += byte >= 0xE3 && byte <= 0xE9;
  }
  if (wide * 5 > letters) return "zh";
  return letters > 0 ? "en" : "";
}

FrontMatter front_matter(std::string_view text) {
  const Lines head(first_lines(text));
  const std::vector<std::string_view> facts = facts_among(head);
  FrontMatter front;
  front.title = title_in_front_of_body(head);
  front.number = labelled(facts, {"发文字号", "文号", "文件编号"});
  for (std::size_t i = 0; i < head.size() && front.number.empty(); ++i)
    if (is_document_number(head[i])) front.number = without_blanks(head[i]);
  front.issuer = labelled(facts, {"发文机关", "发布机构", "发文单位"});
  front.date = iso_date(labelled(facts, {"成文日期", "发文日期"}));

  Signature signed_by = signature(head);
  if (signed_by.date.empty() && text.size() > kHead) {
    const std::size_t from = text.find('\n', text.size() - std::min(kHead, text.size() - kHead));
    if (from != std::string_view::npos) signed_by = signature(Lines(text.substr(from + 1)));
  }
  if (front.issuer.empty()) front.issuer = signed_by.issuer;
  if (front.issuer.empty()) front.issuer = issuer_in_title(front.title);
  if (front.date.empty()) front.date = signed_by.date;
  front.language = language_of(text);
  return front;
}

}  // namespace respnet::extract
