#include "respnet/io/sarif.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "io/json_text.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/files.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::array<std::string_view, 5> kOwnLines{".html", ".htm", ".docx", ".pdf", ".xlsx"};
constexpr std::size_t kFingerprintDigits = 32;

std::string_view name(SarifLevel level) {
  constexpr std::array<std::string_view, 3> names{"error", "warning", "note"};
  return names[static_cast<std::size_t>(level)];
}

// RFC 3986: every byte that is not unreserved is escaped, a colon too, lest it end a scheme.
std::string uri(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || std::string_view("-._~/").find(c) != std::string_view::npos) {
      text += c;
    } else {
      text += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return text;
}

// Whether the lines of the text are those of the file.
bool shares_lines(std::string_view path) {
  std::string lower(path);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return std::ranges::none_of(kOwnLines,
                              [&](std::string_view ending) { return lower.ends_with(ending); });
}

// `, "key": ` without the comma behind an opening brace.
void append_key(std::string& out, std::string_view key) {
  if (!out.ends_with('{')) out += ", ";
  append_json(out, key);
  out += ": ";
}

void append_member(std::string& out, std::string_view key, std::string_view value) {
  append_key(out, key);
  append_json(out, value);
}

void append_text(std::string& out, std::string_view key, std::string_view text) {
  if (text.empty()) return;
  append_key(out, key);
  out += "{\"text\": ";
  append_json(out, printable(text));
  out += '}';
}

void append_rule(std::string& out, const SarifRule& rule) {
  out += '{';
  append_member(out, "id", rule.id);
  append_text(out, "shortDescription", rule.summary);
  append_text(out, "fullDescription", rule.description);
  append_text(out, "help", rule.help);
  append_key(out, "defaultConfiguration");
  out += '{';
  append_member(out, "level", name(rule.level));
  out += "}}";
}

void append_file(std::string& out, const SarifFile& file) {
  out += '{';
  append_key(out, "location");
  out += '{';
  append_member(out, "uri", uri(file.path));
  out += '}';
  append_key(out, "roles");
  out += "[\"analysisTarget\"]";
  append_member(out, "encoding", file.encoding.empty() ? "UTF-8" : file.encoding);
  if (!file.sha256.empty()) {
    append_key(out, "hashes");
    out += '{';
    append_member(out, "sha-256", file.sha256);
    out += '}';
  }
  out += '}';
}

void append_location(std::string& out, const SarifLog& log, const SarifResult& result) {
  out += '{';
  if (result.file) {
    const std::string& path = log.files[*result.file].path;
    append_key(out, "physicalLocation");
    out += "{\"artifactLocation\": {";
    append_member(out, "uri", uri(path));
    append_key(out, "index");
    append_number(out, *result.file);
    out += '}';
    if (result.line != 0 && shares_lines(path)) {
      out += ", \"region\": {\"startLine\": ";
      append_number(out, result.line);
      out += '}';
    }
    out += '}';
  }
  if (!result.place.empty()) {
    append_key(out, "logicalLocations");
    out += "[{";
    append_member(out, "fullyQualifiedName", result.place);
    if (!result.place_title.empty()) append_member(out, "name", printable(result.place_title));
    append_member(out, "kind", "task");
    out += "}]";
  }
  out += '}';
}

std::string message_of(const SarifLog& log, const SarifResult& result) {
  if (result.message.empty()) return log.rules[result.rule].id;  // SARIF wants a message
  if (!result.file || result.line == 0 || shares_lines(log.files[*result.file].path))
    return result.message;
  const std::string line = std::to_string(result.line);
  return log.language == "zh" ? "（正文第 " + line + " 行）" + result.message
                              : "(line " + line + " of the text) " + result.message;
}

// Fingerprints of results in order: those that are alike get the numbers 1, 2, …
class Fingerprints {
 public:
  std::string next(const SarifLog& log, const SarifResult& result) {
    std::string key = log.rules[result.rule].id + '\n';
    if (result.file) key += log.files[*result.file].path;
    key += '\n' + result.identity;
    const std::string hash = sha256(key).substr(0, kFingerprintDigits);
    return hash + ":" + std::to_string(++seen_[hash]);
  }

 private:
  std::map<std::string, std::size_t> seen_;
};

void append_result(std::string& out, const SarifLog& log, const SarifResult& result,
                   Fingerprints& fingerprints) {
  ensure(result.rule < log.rules.size(), "a result of no rule");
  ensure(!result.file || *result.file < log.files.size(), "a result in no file");
  const SarifRule& rule = log.rules[result.rule];
  out += '{';
  append_member(out, "ruleId", rule.id);
  append_key(out, "ruleIndex");
  append_number(out, result.rule);
  append_member(out, "level", name(rule.level));
  append_text(out, "message", message_of(log, result));
  if (result.file || !result.place.empty()) {
    append_key(out, "locations");
    out += '[';
    append_location(out, log, result);
    out += ']';
  }
  append_key(out, "partialFingerprints");
  out += '{';
  append_member(out, "respnetFinding/v1", fingerprints.next(log, result));
  out += "}}";
}

// `"key": [` item, item `]`, one a line.
void append_list(std::string& out, std::string_view key, const auto& items, const auto& append) {
  out += ",\n  ";
  append_json(out, key);
  out += ": [";
  for (std::size_t i = 0; i < items.size(); ++i) {
    out += i == 0 ? "\n   " : ",\n   ";
    append(items[i]);
  }
  out += ']';
}

}  // namespace

std::string sarif(const SarifLog& log) {
  std::string out = "{";
  append_member(out, "$schema", kSchema);
  append_member(out, "version", "2.1.0");
  out += ",\n \"runs\": [{\"tool\": {\"driver\": {\"name\": \"respnet\"";
  append_member(out, "version", log.version);
  append_list(out, "rules", log.rules, [&](const SarifRule& rule) { append_rule(out, rule); });
  out += "}}";
  if (!log.language.empty()) append_member(out, "language", log.language);
  append_list(out, "artifacts", log.files, [&](const SarifFile& file) { append_file(out, file); });
  Fingerprints fingerprints;
  append_list(out, "results", log.results,
              [&](const SarifResult& result) { append_result(out, log, result, fingerprints); });
  return out + "}]}\n";
}

}  // namespace respnet::io
