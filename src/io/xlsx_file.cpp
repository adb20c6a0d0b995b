#include "io/xlsx_file.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "io/cell_text.hpp"
#include "io/number_format.hpp"
#include "io/sheet_places.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

constexpr std::size_t kManyRows = 100'000;  // more do not stay in memory
constexpr std::size_t kMeasured = 4096;     // bytes of a line
constexpr std::size_t kNarrowest = 8;
constexpr std::size_t kWidest = 50;       // columns of text; more wraps
constexpr std::size_t kMostLines = 27;    // Excel's rows are at most 409 points high
constexpr double kSmallestReal = 0.0005;  // that three decimals show
constexpr double kLineHeight = 15;
constexpr double kCharacter = 1.1;        // Chinese fonts are wider than two digits
constexpr std::size_t kFilterMark = 3;    // beside a header's text
constexpr std::size_t kLongestName = 31;  // of a sheet
constexpr std::uint8_t kPaperA4 = 9;
constexpr std::size_t kLongestTitle = 200;
constexpr std::time_t kDefaultTime = 315532800;  // 1980-01-01, where zip's clock begins

// The library reports some failures on standard error besides returning them.
class Quiet {
 public:
  Quiet() : saved_(dup(STDERR_FILENO)), nowhere_(open("/dev/null", O_WRONLY | O_CLOEXEC)) {
    if (saved_ >= 0 && nowhere_ >= 0) dup2(nowhere_, STDERR_FILENO);
  }
  ~Quiet() {
    if (saved_ >= 0) dup2(saved_, STDERR_FILENO);
    if (saved_ >= 0) close(saved_);
    if (nowhere_ >= 0) close(nowhere_);
  }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;

 private:
  int saved_, nowhere_;
};

[[noreturn]] void refuse() {
  throw FileError("the workbook",
                  "cannot be put together; check the room in the folder for temporary files");
}

void check(lxw_error error) {
  if (error == LXW_ERROR_MEMORY_MALLOC_FAILED) throw std::bad_alloc();
  if (error != LXW_NO_ERROR) refuse();
}

std::time_t creation_time() {
  const char* const stated = std::getenv("SOURCE_DATE_EPOCH");
  if (stated == nullptr) return kDefaultTime;
  const std::string_view digits(stated);
  std::time_t time = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), time);
  const bool valid = error == std::errc{} && end == digits.data() + digits.size() && time > 0;
  return valid ? time : kDefaultTime;
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

}  // namespace

void check_rows(std::string_view sheet, std::size_t rows) {
  if (rows < kSheetRows) return;
  throw LimitError("the sheet '" + printable(sheet) + "' would have " + std::to_string(rows) +
                   " rows, Excel has " + std::to_string(kSheetRows) +
                   "; write a .csv or .json file instead");
}

struct XlsxFile::Handle {
  int descriptor = -1;  // of the file, which has no name
  lxw_workbook* workbook = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format *header = nullptr, *body = nullptr, *date = nullptr;
  lxw_format *real = nullptr, *small = nullptr;  // of numbers

  Handle() = default;
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (workbook != nullptr) lxw_workbook_free(workbook);
    if (descriptor >= 0) close(descriptor);
  }

  lxw_format* format() const {
    lxw_format* const made = workbook_add_format(workbook);
    if (made == nullptr) throw std::bad_alloc();
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    return made;
  }
};

XlsxFile::XlsxFile(std::string_view title, std::size_t rows) : handle_(std::make_unique<Handle>()) {
  handle_->descriptor = memfd_create("workbook", MFD_CLOEXEC);
  if (handle_->descriptor < 0) refuse();
  const std::string path = "/proc/self/fd/" + std::to_string(handle_->descriptor);
  lxw_workbook_options options{};
  options.constant_memory = rows > kManyRows ? LXW_TRUE : LXW_FALSE;
  options.use_zip64 = LXW_FALSE;
  handle_->workbook = workbook_new_opt(path.c_str(), &options);
  if (handle_->workbook == nullptr) refuse();

  std::string shown = cell_text(prefix(title, kLongestTitle)).text;
  lxw_doc_properties properties{};
  properties.title = shown.data();
  properties.created = creation_time();
  check(workbook_set_properties(handle_->workbook, &properties));
  handle_->header = handle_->format();
  format_set_bold(handle_->header);
  format_set_bg_color(handle_->header, 0xE8EDF3);
  format_set_bottom(handle_->header, LXW_BORDER_THIN);
  handle_->body = handle_->format();
  format_set_text_wrap(handle_->body);
  handle_->date = handle_->format();
  format_set_num_format(handle_->date, "yyyy-mm-dd");
  handle_->real = handle_->format();
  format_set_num_format(handle_->real, "0.000");
  handle_->small = handle_->format();
  format_set_num_format(handle_->small, "0.00E+00");
}

XlsxFile::~XlsxFile() = default;

std::string XlsxFile::free_name(std::string_view name) {
  std::string plain = cell_text(name).text;
  for (char& c : plain)
    if (std::string_view("[]:*?/\\'\t\r\n").find(c) != std::string_view::npos) c = ' ';
  if (trimmed(plain).empty()) plain = "Sheet";
  for (int number = 1;; ++number) {
    const std::string ending = number == 1 ? "" : " " + std::to_string(number);
    // Characters beyond 16 bits count double; half the length is enough for any.
    std::string free(prefix(plain, kLongestName - ending.size()));
    while (display_width(free) + ending.size() > 2 * kLongestName)
      free = prefix(free, length(free) - 1);
    free += ending;
    if (std::ranges::find(names_, lower(free)) != names_.end()) continue;
    names_.push_back(lower(free));
    return free;
  }
}

void XlsxFile::add_sheet(std::string_view name, const std::vector<std::string>& header) {
  end_sheet();
  const std::string free = free_name(name);
  {
    const Quiet quiet;
    handle_->sheet = workbook_add_worksheet(handle_->workbook, free.c_str());
  }
  if (handle_->sheet == nullptr) refuse();
  worksheet_freeze_panes(handle_->sheet, 1, 0);
  worksheet_repeat_rows(handle_->sheet, 0, 0);
  worksheet_set_landscape(handle_->sheet);
  worksheet_set_paper(handle_->sheet, kPaperA4);
  worksheet_fit_to_pages(handle_->sheet, 1, 0);
  widths_.assign(header.size(), kNarrowest);
  for (const std::string& title : header) {
    widths_[column_] = std::max(widths_[column_], display_width(title) + kFilterMark);
    check(worksheet_write_string(handle_->sheet, 0, column_++, cell_code(title).c_str(),
                                 handle_->header));
  }
  end_row();
}

// A column is as wide as its longest line, up to a limit; what is longer takes several lines.
void XlsxFile::measure(std::string_view text) {
  std::size_t lines = 0;
  for (bool more = true; more && lines < kMostLines;) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::size_t width = display_width(text.substr(0, std::min(end, kMeasured)));
    widths_[column_] = std::max(widths_[column_], std::min(kWidest, width));
    lines += std::max<std::size_t>(1, (width + kWidest - 1) / kWidest);
    more = end < text.size();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  lines_ = std::max(lines_, lines);
}

void XlsxFile::text(std::string_view text) {
  const std::string shown = cell_text(text).text;
  if (!shown.empty()) {
    measure(shown);
    check(worksheet_write_string(handle_->sheet, row_, column_, cell_code(shown).c_str(),
                                 handle_->body));
  }
  ++column_;
}

// Excel keeps all digits and shows as many as a person reads.
void XlsxFile::number(double value) {
  lxw_format* const format = value == std::round(value)        ? handle_->body
                             : std::abs(value) < kSmallestReal ? handle_->small
                                                               : handle_->real;
  check(worksheet_write_number(handle_->sheet, row_, column_, value, format));
  ++column_;
}

void XlsxFile::date(std::string_view date) {
  const auto days = day_number(date);
  if (!days) return text(date);
  measure(date);
  check(worksheet_write_number(handle_->sheet, row_, column_, *days, handle_->date));
  ++column_;
}

// Excel would find the height itself; others show one line.
void XlsxFile::end_row() {
  const double lines = static_cast<double>(std::min(lines_, kMostLines));
  if (lines_ > 1) check(worksheet_set_row(handle_->sheet, row_, lines * kLineHeight, nullptr));
  lines_ = 1;
  ++row_;
  column_ = 0;
}

void XlsxFile::end_sheet() {
  if (handle_->sheet == nullptr) return;
  for (std::size_t c = 0; c < widths_.size(); ++c) {
    const auto column = static_cast<lxw_col_t>(c);
    const double width = kCharacter * static_cast<double>(widths_[c]) + 1;
    worksheet_set_column(handle_->sheet, column, column, width, nullptr);
  }
  if (row_ > 1 && !widths_.empty())
    worksheet_autofilter(handle_->sheet, 0, 0, row_ - 1,
                         static_cast<lxw_col_t>(widths_.size() - 1));
  // Ids such as 1.2 are texts on purpose.
  worksheet_ignore_errors(handle_->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
  handle_->sheet = nullptr;
  row_ = 0;
}

void XlsxFile::finish(const Sink& sink) {
  end_sheet();
  {
    const Quiet quiet;
    lxw_workbook* const workbook = std::exchange(handle_->workbook, nullptr);
    check(workbook_close(workbook));  // frees it, too
  }
  std::vector<char> piece(std::size_t{1} << 20);
  off_t at = 0;
  for (;;) {
    const ssize_t got = pread(handle_->descriptor, piece.data(), piece.size(), at);
    if (got < 0) refuse();
    if (got == 0) return;
    sink({piece.data(), static_cast<std::size_t>(got)});
    at += got;
  }
}

}  // namespace respnet::io
