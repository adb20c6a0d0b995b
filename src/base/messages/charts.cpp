#include <array>

#include "base/message_areas.hpp"

namespace respnet {
namespace {

// The matrix, the Lorenz curve and the dendrogram. A set of the dendrogram has a letter and is
// never called a cluster (协作圈): clusters are found otherwise, have numbers, and differ.
constexpr std::array kMessages{
    // Titles: findings.
    Message{"chart.lorenz.title", "{units} 个单位中前 {top} 个承担 {share}% 的责任{gini}",
            "{top} of {units} units carry {share}% of assignments{gini}"},
    Message{"chart.lorenz.title_one", "{unit}承担 {share}% 的责任{gini}",
            "{unit} carries {share}% of assignments{gini}"},
    Message{"chart.lorenz.title_few", "{units} 个单位怎样分担责任{gini}",
            "How {units} {units:unit|units} {units:carries|share} the assignments{gini}"},
    Message{"chart.lorenz.title_even", "{units} 个单位平均分担，各 {tasks} 项任务{gini}",
            "{units} {units:unit|units}, {tasks} {tasks:task|tasks} each: evenly shared{gini}"},
    Message{"chart.lorenz.gini", "（基尼系数 {gini}）", " (Gini {gini})"},
    Message{"chart.matrix.title_all", "只有{unit}在全部 {sections} 章都有任务",
            "Only {unit} has tasks in each of the {sections} sections"},
    Message{"chart.matrix.title_all_several", "{units} 个单位在全部 {sections} 章都有任务",
            "{units} units have tasks in each of the {sections} sections"},
    Message{"chart.matrix.title_most", "{unit}跨章最多：{sections} 章中的 {reach} 章都有任务",
            "{unit} reaches furthest: tasks in {reach} of {sections} sections"},
    Message{"chart.matrix.title_section", "“{section}”用到的单位最多：{units} 个中的 {reach} 个",
            "“{section}” relies on most units: {reach} of {units}"},
    Message{"chart.matrix.title_apart", "没有单位跨章：每个单位只在一章有任务",
            "No unit crosses sections: each has tasks in one only"},
    Message{"chart.matrix.title_plain", "{tasks} 项任务靠 {units} 个单位",
            "{tasks} {tasks:task|tasks} {tasks:relies|rely} on {units} {units:unit|units}"},
    Message{"chart.dendrogram.title", "{units} 个单位中有 {grouped} 个常在一起，结成 {sets} 组",
            "{grouped} of {units} units often work together, in {sets} {sets:set|sets}"},
    Message{"chart.dendrogram.title_whole", "{units} 个单位都常在一起，结成 {sets} 组",
            "All {units} units often work together, in {sets} {sets:set|sets}"},
    Message{"chart.dendrogram.title_apart", "{units} 个单位中没有常在一起的",
            "No two of {units} units often work together"},

    // Parts of the second line.
    Message{"chart.lorenz.counted", "单位由任务最少排到最多，逐个累计其责任关系",
            "assignments of the units added up, from least to most loaded"},
    Message{"chart.lorenz.points", "一点＝一个单位", "one point = one unit"},
    Message{"chart.matrix.counted", "格内＝任务数（其中{lead}）；空白＝没有任务",
            "in each cell: tasks (of them {lead}); empty = none"},
    Message{"chart.matrix.counted_tasks", "格内＝任务数；空白＝没有任务",
            "in each cell: tasks; empty = none"},
    Message{"chart.matrix.numbers_only", "{sections} 章，只写章号",
            "{sections} sections, by number only"},
    Message{"chart.matrix.no_sections", "文件未分章，只有一列", "no sections, hence one column"},
    Message{"chart.matrix.by_load", "单位按任务数排序", "most tasks first"},
    Message{"chart.matrix.by_merges", "任务相近的单位排在一起",
            "units with like tasks next to each other"},
    Message{"chart.dendrogram.counted", "任务集合的 Jaccard 距离，平均连接",
            "average linkage on the Jaccard distance of task sets"},
    Message{"chart.dendrogram.cut", "同组单位平均有 {share}% 以上的任务相同",
            "units of one set share on average at least {share}% of their tasks"},
    Message{"chart.dendrogram.collapsed", "{units} 个单位，每组并为一行",
            "{units} units, one row a set"},
    Message{"chart.dendrogram.first_rows", "只画最大的 {shown} 行，略去 {units} 个单位",
            "only the largest {shown} rows drawn, {units} {units:unit|units} left out"},
    Message{"chart.dendrogram.no_groups", "不含 {groups} 个集合单位",
            "without {groups} group {groups:unit|units}"},
    Message{"chart.dendrogram.no_idle", "不含 {units} 个没有任务的单位",
            "without {units} {units:unit|units} that {units:has|have} no tasks"},
    Message{"chart.dendrogram.no_small", "不含 {units} 个任务较少的单位",
            "without the {units} least busy {units:unit|units}"},

    // Axes, sums, marks.
    Message{"chart.lorenz.load_axis", "责任累计占比", "share of all assignments"},
    Message{"chart.lorenz.unit_axis", "单位累计占比（由少到多）",
            "share of units, least loaded first"},
    Message{"chart.lorenz.even", "完全平均线", "all units alike"},
    Message{"chart.lorenz.rest", "其余 {units} 个单位合计占 {share}%",
            "the other {units} {units:unit|units} together: {share}%"},
    Message{"chart.matrix.cell", "{tasks}（{leads}）", "{tasks} ({leads})"},
    Message{"chart.matrix.cell_named", "{unit} · {section}：{text}", "{unit} · {section}: {text}"},
    Message{"chart.matrix.sum", "合计", "total"},
    Message{"chart.matrix.rest", "其余 {units} 个单位相加",
            "{units} other {units:unit|units}, added up"},
    Message{"chart.matrix.task_sum", "任务总数", "all tasks"},
    Message{"chart.dendrogram.set_size", "{letter} 组（{units} 个单位）",
            "set {letter} ({units} units)"},
    Message{"chart.dendrogram.set_same", "{letter} 组（{units} 个单位，任务全同）",
            "set {letter} ({units} units, same tasks)"},
    Message{"chart.dendrogram.set_row", "{letter} 组（{units} 个单位）：{unit}等",
            "set {letter} ({units} units): {unit} and others"},
    Message{"chart.dendrogram.set_row_pair", "{letter} 组：{unit}和{other}",
            "set {letter}: {unit} and {other}"},
    Message{"chart.dendrogram.merge", "{one}、{other}：距离 {height}",
            "{one}, {other}: distance {height}"},
    Message{"chart.dendrogram.party", "{unit}等 {units} 个单位",
            "{unit} and others ({units} units)"},
    Message{"chart.dendrogram.cut_line", "切分 {height}", "cut {height}"},
    Message{"chart.dendrogram.axis", "距离（0＝任务完全相同，1＝没有共同任务）",
            "distance (0 = the same tasks, 1 = no task in common)"},

    // Pictures of nothing.
    Message{"chart.dendrogram.no_merges", "没有给出聚类结果", "No merges were given."},
    Message{"chart.dendrogram.nothing", "有任务的单位不足两个，无从比较",
            "Fewer than two units have tasks: nothing to compare."},
};

}  // namespace

std::span<const Message> chart_messages() { return kMessages; }

}  // namespace respnet
