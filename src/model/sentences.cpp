#include "model/sentences.hpp"

namespace respnet::model {
namespace {

// By what they are about. Chinese as an official would write it: short, without a subject.
constexpr Sentence kSentences[] = {
    // The document
    {"annex-repeats", "附件重复了正文中的 {1} 项任务，单位也相同；附件中的未采用",
     "the annex repeats {1} tasks of the text, units and all; they were left aside"},
    {"first-listed-leads",
     "说明规定列在首位的为牵头单位，此处及下文均按此办理；首位为集合单位的除外",
     "a remark says that the unit listed first leads, here and in what follows; it was taken as "
     "stated lead wherever no group stands first"},
    {"first-listed-leads/once", "说明规定列在首位的为牵头单位；未写“下同”，只用于本条款",
     "a remark says that the unit listed first leads; it was taken for this clause alone, as it "
     "does not say 下同"},
    {"first-listed-leads/outside",
     "表外说明规定列在首位的为牵头单位，各表均按此办理；首位为集合单位的除外",
     "a remark outside the tables says that the unit listed first leads; it was taken as stated "
     "lead wherever no group stands first"},
    {"table-left-aside", "任务表共 {1} 行，视为正文条款的汇总，未采用",
     "task tables with {1} rows were left aside as a summary of the clauses in the text"},
    {"clauses-left-aside",
     "任务表以外的正文中有 {1} 项任务带责任条款；表中任务更多，正文中的未采用",
     "{1} tasks with clauses in the text around the task tables were left aside, as the tables "
     "name more"},

    // Tasks
    {"task-without-clause", "同组其他条目写明了单位，本条没有；作为没有单位的任务保留",
     "names no unit although the others of its series do; kept as a task without units"},
    {"duty-list",
     "标题是单位，其下是该单位的职责，没有责任条款；自此处起，每段作为该单位的一项任务",
     "headings name units and the text below their duties, with no clause; each was taken as a "
     "task of its units, here and in what follows"},
    {"several-clauses", "一个标题下有几条责任条款，中间隔有正文；分别作为一项任务",
     "one heading holds several clauses with text between them; each was taken as a task of its "
     "own"},
    {"list-shares-clause", "一组条目只有末条带责任条款；视为整组共用",
     "only the last item of the list has a clause; it was taken for the whole list"},
    {"group-first", "集合单位{1}排在首位；原文未写明牵头的，集合单位不作牵头单位",
     "lists the group {1} first; a group is no lead unless the text says so"},

    // Clauses
    {"person-label", "条款还列出了个人；此处及下文的个人均按督办任务的人员处理",
     "the clause also names persons; here and in what follows they were taken as persons who "
     "oversee the task"},
    {"open-list", "单位名单以“等”结尾，可能还有其他单位；只取写明的单位",
     "the list of units ends in 等, so others may take part; only those named were taken"},
    {"inferred-roles", "单位之间用“会同”等词连接；前面的推定为牵头，后面的推定为配合",
     "会同 or the like joins the units; those before it were taken as lead, those behind it as "
     "support, both as inferred"},
    {"inferred-roles/with", "单位之间用“同”一类的词连接；后面的推定为配合",
     "'with' or the like joins the units; those behind it were taken as support, inferred"},
    {"no-role-word", "括号内只列单位，未写明职责；推定为责任单位",
     "the bracket lists units without saying what they do; they were taken as responsible, "
     "inferred"},
    {"closing-sentence", "没有写明单位的括号或标签，但末句提到了单位；以末句为责任条款",
     "no bracket or label names units, but the last sentence does; it was taken as the clause"},
    {"unclosed-bracket", "责任条款的括号没有闭合；读到句末为止",
     "the bracket of the clause is never closed; it was taken to end with the sentence"},
    {"long-clause", "责任条款过长（超过 65536 字节），未读取",
     "the clause is longer than 64 kB and was not read"},
    {"remark", "条款中另有关于参与单位的说明，未采用",
     "a remark inside the clause says more about who takes part; it was left aside"},
    {"field-left-aside", "{1}不像单位名称，未采用",
     "{1} does not read like names of units; it was left aside"},
    {"doubtful-and", "{1}中的连接词可能连接两个单位，也可能属于一个名称；视为名称的一部分",
     "an 'and' in {1} may join two units or stand inside the name of one; it was taken as part of "
     "a name"},

    // Names
    {"hidden-characters", "{1}含有不显示的字符；已从名称中去掉",
     "{1} holds characters that do not show; they were left out of its name"},
    {"level-added", "{1}按前面单位的层级补为{2}",
     "{1} was taken as {2}, with the level of the unit in front of it"},
    {"level-added/often", "{1}按前面单位的层级补为{2}；共 {3} 项任务，此为首项",
     "{1} was taken as {2}, with the level of the unit in front of it; in {3} tasks, this one "
     "first"},
    {"ending-added", "{1}按后面单位的词尾补为{2}",
     "{1} was taken as {2}, with the ending of the unit behind it"},
    {"ending-added/often", "{1}按后面单位的词尾补为{2}；共 {3} 项任务，此为首项",
     "{1} was taken as {2}, with the ending of the unit behind it; in {3} tasks, this one first"},
    {"same-body", "{1}与{2}视为同一单位", "{1} and {2} were taken as one body"},
    {"with-and-without-level", "{1}另有不带层级的写法{2}；分作两个单位",
     "{1} is also named {2}, without its level; the two were kept apart"},
    {"unusual-name", "{1}的词尾不像单位名称；照原文保留",
     "{1} does not end like the name of a unit; it was kept as printed"},
    {"duplicate-assignment", "{1}在任务 {2} 中列了不止一次；只计一次，取最强的角色",
     "{1} is named more than once in task {2}; counted once, with its strongest role"},
    {"duplicate-assignment/more", "另有 {1} 处单位在同一任务中重复",
     "and {1} more units named more than once in a task"},
    {"lead-also-support", "{1}在任务 {2} 中既牵头又配合；只计一次，按牵头计",
     "{1} is named both as lead and as support in task {2}; counted once, as lead"},

    // Task tables
    {"person-column", "{1}一栏列的是个人，未采用",
     "the column {1} names persons; it was left aside"},
    {"several-roles", "{1}一栏含几种角色；单元格未另写明的，推定为责任单位",
     "the column {1} names several roles; its units were taken as responsible, inferred, where the "
     "cell does not say more"},
    {"ignored-column", "以下各栏不是任务、单位或时限，未采用：{1}",
     "columns that say neither what, who nor when were left aside: {1}"},
    {"numbers-not-unique", "此行在编号栏中没有自己的编号；各任务改按行或按部分编号",
     "has no number of its own in the table's column of numbers; tasks were numbered by row or "
     "section"},
    {"ragged-row", "有 {1} 行的单元格数与表头不同，此为首行；缺的视为空白，多的未采用",
     "{1} rows have more or fewer cells than the header, this one first; missing cells were taken "
     "as empty, cells beyond the header were left aside"},
    {"row-continues", "此行有单位，没有任务文字；单位并入上一项任务",
     "has units and no words of a task; they were added to the task above"},
    {"row-left-aside", "此行既无任务文字，也无单位，未采用",
     "has neither words of a task nor units; it was left aside"},
    {"row-left-aside/note", "此行是任务上方或下方的说明，未采用",
     "is a note below or above the tasks; it was left aside"},
    {"task-without-words", "此行有单位和编号，没有任务文字；作为一项任务保留",
     "names units and a number, and no words of a task; kept as a task"},
    {"ditto", "此处写“同上”；取上一行的单位",
     "says 'as above'; the units of the row above were taken"},
    {"cell-overrides-header", "单元格写的角色与表头{1}不同；以单元格为准",
     "words in the cell give another role than the column's header {1}; the words in the cell were "
     "followed"},
    {"unknown-letters", "{1}不是 R、A、S、C、I 之一；此格未采用",
     "{1} is none of R, A, S, C, I; the cell was left aside"},
    {"matrix-marks", "矩阵中的符号只表示参与；推定为责任单位",
     "marks in the matrix say who takes part; all were taken as responsible, inferred"},
    {"matrix-marks/two", "矩阵中有两种符号；实心的推定为牵头，空心的推定为配合",
     "marks of two kinds stand in the matrix; full ones were taken as lead, hollow ones as "
     "support, both as inferred"},

    // The registry of units
    {"registry-outside-time", "{1}在名册中登记的时段（{2}）不含 {3}；该行未用",
     "{1} is registered for another time ({2}) than {3}; the row was not applied"},
    {"registry-ambiguous", "{1}在名册中不同时段指不同单位，而文件没有日期；有关各行均未用",
     "{1} is registered for different units at different times and the document has no date; no "
     "row was applied"},
    {"registry-merged", "{1}按名册是同一单位（{2}）：{3}",
     "{1} are one unit by the registry ({2}): {3}"},
    {"registry-split", "原视为同一单位的{1}，按名册是几个单位：{2}",
     "what was taken as one unit, {1}, is several by the registry: {2}"},
    {"ignored-column/registry", "以下各列不属于单位名册，未采用：{1}",
     "columns that a registry does not have were ignored: {1}"},

    // Word, PDF, Excel
    {"tracked-changes", "文档有修订痕迹（插入 {1} 处，删除 {2} 处），按接受全部修订读取",
     "the document has tracked changes ({1} insertions, {2} deletions) and was read as if all were "
     "accepted"},
    {"struck-out", "有 {1} 处文字带删除线，未采用",
     "{1} pieces of text are struck out and were left out"},
    {"embedded-document", "有 {1} 个嵌入的文档，未读取", "{1} embedded documents were not read"},
    {"page-furniture", "视为页眉、页脚和页码，已略去：{1}",
     "left out as running heads, running feet and page numbers: {1}"},
    {"page-furniture/more", "视为页眉、页脚和页码，已略去：{1}，另有 {2} 种",
     "left out as running heads, running feet and page numbers: {1} and {2} more"},
    {"page-furniture/page", "“{1}”（1 页）", "“{1}” (1 page)"},
    {"page-furniture/pages", "“{1}”（{2} 页）", "“{1}” ({2} pages)"},
    {"row-over-page", "有 {1} 个表格行位于换页之后且没有编号，已并入前一行",
     "{1} table rows begin without a number behind a page break and were joined to the row before "
     "it"},
    {"hidden-sheet", "隐藏的工作表{1}未采用；如属任务内容，请取消隐藏",
     "the hidden sheet {1} was left aside; show it if it is part of the plan"},
    {"error-value", "显示错误值的单元格视为空白：{1}",
     "cells that show an error such as #N/A were taken as empty: {1}"},
    {"error-value/more", "显示错误值的单元格视为空白：{1}等",
     "cells that show an error such as #N/A were taken as empty: {1} and more"},
    {"sheet-left-aside", "工作表{1}没有任务表，未采用",
     "the sheet {1} holds no task table and was left aside"},
    {"ignored-column/sheet", "工作表{1}中以下各列不认识，未采用：{2}",
     "columns of the sheet {1} that are not known were ignored: {2}"},
    {"units-column-differs", "{1} 所列单位与工作表{2}不一致；以后者为准",
     "the units in {1} are not those of the sheet {2}, which was followed"},

    // Lists of edges, graphs, JSON
    {"ignored-column/edges", "以下各列不属于边列表，未采用：{1}",
     "columns that an edge list does not have were ignored: {1}"},
    {"task-without-unit/rows", "有 {1} 行只写任务，没有单位；照样保留",
     "{1} rows name a task and no unit; kept as they are"},
    {"unit-without-task/rows", "有 {1} 行只写单位，没有任务；照样保留",
     "{1} rows name a unit and no task; kept as they are"},
    {"task-without-unit/edges", "有 {1} 项任务没有边；照样保留",
     "{1} tasks have no edge; kept as they are"},
    {"unit-without-task/edges", "有 {1} 个单位没有边；照样保留",
     "{1} units have no edge; kept as they are"},
    {"sides-by-number", "只有{1}区分任务和单位：0 和 false 视为任务，1 和 true 视为单位",
     "{1} alone tells tasks from units: 0 and false were taken for tasks, 1 and true for units"},
    {"missing-role", "有 {1} 条边没有写角色；其单位视为责任单位",
     "{1} edges name no role; their units were taken as responsible"},
    {"ports-ignored", "节点有 {1} 个端口，未采用", "{1} ports of nodes were ignored"},
    {"ends-by-place", "有 {1} 个边的端点写的是数字，不是编号；视为节点表中的位置，从 0 数起",
     "{1} ends of edges are numbers and no ids; they were taken for places in the list of nodes, "
     "from 0"},
    {"dynamics-ignored", "图随时间变化；节点和边全部采用，属性取第一个值",
     "the graph changes in time; all its nodes and edges were taken, with the first value of each "
     "attribute"},
    {"unknown-key", "{2}的键{1}不认识，未采用", "the key {1} of {2} is not known and was ignored"},
    {"unknown-key/like", "{2}的键{1}不认识，未采用；是否应为{3}？",
     "the key {1} of {2} is not known and was ignored; did you mean {3}?"},

    // Names that may be one unit
    {"likely-alias/script", "{1}与{2}是同一名称的繁体和简体",
     "{1} and {2} are the same name in traditional and in simplified characters"},
    {"likely-alias/level", "{1}与{2}只差层级：前者为{3}，后者为{4}",
     "{1} is {2} with the level {3} instead of {4}"},
    {"likely-alias/no-level", "{1}就是{2}去掉层级{3}", "{1} is {2} with no level instead of {3}"},
    {"likely-alias/beginning", "{1}就是{2}去掉前面的{3}", "{1} is {2} without {3} before it"},
    {"likely-alias/letters", "{1}的各字依次见于{2}，词尾也相同",
     "the letters of {1} stand in this order in {2}, which ends alike"},
    {"likely-alias/office", "{1}也列在{2}的括号里，作为挂牌机构",
     "{1} also stands in the parentheses of {2}, as an office of it"},
    {"likely-alias/words", "{1}与{2}只差大小写、冠词和标点",
     "{1} and {2} are the same words but for case, 'the', '&' and points"},
    {"likely-alias/initials", "{1}是{2}的首字母缩写", "{1} has the initials of {2}"},
    {"likely-alias/apart", "{1}；没有任务同时列出两者", "{1}; no task names both"},
    {"likely-alias/together", "{1}；有 {2} 项任务同时列出两者，但不在同一条款",
     "{1}; tasks that name both: {2}, in different clauses"},
};

}  // namespace

std::span<const Sentence> sentences() { return kSentences; }

}  // namespace respnet::model
