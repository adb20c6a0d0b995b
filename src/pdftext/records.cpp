#include "pdftext/records.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <vector>

#include "pdftext/rules.hpp"

namespace pdftext {
namespace {

struct Word {
  poppler::rectf box;
  double size;
  bool space_after;
  std::string text;

  double middle() const { return (box.top() + box.bottom()) / 2; }
};

std::string one_line(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  std::string line(bytes.begin(), bytes.end());
  for (char& c : line)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return line;
}

bool is_sound(const Word& word) {
  const double sum = word.box.left() + word.box.right() + word.box.top() + word.box.bottom();
  return std::isfinite(sum) && std::abs(sum) < 1e6 && word.size > 0 && word.size < 1e4 &&
         word.text.find_first_not_of(' ') != std::string::npos;
}

// Characters as wide as high count 2, others 1.
int columns(const std::string& text) {
  int sum = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool first_byte = byte < 0x80 || byte >= 0xC0;
    if (first_byte) sum += byte >= 0xE3 ? 2 : 1;  // from U+3000
  }
  return sum;
}

// Sizes as printed. For Type 3 fonts (which Chromium writes) poppler guesses, up to twice the size;
// how wide characters are tells better.
void settle_sizes(std::vector<Word>& words) {
  std::map<long, std::vector<double>> shares;  // of the width seen in the one expected, by size
  for (const Word& word : words)
    shares[std::lround(word.size * 10)].push_back(2 * word.box.width() /
                                                  (word.size * columns(word.text)));
  for (auto& [size, seen] : shares)
    std::ranges::nth_element(seen, seen.begin() + static_cast<std::ptrdiff_t>(seen.size() / 2));
  for (Word& word : words) {
    const std::vector<double>& seen = shares[std::lround(word.size * 10)];
    const double share = seen[seen.size() / 2];
    if (share > 0.2 && share < 0.75) word.size *= share;
  }
}

std::vector<Word> words(const poppler::page& page) {
  std::vector<Word> found;
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    Word word{box.bbox(), box.has_font_info() ? box.get_font_size() : 0, box.has_space_after(),
              one_line(box.text())};
    if (word.size <= 0) word.size = word.box.height();
    if (is_sound(word)) found.push_back(std::move(word));
  }
  settle_sizes(found);
  return found;
}

bool same_line(const Word& a, const Word& b) {
  return std::abs(a.middle() - b.middle()) < std::max(a.size, b.size) / 2;
}

// Gaps of more than a blank between words of a line, twice.
bool may_hold_table(std::vector<Word> words) {
  constexpr double wide = 0.8;
  int gaps = 0;
  std::ranges::sort(words, {}, &Word::middle);
  for (auto line = words.begin(); line != words.end();) {
    const auto end =
        std::find_if(line, words.end(), [&](const Word& w) { return !same_line(*line, w); });
    std::ranges::sort(line, end, {}, [](const Word& word) { return word.box.left(); });
    for (auto word = line + 1; word < end; ++word)
      if (word->box.left() - (word - 1)->box.right() > wide * word->size) ++gaps;
    line = end;
  }
  return gaps >= 2;
}

double shared(double begin, double end, double other_begin, double other_end) {
  return std::max(0.0, std::min(end, other_end) - std::max(begin, other_begin));
}

// A stroke of a character, or the edge of a row of characters: within one word, or through the
// middle of words on a third of its length. Borders may be as close to the text as strokes are.
bool is_stroke(const Rule& rule, const std::vector<Word>& words) {
  double covered = 0;
  for (const Word& word : words) {
    const double around = word.size * 0.65;
    const double middle = word.size * 0.35;
    if (rule.left >= word.box.left() - 1 && rule.right <= word.box.right() + 1 &&
        rule.top >= word.middle() - around && rule.bottom <= word.middle() + around)
      return true;
    const double x = shared(rule.left, rule.right, word.box.left(), word.box.right());
    const double y = shared(rule.top, rule.bottom, word.middle() - middle, word.middle() + middle);
    if (x > 0 && y > 0) covered += rule.right - rule.left > rule.bottom - rule.top ? x : y;
  }
  return covered * 3 > std::max(rule.right - rule.left, rule.bottom - rule.top);
}

std::vector<Rule> frames(const poppler::page& page, const std::vector<Word>& words) {
  constexpr std::size_t most = 1000;  // a page with more holds a drawing
  std::vector<Rule> found;
  for (const Rule& rule : rules(page)) {
    if (!is_stroke(rule, words)) found.push_back(rule);
    if (found.size() > most) return {};
  }
  return found;
}

template <typename... Numbers>
std::string record(const char* format, Numbers... numbers) {
  char line[160];
  const int size = std::snprintf(line, sizeof line, format, numbers...);
  return std::string(line, static_cast<std::size_t>(size));
}

}  // namespace

std::string records(const poppler::page& page) {
  const poppler::rectf paper = page.page_rect();
  std::string text = record("page %.1f %.1f\n", paper.width(), paper.height());
  const std::vector<Word> all = words(page);
  for (const Word& word : all) {
    text += record("word %.2f %.2f %.2f %.2f %.2f %d ", word.box.left(), word.box.top(),
                   word.box.right(), word.box.bottom(), word.size, word.space_after ? 1 : 0);
    text += word.text + '\n';
  }
  if (!may_hold_table(all)) return text;
  for (const Rule& rule : frames(page, all))
    text += record("rule %d %d %d %d\n", rule.left, rule.top, rule.right, rule.bottom);
  return text;
}

}  // namespace pdftext
