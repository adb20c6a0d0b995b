#include "respnet/report/page.hpp"

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/report/folder.hpp"
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

std::string index_html(const std::vector<test::Row>& rows) {
  const model::Network plan = test::network(rows);
  const analysis::Study study(plan);
  for (const FileContent& file : folder(study, {}).files)
    if (file.path == "index.html") return file.bytes;
  return {};
}

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

TEST(Page, AsksTheNetworkForNothing) {
  const std::string page = index_html(kPlan);

  EXPECT_EQ(count(page, "<script"), 0U);
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
  EXPECT_EQ(count(page, "<script"), 0U);
  EXPECT_EQ(count(page, "<svg onload"), 0U);
  EXPECT_EQ(count(page, "<!--"), 0U);
  EXPECT_GT(count(page, "&lt;svg onload=a&gt;"), 0U);
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

  for (const char* name :
       {"index.html", "bipartite.svg", "bipartite.png", "coresponsibility.svg",
        "coresponsibility.png", "leads.svg", "leads.png", "workload.svg", "workload.png",
        "network.json", "network.graphml", "network.xlsx", "metrics-network.csv",
        "metrics-units.csv", "metrics-tasks.csv", "metrics-pairs.csv"})
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

TEST(Folder, KeepsEveryUnitInTheGraphWhenGroupsAreDropped) {
  model::NetworkBuilder builder("test");
  const auto task = builder.add_task({.id = "1"});
  builder.add_assignment(task, builder.add_unit({.name = "甲局"}), Role::Responsible);
  builder.add_assignment(task, builder.add_unit({.name = "各乡镇", .kind = model::UnitKind::Group}),
                         Role::Responsible);
  const model::Network plan = std::move(builder).build();

  const analysis::Study study(plan, {.counting = {.groups = graph::GroupPolicy::Drop}});

  EXPECT_NE(graphml(study).find("各乡镇"), std::string::npos);
}

}  // namespace
}  // namespace respnet::report
