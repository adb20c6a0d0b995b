#include "cli/check_sarif.hpp"

#include <string>

#include "respnet/base/version.hpp"

namespace respnet::cli {
namespace {

using analysis::Finding;
using analysis::LintRule;
using analysis::Severity;
using model::index;

io::SarifLevel level(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return io::SarifLevel::Error;
    case Severity::Warning:
      return io::SarifLevel::Warning;
    default:
      return io::SarifLevel::Note;
  }
}

// "Nobody answers for it." from the words of a table cell.
std::string sentence(std::string text, Language language) {
  if (text.empty()) return text;
  if (text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text + (language == Language::Zh ? "。" : ".");
}

io::SarifRule rule_in(const LintRule& rule, Language language) {
  const std::string reason = sentence(rule.reason.in(language), language);
  const std::string source = sentence(rule.source, Language::En);
  return {.id = rule.id,
          .level = level(rule.severity),
          .summary = sentence(rule.meaning.in(language), language),
          .description = reason + (reason.empty() ? "" : " ") + source,
          .help = sentence(rule.action.in(language), language)};
}

std::string path_of(const model::Source& source, const Settings& settings) {
  for (const std::filesystem::path& input : settings.inputs) {
    const std::filesystem::path path = input.lexically_normal();
    if (path.filename() == source.path && path.is_relative() && *path.begin() != "..")
      return path.generic_string();
  }
  return source.path;
}

// What the finding is about, without lines and counts, which change when the plan is edited.
std::string identity(const Finding& finding, const LintRule& rule, const model::Network& network) {
  std::string words;
  if (finding.task) {
    const model::Task task = network.task(*finding.task);
    words += task.title.empty() ? task.id : task.title;
  }
  words += '\n';
  if (finding.unit) words += network.unit_name(*finding.unit);
  if (rule.from_reader) words += '\n' + finding.message.en;
  return words;
}

io::SarifResult result(const Finding& finding, const LintRule& rule, const model::Network& network,
                       Language language) {
  io::SarifResult result{.rule = finding.rule,
                         .message = finding.message.in(language),
                         .line = finding.line,
                         .identity = identity(finding, rule, network)};
  if (finding.source) result.file = index(*finding.source);
  if (!finding.task) return result;
  const model::Task task = network.task(*finding.task);
  result.place = task.id;
  result.place_title = task.title;
  result.message = result.place + (task.title.empty() ? "" : " " + result.place_title) +
                   (language == Language::Zh ? "：" : ": ") + result.message;
  return result;
}

}  // namespace

io::SarifLog sarif_log(const analysis::LintReport& report, const model::Network& network,
                       const Settings& settings, Language language) {
  io::SarifLog log{.version = std::string(version()),
                   .language = language == Language::Zh ? "zh" : "en"};
  for (const LintRule& rule : report.rules) log.rules.push_back(rule_in(rule, language));
  for (const model::Source& source : network.sources())
    log.files.push_back({path_of(source, settings), source.sha256, source.encoding});
  for (const Finding& finding : report.findings)
    log.results.push_back(result(finding, report.rules[finding.rule], network, language));
  return log;
}

}  // namespace respnet::cli
