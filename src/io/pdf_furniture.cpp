#include "io/pdf_furniture.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <ranges>
#include <utility>

#include "io/clause_words.hpp"
#include "respnet/extract/lines.hpp"

namespace respnet::io {
namespace {

constexpr std::size_t kDeep = 2;       // lines at each end of a page that are looked at
constexpr double kPlace = 4;           // points within which lines stand at the same place
constexpr double kEdge = 1.0 / 8;      // of the page's height
constexpr double kWiderPitch = 1.25;   // than from line to line of the text
constexpr std::size_t kLongest = 240;  // bytes of a running head

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string without_digits(std::string_view text) {
  std::string rest;
  for (const char c : text)
    if (!is_digit(c) && c != ' ') rest += c;
  return rest;
}

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

// "Page 3 of 9", "3 / 9", "3", "第3页", "— 3 —"; `bare` numbers only where they may be.
bool is_number_of_page(const std::string& text, bool bare) {
  if (extract::is_page_number(text, bare)) return true;
  if (text.size() > 24 || std::ranges::none_of(text, is_digit)) return false;
  const std::string words = lower(without_digits(text));
  if (words == "pageof" || words == "page" || words == "第页" || words == "第页共页" ||
      words == "第页，共页")
    return true;
  return bare && (words == "/" || words == "of" || words == "p." || words == "|page");
}

// Same words at the same place: lines are told by where they stand, to twice the tolerance.
using Key = std::pair<std::string, std::int64_t>;

class Furniture {
 public:
  explicit Furniture(std::vector<PdfProse>& pages)
      : pages_(pages), pitch_(std::max(1.0, common_pitch(pages))) {
    for (const PdfProse& page : pages)
      for (const PdfLine* line : ends(page)) {
        const std::string words = without_digits(line->text);
        const std::int64_t place = place_of(*line);
        for (const std::int64_t near : {place - 1, place, place + 1}) ++seen_[{words, near}];
      }
  }

  std::vector<PdfFurniture> take() {
    for (PdfProse& page : pages_) {
      std::vector<PdfLine>& lines = page.lines;
      const auto heads = static_cast<std::ptrdiff_t>(count(page, lines));
      for (auto head = lines.begin(); head != lines.begin() + heads; ++head) tell(*head);
      lines.erase(lines.begin(), lines.begin() + heads);
      const auto feet =
          static_cast<std::ptrdiff_t>(count(page, std::views::reverse(std::as_const(lines))));
      for (auto foot = lines.end() - feet; foot != lines.end(); ++foot) tell(*foot);
      lines.erase(lines.end() - feet, lines.end());
    }
    return std::move(taken_);
  }

 private:
  static std::int64_t place_of(const PdfLine& line) {
    return std::llround(line.box.middle() / kPlace);
  }

  static std::vector<const PdfLine*> ends(const PdfProse& page) {
    std::vector<const PdfLine*> found;
    const std::size_t count = page.lines.size();
    for (std::size_t i = 0; i < count; ++i)
      if (i < kDeep || i + kDeep >= count) found.push_back(&page.lines[i]);
    return found;
  }

  bool runs(const PdfLine& line) const {
    if (line.text.size() > kLongest) return false;
    const auto seen = seen_.find({without_digits(line.text), place_of(line)});
    const std::size_t times = seen == seen_.end() ? 0 : seen->second;
    return times >= 2 && times * 5 >= pages_.size() * 2;
  }

  // How many lines, from the edge of the page inwards, are furniture: the most of which the
  // innermost keeps its distance from the text.
  std::size_t count(const PdfProse& page, const auto& lines) const {
    std::size_t taken = 0;
    auto line_at = std::ranges::begin(lines);
    for (std::size_t i = 0; i < kDeep && line_at != std::ranges::end(lines); ++i) {
      const PdfLine& line = *line_at++;
      if (holds_clause_word(line.text)) break;
      if (is_number(page, line))
        taken = i + 1;
      else if (!runs(line))
        break;
      else if (line_at == std::ranges::end(lines) || is_apart(line, *line_at))
        taken = i + 1;
    }
    return taken;
  }

  bool is_apart(const PdfLine& line, const PdfLine& inner) const {
    return !same_size(line, inner) || std::abs(pitch(line, inner)) > kWiderPitch * pitch_;
  }

  static bool is_number(const PdfProse& page, const PdfLine& line) {
    const bool at_edge =
        line.box.middle() < page.height * kEdge || line.box.middle() > page.height * (1 - kEdge);
    return is_number_of_page(line.text, at_edge);
  }

  void tell(const PdfLine& line) {
    const auto [known, is_new] = index_.try_emplace(without_digits(line.text), taken_.size());
    if (is_new) taken_.push_back({line.text, 0});
    ++taken_[known->second].pages;
  }

  std::vector<PdfProse>& pages_;
  double pitch_;
  std::map<Key, std::size_t> seen_;
  std::map<std::string, std::size_t> index_;
  std::vector<PdfFurniture> taken_;
};

}  // namespace

std::vector<PdfFurniture> take_furniture(std::vector<PdfProse>& pages) {
  return Furniture(pages).take();
}

}  // namespace respnet::io
