#include <array>

#include "base/message_areas.hpp"

namespace respnet {
namespace {

// `{lead}` is 首位 or 牵头, by the lead policy. What begins with page.script. travels to the page's
// script, as a template.
constexpr std::array kMessages{
    // The frame of the page.
    Message{"page.title", "{title} · 责任网络分析", "{title} · responsibility network"},
    Message{"page.about", "任务与责任单位分析报告", "Who is responsible for what: an analysis"},
    Message{"page.joint", " · ", " · "},
    Message{"page.comma", "、", ", "},
    Message{"page.skip", "跳到主要发现", "Skip to the findings"},
    Message{"page.foot",
            "respnet {version} · 本页不联网，可以离线打开、单独转发；完整数据见同一文件夹中的 "
            "metrics-*.csv、network.xlsx、network.json 和 network.graphml。",
            "respnet {version} · This page asks the network for nothing and can be passed on by "
            "itself; all data are beside it in metrics-*.csv, network.xlsx, network.json and "
            "network.graphml."},
    Message{"page.no_script", "本页没有启用脚本：图片和表格完整，但不能搜索、筛选和点选。",
            "This page runs without its script: pictures and tables are complete, but there is no "
            "search, filter or selection."},

    // The bar of filters.
    Message{"page.bar", "搜索与筛选", "Search and filter"},
    Message{"page.search", "搜索", "Search"},
    Message{"page.search_hint", "单位、任务或条款（按 / 开始）", "Unit, task or clause (press /)"},
    Message{"page.sections", "章节", "Sections"},
    Message{"page.all_sections", "全部章节", "All sections"},
    Message{"page.no_section", "未分章", "Outside sections"},
    Message{"page.role", "角色", "Role"},
    Message{"page.all_roles", "全部角色", "All roles"},
    Message{"page.role_lead", "只看{lead}", "Only {lead}"},
    Message{"page.role_other", "只看其他责任", "Only other units"},
    Message{"page.kind", "单位类型", "Kind of unit"},
    Message{"page.all_kinds", "全部单位", "All units"},
    Message{"page.kind_organ", "单个单位", "Single units"},
    Message{"page.kind_group", "集合单位", "Group units"},
    Message{"page.kind_person", "个人", "Persons"},
    Message{"page.cluster", "协作圈", "Cluster"},
    Message{"page.all_clusters", "全部协作圈", "All clusters"},
    Message{"page.cluster_named", "协作圈 {cluster}（{units} 个单位）",
            "Cluster {cluster} ({units} {units:unit|units})"},
    Message{"page.clear", "清除", "Clear"},
    Message{"page.theme", "切换深色与浅色", "Switch between dark and light"},
    Message{"page.details", "详情", "Details"},
    Message{"page.close", "关闭", "Close"},

    // Key figures.
    Message{"page.figures", "关键数字", "Key figures"},
    Message{"page.figure_tasks", "项任务", "tasks"},
    Message{"page.figure_units", "个责任单位", "responsible units"},
    Message{"page.figure_assignments", "条责任关系", "assignments"},
    Message{"page.figure_gini", "基尼系数（0 为完全平均）", "Gini index (0: all equal)"},
    Message{"page.figure_top", "责任关系集中在前 5 个单位", "of assignments on the busiest five"},

    // Chapters: headings, and one line on how to read them.
    Message{"page.see", "见 {links}", "See {links}"},
    Message{"page.bipartite", "谁负责什么", "Who is responsible for what"},
    Message{"page.bipartite_sheets", "每章一张图：{file}", "One picture a section: {file}"},
    Message{"page.workload", "谁承担多少", "Who carries how much"},
    Message{"page.network", "谁与谁共事，谁支撑谁", "Who works with whom, who supports whom"},
    Message{"page.tab_shared", "共同承担", "Shared tasks"},
    Message{"page.tab_leads", "支撑关系", "Support"},
    Message{"page.lorenz", "任务有多集中", "How unequal the loads are"},
    Message{"page.dendrogram", "哪些单位总在一起", "Which units go together"},
    Message{"page.indices", "集中程度的各项指标", "Indices of concentration"},
    Message{"page.leads", "{lead}单位的地位", "The standing of {lead} units"},
    Message{"page.tasks", "任务与条款", "Tasks and clauses"},
    Message{"page.ego_file", "每个单位一页：{file}", "One page a unit: {file}"},
    Message{"page.sheet_file", "每章一张任务单：{file}", "One task sheet a section: {file}"},

    // Tables.
    Message{"page.rows_left_out", "共 {rows} 行，这里列出前 {shown} 行；{command} 列出全部。",
            "The first {shown} of {rows} rows; {command} lists all."},
    Message{"page.cell_cut", " …（{command} 列出全部）", " … ({command} lists all)"},
    Message{"page.task_count", "任务", "Tasks"},
    Message{"page.lead_count", "{lead}", "{lead}"},
    Message{"page.rank", "名次", "Rank"},
    Message{"page.rank_hint", "任务量名次的 95% 区间（对任务自助重抽）",
            "95 % interval of the rank by tasks (bootstrap of the tasks)"},
    Message{"page.share", "折合", "Share"},
    Message{"page.share_hint", "每项任务由其各单位平分后，该单位承担的任务数",
            "Tasks of the unit when each task is divided equally among its units"},
    Message{"page.line", "第 {line} 行", "line {line}"},
    Message{"page.inferred_hint", "由条款中的顺序推定", "inferred from the order of the clause"},
    Message{"page.group", "集合", "group"},
    Message{"page.outlying", "偏重", "heavy"},
    Message{"page.outlying_hint", "任务数明显高于其他单位（超过 {fence} 项）",
            "clearly more tasks than the others (above {fence})"},
    Message{"page.workload_caption",
            "每格是该单位在该章的任务数，括号内为其中{lead}的任务数；颜色越深任务越多。",
            "Each cell counts the unit's tasks in the section, in brackets those as {lead} unit; "
            "darker is more."},
    Message{"page.workload_plain", "各单位的任务数。", "Tasks of each unit."},
    Message{"page.cell", "{tasks}（{leads}）", "{tasks} ({leads})"},
    Message{"page.sum", "合计", "Total"},
    Message{"page.pairs", "共同任务最多的 {shown} 对单位（共 {pairs} 对）",
            "The {shown} pairs of units with most tasks in common (of {pairs})"},
    Message{"page.shared_tasks", "共同任务", "Tasks in common"},
    Message{"page.jaccard", "重合程度", "Overlap"},
    Message{"page.jaccard_hint", "Jaccard 系数：共同任务数 ÷ 两个单位任务的并集",
            "Jaccard: tasks in common ÷ tasks of either"},
    Message{"page.leaders_caption", "有{lead}任务的单位；全部指标见 metrics-units.csv",
            "Units with {lead} tasks; all measures are in metrics-units.csv"},
    Message{"page.note_code", "代码", "Code"},
    Message{"page.notes_intro", "以下是读取原文时不确定、按说明处理的地方，请对照原文核对。",
            "Where the reader was unsure, and what it chose; please check against the text."},
    Message{"page.notes_none", "读取原文时没有不确定之处。", "The reader was sure of everything."},

    // Method.
    Message{"page.method_others",
            "其余责任单位和配合单位都算其他责任。集合单位（如各乡镇）按一个单位计。",
            "All other responsible and supporting units count as other. A group unit counts as one "
            "unit."},
    Message{"page.method_clusters",
            "协作圈是常在同一任务中出现的单位，由 Leiden 算法在任务与单位的二部图上按 Barber "
            "模块度求得；随机种子固定，结果可重复。",
            "Clusters are units that keep appearing in the same tasks: the Leiden algorithm on the "
            "two-mode graph of tasks and units, by Barber's modularity. The seed is fixed, so the "
            "result can be repeated."},
    Message{"page.method_modularity",
            "协作圈是常在同一任务中出现的单位，由 Leiden 算法在单位的共同任务图上按模块度求得；"
            "随机种子固定，结果可重复。",
            "Clusters are units that keep appearing in the same tasks: the Leiden algorithm on the "
            "graph of shared tasks, by modularity. The seed is fixed, so the result can be "
            "repeated."},
    Message{"page.method_script", "页面脚本是 respnet 自己的，不含第三方代码。",
            "The script of this page is respnet's own; it contains no code of others."},
    Message{"page.definitions", "指标含义", "Definitions"},
    Message{"page.definitions_all", "展开 {measures} 个指标", "{measures} measures"},
    Message{
        "page.definitions_loads",
        "concentration.* 与 rank.* 按{lead}、份额、加权计的指标，以及只计一种角色的指标（如 "
        "bipartite.lead.degree），定义相同，不再重列；单位对的指标见 respnet metrics --list。",
        "concentration.* and rank.* of the loads lead, share and weighted, and measures of one "
        "role alone (as bipartite.lead.degree), are defined in the same way and not listed again; "
        "measures of pairs: respnet metrics --list."},
    Message{"page.measure_label", "名称", "Name"},
    Message{"page.measure_source", "出处", "Source"},
    Message{"page.made", "生成方式", "How this page was made"},
    Message{"page.source", "原文 {source}", "Source {source}"},

    // For the script.
    Message{"page.script.count", "{tasks} 项任务 · {units} 个单位",
            "{tasks} {tasks:task|tasks} · {units} {units:unit|units}"},
    Message{"page.script.count_of", "{tasks}/{all_tasks} 项任务 · {units}/{all_units} 个单位",
            "{tasks} of {all_tasks} {all_tasks:task|tasks} · {units} of {all_units} "
            "{all_units:unit|units}"},
    Message{"page.script.dark", "深色", "Dark"},
    Message{"page.script.light", "浅色", "Light"},
    Message{"page.script.zoom_in", "放大", "Zoom in"},
    Message{"page.script.zoom_out", "缩小", "Zoom out"},
    Message{"page.script.reset", "复位", "Reset"},
    Message{"page.script.zoom_reset", "恢复原来大小", "Back to full size"},
    Message{"page.script.more", "再显示 {n} 行（还有 {left} 行）", "Show {n} more ({left} left)"},
    Message{"page.script.no_rows", "没有符合筛选条件的行。", "No row fits the filters."},
    Message{"page.script.save_csv", "下载 CSV", "Save as CSV"},
    Message{"page.script.line", "第 {line} 行", "line {line}"},
    Message{"page.script.clause", "原文条款", "Clause"},
    Message{"page.script.inferred", "推定", "inferred"},
    Message{"page.script.comma", "、", ", "},
    Message{"page.script.and", " · ", " · "},
    Message{"page.script.kind_organ", "单个单位", "Single unit"},
    Message{"page.script.kind_group", "集合单位，未逐一点名", "Group unit, members not named"},
    Message{"page.script.kind_person", "个人", "Person"},
    Message{"page.script.load", "共 {n} 项任务", "{n} {n:task|tasks}"},
    Message{"page.script.load_leads", "共 {n} 项任务，其中{lead} {leads} 项",
            "{n} {n:task|tasks}, {leads} as {lead} unit"},
    Message{"page.script.in_cluster", "协作圈 {cluster}", "cluster {cluster}"},
    Message{"page.script.aliases", "又称：", "Also: "},
    Message{"page.script.offices", "括号中的机构：", "Offices in brackets: "},
    Message{"page.script.lead_tasks", "{lead}任务（{n}）", "As {lead} unit ({n})"},
    Message{"page.script.other_tasks", "其他任务（{n}）", "Other tasks ({n})"},
    Message{"page.script.open_task", "查看任务", "See the task"},
    Message{"page.script.partners", "最常共事的单位（共 {n} 个）",
            "Most frequent partners (of {n})"},
    Message{"page.script.due", "期限：{due}", "Deadline: {due}"},
    Message{"page.script.lead_units", "{lead}单位", "{lead} unit"},
    Message{"page.script.lead_units_inferred", "{lead}单位（由顺序推定）",
            "{lead} unit (inferred from the order)"},
    Message{"page.script.other_units", "其他责任单位", "Other units"},
};

}  // namespace

std::span<const Message> page_messages() { return kMessages; }

}  // namespace respnet
