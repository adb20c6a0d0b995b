// Pictures as a person asks for them.

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "respnet/viz/picture.hpp"
#include "support/process.hpp"

namespace respnet {
namespace {

using test::content;
using test::Folder;
using test::shell;

constexpr const char* kNotice = "datasets/changle-2024/notice.md";

// What `render` writes for the sample with these words, into a file of this ending.
std::string drawn(const std::string& words, const std::string& ending = ".svg") {
  const Folder folder;
  const std::string file = (folder / "picture").string() + ending;
  const auto outcome =
      shell("respnet render -q " + std::string(kNotice) + " " + words + " -o " + file);
  EXPECT_EQ(outcome.code, 0) << words << "\n" << outcome.err;
  return content(file);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// Big-endian, at this byte of a PNG's first block.
std::uint32_t number_at(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::size_t pages(const std::string& pdf) {
  constexpr std::string_view page = "/Type /Page";
  std::size_t count = 0;
  for (std::size_t at = pdf.find(page); at != std::string::npos; at = pdf.find(page, at + 1))
    if (pdf[at + page.size()] != 's') ++count;
  return count;
}

// The colours "#RRGGBB" of an SVG.
std::set<std::string> colors(const std::string& svg) {
  std::set<std::string> found;
  for (std::size_t at = svg.find("\"#"); at != std::string::npos; at = svg.find("\"#", at + 1))
    if (svg.find('"', at + 1) == at + 8) found.insert(svg.substr(at + 2, 6));
  return found;
}

TEST(Render, DrawsEachViewInBothLanguagesAndEachTheme) {
  for (const viz::View view : viz::kViews) {
    const std::string line = "--view " + std::string(viz::name(view));
    const std::string zh = drawn(line), en = drawn(line + " --lang en");
    EXPECT_TRUE(has(zh, "xml:lang=\"zh-Hans\"")) << line;
    EXPECT_TRUE(has(en, "xml:lang=\"en\"")) << line;
    EXPECT_TRUE(has(drawn(line + " --theme dark"), "fill=\"#1B212A\"")) << line;
    const std::string gray = drawn(line + " --theme gray");
    EXPECT_FALSE(colors(gray).empty()) << line;
    for (const std::string& color : colors(gray))
      EXPECT_TRUE(color.substr(0, 2) == color.substr(2, 2) &&
                  color.substr(2, 2) == color.substr(4, 2))
          << line << " " << color;
  }
}

TEST(Render, LetsOneUnitStandOut) {
  const std::string svg = drawn("--view bipartite --highlight 区公安局");

  EXPECT_TRUE(has(svg, "stroke=\"#D55E00\" stroke-width=\"2.5\""));
  EXPECT_TRUE(has(svg, "opacity=\"0.1\""));
}

TEST(Render, ScalesToTheWidthAskedFor) {
  EXPECT_TRUE(has(drawn("--view workload --width 400"), "width=\"400pt\""));
  EXPECT_EQ(number_at(drawn("--view workload --width 640", ".png"), 16), 640U);
}

TEST(Render, PutsEverySheetIntoAPdfAndOneIntoAnSvg) {
  EXPECT_EQ(pages(drawn("--view ego", ".pdf")), 35U);
  EXPECT_EQ(pages(drawn("--view ego --unit 区公安局", ".pdf")), 1U);
  EXPECT_EQ(drawn("--view ego --unit u1"), drawn("--view ego --sheet 1"));
}

TEST(Render, PutsAllSheetsOfASectionIntoItsPdf) {
  EXPECT_EQ(pages(drawn("--view task-sheet", ".pdf")), 7U);
  EXPECT_EQ(pages(drawn("--view task-sheet --section 3", ".pdf")), 2U);
  EXPECT_EQ(pages(drawn("--view task-sheet --section 2", ".pdf")), 1U);
  EXPECT_EQ(pages(drawn("--view task-sheet --sheet 4", ".pdf")), 1U);
  EXPECT_TRUE(has(drawn("--view task-sheet --sheet 4"), "（续）"));
  EXPECT_FALSE(has(drawn("--view task-sheet --section 3"), "（续）"));
}

TEST(Render, SaysThatThereAreMoreSheets) {
  const Folder folder;
  const auto outcome = shell("respnet render " + std::string(kNotice) + " --view ego -o " +
                             (folder / "ego.svg").string());

  EXPECT_TRUE(has(outcome.err, "sheet 1 of 35")) << outcome.err;
}

TEST(Render, RefusesSheetsAndUnitsThatAreNotThere) {
  const auto refused = [](const std::string& words, const std::string& says) {
    const auto outcome =
        shell("respnet render -q " + std::string(kNotice) + " " + words + " -o x.svg");
    EXPECT_EQ(outcome.code, 2) << words;
    EXPECT_TRUE(has(outcome.err, says)) << outcome.err;
  };
  refused("--view ego --sheet 99", "the view has 35 sheets");
  refused("--view leads --unit 区公安局", "no sheet about a unit");
  refused("--view task-sheet --section 99", "no sheet about a section '99'");
  refused("--view leads --highlight 区公安据", "did you mean '区公安局'?");
  refused("--view leads --highlight 3.1.1", "name a unit");
  refused("--view laeds", "did you mean 'leads'?");
  refused("--view leads --theme drak", "did you mean 'dark'?");
  refused("--view leads --width 1", "from 100");
}

TEST(Render, WritesThePdfOfTheSameBytesTwice) {
  const std::string first = drawn("--view leads", ".pdf");

  EXPECT_TRUE(first.starts_with("%PDF-"));
  EXPECT_EQ(first, drawn("--view leads", ".pdf"));
  EXPECT_TRUE(has(first, "/FontFile")) << "no font is embedded";
}

TEST(RenderLint, FindsNothingWrongWithAnySheetOfTheSamples) {
  for (const std::string input : {kNotice, "datasets/southern-women/network.json"}) {
    for (const viz::View view : viz::kViews) {
      for (const std::string look : {"--lang zh", "--lang en", "--theme dark", "--theme gray"}) {
        const std::string line = "respnet render -q " + input + " --view " +
                                 std::string(viz::name(view)) + " --lint " + look;
        const auto outcome = shell(line);
        EXPECT_EQ(outcome.code, 0) << line << "\n" << outcome.out << outcome.err;
      }
    }
  }
}

TEST(RenderLint, ListsFaultsAndStillWritesThePicture) {
  const Folder folder;
  const std::string file = (folder / "small.svg").string();

  const auto outcome = shell("respnet render -q " + std::string(kNotice) +
                             " --view workload --width 300 --lang en --lint -o " + file);

  EXPECT_EQ(outcome.code, 1);
  EXPECT_TRUE(has(outcome.out, "small-type")) << outcome.out;
  EXPECT_TRUE(has(outcome.out, "the picture needs a width of ")) << outcome.out;
  EXPECT_TRUE(has(content(file), "</svg>"));
}

TEST(RenderLint, CountsCrossingsAsJson) {
  const auto outcome = shell("respnet render -q " + std::string(kNotice) +
                             " --view bipartite --lang en --lint --format json");

  EXPECT_EQ(outcome.code, 0);
  const std::string counted = "\"faults\": 0, \"edges\": 112, \"crossings\": ";
  const std::size_t at = outcome.out.find(counted);
  ASSERT_NE(at, std::string::npos) << outcome.out;
  EXPECT_GT(std::stoul(outcome.out.substr(at + counted.size())), 9U) << outcome.out;
  EXPECT_TRUE(has(outcome.out, "{\"faults\": []")) << outcome.out;
}

TEST(RenderLint, MeasuresTypeByThePixelsOfAPng) {
  const auto code = [](const std::string& width) {
    const Folder folder;
    return shell("respnet render -q " + std::string(kNotice) + " --view workload --lint --width " +
                 width + " -o " + (folder / "picture.png").string())
        .code;
  };

  EXPECT_EQ(code("1200"), 0);
  EXPECT_EQ(code("600"), 1);
}

}  // namespace
}  // namespace respnet
