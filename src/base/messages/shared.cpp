#include <array>

#include "base/message_areas.hpp"

namespace respnet {
namespace {

// What the page and the report on paper call things. `{lead}` is 首位 or 牵头, by the lead policy.
constexpr std::array kMessages{
    Message{"shared.untitled", "责任网络", "Responsibility network"},
    Message{"shared.contents", "目录", "Contents"},
    Message{"shared.findings", "主要发现", "Findings"},
    Message{"shared.clusters", "协作圈", "Clusters"},
    Message{"shared.notes", "读取说明", "Reader's notes"},
    Message{"shared.method", "方法与定义", "Method and definitions"},
    Message{"shared.unit", "单位", "Unit"},
    Message{"shared.number", "编号", "No."},
    Message{"shared.task", "任务", "Task"},
    Message{"shared.lead_units", "{lead}单位", "{lead} unit"},
    Message{"shared.other_units", "其他责任单位", "Other units"},
    Message{"shared.deadline", "期限", "Deadline"},
    Message{"shared.clause", "原文条款", "Clause"},
    Message{"shared.inferred", "推定", "inferred"},
    Message{"shared.yes", "是", "yes"},
    Message{"shared.line", "行", "Line"},
    Message{"shared.note", "说明", "Note"},
    Message{"shared.measure", "指标", "Measure"},
    Message{"shared.meaning", "含义", "Meaning"},
    Message{"shared.formula", "公式", "Formula"},
    Message{"shared.program", "程序", "Program"},
    Message{"shared.command", "命令", "Command"},
    Message{"shared.options", "选项", "Options"},
    Message{
        "shared.lead_first",
        "条款写明“牵头”的单位算牵头；没有写明的，以条款中列在最前的责任单位为首位；列在最前的"
        "若是集合单位（如各乡镇），则该任务没有首位单位。",
        "A unit leads where the clause says so; else the responsible unit named first counts as "
        "first-listed, unless it is a group unit: then the task has none."},
    Message{
        "shared.lead_inferred", "本文 {tasks} 项任务的首位单位由顺序推定，不是条款明文。",
        "In this plan {tasks} {tasks:first-listed unit is|first-listed units are} inferred from "
        "the order, not stated."},
    Message{"shared.lead_explicit", "只有条款写明“牵头”的单位才算牵头。",
            "Only units that the clause calls lead count as lead."},
    Message{"shared.lead_all", "牵头单位和责任单位都算主责。",
            "Lead and responsible units all count as main units."},
};

}  // namespace

std::span<const Message> shared_messages() { return kMessages; }

}  // namespace respnet
