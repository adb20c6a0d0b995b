// A network file in our writer's form is read in parts, any other as a tree: both give the same
// network and the same refusals, wherever parts begin and however many threads there are.

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "io/network_json.hpp"
#include "io/plain_json.hpp"
#include "io/support.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/files.hpp"
#include "respnet/base/random.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/write.hpp"
#include "support/random_network.hpp"

namespace respnet::io {
namespace {

constexpr std::array<std::size_t, 5> kPartBytes{1, 50, 300, 4000, std::size_t{1} << 22};

Document document_of(std::string_view text, unsigned threads) {
  return {.file = "f.json", .text = text, .source = {.path = "f.json"}, .threads = threads};
}

// All that there is to see of a network, or the words of the refusal.
std::string outcome(std::string_view text, std::size_t part_bytes, unsigned threads) {
  try {
    return network_bytes(read_network_json(document_of(text, threads), part_bytes), "json");
  } catch (const InputError& error) {
    return error.what();
  } catch (const LimitError& error) {
    return error.what();
  }
}

void expect_parts_agree(std::string_view text) {
  const std::string as_tree = outcome(text, 0, 1);
  for (const unsigned threads : {1U, 2U, 16U})
    for (const std::size_t part_bytes : kPartBytes)
      ASSERT_EQ(outcome(text, part_bytes, threads), as_tree)
          << "parts of " << part_bytes << ", threads: " << threads << ", of: " << text;
}

bool read_in_parts(std::string_view text, std::size_t part_bytes = 100) {
  return plain_network_json(document_of(text, 2), part_bytes).has_value();
}

// Lines of a file, to be moved and left out.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, text.npos) << what;
  if (at != text.npos) text.replace(at, what.size(), by);
  return text;
}

const std::string kPlain = R"({"schema": "respnet-network/1",
 "title": "",
 "sources": [],
 "sections": [],
 "tasks": [
  {"id": "1", "title": "", "section": null, "source": null, "lines": null, "deadline": null, "due": null, "clauses": [], "targets": []},
  {"id": "2", "title": "", "section": null, "source": null, "lines": null, "deadline": null, "due": null, "clauses": [], "targets": [{"text": "x", "value": 2.5, "unit": null, "comparator": null}]},
  {"id": "3", "title": "", "section": null, "source": null, "lines": null, "deadline": null, "due": null, "clauses": [{"text": "c", "lines": [1, 2], "span": null}], "targets": []}],
 "units": [
  {"id": "u1", "name": "A", "kind": "organ", "aliases": [], "offices": [], "members": []},
  {"id": "u2", "name": "B", "kind": "group", "aliases": [], "offices": [], "members": ["u1"]}],
 "assignments": [
  {"task": "1", "unit": "u2", "role": "lead", "explicit": true, "order": 1},
  {"task": "1", "unit": "u1", "role": "support", "explicit": false, "order": 2},
  {"task": "3", "unit": "u1", "role": "lead", "explicit": true, "order": 1, "offices": ["o"], "clause": 0, "line": 7, "span": [3, 9], "as_written": null}],
 "notes": [
  {"code": "some", "task": "2", "line": null, "unit": "u1", "message": "m"}]}
)";

}  // namespace

TEST(PlainJson, ReadsWhatOurWriterWrites) {
  for (std::uint64_t seed = 0; seed < 200; ++seed)
    for (const bool edge_list : {false, true}) {
      const std::string text = network_bytes(
          edge_list ? test::random_edge_list(seed) : test::random_network(seed), "json");
      for (const std::size_t part_bytes : kPartBytes)
        for (const unsigned threads : {1U, 2U, 16U}) {
          const auto network = plain_network_json(document_of(text, threads), part_bytes);
          ASSERT_TRUE(network) << "seed " << seed << ": " << text;
          ASSERT_EQ(network_bytes(*network, "json"), text) << "seed " << seed;
        }
      ASSERT_EQ(outcome(text, 0, 1), text) << "seed " << seed;
    }
}

TEST(PlainJson, AgreesWithTheTreeOnFixtures) {
  std::size_t in_parts = 0;
  for (const auto& entry : std::filesystem::directory_iterator(fixture(""))) {
    if (entry.path().extension() != ".json") continue;
    const std::string text = read_file(entry.path());
    if (!looks_like_json(text)) continue;
    in_parts += read_in_parts(text);
    expect_parts_agree(text);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(in_parts, 0U);
}

TEST(PlainJson, AgreesWithTheTreeOnDamagedFiles) {
  constexpr std::string_view bytes = "\"\\,:[]{} \n0n1u=-\x01";
  std::size_t refused = 0;
  for (std::uint64_t stream = 0; stream < 500; ++stream) {
    RandomEngine engine(21, stream);
    std::string text = network_bytes(test::random_network(stream), "json");
    for (std::uint64_t i = 1 + uniform_below(engine, 2); i > 0; --i) {
      const std::size_t at = uniform_below(engine, text.size());
      const char byte = bytes[uniform_below(engine, bytes.size())];
      switch (uniform_below(engine, 3)) {
        case 0:
          text[at] = byte;
          break;
        case 1:
          text.erase(at, 1);
          break;
        default:
          text.insert(at, 1, byte);
      }
    }
    if (first_invalid_utf8(text)) continue;  // refused before any reader sees it
    refused += !read_in_parts(text);
    expect_parts_agree(text);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(refused, 100U);
}

TEST(PlainJson, AgreesWithTheTreeOnMovedLines) {
  for (std::uint64_t stream = 0; stream < 500; ++stream) {
    RandomEngine engine(22, stream);
    std::vector<std::string> lines = lines_of(network_bytes(test::random_network(stream), "json"));
    const std::size_t from = uniform_below(engine, lines.size());
    const std::size_t to = uniform_below(engine, lines.size());
    const std::string line = lines[from];
    if (uniform_below(engine, 2) == 0)
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(from));
    if (uniform_below(engine, 3) != 0)
      lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(std::min(to, lines.size())), line);
    std::string text;
    for (const std::string& one : lines) text += one;
    expect_parts_agree(text);
    if (HasFatalFailure()) return;
  }
}

TEST(PlainJson, LeavesAnyOtherFormToTheTree) {
  ASSERT_TRUE(read_in_parts(kPlain));
  expect_parts_agree(kPlain);
  // What stands there, what else may, and whether that is read in parts.
  struct Change {
    std::string_view what, by;
    bool in_parts = false;
  };
  for (const Change& change : std::vector<Change>{
           {"\"title\": \"\"", "\"title\": \"a\\\\\\\"\\u0009\"", true},
           {"\"title\": \"\"", "\"title\": null", true},
           {"\"title\": \"\"", "\"title\":\"\""},
           {"\"title\": \"\"", "\"title\": \"\\u00e9\""},
           {"\"title\": \"\"", "\"title\": \"\\/\""},
           {"\"value\": 2.5", "\"value\": -1e+30", true},
           {"\"value\": 2.5", "\"value\": 1e30"},
           {"\"value\": 2.5", "\"value\": 2.50"},
           {"\"value\": 2.5", "\"value\": -0"},
           {"\"value\": 2.5", "\"value\": 02"},
           {"\"value\": 2.5", "\"value\": 1e999"},
           {"\"value\": 2.5", "\"value\": inf"},
           {"\"lines\": [1, 2]", "\"lines\": [2, 1]"},
           {"\"lines\": [1, 2]", "\"lines\": [1, 4294967296]"},
           {"\"span\": [3, 9]", "\"span\": [3, 9223372036854775807]", true},
           {"\"span\": [3, 9]", "\"span\": [3, 9223372036854775808]"},
           {"\"span\": [3, 9]", "\"span\": [3, 09]"},
           {"\"span\": [3, 9]", "\"span\": [3, 9.0]"},
           {"\"clause\": 0", "\"clause\": 1"},
           {"\"line\": 7", "\"line\": 07"},
           {"\"line\": 7", "\"line\": 7e0"},
           {"\"line\": 7", "\"line\": null"},
           {"\"order\": 2", "\"order\": 3"},
           {"\"order\": 2", "\"order\": 0"},
           {"\"explicit\": false", "\"explicit\": null"},
           {"\"role\": \"support\"", "\"role\": \"leads\""},
           {"\"role\": \"support\"", "\"role\": \"oversight\"", true},
           {"\"unit\": \"u1\", \"role\": \"support\"", "\"unit\": \"u2\", \"role\": \"support\""},
           {"\"unit\": \"u1\", \"role\": \"support\"", "\"unit\": \"u7\", \"role\": \"support\""},
           {"\"task\": \"3\"", "\"task\": \"2\"", true},
           {"\"task\": \"3\"", "\"task\": \"1\""},
           {"\"task\": \"3\"", "\"task\": \"\""},
           {"\"task\": \"3\"", "\"task\": \"9\""},
           {"\"id\": \"2\"", "\"id\": \"1\""},
           {"\"id\": \"u2\"", "\"id\": \"u1\""},
           {"\"members\": [\"u1\"]", "\"members\": [\"u3\"]"},
           {"\"kind\": \"group\"", "\"kind\": \"groups\""},
           {"\"section\": null", "\"section\": \"\""},
           {"\"source\": null", "\"source\": \"s1\""},
           {"\"task\": \"2\", \"line\"", "\"task\": null, \"line\"", true},
           {", \"unit\": \"u1\", \"message\"", ", \"message\"", true},
           {", \"unit\": \"u1\", \"message\"", ", \"unit\": null, \"message\"", true},
           {"\"code\": \"some\"", "\"code\": \"\""},
           {"respnet-network/1", "respnet-network/2"},
           {"\"m\"}]}\n", "\"m\"}]}"},
           {"\"m\"}]}\n", "\"m\"}]}\n "},
           {"\"as_written\": null}]", "\"as_written\": null},\n]"},
           {"\"as_written\": null}]", "\"as_written\": null}"},
           {"\"order\": 2},", "\"order\": 2}]"},
       }) {
    const std::string text = replaced(kPlain, change.what, change.by);
    EXPECT_EQ(read_in_parts(text), change.in_parts) << change.by;
    expect_parts_agree(text);
    if (HasFatalFailure()) return;
  }
}

}  // namespace respnet::io
