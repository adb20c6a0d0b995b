#include "respnet/report/page.hpp"

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "report/page_parts.hpp"
#include "respnet/base/text.hpp"
#include "respnet/report/folder.hpp"
#include "support/davis.hpp"
#include "support/network.hpp"

namespace respnet::report {
namespace {

using model::Role;

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

// What stands between each `begin` and the next quote.
std::vector<std::string> values(const std::string& page, const std::string& begin) {
  std::vector<std::string> found;
  for (std::size_t at = page.find(begin); at != std::string::npos; at = page.find(begin, at + 1)) {
    const std::size_t first = at + begin.size();
    found.push_back(page.substr(first, page.find('"', first) - first));
  }
  return found;
}

std::string page_of(const model::Network& plan, Language language = Language::Zh) {
  const analysis::Study study(plan);
  for (const FileContent& file : folder(study, {.language = language}).files)
    if (file.path == "index.html") return file.bytes;
  return {};
}

std::string index_html(const std::vector<test::Row>& rows, Language language = Language::Zh) {
  return page_of(test::network(rows), language);
}

// What stands between the first `begin` and the next `end`.
std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t at = text.find(begin);
  if (at == std::string::npos) return {};
  const std::size_t first = at + begin.size();
  return text.substr(first, text.find(end, first) - first);
}

std::size_t scripts() { return has_page_script() ? 2U : 0U; }

const std::vector<test::Row> kPlan{{"1", "甲局", Role::Lead},
                                   {"1", "乙局", Role::Support},
                                   {"2", "乙局", Role::Lead},
                                   {"2", "丙局", Role::Support},
                                   {"3", "丙局", Role::Lead}};

TEST(Page, EveryLinkLeadsToARowOrPicture) {
  const std::string page = index_html(kPlan);

  std::set<std::string> ids;
  for (const std::string& id : values(page, " id=\""))
    EXPECT_TRUE(ids.insert(id).second) << "two elements have the id " << id;
  const auto links = values(page, "href=\"#");
  for (const std::string& link : links)
    EXPECT_TRUE(ids.contains(link)) << "no element has the id " << link;
  EXPECT_GT(links.size(), 10U);
}

TEST(Page, CutsListsOfHundredsOfTasksAndNamesTheCommandThatPrintsThem) {
  std::vector<test::Row> rows;
  for (std::size_t t = 1000; t < 1300; ++t)
    rows.push_back({"t" + std::to_string(t), "甲局", Role::Lead});

  const std::string sole =
      between(index_html(rows, Language::En), "Tasks that lose their only", "</table>");

  EXPECT_NE(sole.find("t1000 t1001 "), std::string::npos);
  EXPECT_NE(sole.find(" t1099 … (respnet leads lists all)"), std::string::npos);
}

TEST(Page, AsksTheNetworkForNothing) {
  const std::string page = index_html(kPlan);

  EXPECT_EQ(count(page, "<script"), scripts());
  EXPECT_EQ(count(page, "<link"), 0U);
  EXPECT_EQ(count(page, "url("), 0U);
  EXPECT_EQ(count(page, "src="), 0U);
  EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
}

TEST(Page, ShowsHostileNamesLiterally) {
  const std::string page = index_html({{"</script><img src=x onerror=alert(1)>", "<svg onload=a>"},
                                       {"2", "\"quoted' & <!--<script>"},
                                       {"2", "=cmd()"}});

  EXPECT_EQ(count(page, "<img"), 0U);
  EXPECT_EQ(count(page, "<script"), scripts());
  EXPECT_EQ(count(page, "</script"), scripts());
  EXPECT_EQ(count(page, "<svg onload"), 0U);
  EXPECT_EQ(count(page, "<!--"), 0U);
  EXPECT_GT(count(page, "&lt;svg onload=a&gt;"), 0U);
}

TEST(Page, AllowsItsScriptByItsHashAndNoOther) {
  const std::string page = index_html(kPlan);
  if (!has_page_script()) {
    EXPECT_EQ(page.find("<noscript>"), std::string::npos);
    EXPECT_EQ(page.find("script-src"), std::string::npos);
    GTEST_SKIP() << "RESPNET_WEB is off: the page has no script";
  }

  const std::string script = between(page, "<script>", "</script>");

  EXPECT_NE(page.find("script-src '" + policy_hash(script) + "';"), std::string::npos);
  EXPECT_EQ(page.find("unsafe-eval"), std::string::npos);
}

TEST(Page, HashesScriptsAsBrowsersDo) {
  // The example of the recommendation "Content Security Policy Level 2" (W3C, 2016).
  EXPECT_EQ(policy_hash("alert('Hello, world.');"),
            "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
}

TEST(Page, HoldsTheNetworkForItsScript) {
  if (!has_page_script()) GTEST_SKIP() << "RESPNET_WEB is off: the page has no script";
  const std::string page =
      index_html({{"<1>", "\u2028甲局&", Role::Lead}, {"<1>", "</script>", Role::Support}});

  const std::string data = between(page, "id=\"data\">", "</script>");

  EXPECT_EQ(data.find_first_of("<>&"), std::string::npos) << data;
  const auto json = nlohmann::json::parse(data);
  EXPECT_EQ(json["units"].size(), 2U);
  EXPECT_EQ(json["units"][1]["name"], "</script>");
  EXPECT_EQ(json["tasks"][0]["id"], "<1>");
  // Unit 0 leads, unit 1 does not.
  EXPECT_EQ(json["tasks"][0]["u"], nlohmann::json::parse("[[0,1],[1,0]]"));
}

TEST(Page, MarksTheUnitsOfAClause) {
  model::NetworkBuilder builder("test");
  const auto task =
      builder.add_task({.id = "1", .clauses = {{"（责任单位：甲局，乙局）", {7, 7}, {}}}});
  for (const char* name : {"甲局", "乙局"})
    builder.add_assignment(task, builder.unit_of_name(name), Role::Responsible);

  const std::string page = page_of(std::move(builder).build());

  EXPECT_NE(page.find("第 7 行</span> <span class=\"clause-text\">（责任单位：<span "
                      "class=\"named\">甲局</span>，<span class=\"named\">乙局</span>）"),
            std::string::npos);
}

TEST(Page, CountsTasksOfUnitsBySection) {
  model::NetworkBuilder builder("test");
  const auto unit = builder.unit_of_name("甲局");
  for (const char* id : {"1", "2"}) {
    const auto section = builder.add_section({.id = id, .title = std::string(id) + "、章"});
    for (const char* task : {".1", ".2"}) {
      if (id[0] == '2' && task[1] == '2') continue;
      builder.add_assignment(builder.add_task({.id = std::string(id) + task, .section = section}),
                             unit, Role::Lead);
    }
  }

  const std::string page = page_of(std::move(builder).build());

  const std::string row = between(page, "<tr id=\"unit-1\"", "</tr>");
  EXPECT_NE(row.find("<td class=\"n heat h2\" data-v=\"2\">2（2）</td><td class=\"n heat h1\" "
                     "data-v=\"1\">1（1）</td>"),
            std::string::npos)
      << row;
}

TEST(Page, ShowsHowSureTheRankOfAUnitIs) {
  const model::Network plan = test::davis_network();
  const analysis::Study study(plan);
  const auto& ranks = study.ranks(analysis::LoadKind::Tasks);
  const std::string page = page_of(plan, Language::En);
  for (std::uint32_t unit = 0; unit < study.graph().unit_count(); ++unit) {
    const std::string row =
        between(page, "<tr id=\"unit-" + std::to_string(unit + 1) + "\"", "</tr>");
    ASSERT_LT(ranks.low[unit], ranks.high[unit]);  // no place among the women is sure
    EXPECT_NE(row.find(">" + std::to_string(ranks.low[unit]) + "–" +
                       std::to_string(ranks.high[unit]) + "</td>"),
              std::string::npos)
        << row;
  }
}

// What the findings quote stands in a table of the page and in a file.
TEST(Page, HoldsTheTestsAgainstChance) {
  const model::Network plan = test::davis_network();
  const std::string page = page_of(plan, Language::En);
  const std::string table = between(page, "<div id=\"chance\">", "</div>");
  EXPECT_EQ(count(table, "<tr"), 4U) << table;  // the head, two Gini indices, the modularity
  EXPECT_NE(table.find("margins"), std::string::npos);
  EXPECT_EQ(count(table, ">999<"), 3U) << table;
  EXPECT_EQ(count(page, "href=\"#chance\""), 2U);

  const analysis::Study study(plan);
  for (const FileContent& file : folder(study, {}).files)
    if (file.path == "metrics-chance.csv") {
      EXPECT_EQ(count(file.bytes, "\n"), 4U) << file.bytes;
    }
}

TEST(Page, SpeaksTheLanguageAskedFor) {
  const std::string page =
      index_html({{"1", "Water", Role::Lead}, {"1", "Roads", Role::Support}}, Language::En);

  EXPECT_NE(page.find("<html lang=\"en\">"), std::string::npos);
  EXPECT_NE(page.find(">Who is responsible for what</h2>"), std::string::npos);
  for (std::size_t at = 0; at < page.size();) {
    const char32_t c = next_code_point(page, at);
    ASSERT_FALSE(c >= 0x4E00 && c < 0xA000) << page.substr(at - std::min<std::size_t>(at, 80), 120);
  }
}

TEST(Page, RecoloursItsPicturesOnDarkScreens) {
  const std::string page = index_html(kPlan);
  const std::string lead = between(page, "[fill=\"#0B3C6F\"]{fill:var(", ")");

  ASSERT_FALSE(lead.empty());
  EXPECT_NE(page.find(lead + ":#0B3C6F;"), std::string::npos);
  EXPECT_EQ(count(page, lead + ":#A6CFF5;"), 2U);  // for the system's wish, and the reader's
}

TEST(Page, OfAnEmptyNetworkIsStillAPage) {
  const std::string page = index_html({});

  EXPECT_NE(page.find("</html>"), std::string::npos);
}

TEST(Folder, HoldsPageAndPicturesAndNetworkAndMeasures) {
  const model::Network plan = test::network(kPlan);
  const analysis::Study study(plan);

  std::set<std::string> names;
  for (const FileContent& file : folder(study, {}).files) {
    EXPECT_FALSE(file.bytes.empty()) << file.path;
    names.insert(file.path.string());
  }

  EXPECT_FALSE(names.contains("task-sheet.svg")) << "task sheets are for paper";
  for (const char* name :
       {"task-sheet.pdf",       "ego.pdf",           "bipartite.pdf",     "matrix.svg",
        "index.html",           "bipartite.svg",     "bipartite.png",     "coresponsibility.svg",
        "coresponsibility.png", "leads.svg",         "leads.png",         "workload.svg",
        "workload.png",         "network.json",      "network.graphml",   "network.xlsx",
        "metrics-network.csv",  "metrics-units.csv", "metrics-tasks.csv", "metrics-pairs.csv",
        "metrics-chance.csv"})
    EXPECT_TRUE(names.contains(name)) << name;
}

TEST(Folder, HasTheSameBytesWithAnyNumberOfThreads) {
  const model::Network plan = test::network(kPlan);
  const analysis::Study one(plan, {.threads = 1});
  const analysis::Study many(plan, {.threads = 16});

  const Folder first = folder(one, {});
  const Folder second = folder(many, {});

  ASSERT_EQ(first.files.size(), second.files.size());
  for (std::size_t i = 0; i < first.files.size(); ++i)
    EXPECT_EQ(first.files[i].bytes, second.files[i].bytes) << first.files[i].path;
}

}  // namespace
}  // namespace respnet::report
