#include <array>

#include "base/message_areas.hpp"

namespace respnet {
namespace {

// The report on paper. `{lead}` is 首位 or 牵头, by the lead policy.
constexpr std::array kMessages{
    // Around the text.
    Message{"print.page", "第 {page} 页，共 {pages} 页", "Page {page} of {pages}"},
    Message{"print.continued", "{caption}（续）", "{caption} (continued)"},
    Message{"print.chapter", "{number}、{title}", "{number}  {title}"},
    Message{"print.appendix", "附录 {letter}　{title}", "Appendix {letter}  {title}"},
    Message{"print.figure", "图 {number}", "Figure {number}"},
    Message{"print.table", "表 {number}", "Table {number}"},
    Message{"print.caption", "{label}　{title}", "{label}  {title}"},

    // The cover.
    Message{"print.kind", "任务与责任单位分析报告", "Report on tasks and responsible units"},
    Message{"print.source_title", "原文：{title}", "Source: {title}"},
    Message{"print.more_sources", "……共 {count} 份文件", "… {count} documents in all"},
    Message{"print.tasks", "项任务", "Tasks"},
    Message{"print.units", "个责任单位", "Responsible units"},
    Message{"print.assignments", "条责任关系", "Assignments"},
    Message{"print.gini", "任务量基尼系数（0 为完全平均）", "Gini index of loads (0: all equal)"},
    Message{"print.top_five", "责任关系集中在前 5 个单位",
            "Of all assignments, on the five busiest units"},
    Message{
        "print.about",
        "本报告读出每项任务的责任单位，据以统计、制图，供核对分工、平衡任务量、安排协作时参考。",
        "This report reads who is responsible for each task, counts and draws it: for checking who "
        "answers for what, for balancing loads and for planning who works with whom."},
    Message{"print.about_clauses", "各项数字均可由附录中的任务表和原文条款逐条核对。",
            "Every number can be checked against the tasks and clauses in the appendices."},
    Message{"print.about_tasks", "各项数字均可由附录中的任务表逐条核对。",
            "Every number can be checked against the tasks in the appendix."},

    // Chapters, their pictures and tables, and what is said before them.
    Message{"print.findings_intro", "以下各条由后文的图表得出，编号、数字以附录中的任务表为准。",
            "These sentences rest on the pictures and tables of the following chapters."},
    Message{"print.answers", "谁负责什么", "Who answers for what"},
    Message{"print.answers_intro",
            "{figure}把每项任务与其责任单位连在一起：粗线连向{lead}"
            "单位，细线连向其他责任单位；单位越高，任务越多。",
            "{figure} joins each task to its units: a thick line leads to the {lead} unit, thin "
            "lines to the others; the taller a unit, the more tasks it has."},
    Message{"print.bipartite", "任务与责任单位", "Tasks and their units"},
    Message{"print.matrix_intro", "{figure}列出各单位在各章的任务数，可以看出每一章依靠哪些单位。",
            "{figure} counts each unit's tasks by section: on whom each section relies."},
    Message{"print.matrix", "各单位在各章的任务数", "Tasks of units by section"},
    Message{"print.load", "任务量与集中程度", "Loads and how even they are"},
    Message{"print.load_intro",
            "{figure}按任务数排列各单位，深色为{lead}任务；{table}是同样的数字和其他口径的任务量。",
            "{figure} ranks the units by tasks, {lead} tasks dark; {table} holds the same numbers "
            "and other ways to count."},
    Message{"print.workload", "各单位任务量", "Tasks of each unit"},
    Message{"print.units_table", "各单位任务量（多种口径）",
            "Loads of units, counted in several ways"},
    Message{"print.outliers", "任务量偏重的单位", "Units with outlying loads"},
    Message{"print.outliers_note", "修正 z 分数大于 3.5（Iglewicz–Hoaglin，Anscombe 尺度）。",
            "Modified z-score above 3.5 (Iglewicz-Hoaglin, on Anscombe's scale)."},
    Message{"print.even", "集中程度", "Concentration"},
    Message{
        "print.even_intro",
        "{figure}由任务最少的单位起累计任务量；曲线离对角线越远，分布越不平均。{table}"
        "列出常用的集中度指标。",
        "{figure} adds up loads from the least busy unit on; the further from the diagonal, the "
        "less even. {table} holds the usual indices."},
    Message{"print.even_intro_table", "{table}列出常用的集中度指标。",
            "{table} holds the usual indices."},
    Message{"print.lorenz", "任务量的洛伦兹曲线", "Lorenz curve of loads"},
    Message{"print.concentration", "集中度指标", "Indices of concentration"},
    Message{"print.together", "单位之间的协作", "Who works with whom"},
    Message{"print.together_intro",
            "两个单位同在一项任务中即为协作。{figure}中线越粗，共同任务越多。",
            "Two units work together where they share a task. In {figure} a wider line means more "
            "tasks in common."},
    Message{"print.coresponsibility", "共同承担任务的单位", "Units that share tasks"},
    Message{"print.pairs", "共同任务最多的单位", "Pairs of units that share most tasks"},
    Message{"print.pairs_note", "列出 {shown} 对，共 {pairs} 对单位有共同任务。",
            "{shown} of {pairs} pairs of units with tasks in common."},
    Message{"print.shared", "共同任务", "Shared tasks"},
    Message{"print.jaccard", "Jaccard 系数", "Jaccard index"},
    Message{"print.circles_intro",
            "经常一起承担任务的单位归为一个协作圈；跨圈任务需要不同协作圈的单位衔接。",
            "Units that keep working together form a cluster; tasks across clusters need units of "
            "several of them."},
    Message{"print.dendrogram", "总在一起的单位", "Units that appear together"},
    Message{"print.clusters", "协作圈与跨圈任务", "Clusters and the tasks between them"},
    Message{"print.clusters_table", "协作圈及其成员", "Clusters and their members"},
    Message{"print.bridges", "跨越协作圈的任务", "Tasks across clusters"},
    Message{"print.leads", "{lead}单位", "The {lead} units"},
    Message{"print.leads_intro",
            "{figure}中箭头由其他责任单位指向其所在任务的{lead}单位；{table}"
            "列出各{lead}单位带动的范围。",
            "In {figure} arrows run from the other units of a task to its {lead} unit; {table} "
            "says how far each {lead} unit reaches."},
    Message{"print.leads_intro_table", "{table}列出各{lead}单位带动的范围。",
            "{table} says how far each {lead} unit reaches."},
    Message{"print.support", "各单位支撑的{lead}单位", "Who supports which {lead} unit"},
    Message{"print.leaders", "{lead}单位的中心度", "Centrality of {lead} units"},
    Message{"print.sole_leads", "缺少该单位即失去唯一{lead}单位的任务",
            "Tasks that would lose their only {lead} unit"},
    Message{"print.leadless", "没有{lead}单位的任务", "Tasks without a {lead} unit"},
    Message{"print.notes_intro", "以下是读取原文时不确定、按说明处理的地方，请对照原文核对。",
            "Where the reader was unsure, and what it chose; please compare with the source."},
    Message{"print.no_notes", "读取原文时没有不确定之处。", "The reader was nowhere unsure."},
    Message{"print.method_units",
            "其余责任单位和配合单位都算其他责任。集合单位（如各乡镇）按一个单位计；单位数 n "
            "包括网络中的每一个单位，没有任务的也在内。",
            "All other responsible and supporting units count as other. A group of units counts "
            "as one unit; n is the number of all units, those without tasks included."},
    Message{"print.method_clusters",
            "协作圈由 Leiden 算法按{method}求得，随机种子为 {seed}，同样的输入总得到同样的结果。",
            "Clusters are found by the Leiden algorithm on {method}, with seed {seed}; the same "
            "input always gives the same result."},
    Message{"print.method_barber", "任务—单位二部图的 Barber 模块度",
            "Barber's modularity of tasks and units"},
    Message{"print.method_modularity", "共同任务网络的模块度",
            "the modularity of the network of shared tasks"},
    Message{"print.definitions", "指标的含义", "What the measures mean"},
    Message{"print.definitions_note",
            "G 为任务与单位网络，L 为由支撑单位指向{lead}"
            "单位的网络。全部指标、出处见 respnet metrics --list。",
            "G is the network of tasks and units, L that from supporting to {lead} units. All "
            "measures and their sources: respnet metrics --list."},
    Message{"print.made", "生成方式", "How this report was made"},
    Message{"print.source", "原文 {id}", "Source {id}"},
    Message{"print.rest_sources", "另有", "Others"},
    Message{"print.rest_sources_count", "{count} 份文件，见 network.json",
            "{count} documents, see network.json"},

    // Appendices.
    Message{"print.task_list", "任务与责任单位", "Tasks and units"},
    Message{"print.inferred", "{units}（推定）", "{units} (inferred)"},
    Message{"print.clause_list", "原文条款", "Clauses as printed"},
    Message{"print.clauses_intro", "各项任务的责任条款及其在原文中的行号，供逐条核对。",
            "The clause of each task with its line in the source, to check one by one."},
    Message{"print.clause", "条款", "Clause"},
    Message{"print.sheets", "各章任务图", "Tasks section by section"},
    Message{"print.sheets_intro", "每章一张，可单独发给有关单位。",
            "A sheet a section, to be handed to the units concerned."},
    Message{"print.rest_rows", "共 {rows} 行，这里列出前 {shown} 行。",
            "The first {shown} of {rows} rows."},
};

}  // namespace

std::span<const Message> print_messages() { return kMessages; }

}  // namespace respnet
