// Findings as tables.

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <utility>

#include "analysis/table_columns.hpp"
#include "respnet/analysis/lint.hpp"
#include "respnet/base/text.hpp"

namespace respnet::analysis {
namespace {

constexpr std::size_t kTitleShown = 24;  // characters

using TextOf = std::function<std::string(const Finding&)>;

const Words& severity_word(Severity severity) {
  static const std::array<Words, 3> words{
      {{"错误", "error"}, {"警告", "warning"}, {"提示", "info"}}};
  return words[static_cast<std::size_t>(severity)];
}

std::string task_id(const model::Network& network, const Finding& finding) {
  return finding.task ? std::string(network.task_id(*finding.task)) : "";
}

std::string task_title(const model::Network& network, const Finding& finding) {
  return finding.task ? std::string(network.task(*finding.task).title) : "";
}

std::string file_name(const model::Network& network, const Finding& finding) {
  return finding.source ? network.sources()[model::index(*finding.source)].path : "";
}

// "12", or nothing where no line is known.
std::string line_text(const Finding& finding) {
  return finding.line == 0 ? "" : std::to_string(finding.line);
}

Column column(std::string id, const Words& label, Language language,
              const std::vector<const Finding*>& findings, const TextOf& text) {
  std::vector<std::string> values;
  for (const Finding* finding : findings) values.push_back(text(*finding));
  return text_column(std::move(id), label.in(language), std::move(values));
}

std::vector<const Finding*> pointers(const LintReport& report) {
  std::vector<const Finding*> all;
  for (const Finding& finding : report.findings) all.push_back(&finding);
  return all;
}

bool all_say_the_same(const std::vector<const Finding*>& findings) {
  return std::ranges::all_of(findings, [&](const Finding* finding) {
    return finding->message.en == findings.front()->message.en;
  });
}

// "警告 vague-unit（2）单位名称含糊：列出具体单位…"
std::string title_of(const LintRule& rule, std::size_t findings, std::size_t shown,
                     Language language) {
  const bool zh = language == Language::Zh;
  std::string number = std::to_string(findings);
  if (shown < findings)
    number += zh ? "，列出前 " + std::to_string(shown) + " 处，-v 全部列出"
                 : ", the first " + std::to_string(shown) + " listed, -v lists all";
  return severity_word(rule.severity).in(language) + " " + rule.id + (zh ? "（" : " (") + number +
         (zh ? "）" : "): ") + rule.meaning.in(language) + (zh ? "。" : "; ") +
         rule.action.in(language);
}

Table table_of_rule(const LintRule& rule, std::vector<const Finding*> findings,
                    const model::Network& network, Language language, std::size_t most_rows) {
  const std::size_t all = findings.size();
  const bool same = all > 1 && rule.from_reader && all_say_the_same(findings);
  if (all > most_rows) findings.resize(most_rows);
  Table table{
      .id = rule.id, .title = title_of(rule, all, findings.size(), language), .columns = {}};
  const auto add = [&](const char* id, const Words& label, const TextOf& text) {
    table.columns.push_back(column(id, label, language, findings, text));
  };
  if (network.source_count() > 1)
    add("file", {"文件", "file"}, [&](const Finding& f) { return file_name(network, f); });
  add("line", {"行", "line"}, line_text);
  if (std::ranges::any_of(findings, [](const Finding* f) { return f->task.has_value(); })) {
    add("task", {"任务", "task"}, [&](const Finding& f) { return task_id(network, f); });
    add("title", {"名称", "title"}, [&](const Finding& f) {
      const std::string title = task_title(network, f);
      const std::string_view shown = prefix(title, kTitleShown);
      return std::string(shown) + (shown.size() < title.size() ? "…" : "");
    });
  }
  if (!same)
    add("message", {"说明", "message"}, [&](const Finding& f) { return f.message.in(language); });
  return table;
}

std::string totals(const LintReport& report, Language language) {
  const bool zh = language == Language::Zh;
  std::string text;
  for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info}) {
    const std::string number = std::to_string(count(report, severity));
    text += text.empty() ? (zh ? "合计：" : "In all: ") : (zh ? "，" : ", ");
    text +=
        zh ? severity_word(severity).zh + " " + number : number + " " + std::string(name(severity));
  }
  return text;
}

}  // namespace

Table findings_table(const LintReport& report, const model::Network& network, Language language) {
  Table table = titled("findings", {"需要核对之处", "Findings"}, language);
  const std::vector<const Finding*> all = pointers(report);
  const auto add = [&](const char* id, const Words& label, const TextOf& text) {
    table.columns.push_back(column(id, label, language, all, text));
  };
  add("rule", {"规则", "rule"}, [&](const Finding& f) { return report.rules[f.rule].id; });
  add("severity", {"级别", "severity"},
      [&](const Finding& f) { return std::string(name(report.rules[f.rule].severity)); });
  add("file", {"文件", "file"}, [&](const Finding& f) { return file_name(network, f); });
  std::vector<std::int64_t> lines;
  for (const Finding* finding : all) lines.push_back(finding->line);
  table.columns.push_back(
      {.id = "line", .label = Words{"行", "line"}.in(language), .values = std::move(lines)});
  add("task", {"任务", "task"}, [&](const Finding& f) { return task_id(network, f); });
  add("title", {"名称", "title"}, [&](const Finding& f) { return task_title(network, f); });
  add("unit", {"单位", "unit"},
      [&](const Finding& f) { return f.unit ? std::string(network.unit_name(*f.unit)) : ""; });
  add("message", {"说明", "message"}, [&](const Finding& f) { return f.message.in(language); });
  add("action", {"处理", "action"},
      [&](const Finding& f) { return report.rules[f.rule].action.in(language); });
  return table;
}

std::vector<Table> findings_by_rule(const LintReport& report, const model::Network& network,
                                    Language language, std::size_t most_rows) {
  std::vector<Table> tables;
  const std::vector<const Finding*> all = pointers(report);
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin;
    while (end < all.size() && all[end]->rule == all[begin]->rule) ++end;
    const auto at = [&](std::size_t i) { return all.begin() + static_cast<std::ptrdiff_t>(i); };
    tables.push_back(table_of_rule(report.rules[all[begin]->rule], {at(begin), at(end)}, network,
                                   language, most_rows));
    begin = end;
  }
  tables.push_back(lint_counts(report, language));
  return tables;
}

Table lint_counts(const LintReport& report, Language language) {
  std::vector<std::size_t> counts(report.rules.size(), 0);
  for (const Finding& finding : report.findings) ++counts[finding.rule];
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0) found.push_back(i);
  std::ranges::stable_sort(found, {}, [&](std::size_t i) { return report.rules[i].severity; });

  std::vector<std::string> severities, ids, meanings;
  std::vector<std::size_t> numbers;
  for (const std::size_t i : found) {
    severities.push_back(severity_word(report.rules[i].severity).in(language));
    ids.push_back(report.rules[i].id);
    meanings.push_back(report.rules[i].meaning.in(language));
    numbers.push_back(counts[i]);
  }
  return {
      .id = "counts",
      .title = totals(report, language),
      .columns = {
          text_column("severity", Words{"级别", "severity"}.in(language), std::move(severities)),
          text_column("rule", Words{"规则", "rule"}.in(language), std::move(ids)),
          number_column("findings", Words{"处", "findings"}.in(language), numbers),
          text_column("meaning", Words{"含义", "meaning"}.in(language), std::move(meanings))}};
}

Table lint_rules_table(Language language) {
  Table table = titled("rules", {"规则目录", "Rules"}, language);
  const auto add = [&](const char* id, const Words& label, const auto& text) {
    std::vector<std::string> values;
    for (const LintRule& rule : lint_rules()) values.emplace_back(text(rule));
    table.columns.push_back(text_column(id, label.in(language), std::move(values)));
  };
  add("id", {"标识", "id"}, [](const LintRule& r) { return r.id; });
  add("severity", {"级别", "severity"}, [](const LintRule& r) { return name(r.severity); });
  add("meaning", {"含义", "meaning"}, [&](const LintRule& r) { return r.meaning.in(language); });
  add("reason", {"为何要紧", "why it matters"},
      [&](const LintRule& r) { return r.reason.in(language); });
  add("action", {"处理", "what to do"}, [&](const LintRule& r) { return r.action.in(language); });
  add("source", {"依据", "source"}, [](const LintRule& r) { return r.source; });
  return table;
}

}  // namespace respnet::analysis
