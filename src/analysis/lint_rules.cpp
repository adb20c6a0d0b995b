#include <iterator>
#include <utility>

#include "respnet/analysis/lint.hpp"

namespace respnet::analysis {
namespace {

std::vector<LintRule> rules_of_the_plan() {
  using enum Severity;
  const std::string one_lead =
      "one lead a task: 责任单位 drafting practice (首位为牵头); exactly one Accountable in RACI";
  return {
      {.id = "task-without-clause",
       .severity = Error,
       .meaning = {"任务没有责任单位", "the task names no unit"},
       .reason = {"没有单位对这项任务负责", "nobody answers for it"},
       .action = {"补上责任单位；若原文已写明，请核对该行的写法",
                  "name the units; if the text does, check how that line is written"},
       .source = "a task exists where its series has clauses (reader), or as a row of its own"},
      {.id = "no-lead",
       .severity = Error,
       .meaning = {"任务没有牵头单位", "the task has no lead"},
       .reason = {"几家都有份，没有一家担总责", "several take part and none answers for the whole"},
       .action = {"写明牵头单位，或把担总责的单位排在首位",
                  "state a lead, or list first the unit that answers for the task"},
       .source = one_lead + "; depends on --lead"},
      {.id = "several-leads",
       .severity = Warning,
       .meaning = {"几个牵头单位不分先后", "several leads without an order"},
       .reason = {"多头牵头，容易无人牵头", "where several lead, none may"},
       .action = {"只留一个牵头单位，其余列为配合；或写明谁为第一牵头",
                  "keep one lead and list the others as support, or say which one comes first"},
       .source = one_lead},
      {.id = "lead-also-support",
       .severity = Warning,
       .meaning = {"同一单位既牵头又配合", "one unit is both lead and support"},
       .reason = {"角色自相矛盾，多半是漏改", "the roles contradict each other, often a leftover"},
       .action = {"删去其中一个角色", "delete one of the two roles"},
       .source = "a unit cannot support its own lead"},
      {.id = "group-lead",
       .severity = Warning,
       .meaning = {"只有集合单位牵头", "only a group leads"},
       .reason = {"集合单位由多家组成，无法追到一家",
                  "a group is many bodies; no single one can be asked"},
       .action = {"另定一个具体单位牵头，或逐一列出成员", "name one body as lead, or list members"},
       .source = one_lead + "; depends on --lead"},
      {.id = "vague-unit",
       .severity = Warning,
       .meaning = {"单位名称含糊", "the unit's name does not say who"},
       .reason = {"“有关单位”是谁，各家可以各自理解",
                  "each can take the 'relevant units' to be others"},
       .action = {"列出具体单位，或在单位名册中登记其成员",
                  "list the bodies meant, or register the members of the group"},
       .source = "names with 有关, 相关, relevant, concerned, appropriate and the like"},
      {.id = "past-deadline",
       .severity = Warning,
       .meaning = {"期限早于文件日期", "the deadline is before the date of the document"},
       .reason = {"任务在布置时已过期", "the task was overdue when it was set"},
       .action = {"核对年份和文件日期", "check the year and the date of the document"},
       .source = "the last day of the deadline is before the source's date"},
      {.id = "duplicate-task",
       .severity = Warning,
       .meaning = {"任务重复", "the same task stands twice"},
       .reason = {"两处责任单位可能不一致，统计也会重复",
                  "the two may name different units, and numbers count it twice"},
       .action = {"合并，或改名以示区别", "merge them, or give them different titles"},
       .source =
           "equal titles without blanks and punctuation; over several files, of eight Chinese "
           "characters (16 letters) or more"},
      {.id = "likely-alias",
       .severity = Warning,
       .meaning = {"两个名称可能是同一单位", "two names may be one unit"},
       .reason = {"分开统计会低估其负担", "counted apart, its load looks smaller than it is"},
       .action = {"确认后在单位名册中登记别名，或统一名称",
                  "if they are one, register the alias or use one name"},
       .source = "names alone; never merged without being told"},
      {.id = "over-large-task",
       .severity = Info,
       .meaning = {"任务单位过多", "unusually many units share the task"},
       .reason = {"人多责散，协调成本高", "responsibility thins out and coordination costs"},
       .action = {"拆分任务，或区分牵头与配合", "split the task, or tell lead from support"},
       .source = "above the fence of the house's outlier rule over all tasks with units (modified "
                 "z-score "
                 "> 3.5, Iglewicz & Hoaglin 1993, Anscombe's scale): never below 9 units"},
      {.id = "single-unit-task",
       .severity = Info,
       .meaning = {"任务只有一个单位", "the task rests on one unit"},
       .reason = {"没有配合单位，也无人接手", "nobody supports it or could step in"},
       .action = {"确认是否确实无需配合单位", "make sure that it needs no support"},
       .source = "one unit that is no group; where more than half of five tasks or more are so, "
                 "one finding"},
  };
}

struct Doubt {
  const char* id;
  Severity severity;
  Words meaning;
};

std::vector<LintRule> rules_of_the_reader() {
  using enum Severity;
  const Doubt doubts[] = {
      {"task-without-unit", Error, {"任务没有单位", "a row names a task and no unit"}},
      {"group-first", Warning, {"集合单位排在首位", "a group is listed first"}},
      {"no-role-word", Warning, {"只列单位，未说职责", "units listed without a role word"}},
      {"closing-sentence", Warning, {"以末句为责任条款", "a last sentence read as the clause"}},
      {"unclosed-bracket", Warning, {"括号未闭合", "a bracket is never closed"}},
      {"long-clause", Warning, {"条款过长，未读", "a clause too long to be read"}},
      {"remark", Warning, {"条款中的说明未采用", "a remark in a clause was left aside"}},
      {"list-shares-clause", Warning, {"整组条目共用末条条款", "a list shares its last clause"}},
      {"with-and-without-level",
       Warning,
       {"单位有带层级与不带层级两种写法", "a unit with and without its level"}},
      {"hidden-characters", Warning, {"名称含隐藏字符", "a name holds hidden characters"}},
      {"encoding-guessed", Warning, {"编码系推测", "the encoding was guessed"}},
      {"numbers-not-unique", Warning, {"编号重复", "numbers repeat"}},
      {"unknown-letters", Warning, {"矩阵中有不识的字母", "unknown letters in a matrix"}},
      {"cell-overrides-header",
       Warning,
       {"单元格所写角色与表头不同", "a cell gives another role than its header"}},
      {"several-roles", Warning, {"一格多个角色", "several roles in one cell"}},
      {"task-without-words", Warning, {"任务没有文字", "a task without words"}},
      {"row-left-aside", Warning, {"有行未读", "a row was left aside"}},
      {"ragged-row", Warning, {"行的列数不齐", "a row of another length"}},
      {"table-left-aside", Warning, {"有表未读", "a table was left aside"}},
      {"clauses-left-aside", Warning, {"有条款未采用", "clauses were left aside"}},
      {"merged-without-issuer",
       Warning,
       {"发文机关不明，同名单位已合并", "equal names merged though the issuer is unknown"}},
      {"same-name", Warning, {"同名单位分开统计", "units of one name kept apart"}},
      {"open-list", Info, {"单位名单以“等”结尾", "the list of units is open (等)"}},
      {"inferred-roles", Info, {"角色由“会同”等推定", "roles inferred from 会同 and the like"}},
      {"first-listed-leads", Info, {"说明规定首位牵头", "a remark makes the first unit lead"}},
      {"several-clauses", Info, {"一个标题下有几项任务", "one heading holds several tasks"}},
      {"person-label", Info, {"责任人未采用", "persons were left aside"}},
      {"person-column", Info, {"责任人一列未采用", "a column of persons was left aside"}},
      {"same-body", Info, {"几种写法视为同一单位", "several forms taken as one body"}},
      {"level-added", Info, {"名称补了层级", "a level was added to a name"}},
      {"ending-added", Info, {"名称补了词尾", "an ending was added to a name"}},
      {"unusual-name", Info, {"名称不像单位", "a name unlike that of a unit"}},
      {"duplicate-assignment", Info, {"单位在任务中重复", "a unit named twice in a task"}},
      {"unit-without-task", Info, {"单位没有任务", "a unit without tasks"}},
      {"row-continues", Info, {"续行并入上一任务", "a row goes on with the task above"}},
      {"ignored-column", Info, {"有列未采用", "columns were left aside"}},
      {"unknown-key", Info, {"有键未采用", "keys were left aside"}},
  };
  std::vector<LintRule> rules;
  for (const Doubt& doubt : doubts)
    rules.push_back({.id = doubt.id,
                     .severity = doubt.severity,
                     .meaning = doubt.meaning,
                     .action = {"对照原文核对", "compare with the text"},
                     .source = "note of the reader",
                     .from_reader = true});
  return rules;
}

}  // namespace

const std::vector<LintRule>& lint_rules() {
  static const std::vector<LintRule> rules = [] {
    std::vector<LintRule> all = rules_of_the_plan();
    std::vector<LintRule> notes = rules_of_the_reader();
    std::move(notes.begin(), notes.end(), std::back_inserter(all));
    return all;
  }();
  return rules;
}

}  // namespace respnet::analysis
