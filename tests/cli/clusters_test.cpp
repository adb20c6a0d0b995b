// respnet clusters --against, --runs, --method.

#include <string>

#include <gtest/gtest.h>

#include "respnet/base/files.hpp"
#include "support/folder.hpp"
#include "support/process.hpp"

namespace respnet {
namespace {

using test::shell;

const std::string kDavis = "respnet clusters datasets/southern-women/edges.csv --lang en ";

}  // namespace

TEST(Clusters, AgreeWithThePartitionTheyWrote) {
  const test::Folder folder;
  const std::string file = (folder / "own.csv").string();
  const auto written = shell(
      "respnet metrics datasets/southern-women/edges.csv --select co.cluster --format csv -o " +
      file);
  ASSERT_EQ(written.code, 0) << written.err;

  const auto same = shell(kDavis + "--format csv --against " + file);
  EXPECT_EQ(same.code, 0) << same.err;
  EXPECT_EQ(same.out,
            "against,units,only_here,only_there,clusters_here,clusters_there,ari,ami,nmi,vi\n"
            "own.csv,18,0,0,4,4,1,1,1,0\n");
  const auto lpawb = shell(kDavis + "--format csv --against lpawb");
  EXPECT_NE(lpawb.out.find("lpawb,18,0,0,4,4,1,1,1,0"), std::string::npos) << lpawb.out;
  for (const char* format : {"table", "json", "markdown"}) {
    const auto outcome = shell(kDavis + "--against sbm --format " + format);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_NE(outcome.out.find("sbm"), std::string::npos) << format;
  }
}

TEST(Clusters, NameTheUnitsThatAFileHasTooManyOrTooFewOf) {
  const test::Folder folder;
  const std::string file = (folder / "p.csv").string();
  write_file(file, "name,cluster\nEvelyn Jefferson,a\nFlora Price,b\n");
  const auto few = shell(kDavis + "--against " + file);
  EXPECT_EQ(few.code, 0);
  EXPECT_NE(few.err.find("16 units of the plan without a cluster in p.csv"), std::string::npos)
      << few.err;
  EXPECT_NE(few.err.find("Laura Mandeville"), std::string::npos) << few.err;

  write_file(file, "name,cluster\nEvelyn Jefferson,a\nNobody,b\n");
  const auto unknown = shell(kDavis + "--against " + file);
  EXPECT_EQ(unknown.code, 3);
  EXPECT_NE(unknown.err.find("p.csv:3"), std::string::npos) << unknown.err;
  EXPECT_NE(unknown.err.find("no unit 'Nobody'"), std::string::npos) << unknown.err;

  write_file(file, "name,cluster\nFlora Price,a\nFlora Price,b\n");
  EXPECT_EQ(shell(kDavis + "--against " + file).code, 3);
}

TEST(Clusters, RefuseWhatIsNoMethodAndNoFile) {
  const auto outcome = shell(kDavis + "--against lpawp");
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("did you mean"), std::string::npos) << outcome.err;
  EXPECT_EQ(shell(kDavis + "--against brim --runs 5").code, 2);
  EXPECT_EQ(shell("respnet describe datasets/southern-women/edges.csv --method sbm").code, 2);
}

// The verdict goes with the model: modularity 0.497; with both margins kept random networks have
// 0.44 (as those have that keep the tasks of each unit), with task sizes alone 0.51 (see respnet
// metrics
// --null task-sizes). Davis: the block model sees nothing.
TEST(Clusters, SayWhetherThereIsMoreThanChance) {
  const std::string sample = "respnet clusters datasets/changle-2024/notice.md --samples 99 ";
  const auto english = shell(sample + "--lang en");
  EXPECT_EQ(english.code, 0) << english.err;
  EXPECT_NE(english.out.find("more clustered than chance"), std::string::npos);
  const auto chinese = shell(sample + "--lang zh --runs 10 --threads 1");
  EXPECT_NE(chinese.out.find("成圈超出偶然"), std::string::npos);
  EXPECT_NE(chinese.out.find("多次运行的共识"), std::string::npos);
  EXPECT_EQ(chinese.out, shell(sample + "--lang zh --runs 10 --threads 3").out);
  EXPECT_NE(shell(kDavis + "--method sbm").out.find("no evidence of structure"), std::string::npos);
}

}  // namespace respnet
