#include "respnet/extract/english_date.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "extract/ascii.hpp"
#include "respnet/extract/english_names.hpp"
#include "respnet/extract/english_words.hpp"

namespace respnet::extract {
namespace {

constexpr std::size_t kLongestDeadline = 400;  // bytes
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

struct Token {
  enum class Kind { Number, Word, Mark } kind = Kind::Mark;
  int value = 0;           // of a number
  std::size_t digits = 0;  // of a number
  std::string word;        // lower case; of a mark, its character
};

std::vector<Token> tokens_of(std::string_view deadline) {
  const std::string text = lower_case(deadline.substr(0, kLongestDeadline));
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end > i) {
      Token token{Token::Kind::Number, 0, end - i, {}};
      if (token.digits <= 8) token.value = std::stoi(text.substr(i, token.digits));
      tokens.push_back(token);
    } else {
      while (end < text.size() && is_lower(text[end])) ++end;
      const bool word = end > i;
      if (!word) ++end;
      if (text[i] != ' ')
        tokens.push_back(
            {word ? Token::Kind::Word : Token::Kind::Mark, 0, 0, text.substr(i, end - i)});
    }
    i = end;
  }
  return tokens;
}

struct Date {
  int year = 0, month = 0, day = 0;
};

std::string iso(const Date& date) {
  const auto two = [](int n) { return (n < 10 ? "-0" : "-") + std::to_string(n); };
  std::string text = std::to_string(date.year);
  if (date.month != 0) text += two(date.month);
  if (date.month != 0 && date.day != 0) text += two(date.day);
  return text;
}

class DateFinder {
 public:
  explicit DateFinder(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  std::optional<Date> last() const {
    std::optional<Date> found;
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (const int year = year_at(i); year != 0) found = around(i, year);
    return found;
  }

 private:
  const Token* at(std::size_t i) const { return i < tokens_.size() ? &tokens_[i] : nullptr; }
  bool is_mark(std::size_t i, std::string_view marks) const {
    const Token* token = at(i);
    return token != nullptr && token->kind == Token::Kind::Mark &&
           marks.find(token->word) != marks.npos;
  }
  bool is_word(std::size_t i, std::string_view word) const {
    const Token* token = at(i);
    return token != nullptr && token->kind == Token::Kind::Word && token->word == word;
  }
  int number_at(std::size_t i, int most) const {
    const Token* token = at(i);
    const bool is = token != nullptr && token->kind == Token::Kind::Number && token->digits <= 2 &&
                    token->value >= 1 && token->value <= most;
    return is ? token->value : 0;
  }
  int year_at(std::size_t i) const;
  int month_at(std::size_t i) const;
  int quarter_month(std::size_t i) const;
  std::size_t before_filler(std::size_t i) const;
  Date around(std::size_t i, int year) const;
  Date behind(std::size_t i, Date date) const;
  Date numeric(std::size_t i, Date date) const;

  std::vector<Token> tokens_;
};

// 2025; FY21; 2024/25 and Sept 26 name the year in two digits.
int DateFinder::year_at(std::size_t i) const {
  const Token& token = tokens_[i];
  if (token.kind != Token::Kind::Number) return 0;
  if (token.digits == 4 && token.value >= kFirstYear && token.value <= kLastYear)
    return token.value;
  if (token.digits != 2 || i == 0) return 0;
  const bool fiscal = is_word(i - 1, "fy");
  const bool after_month = is_mark(i - 1, "-'") && i > 1 && month_at(i - 2) != 0;
  const bool numeric = i >= 4 && is_mark(i - 1, "/.") && is_mark(i - 3, "/.") &&
                       number_at(i - 2, 31) != 0 && number_at(i - 4, 31) != 0;
  constexpr int century = 2000;
  return fiscal || after_month || numeric ? century + token.value : 0;
}

int DateFinder::month_at(std::size_t i) const {
  const Token* token = at(i);
  if (token == nullptr || token->kind != Token::Kind::Word || token->word.size() < 3) return 0;
  int month = 0;
  for (const std::string_view name : kMonths) {
    ++month;
    constexpr std::string_view full[] = {"january",   "february", "march",    "april",
                                         "may",       "june",     "july",     "august",
                                         "september", "october",  "november", "december"};
    if (token->word.starts_with(name) &&
        (full[month - 1].starts_with(token->word) || token->word == "sept"))
      return month;
  }
  return 0;
}

// Q3, H1, quarter 2: the last month of it.
int DateFinder::quarter_month(std::size_t i) const {
  constexpr int months = 3;
  if (is_word(i, "q") && i > 0) return number_at(i - 1, 4) * months;  // 3Q
  const int number = number_at(i, 4);
  if (number == 0 || i == 0) return 0;
  if (is_word(i - 1, "q") || is_word(i - 1, "quarter") || is_word(i - 1, "qtr"))
    return number * months;
  if (is_word(i - 1, "h") && number <= 2) return number * 2 * months;
  return 0;
}

// The token in front of a year that may hold its month: over commas, "of" and dashes.
std::size_t DateFinder::before_filler(std::size_t i) const {
  while (i > 0 && (is_mark(i - 1, ",'-/.") || is_word(i - 1, "of") || is_word(i - 1, "fy") ||
                   is_word(i - 1, "in") || is_word(i - 1, "the")))
    --i;
  return i;
}

// 31/03/2026, 3.31.2026: days where one of the two is above 12 or both are equal.
Date DateFinder::numeric(std::size_t i, Date date) const {
  const int second = number_at(i - 2, 31);
  const int first = number_at(i - 4, 31);
  constexpr int december = 12;
  if (first > december || tokens_[i - 1].word == "." || first == second)
    return second <= december ? Date{date.year, second, first} : date;
  if (second > december) return {date.year, first, second};
  return date;
}

Date DateFinder::around(std::size_t i, int year) const {
  const bool slashed = i >= 4 && is_mark(i - 1, "/.-") && is_mark(i - 3, "/.-") &&
                       number_at(i - 2, 31) != 0 && number_at(i - 4, 31) != 0;
  if (slashed) return numeric(i, {year, 0, 0});
  const std::size_t begin = before_filler(i);
  if (begin == 0) return behind(i, {year, 0, 0});
  const std::size_t last = begin - 1;
  if (const int month = quarter_month(last)) return {year, month, 0};
  if (const int month = month_at(last)) {  // 30th June 2025
    std::size_t day = last;
    while (day > 0 && (is_word(day - 1, "of") || is_word(day - 1, "st") || is_word(day - 1, "nd") ||
                       is_word(day - 1, "rd") || is_word(day - 1, "th")))
      --day;
    return {year, month, day > 0 ? number_at(day - 1, 31) : 0};
  }
  std::size_t number = last;  // June 30th, 2025
  if (is_word(last, "st") || is_word(last, "nd") || is_word(last, "rd") || is_word(last, "th"))
    number = last > 0 ? last - 1 : last;
  if (number > 0 && number_at(number, 31) != 0)
    if (const int month =
            month_at(is_mark(number - 1, ".") && number > 1 ? number - 2 : number - 1))
      return {year, month, number_at(number, 31)};
  constexpr int december = 12;
  if (is_word(last, "end") || is_word(last, "late")) return {year, december, 0};
  if (is_word(last, "mid")) return {year, december / 2, 0};
  return behind(i, {year, 0, 0});
}

// 2025-06-30; 2025 Q3
Date DateFinder::behind(std::size_t i, Date date) const {
  constexpr int december = 12;
  if (is_mark(i + 1, "-/.") && number_at(i + 2, december) != 0 && at(i + 2)->digits == 2) {
    date.month = number_at(i + 2, december);
    if (is_mark(i + 3, "-/.")) date.day = number_at(i + 4, 31);
    return date;
  }
  std::size_t next = i + 1;
  while (is_mark(next, ",-/")) ++next;
  if (at(next + 1) != nullptr)
    if (const int month = quarter_month(next + 1)) date.month = month;
  return date;
}

}  // namespace

std::string english_due_date(std::string_view deadline) {
  const auto date = DateFinder(tokens_of(deadline)).last();
  return date ? iso(*date) : std::string();
}

}  // namespace respnet::extract
