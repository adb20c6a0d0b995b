#include <array>

#include "base/message_areas.hpp"

namespace respnet {
namespace {

// Pictures for paper: a unit, a section, and the map of clusters. `{lead}`, `{lead_unit}` and
// `{leading}` are words of the lead policy (pictures.cpp).
constexpr std::array kMessages{
    // A section on A4.
    Message{"sheet.continued", "{title}（续）", "{title} (continued)"},
    Message{"sheet.section.title", "{section}：{tasks} 项任务由 {units} 个单位承担",
            "{section}: {units} {units:unit|units} for {tasks} {tasks:task|tasks}"},
    Message{"sheet.section.title_none", "{section}：{tasks} 项任务，没有责任单位",
            "{section}: {tasks} {tasks:task|tasks} without units"},
    Message{"sheet.section.title_top", "{section}：{tasks} 项任务，{top}{lead} {leads} 项",
            "{section}: {tasks} {tasks:task|tasks}, {leads} of them with {top} as {lead_unit}"},
    Message{"sheet.section.title_all", "{section}：{tasks} 项任务，{top}全部{leading}",
            "{section}: {top} {leading} all {tasks} tasks"},
    Message{"sheet.section.title_one", "{section}：1 项任务，{top}{leading}",
            "{section}: {top} {leading} its only task"},
    Message{"sheet.section.counts", "{tasks} 项任务，{units} 个责任单位，{assignments} 条责任关系",
            "{tasks} {tasks:task|tasks}, {units} {units:unit|units}, {assignments} "
            "{assignments:assignment|assignments}"},
    Message{"sheet.section.part", "第 {first}–{last} 项，共 {tasks} 项",
            "tasks {first}–{last} of {tasks}"},
    Message{"sheet.section.part_one", "第 {first} 项，共 {tasks} 项", "task {first} of {tasks}"},
    Message{"sheet.section.tasks", "任务及责任单位", "Tasks and their units"},
    Message{"sheet.section.units", "责任单位（数字＝本章任务）", "Units (number = tasks here)"},
    Message{"sheet.section.units_part", "责任单位（数字＝本页任务）",
            "Units (number = tasks on this page)"},
    Message{"sheet.section.no_units", "（未列责任单位）", "(no unit named)"},
    Message{"sheet.section.rest", "其余 {units} 个单位", "{units} other {units:unit|units}"},
    Message{"sheet.deadline", "期限：{date}", "Due: {date}"},
    Message{"sheet.more_names", "另 {units} 个单位", "{units} more {units:unit|units}"},
    Message{"sheet.place", "第 {sheet} 张，共 {sheets} 张", "Sheet {sheet} of {sheets}"},
    Message{"sheet.lead_mark", "{lead_unit}", "{lead_unit}"},

    Message{"sheet.all_tasks", "全部任务", "All tasks"},

    // A unit.
    Message{"sheet.unit.title", "{unit}：{role}，{company}", "{unit}: {role}, {company}"},
    Message{"sheet.unit.title_idle", "{unit}：没有任务", "{unit}: no tasks"},
    Message{"sheet.unit.role", "{tasks} 项任务", "{tasks} {tasks:task|tasks}"},
    Message{"sheet.unit.role_leads", "{tasks} 项任务，其中{lead} {leads} 项",
            "{tasks} {tasks:task|tasks}, {leads} as {lead_unit}"},
    Message{"sheet.unit.company", "最常与{partner}共事", "most often with {partner}"},
    Message{"sheet.unit.company_only", "只与{partner}共事", "only with {partner}"},
    Message{"sheet.unit.company_tie", "与 {units} 个单位共事",
            "together with {units} other {units:unit|units}"},
    Message{"sheet.unit.company_none", "独自承担", "on its own"},
    Message{"sheet.unit.tasks", "任务", "tasks"},
    Message{"sheet.unit.leads", "{lead}", "{lead}"},
    Message{"sheet.unit.partners", "共事单位", "partners"},
    Message{"sheet.unit.sections", "涉及的章", "sections"},
    Message{"sheet.unit.share", "占 {all} 项的 {percent}%", "{percent}% of {all}"},
    Message{"sheet.unit.share_units", "占其他单位的 {percent}%", "{percent}% of the others"},
    Message{"sheet.unit.share_sections", "共 {all} 章", "of {all}"},
    Message{"sheet.unit.rank", "任务数在 {units} 个单位中居第 {rank} 位",
            "No. {rank} of {units} units by tasks"},
    Message{"sheet.unit.rank_tie", "任务数在 {units} 个单位中并列第 {rank} 位",
            "Joint no. {rank} of {units} units by tasks"},
    Message{"sheet.unit.no_tasks", "这个单位没有任务。", "This unit has no tasks."},
    Message{"sheet.unit.partners_heading", "共事的单位（数字＝共同任务）",
            "Partners (number = tasks in common)"},
    Message{"sheet.unit.partners_first",
            "最常共事的 {shown} 个单位，共 {units} 个（数字＝共同任务）",
            "The {shown} most frequent of {units} partners (number = tasks in common)"},
    Message{"sheet.unit.own_lead", "其中由本单位{leading}", "of these, as {lead_unit}"},
    Message{"sheet.unit.tasks_heading", "任务与同担单位", "Tasks, and who else is on them"},
    Message{"sheet.unit.lead_mark", "本任务的{lead_unit}", "{lead_unit} of the task"},
    Message{"sheet.unit.some_tasks", "{tasks} 项任务中列出 {shown} 项（先列{lead}任务）",
            "{shown} of {tasks} tasks listed ({lead} ones first)"},
    Message{"sheet.unit.alone", "（独自承担）", "(alone)"},
    Message{"sheet.unit.section", "{section}（{tasks} 项）",
            "{section} ({tasks} {tasks:task|tasks})"},
    Message{"sheet.unit.rest_tasks", "其余 {tasks} 项", "{tasks} more {tasks:task|tasks}"},
    Message{"sheet.unit.rest_sections", "其余 {sections} 章，{tasks} 项",
            "{sections} more {sections:section|sections}, {tasks} {tasks:task|tasks}"},

    // The map of clusters.
    Message{"sheet.clusters.title", "{clusters} 个协作圈，{bridges} 项任务跨越不同协作圈",
            "{clusters} {clusters:cluster|clusters}; {bridges} {bridges:task crosses|tasks cross} "
            "between them"},
    Message{"sheet.clusters.title_apart", "{clusters} 个协作圈，没有任务跨越不同协作圈",
            "{clusters} {clusters:cluster|clusters}, and no task crosses between them"},
    Message{"sheet.clusters.lines",
            "线宽与数字＝两圈都有单位参与的任务数，圈内任务＝责任单位全在该圈",
            "width and number = tasks with units of both clusters; inside = all units of the task "
            "in the cluster"},
    Message{"sheet.clusters.counted", "单位旁的数字＝任务数，粗体＝核心单位",
            "number beside a unit = its tasks; bold = core unit"},
    Message{"sheet.clusters.counted_plain", "单位旁的数字＝任务数",
            "number beside a unit = its tasks"},
    Message{"sheet.clusters.no_cluster", "{units} 个单位不在任何圈中",
            "{units} {units:unit|units} in no cluster"},
    Message{"sheet.clusters.largest", "{clusters} 个协作圈中只画最大的 {shown} 个",
            "only the largest {shown} of {clusters} clusters drawn"},
    Message{
        "sheet.clusters.thinned", "只画 {least} 项及以上的连线和每圈最强的一条，略去 {left_out} 条",
        "only lines of {least} or more tasks and each cluster's strongest; {left_out} left out"},
    Message{"sheet.clusters.name", "协作圈 {number}", "Cluster {number}"},
    Message{"sheet.clusters.members", "{units} 个单位，{tasks} 项任务在圈内",
            "{units} {units:unit|units}, {tasks} {tasks:task|tasks} inside"},
    Message{"sheet.clusters.more", "另有 {units} 个单位", "{units} more {units:unit|units}"},
    Message{"sheet.clusters.bridge", "协作圈 {one} — 协作圈 {other}：{tasks} 项",
            "cluster {one} — cluster {other}: {tasks} {tasks:task|tasks}"},
    Message{"sheet.clusters.none", "没有划分协作圈", "There are no clusters to show."},
};

}  // namespace

std::span<const Message> sheet_messages() { return kMessages; }

}  // namespace respnet
