#include <array>

#include "base/message_areas.hpp"

namespace respnet {
namespace {

// `{lead}` is 首位 or 牵头, by the lead policy. A sentence ends with its stop.
constexpr std::array kMessages{
    Message{"find.list_rest", "{names}等 {count} 个", "{names} and others, {count} in all"},

    Message{
        "find.scale",
        "{tasks} 项任务由 {units} 个单位承担，共 {assignments} 条责任关系，平均每项任务 {mean} "
        "个单位。",
        "{tasks} {tasks:task is|tasks are} carried by {units} {units:unit|units} in {assignments} "
        "{assignments:assignment|assignments}, {mean} units a task on average."},
    Message{"find.heaviest",
            "{top}承担任务最多：{tasks} 项（占全部任务的 {share}），其中{lead} {leads} 项。",
            "{top} carries most: {tasks} {tasks:task|tasks} ({share} of all), {leads} of them as "
            "{lead} unit."},
    Message{"find.heaviest_tie", "{names}承担任务最多，各 {tasks} 项（占全部任务的 {share}）。",
            "{names} carry most: {tasks} {tasks:task|tasks} each ({share} of all)."},
    Message{
        "find.leading",
        "{leaders} 个单位有{lead}任务；{top}最多，{lead} {leads} 项，占全部{lead}的 {share}。",
        "{leaders} {leaders:unit is|units are} {lead} unit of some task; {top} of most: {leads}, "
        "{share} of all such roles."},
    Message{
        "find.leading_tie", "{leaders} 个单位有{lead}任务；{names}最多，各 {leads} 项。",
        "{leaders} {leaders:unit is|units are} {lead} unit of some task; {names} of most, {leads} "
        "each."},
    Message{
        "find.overloaded", "负荷明显高于其他单位（超过 {fence} 项，按修正 z 分数）：{units}。",
        "Clearly heavier than the others (above {fence} tasks, by the modified z-score): {units}."},
    Message{"find.overloaded_unit", "{unit}（{tasks} 项，为平均 {mean} 项的 {times} 倍）",
            "{unit} ({tasks} tasks, {times} times the mean of {mean})"},
    Message{"find.overloaded_next", "{unit}（{tasks}）", "{unit} ({tasks})"},
    Message{"find.overloaded_group", "{unit}（集合单位，{tasks}）", "{unit} (group unit, {tasks})"},
    Message{
        "find.unevenness",
        "任务量的基尼系数为 {gini}（0 为完全平均）；{top}要使各单位相等，须移动 "
        "{hoover}；集中程度相当于只有 {effective} 个单位平均分担。",
        "The Gini index of the loads is {gini} (0: all equal); {top}{hoover} would have to move "
        "for all to be equal; the loads are as concentrated as if {effective} units shared them "
        "equally."},
    Message{"find.unevenness_top", "任务最多的 5 个单位合计占责任关系的 {share}，",
            "the five busiest units hold {share} of all assignments; "},
    Message{"find.rank_sure",
            "任务量第一的名次站得住：对任务重抽 {samples} 次，{top}的 95% 区间始终为第 1 "
            "名；名次区间跨 5 名以上的单位有 {loose} 个，不宜逐名比较（自助法，Efron 1979）。",
            "The first place by tasks is sure: in {samples} resamplings of the tasks the 95 % "
            "interval of {top} is rank 1; the interval of {loose} {loose:unit|units} spans more "
            "than five ranks, so do not compare them place by place (bootstrap, Efron 1979)."},
    Message{"find.rank_open",
            "任务量第一的名次并不牢靠：对任务重抽 {samples} 次，{top}的 95% 区间为第 {low}–{high} "
            "名；名次区间跨 5 名以上的单位有 {loose} 个，不宜逐名比较（自助法，Efron 1979）。",
            "The first place by tasks is not sure: in {samples} resamplings of the tasks the 95 % "
            "interval of {top} is ranks {low} to {high}; the interval of {loose} "
            "{loose:unit|units} spans more than five ranks, so do not compare them place by place "
            "(bootstrap, Efron 1979)."},
    Message{"find.chance",
            "与偶然相比（每项任务的单位数与角色不变，由哪些单位承担随机决定；{samples} "
            "个随机网络，双侧 p，North 等 2002）：{parts}。",
            "Against chance (each task keeps its number of units and roles, and which units take "
            "them is drawn; {samples} random networks, two-sided p, North et al. 2002): {parts}."},
    Message{"find.chance_part",
            "{what}的基尼系数为 {observed}，随机时平均 {expected}（95% 在 "
            "{low}–{high}），{verdict}（p = {p}）",
            "the Gini index of {what} is {observed} where chance gives {expected} (95 %: {low} to "
            "{high}), {verdict} (p = {p})"},
    Message{"find.chance_tasks", "任务量", "the loads"},
    Message{"find.chance_leads", "{lead}任务", "{lead} tasks"},
    Message{"find.chance_uneven_more", "不均超出偶然", "more uneven than chance"},
    Message{"find.chance_uneven_none", "与偶然没有明显差别", "no different from chance"},
    Message{"find.chance_uneven_less", "比偶然更平均", "more even than chance"},
    Message{"find.chance_clusters",
            "协作圈与偶然相比：在 {samples} "
            "个随机网络中（各单位的任务数和各任务的单位数都不变，curveball，Strona 等 "
            "2014），模块度平均为 {expected}（95% 在 {low}–{high}），实际为 {observed}（双侧 p = "
            "{p}）：{verdict}。",
            "Clusters against chance: in {samples} random networks (the tasks of each unit and the "
            "units of each task kept, curveball, Strona et al. 2014) the modularity is {expected} "
            "on average (95 %: {low} to {high}), here {observed} (two-sided p = {p}): {verdict}."},
    Message{"find.chance_clustered_more", "成圈超出偶然", "more clustered than chance"},
    Message{"find.chance_clustered_none", "没有证据表明成圈超出偶然",
            "no evidence of clusters beyond chance"},
    Message{"find.chance_clustered_less", "成圈不及偶然", "less clustered than chance"},
    Message{"find.chance_fewer",
            "网络有 {assignments} 条责任关系，为控制用时，随机网络减为 {samples} 个。",
            " With {assignments} assignments the random networks were cut to {samples} to save "
            "time."},
    Message{"find.chance_left_out",
            "以下指标没有与偶然比较：{measures}。网络有 {assignments} 条责任关系，{samples} "
            "个随机网络已超出报告的用时上限；可另用 respnet metrics --level network --null MODEL "
            "计算。",
            "Not compared with chance: {measures}. With {assignments} assignments {samples} random "
            "networks are more than a report has time for; respnet metrics --level network --null "
            "MODEL "
            "does it."},
    Message{"find.stability",
            "协作圈的把握：对任务重抽 {samples} 次，与原划分的平均调整兰德指数为 {agreement}（1 "
            "为完全一致）；{stable} 个圈稳定（Jaccard 不低于 0.75），{unstable} 个圈不可靠（低于 "
            "0.6，Hennig 2007）。",
            "How sure the clusters are: over {samples} resamplings of the tasks the mean adjusted "
            "Rand index with them is {agreement} (1: always the same); {stable} "
            "{stable:cluster is|clusters are} stable (Jaccard at least 0.75), {unstable} not to be "
            "trusted (below 0.6, Hennig 2007)."},
    Message{"find.clusters_proven", "，已证明没有更好的划分", ", proven: no grouping has more"},
    Message{"find.clusters_bound", "，任何划分都不超过 {bound}",
            "; no grouping has more than {bound}"},
    Message{"find.pair", "共同任务最多的是{one}与{other}：{shared} 项。",
            "{one} and {other} share most tasks: {shared}."},
    Message{"find.pairs_not_counted", "有的任务单位过多，未统计哪些单位共担任务。",
            "Which units share tasks was not counted: some tasks are of too many."},
    Message{"find.always", "总在一起的单位（任务完全相同）：{sets}。",
            "Units that always work together, in exactly the same tasks: {sets}."},
    Message{"find.always_set", "{units}（{tasks} 项）", "{units} ({tasks} tasks)"},
    Message{
        "find.clusters",
        "单位分成 {clusters} 个协作圈（模块度 {modularity}{proof}）；最大的一个有 {units} "
        "个单位，{bridges} 项任务跨越不同协作圈。",
        "The units fall into {clusters} clusters (modularity {modularity}{proof}); the largest has "
        "{units} {units:unit|units}, and {bridges} {bridges:task bridges|tasks bridge} different "
        "clusters."},
    Message{"find.sole_lead", "若缺少{names}，将有 {tasks} 项任务失去唯一的{lead}单位。",
            "Without {names}, {tasks} {tasks:task loses its|tasks lose their} only {lead} unit."},
    Message{"find.articulation", "缺少其中任何一个，都会有任务或单位与网络断开：{names}。",
            "The loss of any of these cuts tasks or units off the network: {names}."},
    Message{"find.single", "{count} 项任务只有一个责任单位：{ids}。",
            "{count} {count:task hangs|tasks hang} on one unit alone: {ids}."},
    Message{"find.leadless", "{count} 项任务没有{lead}单位：{ids}。",
            "{count} {count:task has|tasks have} no {lead} unit: {ids}."},
    Message{
        "find.groups", "有 {count} 个集合单位（{names}），各按一个单位计，实际承担者不止一家。",
        "{count} {count:unit is a group|units are groups} ({names}), each counted as one though "
        "more bodies stand behind."},
    Message{"find.doubts", "读取原文时有 {count} 处不确定，已逐条列出，请人工核对。",
            "The reader was unsure in {count} {count:place|places}, listed one by one for a human "
            "eye."},

    // What a finding points at.
    Message{"find.to_bipartite", "任务与单位对应图", "tasks and units"},
    Message{"find.to_workload", "任务量图", "workload"},
    Message{"find.to_leads", "{lead}单位", "{lead} units"},
    Message{"find.to_concentration", "集中度", "concentration"},
    Message{"find.to_coresponsibility", "协作图", "who works with whom"},
    Message{"find.to_pairs", "共同任务最多的单位", "closest pairs"},
    Message{"find.to_clusters", "协作圈", "clusters"},
    Message{"find.to_chance", "与随机网络比较", "against chance"},
    Message{"find.to_bridges", "跨圈任务", "bridging tasks"},
    Message{"find.to_dendrogram", "常在一起的单位", "units that go together"},
    Message{"find.to_notes", "读取说明", "reader's notes"},

    // A paragraph for a paper.
    Message{"methods.title", "方法（可引用）", "Methods (to cite)"},
    Message{
        "methods.text",
        "责任网络由 respnet {version} 从责任条款生成：{tasks} 项任务、{units} "
        "个单位、{assignments} "
        "条责任关系构成的二模网络。{policy}负担的不均以基尼系数等指标衡量（Cowell "
        "2011），范围为全部单位，含没有任务的单位；分摊份额按 Perianes-Rodríguez "
        "等（2016）；二模中心度按 "
        "Borgatti 与 Everett（1997）。{clusters}名次与划分的把握由对任务的自助重抽得出（Efron "
        "1979；名次 1000 次，划分 100 次，按 Hennig 2007），随机种子为 {seed}。",
        "The responsibility network was made by respnet {version} from the responsibility clauses: "
        "a "
        "two-mode network of {tasks} tasks, {units} units and {assignments} assignments. {policy} "
        "Unevenness of load is measured by the Gini and other indices (Cowell 2011) over all "
        "units, "
        "those without tasks included; fractional shares follow Perianes-Rodríguez et al. (2016), "
        "two-mode centralities Borgatti and Everett (1997). {clusters} How far ranks and clusters "
        "can be trusted was found by bootstrap over tasks (Efron 1979; 1000 samples for ranks, 100 "
        "for clusters, after Hennig 2007), with seed {seed}."},
    Message{"methods.barber",
            "协作圈由 Leiden 算法（Traag 等 2019）优化 Barber（2007）的二部模块度得到，分辨率 "
            "{resolution}。",
            "Clusters were found by the Leiden algorithm (Traag et al. 2019) on the bipartite "
            "modularity of Barber (2007), resolution {resolution}."},
    Message{"methods.modularity",
            "协作圈由 Leiden 算法（Traag 等 2019）优化共担任务投影的 Newman–Girvan "
            "模块度（2004）得到，分辨率 {resolution}。",
            "Clusters were found by the Leiden algorithm (Traag et al. 2019) on the Newman-Girvan "
            "modularity (2004) of the shared-task projection, resolution {resolution}."},
};

}  // namespace

std::span<const Message> finding_messages() { return kMessages; }

}  // namespace respnet
