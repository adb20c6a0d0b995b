// Rooms and arrows: who may include whom. The table is the architecture; change it on purpose.

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

const std::map<std::string, std::set<std::string>> kMayInclude{
    {"base", {}},
    {"pdftext", {}},  // a program of its own: poppler is under the GPL
    {"model", {"base"}},
    {"graph", {"base", "model"}},
    {"extract", {"base", "model"}},
    {"io", {"base", "model", "extract"}},
    {"analysis", {"base", "model", "graph"}},
    {"viz", {"base", "model", "graph"}},
    {"report", {"base", "model", "graph", "extract", "io", "analysis", "viz"}},
    {"cli", {"base", "model", "graph", "extract", "io", "analysis", "viz", "report"}},
};

// The room an #include line names: "respnet/<room>/…" or, for private headers, "<room>/…".
std::string included_room(std::string line) {
  const std::string start = "#include \"";
  if (!line.starts_with(start)) return {};
  line.erase(0, start.size());
  if (line.starts_with("respnet/")) line.erase(0, 8);
  return line.substr(0, line.find('/'));
}

void check_tree(const fs::path& tree, int& files) {
  for (const auto& entry : fs::recursive_directory_iterator(tree)) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".cpp" && ending != ".hpp") continue;
    const std::string room = fs::relative(entry.path(), tree).begin()->string();
    ASSERT_TRUE(kMayInclude.contains(room)) << entry.path() << " stands in no known room";
    ++files;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      const std::string other = included_room(line);
      if (other.empty() || other == room) continue;
      EXPECT_TRUE(kMayInclude.at(room).contains(other))
          << entry.path() << ": " << room << " may not include " << other << ": " << line;
    }
  }
}

TEST(Rooms, IncludeOnlyTheRoomsBelowThem) {
  int files = 0;
  check_tree(fs::path(RESPNET_SOURCE_DIR) / "include" / "respnet", files);
  check_tree(fs::path(RESPNET_SOURCE_DIR) / "src", files);
  EXPECT_GT(files, 20);
}

TEST(Rooms, KeepThirdPartyTypesAtHome) {
  const std::map<std::string, std::set<std::string>> homes{
      {"graphviz/", {"viz"}},     {"cairo", {"viz"}},          {"pango/", {"viz"}},
      {"librsvg/", {"viz"}},      {"boost/graph/", {"graph"}}, {"boost/program_options", {"cli"}},
      {"Eigen/", {"graph"}},      {"Spectra/", {"graph"}},     {"nlohmann/", {"io", "report"}},
      {"tao/pegtl", {"extract"}}, {"openssl/", {"base"}},      {"libxml/", {"io"}},
      {"zip.h", {"io"}},          {"xlsxwriter", {"io"}},      {"poppler", {"pdftext"}},
  };
  for (const auto& tree : {fs::path("include") / "respnet", fs::path("src")}) {
    const fs::path root = fs::path(RESPNET_SOURCE_DIR) / tree;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      if (!entry.is_regular_file()) continue;
      const std::string room = fs::relative(entry.path(), root).begin()->string();
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("#include <")) continue;
        for (const auto& [library, rooms] : homes) {
          const bool at_home = rooms.contains(room) || !line.substr(10).starts_with(library);
          EXPECT_TRUE(at_home) << entry.path() << ": " << line;
        }
      }
    }
  }
}

}  // namespace
