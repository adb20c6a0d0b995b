#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace respnet::io {

// Findings as SARIF 2.1.0, which editors and code-hosting sites show beside the text.

enum class SarifLevel : std::uint8_t { Error, Warning, Note };

struct SarifRule {
  std::string id;
  SarifLevel level = SarifLevel::Warning;
  std::string summary;      ///< one sentence
  std::string description;  ///< sentences: why it matters, where it comes from
  std::string help;         ///< what to do
};

/// A file that was looked at.
struct SarifFile {
  std::string path;      ///< relative, `/` between folders; written as a URI
  std::string sha256;    ///< empty: not known
  std::string encoding;  ///< IANA name; empty: UTF-8
};

struct SarifResult {
  std::size_t rule = 0;             ///< position in SarifLog::rules
  std::string message;              ///< for a person; control characters are escaped
  std::optional<std::size_t> file;  ///< position in SarifLog::files
  std::uint32_t line = 0;           ///< from 1; 0: the whole file
  std::string place;                ///< id of the task it is about; empty: none
  std::string place_title;
  std::string identity;  ///< what it is about in words that stay when lines move
};

struct SarifLog {
  std::string version;   ///< of respnet
  std::string language;  ///< of the messages: "zh", "en"
  std::vector<SarifRule> rules;
  std::vector<SarifFile> files;
  std::vector<SarifResult> results;
};

/// One SARIF log of one run; the same bytes for the same log.
///
/// A region is a whole line: columns would have to count characters of the file as stored, and our
/// spans count bytes of the decoded text. In files whose lines are not those of our text (HTML,
/// Word, PDF, Excel) results stand at the file, and the message says the line of the text. The
/// partial fingerprint `respnetFinding/v1` hashes rule, file and identity, and numbers those that
/// are alike: it stays when lines move.
/// Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, 2020.
std::string sarif(const SarifLog& log);

}  // namespace respnet::io
