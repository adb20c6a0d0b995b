#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "respnet/base/language.hpp"
#include "respnet/model/role.hpp"

namespace respnet::io {

/// What heads a column of a network's workbook: the id that all formats share, or a Chinese word.
struct FieldWords {
  std::string_view id;
  std::string_view zh;
  std::string_view also = {};  ///< read as well

  std::string_view in(Language language) const { return language == Language::Zh ? zh : id; }
};

/// A sheet of a network's workbook. Its fields come in the order of its columns.
struct SheetWords {
  std::string_view id;
  std::string_view zh;
  std::span<const FieldWords> fields;

  std::string_view in(Language language) const { return language == Language::Zh ? zh : id; }
};

namespace sheets {

inline constexpr std::array kSourceFields{
    FieldWords{"id", "编号"},         FieldWords{"path", "文件"},
    FieldWords{"title", "标题"},      FieldWords{"number", "文号"},
    FieldWords{"issuer", "发文机关"}, FieldWords{"date", "成文日期"},
    FieldWords{"language", "语言"},   FieldWords{"encoding", "编码"},
    FieldWords{"sha256", "SHA-256"},
};
inline constexpr std::array kSectionFields{FieldWords{"id", "编号"}, FieldWords{"title", "标题"},
                                           FieldWords{"parent", "上级编号"},
                                           FieldWords{"source", "来源"}};
inline constexpr std::array kTaskFields{
    FieldWords{"id", "编号"},           FieldWords{"title", "任务"},
    FieldWords{"section", "章节编号"},  FieldWords{"section_title", "章节"},
    FieldWords{"lead", "牵头单位"},     FieldWords{"responsible", "责任单位"},
    FieldWords{"support", "配合单位"},  FieldWords{"oversight", "督办单位"},
    FieldWords{"informed", "知会单位"}, FieldWords{"deadline", "时限"},
    FieldWords{"due", "截止日期"},      FieldWords{"targets", "目标"},
    FieldWords{"clause", "责任条款"},   FieldWords{"first_line", "起始行"},
    FieldWords{"last_line", "末行"},    FieldWords{"source", "来源"},
};
inline constexpr std::array kUnitFields{
    FieldWords{"id", "编号"},          FieldWords{"name", "单位"},
    FieldWords{"kind", "类别"},        FieldWords{"aliases", "别名"},
    FieldWords{"offices", "内设机构"}, FieldWords{"members", "成员编号"},
};
inline constexpr std::array kAssignmentFields{
    FieldWords{"task", "任务编号", "任务"},
    FieldWords{"title", "任务名称"},
    FieldWords{"unit", "单位", "责任单位"},
    FieldWords{"unit_id", "单位编号"},
    FieldWords{"role", "角色"},
    FieldWords{"order", "顺序"},
    FieldWords{"explicit", "明示"},
    FieldWords{"offices", "内设机构"},
    FieldWords{"as_written", "原文写法"},
    FieldWords{"line", "行"},
};
inline constexpr std::array kNoteFields{FieldWords{"code", "代码"}, FieldWords{"task", "任务编号"},
                                        FieldWords{"line", "行"}, FieldWords{"message", "说明"}};

inline constexpr SheetWords kSources{"sources", "来源", kSourceFields};
inline constexpr SheetWords kSections{"sections", "章节", kSectionFields};
inline constexpr SheetWords kTasks{"tasks", "任务", kTaskFields};
inline constexpr SheetWords kUnits{"units", "单位", kUnitFields};
inline constexpr SheetWords kAssignments{"assignments", "责任分工", kAssignmentFields};
inline constexpr SheetWords kNotes{"notes", "存疑", kNoteFields};

}  // namespace sheets

/// The words of a role, kind or answer in a cell, by its value.
inline constexpr std::array<std::string_view, model::kRoles> kRoleWordsZh{"牵头", "责任", "配合",
                                                                          "督办", "知会"};
inline constexpr std::array<std::string_view, 3> kKindWordsZh{"单位", "集合", "个人"};
inline constexpr FieldWords kYes{"yes", "是"};
inline constexpr FieldWords kNo{"no", "否"};

}  // namespace respnet::io
