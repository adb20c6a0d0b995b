#include "respnet/extract/promises.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "extract/ascii.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

constexpr std::size_t kLookBack = 36;  // bytes in front of a number that may hold its comparator

struct Comparator {
  std::string_view word;
  std::string_view sign;
};

// In front of the number.
constexpr Comparator kBefore[] = {
    {"不少于", ">="}, {"不低于", ">="}, {"不小于", ">="}, {"达到", ">="},   {"至少", ">="},
    {"突破", ">"},    {"超过", ">"},    {"超", ">"},      {"高于", ">"},    {"大于", ">"},
    {"不超过", "<="}, {"不高于", "<="}, {"不多于", "<="}, {"控制在", "<="}, {"低于", "<"},
    {"约", "~"},      {"达", ">="},     {"降至", "<="}};
// Behind its unit, or between number and unit.
constexpr Comparator kBehind[] = {{"以上", ">="}, {"及以上", ">="}, {"以内", "<="}, {"以下", "<="},
                                  {"左右", "~"},  {"余", ">"},      {"多", ">"}};
// Limits in a rule rather than promises.
constexpr std::string_view kCeilings[] = {"最高不超过", "最高", "不超过人民币"};
constexpr std::string_view kScales[] = {"万", "亿"};

std::string_view sign_before(std::string_view text) {
  const Comparator* best = nullptr;
  for (const Comparator& each : kBefore)
    if (text.ends_with(each.word) && (best == nullptr || each.word.size() > best->word.size()))
      best = &each;
  return best == nullptr ? std::string_view{} : best->sign;
}

const Comparator* sign_behind(std::string_view text) {
  const auto found = std::ranges::find_if(
      kBehind, [&](const Comparator& each) { return text.starts_with(each.word); });
  return found == std::end(kBehind) ? nullptr : found;
}

std::size_t blanks_at(std::string_view text, std::size_t at) {
  const std::size_t from = at;
  while (at < text.size() && glyph_at(text, at).kind == GlyphKind::Blank)
    at += glyph_at(text, at).size;
  return at - from;
}

// Reads the numbers of a text one by one.
class TargetReader {
 public:
  explicit TargetReader(std::string_view text) : text_(text) {}

  std::vector<model::Target> targets() {
    for (std::size_t i = 0; i < text_.size();) {
      if (quoted(i)) continue;
      if (!is_digit(text_[i])) {
        i += glyph_at(text_, i).size;
        continue;
      }
      i = number_at(i);
    }
    return std::move(targets_);
  }

 private:
  // Numbers in quotation marks are slogans.
  bool quoted(std::size_t& i) const {
    if (glyph_at(text_, i).kind != GlyphKind::QuoteOpen) return false;
    constexpr std::size_t longest = 120;
    for (std::size_t end = i; end < std::min(text_.size(), i + longest);) {
      const Glyph glyph = glyph_at(text_, end);
      end += glyph.size;
      if (glyph.kind != GlyphKind::QuoteClose) continue;
      i = end;
      return true;
    }
    i += glyph_at(text_, i).size;
    return true;
  }

  std::size_t number_at(std::size_t begin);
  std::size_t digits_end(std::size_t at) const;
  std::size_t range_end(std::size_t at) const;
  static double value_of(std::string_view digits);

  std::string_view text_;
  std::vector<model::Target> targets_;
};

std::size_t TargetReader::digits_end(std::size_t at) const {
  while (at < text_.size() && is_digit(text_[at])) ++at;
  if (at + 1 < text_.size() && text_[at] == '.' && is_digit(text_[at + 1])) {
    ++at;
    while (at < text_.size() && is_digit(text_[at])) ++at;
  }
  return at;
}

// 3-5: behind the second number, or `at` where there is none.
std::size_t TargetReader::range_end(std::size_t at) const {
  for (const std::string_view dash : {"—", "-", "－", "–", "~", "～", "至"})
    if (text_.substr(at).starts_with(dash) && at + dash.size() < text_.size() &&
        is_digit(text_[at + dash.size()]))
      return digits_end(at + dash.size());
  return at;
}

double TargetReader::value_of(std::string_view digits) {
  double value = 0;
  double scale = 0;
  for (const char c : digits) {
    if (c == '.') {
      scale = 1;
    } else {
      value = value * 10 + (c - '0');
      scale *= 10;
    }
  }
  return scale > 1 ? value / scale : value;
}

std::size_t TargetReader::number_at(std::size_t begin) {
  const std::size_t end = digits_end(begin);
  const bool in_word = begin > 0 && ((text_[begin - 1] >= 'A' && text_[begin - 1] <= 'z') ||
                                     text_[begin - 1] == '+' || text_[begin - 1] == '.');
  constexpr std::size_t most_digits = 15;  // what a double holds exactly
  if (in_word || end - begin > most_digits) return end;
  std::size_t at = range_end(end);
  const bool range = at != end;
  at += blanks_at(text_, at);

  double value = value_of(text_.substr(begin, end - begin));
  std::string unit;
  const Comparator* behind = sign_behind(text_.substr(at));
  if (behind != nullptr) at += behind->word.size();
  for (const std::string_view scale : kScales)
    if (kQuantityUnits.at_start(text_.substr(at)) == 0 && text_.substr(at).starts_with(scale)) {
      value *= scale == "万" ? 1e4 : 1e8;
      at += scale.size();
      at += blanks_at(text_, at);
      break;
    }
  const std::size_t size = kQuantityUnits.at_start(text_.substr(at));
  if (size == 0) return end;
  unit = text_.substr(at, size);
  at += size;
  if (const Comparator* more = sign_behind(text_.substr(at)); more != nullptr && !behind) {
    behind = more;
    at += more->word.size();
  }
  const std::size_t from = begin > kLookBack ? begin - kLookBack : 0;
  const std::string_view before = stripped(text_.substr(from, begin - from));
  const bool ordinal = before.ends_with("第");
  const bool ceiling =
      std::ranges::any_of(kCeilings, [&](std::string_view word) { return before.ends_with(word); });
  if (ordinal || ceiling) return at;
  std::string_view sign = sign_before(before);
  if (sign.empty() && behind != nullptr) sign = behind->sign;
  if (sign.empty() && range) sign = ">=";
  targets_.push_back(
      {without_blanks(text_.substr(begin, at - begin)), value, unit, std::string(sign)});
  return at;
}

struct Date {
  std::string text;
  std::size_t size = 0;
};

// 2025年6月底前 at the beginning of `text`; years have four digits.
Date date_at(std::string_view text) {
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t from = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at - from;
  };
  if (digits() != 4) return {};
  at += blanks_at(text, at);
  if (!text.substr(at).starts_with("年")) return {};
  at += std::string_view("年").size();
  std::size_t end = at;
  at += blanks_at(text, at);
  const std::size_t month = digits();
  if (month >= 1 && month <= 2) {
    at += blanks_at(text, at);
    if (text.substr(at).starts_with("月")) {
      end = at + std::string_view("月").size();
      at = end;
      const std::size_t day = digits();
      if (day >= 1 && text.substr(at).starts_with("日")) end = at + std::string_view("日").size();
    }
  }
  for (const std::string_view word : {"上半年", "年底", "底", "末", "前"})
    if (text.substr(end).starts_with(word)) end += word.size();
  return {without_blanks(text.substr(0, end)), end};
}

// The first date that the sentences work towards: behind 到, 力争 and the like, or followed by 前
// or 底; a bare year belongs to a plan's name more often than to a promise.
std::string deadline_of(std::string_view text) {
  constexpr std::string_view announcers[] = {"到", "力争", "确保", "争取", "至", "于", "在"};
  for (std::size_t i = 0; i < text.size(); i += glyph_at(text, i).size) {
    if (!is_digit(text[i]) || (i > 0 && is_digit(text[i - 1]))) continue;
    const Date date = date_at(text.substr(i));
    if (date.size == 0) continue;
    const std::string_view before =
        stripped(text.substr(i > kLookBack ? i - kLookBack : 0, std::min(i, kLookBack)));
    const bool announced = std::ranges::any_of(
        announcers, [&](std::string_view word) { return before.ends_with(word); });
    const bool bounded =
        date.text.ends_with("前") || date.text.ends_with("底") || date.text.ends_with("末");
    if (announced || bounded) return date.text;
  }
  return {};
}

}  // namespace

Promises promises_of(std::string_view sentences) {
  return {TargetReader(sentences).targets(), deadline_of(sentences)};
}

namespace {

// "-12", "-12-31" behind a year, and not a longer number.
bool is_iso_rest(std::string_view rest) {
  const auto two_digits = [&](std::size_t at, const char* most) {
    return rest.size() >= at + 3 && rest[at] == '-' && is_digit(rest[at + 1]) &&
           is_digit(rest[at + 2]) && rest.substr(at + 1, 2) >= "01" &&
           rest.substr(at + 1, 2) <= most;
  };
  return two_digits(0, "12") && (rest.size() == 3 || (rest.size() == 6 && two_digits(3, "31")));
}

}  // namespace

std::string due_date(std::string_view deadline) {
  for (std::size_t i = 0; i + 4 <= deadline.size(); i += glyph_at(deadline, i).size) {
    if (!std::ranges::all_of(deadline.substr(i, 4), is_digit)) continue;
    const std::string year(deadline.substr(i, 4));
    if (is_iso_rest(deadline.substr(i + 4))) return year + std::string(deadline.substr(i + 4));
    std::string_view rest = stripped(deadline.substr(i + 4));
    if (!rest.starts_with("年")) return {};
    rest = stripped(rest.substr(std::string_view("年").size()));
    int month = 0;
    std::size_t digits = 0;
    while (digits < rest.size() && digits < 2 && is_digit(rest[digits]))
      month = month * 10 + (rest[digits++] - '0');
    const bool monthly = digits > 0 && stripped(rest.substr(digits)).starts_with("月");
    if (!monthly && (rest.starts_with("底") || rest.starts_with("末"))) return year + "-12";
    if (!monthly || month < 1 || month > 12) return year;
    return year + (month < 10 ? "-0" : "-") + std::to_string(month);
  }
  return {};
}

}  // namespace respnet::extract
