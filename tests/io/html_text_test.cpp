#include "respnet/io/html_text.hpp"

#include <gtest/gtest.h>

#include "io/support.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/read.hpp"
#include "support/folder.hpp"

namespace respnet::io {
namespace {

constexpr std::string_view kTask = "<p>1. 修桥。桥要修好。（责任单位：县交通局）</p>";
constexpr std::string_view kTaskText = "1. 修桥。桥要修好。（责任单位：县交通局）\n";

std::string text(std::string_view body) {
  return html_text("<html><body>" + std::string(body) + "</body></html>", "f");
}

std::string repeated(std::string_view piece, int times) {
  std::string result;
  while (times-- > 0) result += piece;
  return result;
}

}  // namespace

TEST(HtmlText, EndsLinesAtBreaksAndBlocks) {
  EXPECT_EQ(text("<p>甲<br>乙</p>\n<div>丙</div>丁"), "甲\n乙\n丙\n丁\n");
  EXPECT_EQ(text("<pre>甲\n乙</pre>"), "甲\n乙\n");
}

TEST(HtmlText, MakesWhiteSpaceABlankButNotBetweenHanziOfTwoSourceLines) {
  EXPECT_EQ(text("<p>&nbsp;&nbsp;甲局&nbsp;乙局  丙\n 局 a\nb</p>"), "甲局 乙局 丙局 a b\n");
}

TEST(HtmlText, LeavesOutWhatSurroundsTheText) {
  const std::string around =
      "<script>牵头</script><style>p{}</style><nav>首页</nav><div class='top menu'>频道</div>"
      "<ul><li><a>一</a><li><a>二</a><li><a>三</a></ul><p style='display: none'>藏</p>";
  EXPECT_EQ(text(around + std::string(kTask) + "<footer>县政府负责</footer>"), kTaskText);
}

TEST(HtmlText, TakesTheMainBlockAndTheHeadingBeforeIt) {
  EXPECT_EQ(text("<div>欢迎</div><h1>修路方案</h1><div>" + repeated(kTask, 3) +
                 "</div><div>版权所有</div>"),
            "修路方案\n" + repeated(kTaskText, 3));
}

TEST(HtmlText, BeginsWithTheDeclaredTitleWhereTheTextHasNone) {
  const std::string head = "<head><meta name='ArticleTitle' content='修路方案'></head>";
  EXPECT_EQ(html_text("<html>" + head + "<body>" + std::string(kTask), "f"),
            "修路方案\n" + std::string(kTaskText));
}

TEST(HtmlText, GivesALineToARowAndATabBetweenCells) {
  EXPECT_EQ(text("<table><tr><th>任务<th>单位<tr><td rowspan=2>修路<td>甲局<br>乙局"
                 "<tr><td>丙局<tr><td colspan=2>丁<td>戊</table>"),
            "任务\t单位\n修路\t甲局\v乙局\n修路\t丙局\n丁\t\t戊\n");
}

TEST(HtmlText, LeavesOutWhatIsStruckOutAndKeepsDigitsRaised) {
  EXPECT_EQ(text("<p><del>5月</del><s>6月</s>7月，县水利局<sup>1</sup></p>"), "7月，县水利局¹\n");
}

TEST(HtmlText, ReadsAnyNumberOfUnclosedFormattingTags) {
  EXPECT_EQ(text(repeated("<font color='red'><b>", 5000) + std::string(kTask)), kTaskText);
  EXPECT_EQ(text(repeated("<p><font>甲", 400)), repeated("甲\n", 400));
}

TEST(HtmlText, TakesARunOfEmptyElementsAsOneLineEnd) {
  EXPECT_EQ(text("甲" + repeated("<br>", 100000) + "乙<p></p><div></div>丙"), "甲\n乙\n丙\n");
}

TEST(HtmlText, ReadsTablesThatOnlyArrangeThePageAsText) {
  EXPECT_EQ(text("<table><tr><td>甲</td><td>乙</td></tr></table>"), "甲\n乙\n");
}

TEST(HtmlText, DefinesNoEntitiesAndStaysWellFormed) {
  const std::string result = html_text(
      "<!DOCTYPE html [<!ENTITY a \"bomb\"><!ENTITY b SYSTEM \"file:///etc/hostname\">]>"
      "<html><body><p>&a;&b;&#0;&#1;&#xD800;&#x110000;&lt;好</p>",
      "f");
  EXPECT_NE(result.find("&a;&b;"), std::string::npos) << result;
  EXPECT_NE(result.find("<好"), std::string::npos) << result;
  EXPECT_FALSE(first_invalid_utf8(result));
}

TEST(HtmlText, RefusesWhatIsTooDeepOrTooLarge) {
  EXPECT_EQ(text(repeated("<div>", 200) + std::string(kTask)), kTaskText);
  EXPECT_THROW(text(repeated("<div>", 10000) + std::string(kTask)), LimitError);
  EXPECT_THROW(text("<p" + repeated(" a=b", 3000) + ">"), LimitError);
  EXPECT_THROW(text(std::string(17 << 20, 'x')), LimitError);
  const std::string tall = "<tr><td rowspan=1000>" + std::string(3000, 'x') + "<td>1";
  EXPECT_THROW(text("<table>" + repeated(tall, 500) + "</table>"), LimitError);
  EXPECT_THROW(text("<table>" + repeated("<tr><td colspan=1000>1<td colspan=1000>2", 2000)),
               LimitError);
  const std::string wide = "<tr>" + repeated("<td rowspan=999>", 600);
  EXPECT_THROW(text("<table><tr><td>1<td>2<tr><td>1<td>2" + repeated(wide, 10) +
                    repeated("<tr>", 1000) + "</table>"),
               LimitError);
}

TEST(ReadNetwork, OfAPageHasSpansInItsText) {
  const test::Folder folder;
  const std::string page =
      "<!DOCTYPE html><meta charset='gb2312'><h1>方案</h1><div>" + std::string(kTask) + "</div>";

  const model::Network network = read_network(folder.file("page", page));

  EXPECT_EQ(seen(network), "1/县交通局/responsible");
  const model::Assignment row = network.assignment(model::AssignmentId{0});
  EXPECT_EQ(html_text(page, "f").substr(row.span.begin, row.span.end - row.span.begin), "县交通局");
}

TEST(ReadNetwork, OfAPageWithoutDocumentTypeGoesByTheEnding) {
  const test::Folder folder;
  EXPECT_EQ(seen(read_network(folder.file("part.htm", kTask))), "1/县交通局/responsible");
}

TEST(ReadNetwork, RefusesAPageWithoutText) {
  const test::Folder folder;
  EXPECT_THROW(read_network(folder.file("x.html", "<html><script>x</script></html>")), InputError);
}

}  // namespace respnet::io
