// Broken files are refused in our own words or read: nothing else, whatever is broken in them.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "io/support.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/random.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/write.hpp"
#include "support/folder.hpp"
#include "support/random_network.hpp"

namespace respnet::io {
namespace {

// One to four small accidents: a byte replaced, dropped or doubled, a piece cut out or repeated.
std::string damaged(std::string text, RandomEngine& engine) {
  constexpr std::string_view bytes = "\"'{}[]<>/&,:;\\\n\r\t 0-+.eEaZ=\x7f";
  for (std::uint64_t n = 1 + uniform_below(engine, 4); n > 0 && !text.empty(); --n) {
    const std::size_t at = uniform_below(engine, text.size());
    const std::size_t size = 1 + uniform_below(engine, 12);
    switch (uniform_below(engine, 4)) {
      case 0:
        text[at] = bytes[uniform_below(engine, bytes.size())];
        break;
      case 1:
        text.erase(at, size);
        break;
      case 2:
        text.insert(at, 1, bytes[uniform_below(engine, bytes.size())]);
        break;
      default:
        text.insert(at, text.substr(at, size));
    }
  }
  return text;
}

// Reads it; true if it was read, and then it can be written. Other exceptions fail the test.
bool is_read(const std::string& text, std::string_view format) {
  try {
    const model::Network network = network_in(text, format);
    for (const Format& other : formats())
      if (other.write != nullptr) network_bytes(network, other.name);
    return true;
  } catch (const InputError& refusal) {
    const std::string_view said = refusal.what();
    EXPECT_TRUE(said.find("; ") != said.npos || said.find(" must ") != said.npos)
        << "does not say what to do: " << said;
    EXPECT_GT(refusal.place().line, 0U) << refusal.what();
  } catch (const LimitError&) {
  }
  return false;
}

void damage_and_read(const std::string& text, std::string_view format) {
  RandomEngine engine(1);
  int read = 0;
  int refused = 0;
  for (int i = 0; i < 2000; ++i) {
    const std::string broken = damaged(text, engine);
    if (first_invalid_utf8(broken)) continue;
    ++(is_read(broken, format) ? read : refused);
  }
  EXPECT_GT(read, 0);
  EXPECT_GT(refused, 0);
}

}  // namespace

TEST(Mutation, OfANetworkFileIsReadOrRefused) {
  damage_and_read(test::content(fixture("every_key.json")), "json");
}

TEST(Mutation, OfHostileNetworkFilesIsReadOrRefused) {
  damage_and_read(network_bytes(test::random_network(3), "json"), "json");
}

TEST(Mutation, OfGraphsOfOthersIsReadOrRefused) {
  for (const auto& [name, format] :
       std::vector<std::pair<std::string, std::string>>{{"graphs/yed.graphml", "graphml"},
                                                        {"graphs/r_igraph.graphml", "graphml"},
                                                        {"graphs/gephi.gexf", "gexf"},
                                                        {"graphs/cytoscape.cyjs", "node-link"},
                                                        {"graphs/d3_by_place.json", "node-link"}})
    damage_and_read(test::content(fixture(name)), format);
}

TEST(Mutation, OfHostileGraphmlIsReadOrRefused) {
  damage_and_read(network_bytes(test::random_network(3), "graphml"), "graphml");
}

TEST(Mutation, OfAnEdgeListIsReadOrRefused) {
  damage_and_read(test::content(fixture("line_break_and_quotes.csv")) + "a,b,support\n,c,\nd,,\n",
                  "csv");
}

}  // namespace respnet::io
