#include <array>

#include "base/message_areas.hpp"

namespace respnet {
namespace {

// `{lead}`, `{lead_unit}` and `{leading}` are words of the lead policy, below.
constexpr std::array kMessages{
    // Who counts as lead: by LeadBasis.
    Message{"viz.lead.listed", "首位", "first-listed"},
    Message{"viz.lead.explicit", "牵头", "lead"},
    Message{"viz.lead.mixed", "牵头或首位", "lead or first-listed"},
    Message{"viz.lead.all", "主责", "main"},
    Message{"viz.lead_unit.listed", "首位责任单位", "first-listed unit"},
    Message{"viz.lead_unit.explicit", "牵头单位", "lead unit"},
    Message{"viz.lead_unit.mixed", "牵头或首位单位", "lead or first-listed unit"},
    Message{"viz.lead_unit.all", "牵头和责任单位", "lead or responsible unit"},
    Message{"viz.leading.listed", "居首位", "is listed first in"},
    Message{"viz.leading.explicit", "牵头", "leads"},
    Message{"viz.leading.mixed", "牵头或居首位", "leads or is listed first in"},
    Message{"viz.leading.all", "主责", "answers for"},
    Message{"viz.lead_note.listed", "首位＝条款中列在最前的单位，由顺序推定",
            "first-listed = the unit named first in the clause, inferred from the order"},
    Message{"viz.lead_note.explicit", "", ""},
    Message{"viz.lead_note.mixed", "条款写明牵头的为牵头，其余以列在最前的单位为首位",
            "lead where the clause says so, else the unit named first"},
    Message{"viz.lead_note.all", "主责＝牵头和责任单位", "main = lead and responsible units"},

    // Titles: findings.
    Message{"viz.bipartite.title", "{units} 个单位承担 {tasks} 项任务",
            "{units} {units:unit|units} {units:answers|answer} for {tasks} {tasks:task|tasks}"},
    Message{"viz.bipartite.title_top", "{units} 个单位承担 {tasks} 项任务，{top}参与其中 {most} 项",
            "{units} {units:unit|units}, {tasks} {tasks:task|tasks}: {top} takes part in {most}"},
    Message{"viz.workload.title", "{top}承担 {tasks} 项任务",
            "{top} carries {tasks} {tasks:task|tasks}"},
    Message{"viz.workload.title_leads", "{top}承担 {tasks} 项任务，其中{lead} {leads} 项",
            "{top} carries {tasks} {tasks:task|tasks}, {leads} of them as {lead_unit}"},
    Message{"viz.workload.title_tie", "任务最多的 {units} 个单位各承担 {tasks} 项",
            "The {units} busiest units carry {tasks} {tasks:task|tasks} each"},
    Message{"viz.shared.title", "{one}与{other}共同承担的任务最多：{shared} 项",
            "{one} and {other} share most tasks: {shared}"},
    Message{"viz.shared.title_tie", "共同任务最多的 {pairs} 对单位各有 {shared} 项",
            "{pairs} pairs of units share {shared} {shared:task|tasks} each, the most"},
    Message{"viz.leads.title", "{top}{leading}的任务牵动 {reach} 个单位，为各单位之最",
            "As {lead_unit} {top} involves {reach} other {reach:unit|units}, the most"},
    Message{"viz.leads.title_tie",
            "{units} 个单位{leading}的任务各牵动 {reach} 个单位，为各单位之最",
            "{units} units involve {reach} other {reach:unit|units} each as {lead_unit}, the most"},

    // Parts of the second line: what is counted, what is left out.
    Message{"viz.counts", "{tasks} 项任务，{units} 个责任单位，{assignments} 条责任关系",
            "{tasks} {tasks:task|tasks}, {units} {units:unit|units}, {assignments} "
            "{assignments:assignment|assignments}"},
    Message{"viz.shared.counts", "{units} 个单位，{pairs} 对有共同任务",
            "{units} {units:unit|units}, {pairs} {pairs:pair|pairs} with tasks in common"},
    Message{"viz.leads.counts", "{units} 个单位，{arcs} 条支撑关系",
            "{units} {units:unit|units}, {arcs} support {arcs:relation|relations}"},
    Message{"viz.bipartite.by_section", "{tasks} 项任务按 {sections} 章合并",
            "{tasks} tasks put together by {sections} sections"},
    Message{"viz.bipartite.first_tasks", "{tasks} 项任务中单列责任单位最多的 {shown} 项",
            "of {tasks} tasks the {shown} with most units shown one by one"},
    Message{"viz.heaviest", "{units} 个单位中只画任务最多的 {shown} 个",
            "of {units} units the busiest {shown} drawn"},
    Message{"viz.no_groups", "未画 {groups} 个集合单位（数字仍计入）",
            "{groups} group {groups:unit|units} not drawn (still counted)"},
    Message{"viz.no_lonely", "未画 {units} 个没有关系的单位",
            "{units} {units:unit|units} without relations not drawn"},
    Message{"viz.bipartite.thinned", "略去 {left_out} 条不足 {least} 项的连线",
            "{left_out} lines of fewer than {least} tasks left out"},
    Message{
        "viz.network.thinned",
        "只画 {least} 项及以上的关系和每个单位最强的一条，略去 {left_out} 对",
        "only relations of {least} or more tasks and each unit's strongest; {left_out} left out"},
    Message{"viz.network.labels", "只标任务最多的 {labelled} 个单位",
            "only the busiest {labelled} units labelled"},
    Message{"viz.workload.counted", "各单位任务数（{lead}＋其他），按总数排序",
            "tasks of each unit ({lead} + other), most first"},
    Message{"viz.network.size", "字号＝任务数", "type size = number of tasks"},
    Message{"viz.leads.arrows", "箭头由其他责任单位指向{lead_unit}，线宽与数字＝任务数",
            "arrows run from the other units to the {lead_unit}; width and number = tasks"},
    Message{"viz.shared.lines", "线宽与数字＝共同任务数", "width and number = tasks in common"},
    Message{"viz.bipartite.width", "线宽＝责任关系数", "line width = number of assignments"},

    // Headings, legends, remainders.
    Message{"viz.tasks", "任务", "Tasks"},
    Message{"viz.tasks_by_section", "任务（按章排列）", "Tasks, by section"},
    Message{"viz.sections", "章（任务数）", "Sections (tasks)"},
    Message{"viz.units_by_height", "责任单位（高度＝任务数）", "Units (height = tasks)"},
    Message{"viz.bars", "{lead}＋其他＝任务数", "{lead} + other tasks"},
    Message{"viz.no_section", "未分章", "Outside sections"},
    Message{"viz.lead_edge", "{lead_unit}", "{lead_unit}"},
    Message{"viz.lead_edge_by_section", "{lead_unit}（色＝所属章）",
            "{lead_unit} (colour = section)"},
    Message{"viz.other_edge", "其他责任单位", "other unit"},
    Message{"viz.group_unit", "集合单位（未逐一点名）", "group unit (members not named)"},
    Message{"viz.other_part", "其他责任", "other"},
    Message{"viz.lead_role", "{lead}", "{lead}"},
    Message{"viz.lead_part", "{lead}责任", "{lead}"},
    Message{"viz.strong_edge", "{least} 项及以上", "{least} tasks or more"},
    Message{"viz.weak_edge", "1–{most} 项", "1–{most} tasks"},
    Message{"viz.leading_unit", "有{lead}任务的单位", "unit with {lead} tasks"},
    Message{"viz.cluster", "协作圈 {number}（{units} 个单位）",
            "cluster {number} ({units} {units:unit|units})"},
    Message{"viz.more_clusters", "另有 {clusters} 个协作圈",
            "{clusters} more {clusters:cluster|clusters}"},
    Message{"viz.tasks_axis", "任务数（项）", "tasks"},
    Message{"viz.task_count", "{tasks} 项", "{tasks} {tasks:task|tasks}"},
    Message{"viz.rest_units", "其余 {units} 个单位", "{units} other {units:unit|units}"},
    Message{"viz.rest_units_sum", "其余 {units} 个单位，合计 {sum}",
            "{units} other {units:unit|units}, {sum} in all"},
    Message{"viz.rest_tasks", "其余 {tasks} 项任务", "{tasks} other {tasks:task|tasks}"},
    Message{"viz.rest_sections", "其余 {sections} 章",
            "{sections} other {sections:section|sections}"},
    Message{"viz.load", "{tasks}", "{tasks}"},
    Message{"viz.load_leads", "{tasks}（{lead} {leads}）", "{tasks} ({lead} {leads})"},
    Message{"viz.load_sum", "{leads}＋{others}", "{leads} + {others}"},
    Message{"viz.described", "{finding}。{counts}", "{finding}. {counts}"},

    // What a mark stands for, for its tooltip.
    Message{"viz.named", "{name}：{text}", "{name}: {text}"},
    Message{"viz.assignment", "{task} · {unit}（{part}）", "{task} · {unit} ({part})"},
    Message{"viz.support", "{from} → {to}：{tasks} 项",
            "{from} → {to}: {tasks} {tasks:task|tasks}"},
    Message{"viz.shared", "{one} — {other}：{tasks} 项",
            "{one} — {other}: {tasks} {tasks:task|tasks}"},

    // Pictures of nothing.
    Message{"viz.nothing", "没有可画的内容", "Nothing to draw"},
    Message{"viz.nothing.network", "网络中没有任务，也没有责任单位",
            "The network has neither tasks nor units."},
    Message{"viz.nothing.assignments", "网络中没有责任关系", "The network has no assignments."},
    Message{"viz.nothing.units", "没有责任单位", "There are no units."},
    Message{"viz.nothing.tasks", "没有任务", "There are no tasks."},
    Message{"viz.nothing.shared", "没有两个单位共同承担任务",
            "No two units have a task in common."},
    Message{"viz.nothing.support", "没有单位支撑{lead_unit}", "No unit supports a {lead_unit}."},
};

}  // namespace

std::span<const Message> picture_messages() { return kMessages; }

}  // namespace respnet
