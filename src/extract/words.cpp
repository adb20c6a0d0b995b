#include "respnet/extract/words.hpp"

namespace respnet::extract {

namespace {

// The last byte tells most words apart at one look.
bool begins_with(std::string_view text, std::string_view word) {
  return word.size() <= text.size() && text[word.size() - 1] == word.back() &&
         text.starts_with(word);
}

bool ends_with(std::string_view text, std::string_view word) {
  return word.size() <= text.size() && text[text.size() - word.size()] == word.front() &&
         text.ends_with(word);
}

}  // namespace

std::size_t Words::at_start(std::string_view text) const {
  if (text.empty()) return 0;
  const std::size_t b = first_bucket(text);
  std::size_t longest = 0;
  for (std::size_t i = by_first_.begins[b]; i < by_first_.begins[b + 1]; ++i) {
    const std::string_view word = words_[by_first_.order[i]];
    if (word.size() > longest && begins_with(text, word)) longest = word.size();
  }
  return longest;
}

std::size_t Words::at_end(std::string_view text) const {
  if (text.empty()) return 0;
  const std::size_t b = last_bucket(text);
  std::size_t longest = 0;
  for (std::size_t i = by_last_.begins[b]; i < by_last_.begins[b + 1]; ++i) {
    const std::string_view word = words_[by_last_.order[i]];
    if (word.size() > longest && ends_with(text, word)) longest = word.size();
  }
  return longest;
}

bool Words::inside(std::string_view text) const {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    if (begins && at_start(text.substr(i)) != 0) return true;
  }
  return false;
}

namespace {

using Word = const std::string_view;

Word lead_stems[] = {"牵头", "主办", "主责", "牽頭", "主辦"};
Word responsible_stems[] = {"责任", "负责", "落实", "实施", "执行", "承办", "承担",
                            "完成", "責任", "負責", "落實", "實施", "執行", "承辦"};
Word support_stems[] = {"配合", "协办", "协助", "参与", "参加", "协同", "协作",
                        "支持", "協辦", "協助", "參與", "參加", "協同"};
Word oversight_stems[] = {"督办", "督导", "督查", "指导", "监督", "監督", "督辦", "指導"};
Word label_qualifiers[] = {"第一", "主要", "共同", "具体", "市级", "省级", "县级", "区级",
                           "州级", "国家", "中央", "市直", "省直", "县直", "区直", "本级",
                           "工作", "任务", "总",   "及",   "和",   "或"};
Word label_heads[] = {"单位", "部门", "机构", "主体", "地区", "处室", "科室",
                      "机关", "市县", "区县", "县区", "單位", "部門", "機構"};
Word person_heads[] = {"领导", "负责人", "人员", "同志", "领导人", "责任人", "人", "領導"};
Word person_labels[] = {"分管领导",   "联系领导",   "责任领导",   "牵头领导",   "包联领导",
                        "责任人",     "牵头人",     "负责人",     "分管负责人", "包保领导",
                        "挂钩领导",   "挂包领导",   "分管县领导", "分管市领导", "责任领导及责任人",
                        "第一责任人", "主要责任人", "具体责任人", "牵头市领导", "牵头县领导",
                        "责任领導",   "責任領導",   "責任人",     "牽頭領導",   "分管領導",
                        "领办领导",   "督导领导",   "包抓领导",   "直接责任人", "牵头区领导"};
Word contact_labels[] = {"联系人", "经办人", "联络员", "联系方式", "联系电话", "电话", "聯繫人"};
Word time_labels[] = {"完成时限", "完成时间", "时间节点", "时限要求", "时间要求", "进度要求",
                      "完成期限", "时间安排", "推进时限", "实施时间", "时间进度", "办结时限",
                      "整改时限", "时限",     "完成時限", "完成時間", "進度要求"};

Word lead_verbs[] = {"牵头", "主办", "主责", "牽頭", "主辦"};
Word responsible_verbs[] = {"负责", "落实", "实施", "承办", "推进", "推动",
                            "执行", "承担", "負責", "落實", "實施", "推進"};
Word support_verbs[] = {"配合", "协助", "协办", "参与", "参加", "协同", "协作",
                        "支持", "協助", "協辦", "參與", "參加", "協同"};
Word oversight_verbs[] = {"督办", "督导", "督查", "指导", "监督", "監督", "督辦", "指導"};
Word duty_starts[] = {"按照", "按",   "根据", "依据", "依照", "依",  "各按",
                      "结合", "遵照", "結合", "依據", "依職", "根據"};
Word duty_qualifiers[] = {"各自",   "部门",   "相关",   "有关", "工作", "自身", "本部门",
                          "本单位", "各部门", "本部門", "部門", "相關", "有關", "實際"};
Word duty_nouns[] = {"职责分工", "职能分工", "任务分工", "责任分工", "职责",     "职能", "职权",
                     "分工",     "权限",     "实际",     "事权",     "職責分工", "職責", "職能",
                     "實際",     "任務分工", "責任分工", "職能分工", "權限",     "事權"};
Word manners[] = {"分工",     "分别", "分头", "共同", "具体", "联合", "积极", "密切", "主动",
                  "全力",     "组织", "做好", "抓好", "认真", "统筹", "协调", "统一", "直接",
                  "各司其职", "分頭", "分別", "总",   "总体", "具體", "聯合", "積極", "主動",
                  "組織",     "認真", "統籌", "協調", "直接", "一并"};
Word verb_fillers[] = {
    "组织",     "具体", "统筹", "协调", "抓总", "抓好", "做好", "工作", "相关工作", "有关工作",
    "具体工作", "落地", "到位", "完成", "推进", "推动", "指导", "监督", "并",       "組織",
    "具體",     "統籌", "協調", "工作", "落地", "推進", "推動", "指導", "並",       "總",
};
Word joints[] = {"会同", "商请", "會同"};
Word loose_joints[] = {"联合", "协同", "聯合", "会商"};

Word rankings[] = {"列",         "排",         "排在",     "排列",       "排列在",   "排名",
                   "位列",       "名列",       "居",       "位居",       "居于",     "位于",
                   "其中",       "列在",       "列于",     "各项任务中", "各项任务", "任务中",
                   "责任单位中", "责任部门中", "责任单位", "牵头单位中", "文中",     "表中",
                   "以上",       "每项任务"};
Word first_places[] = {"第一位", "首位", "第一个", "第1位", "最前面", "第一", "最前", "首个"};
Word lead_nouns[] = {"牵头", "主办", "主责", "总负责", "牽頭"};
Word copulas[] = {"均为", "为", "是", "均為", "為"};
Word others[] = {"其他", "其余", "其它", "其後", "其后", "后面", "其餘"};
Word closing_titles[] = {"附则", "附則", "解释权", "施行日期", "生效日期"};
Word from_here_on[] = {"下同",     "以下同", "后同",     "下文同",   "以下均同",
                       "以下相同", "下均同", "各项任务", "所有任务", "每项任务"};
Word remark_starts[] = {"以下", "下同", "上述", "下列", "注：", "注:", "不再"};
Word host_stems[] = {"主办", "承办", "协办", "指导", "支持", "主管"};
Word bracket_asides[] = {"含", "包括", "不含", "除", "原", "以下", "下同", "暂"};
Word party_fields[] = {"组织", "宣传", "统战", "政法", "社会工作", "机构编制委员会", "互联网信息"};
Word empty_cells[] = {"无",  "/",   "—",    "-",    "－",  "——",  "/", "無",
                      "N/A", "n/a", "None", "none", "TBD", "TBC", "–"};
Word bracket_states[] = {"筹", "筹备", "筹建", "筹备组", "暂定", "拟", "待定", "筹建中"};

Word open_tails[] = {"部门",       "单位", "机构", "企业", "部门和单位",
                     "部门、单位", "單位", "部門", "地",   "地区"};
Word group_tails[] = {
    "有关部门",       "相关部门",       "有关单位",       "相关单位",     "各有关部门",
    "各相关部门",     "各有关单位",     "各相关单位",     "有关企业",     "相关企业",
    "有关部门和单位", "相关部门和单位", "有关部门、单位", "有关方面",     "相关方面",
    "有关地方",       "成员单位",       "各成员单位",     "有關部門",     "相關部門",
    "有關單位",       "相關單位",       "有关省级部门",   "市有关部门",   "市直有关部门",
    "区直有关部门",   "县直有关部门",   "省直有关部门",   "省级有关部门", "市级有关部门"};
Word numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "多", "若干"};
Word counters[] = {"个", "家", "個"};
Word conjunctions[] = {"和", "及", "与", "以及", "及其", "、以及", "與"};
Word leading_words[] = {
    "由",         "并由",     "以及",       "和",         "及",         "与",         "并",
    "其中",       "分别由",   "and ",       "the ",       "and the ",   "& ",         "此项工作由",
    "该项工作由", "此工作由", "该工作由",   "以上工作由", "上述工作由", "具体工作由", "具体由",
    "统一由",     "共同由",   "主要由",     "本项工作由", "各项工作由", "相关工作由", "有关工作由",
    "此项任务由", "该任务由", "日常工作由", "以上由",     "均由",       "應由",       "应由"};
Word unit_endings[] = {
    "局",   "委",     "厅",     "办",     "部",   "院",     "所",   "站",   "处",   "署",
    "会",   "室",     "司",     "组",     "台",   "社",     "馆",   "厂",   "校",   "队",
    "联",   "协",     "县",     "市",     "区",   "省",     "州",   "盟",   "旗",   "乡",
    "镇",   "村",     "街道",   "中心",   "集团", "公司",   "银行", "分行", "支行", "海关",
    "政府", "学校",   "大学",   "学院",   "企业", "单位",   "部门", "机构", "园区", "指挥部",
    "专班", "法院",   "检察院", "军分区", "高校", "院校",   "基地", "联盟", "智库", "地方",
    "方面", "机关",   "高新区", "党委",   "党组", "党工委", "纪委", "监委", "团委", "妇联",
    "联社", "股",     "科",     "营",     "团",   "人行",   "厅局", "廳",   "辦",   "處",
    "會",   "縣",     "區",     "隊",     "單位", "部門",   "機構", "園區", "團委", "医院",
    "监狱", "实验室", "运营商", "服务商", "街",   "场",     "庭",   "园",   "支队", "大队",
    "务段", "管理段"};
Word false_endings[] = {"农村", "社会", "城乡", "乡村", "城市", "社区", "机会", "议会",
                        "全部", "内部", "外部", "干部", "场所", "街区", "小区", "山区",
                        "灾区", "教室", "村镇", "集镇", "市场", "立场", "现场", "工场",
                        "公园", "校园", "家庭", "田园", "花园", "机场", "商场"};
Word group_starts[] = {"各",     "有关",   "相关",   "全市",   "全省",     "全县",
                       "全区",   "其他",   "其它",   "所有",   "省级有关", "省级相关",
                       "省级各", "市级各", "县级各", "区级各", "市直各",   "省直各",
                       "区直各", "县直各", "涉及",   "有條件", "有關",     "相關",
                       "沿线",   "沿江",   "属地",   "所在地", "成员单位"};
Word group_parts[] = {"有关单位", "有关部门",     "相关单位",     "相关部门", "有关企业",
                      "相关企业", "有关国有企业", "相关国有企业", "有关市",   "相关市",
                      "有关县",   "相关县",       "有关区",       "相关区",   "有关镇",
                      "有关乡",   "相关镇",       "相关乡",       "有关地",   "相关地",
                      "有關單位", "相關單位",     "有關部門",     "有关街道", "相关街道",
                      "有关高校", "相关高校",     "有关机构",     "相关机构"};
Word group_endings[] = {"主管部门", "各部门",   "各单位",   "成员单位", "有关方面",
                        "相关方面", "监管部门", "管理部门", "职能部门", "责任部门",
                        "责任单位", "实施主体", "业主单位", "运营商",   "高校",
                        "监管机构", "部门",     "单位",     "企业"};
Word generic_levels[] = {"乡镇",   "镇街",     "街镇", "街道", "市县", "县区",   "区县",
                         "县市区", "乡镇街道", "村居", "市州", "市地", "市、县", "县、乡"};
Word level_inside[] = {"省",     "市",     "区",     "县",   "旗",   "州",     "盟",     "地",
                       "镇",     "乡",     "街道",   "街镇", "园区", "开发区", "新区",   "县级市",
                       "功能区", "管委会", "场",     "农场", "社区", "村",     "自治区", "直辖市",
                       "自治州", "自治县", "區",     "縣",   "鎮",   "鄉",     "高新区", "管理区",
                       "林区",   "度假区", "办事处", "平台", "师",   "团场",   "乡镇",   "镇街"};
Word sentence_starts[] = {"支持", "鼓励", "引导", "推动",     "推进",     "加强", "建立",
                          "健全", "完善", "落实", "发挥",     "强化",     "加快", "开展",
                          "实施", "促进", "通过", "依托",     "围绕",     "坚持", "进一步",
                          "积极", "争取", "力争", "确保",     "国家另有", "由于", "企业直接",
                          "包括", "其中", "例如", "以下简称", "简称",     "不含"};

Word levels[] = {"国家", "全国", "中央", "自治区", "省", "市", "县", "区",
                 "州",   "旗",   "盟",   "镇",     "乡", "縣", "區"};
Word level_lookalikes[] = {"市场", "市政", "市容", "市民", "市域", "市级", "市直", "市属", "省级",
                           "省直", "省属", "省际", "县级", "县直", "县属", "县域", "区级", "区直",
                           "区属", "区域", "区块", "乡镇", "乡村", "镇街", "区县", "县区", "市县",
                           "县市", "市区", "州市", "市州", "省市", "乡财", "旗县", "区市"};
Word central_line[] = {"海关",     "税务", "银行",     "人行",   "金融监管", "银保监",   "证监",
                       "气象",     "邮政", "通信管理", "海事",   "烟草",     "电力",     "电网",
                       "供电",     "国网", "电信",     "移动",   "联通",     "铁塔",     "铁路",
                       "民航",     "地震", "能源监管", "储备局", "外汇",     "消防救援", "出入境",
                       "调查总队", "公司", "集团",     "稅務"};
Word shared_endings[] = {"人民政府", "政府", "管委会", "党委", "办事处"};

Word number_heads[] = {"序号", "编号", "号", "项次", "序", "序號", "編號",
                       "no",   "no.",  "nr", "#",    "id", "ref",  "number"};
Word section_heads[] = {"领域", "章节", "类别", "板块", "方面", "专题", "专项", "行动",
                        "工程", "分类", "类型", "维度", "大类", "章",   "节",   "条线",
                        "環節", "領域", "類別", "环节", "专栏", "部分"};
Word task_heads[] = {"任务", "事项", "举措", "措施", "工作", "内容", "项目", "要点",
                     "清单", "任務", "事項", "舉措", "內容", "項目", "名称"};
Word detail_heads[] = {"目标", "成果", "指标", "标准", "要求", "目標", "指標", "具体内容", "说明"};
Word time_heads[] = {"时限", "时间", "节点", "期限", "进度安排", "時限", "時間", "節點"};
Word duty_heads[] = {"责任分工", "任务分工", "职责分工", "分工", "分工安排", "責任分工"};
Word role_heads[] = {"role", "角色"};
Word note_starts[] = {"注",     "备注", "说明",     "附注",    "图例",
                      "備註",   "說明", "填表说明", "note",    "notes",
                      "legend", "key",  "source",   "sources", "abbreviations"};
Word dittos[] = {"同上", "〃", "\"", "ditto", "as above"};
Word section_titles[] = {"section",  "chapter",  "goal",       "goals",    "objective",
                         "theme",    "area",     "pillar",     "priority", "objectives",
                         "category", "strategy", "workstream", "strand",   "phase"};
Word task_titles[] = {"task",        "tasks",       "action",       "actions",   "activity",
                      "activities",  "deliverable", "deliverables", "milestone", "milestones",
                      "initiative",  "initiatives", "commitment",   "measure",   "recommendation",
                      "commitments", "step",        "steps",        "measures",  "recommendations"};
Word detail_titles[] = {"description", "details", "outcome", "output", "target", "indicator"};
Word deadline_titles[] = {"deadline",   "deadlines", "due",       "date",
                          "timeline",   "when",      "time",      "dates",
                          "completion", "timeframe", "timescale", "timing"};
Word lead_titles[] = {"lead",  "leads",       "leader",       "leading",
                      "led",   "owner",       "accountable",  "owners",
                      "owned", "coordinator", "coordinating", "coordinated"};
Word responsible_titles[] = {"responsible",  "responsibility", "responsibilities", "implementer",
                             "implementing", "implemented",    "delivered"};
Word support_titles[] = {"support",       "supporting",    "supported",     "supports",
                         "partner",       "partners",      "consulted",     "contributor",
                         "contributors",  "consult",       "assisting",     "contributing",
                         "cooperating",   "collaborators", "collaborating", "collaborator",
                         "participating", "participants",  "assisted",      "consultees",
                         "secondary"};
Word informed_titles[] = {"informed", "inform"};
Word oversight_titles[] = {"oversight", "sponsor", "sponsors", "overseeing"};

Word deadline_words[] = {"长期",   "长期坚持", "持续推进", "持续实施", "全年",     "年底前",
                         "年内",   "常态化",   "每年",     "逐年推进", "长期推进", "持续开展",
                         "每季度", "每半年",   "每月",     "每周",     "每天",     "每日",
                         "季度末", "月底前",   "持续",     "即日起",   "立即",     "適時",
                         "適时",   "長期",     "持續推進", "本年度",   "今年",     "明年"};
Word time_prepositions[] = {"于",   "在",   "至",   "到",     "最迟",   "最迟于", "务必于",
                            "确保", "力争", "争取", "确保在", "力争在", "确保于", "並於",
                            "於",   "并于", "并在", "並在",   "原则上", "确保到"};
Word finishing_words[] = {"完成", "办结", "见效", "落实", "建成", "完工", "辦結", "見效", "到位"};
Word document_kinds[] = {"通知", "意见", "方案", "要点", "计划", "规划", "办法", "措施", "清单",
                         "政策", "行动", "分工", "细则", "规定", "决定", "安排", "报告", "纲要",
                         "任务", "通报", "批复", "条例", "意見", "計劃", "辦法"};
Word quantity_units[] = {"家",   "个",   "场",   "人次", "%",    "％",       "‰",        "万元",
                         "亿元", "元",   "公里", "千米", "米",   "平方米",   "平方公里", "万平方米",
                         "亩",   "公顷", "吨",   "千瓦", "兆瓦", "台",       "套",       "辆",
                         "座",   "条",   "项",   "名",   "人",   "所",       "处",       "件",
                         "次",   "户",   "批",   "类",   "支",   "只",       "架",       "艘",
                         "颗",   "站",   "期",   "头",   "卡",   "个百分点", "百分点",   "企业",
                         "種",   "种",   "篇",   "部",   "张",   "份",       "对",       "组"};
Word amounts[] = {"万", "亿", "元",   "%",    "％",   "‰",  "公里", "千米", "平方", "吨", "亩",
                  "倍", "个", "公顷", "千瓦", "兆瓦", "家", "左右", "以上", "以下", "月", "年",
                  "日", "版", "分",   "美元", "立方", "至", "到",   "—",    "–",    "～", "－"};

}  // namespace

const Words kLeadStems(lead_stems);
const Words kResponsibleStems(responsible_stems);
const Words kSupportStems(support_stems);
const Words kOversightStems(oversight_stems);
const Words kLabelQualifiers(label_qualifiers);
const Words kLabelHeads(label_heads);
const Words kPersonHeads(person_heads);
const Words kPersonLabels(person_labels);
const Words kContactLabels(contact_labels);
const Words kTimeLabels(time_labels);
const Words kLeadVerbs(lead_verbs);
const Words kResponsibleVerbs(responsible_verbs);
const Words kSupportVerbs(support_verbs);
const Words kOversightVerbs(oversight_verbs);
const Words kManners(manners);
const Words kDutyStarts(duty_starts);
const Words kDutyQualifiers(duty_qualifiers);
const Words kDutyNouns(duty_nouns);
const Words kVerbFillers(verb_fillers);
const Words kJoints(joints);
const Words kLooseJoints(loose_joints);
const Words kRankings(rankings);
const Words kFirstPlaces(first_places);
const Words kLeadNouns(lead_nouns);
const Words kCopulas(copulas);
const Words kOthers(others);
const Words kFromHereOn(from_here_on);
const Words kClosingTitles(closing_titles);
const Words kRemarkStarts(remark_starts);
const Words kHostStems(host_stems);
const Words kBracketAsides(bracket_asides);
const Words kPartyFields(party_fields);
const Words kFalseEndings(false_endings);
const Words kEmptyCells(empty_cells);
const Words kBracketStates(bracket_states);
const Words kOpenTails(open_tails);
const Words kGroupTails(group_tails);
const Words kNumerals(numerals);
const Words kCounters(counters);
const Words kConjunctions(conjunctions);
const Words kLeadingWords(leading_words);
const Words kUnitEndings(unit_endings);
const Words kGroupStarts(group_starts);
const Words kGroupParts(group_parts);
const Words kGroupEndings(group_endings);
const Words kGenericLevels(generic_levels);
const Words kLevelInside(level_inside);
const Words kSentenceStarts(sentence_starts);
const Words kLevels(levels);
const Words kLevelLookalikes(level_lookalikes);
const Words kCentralLine(central_line);
const Words kSharedEndings(shared_endings);
const Words kNumberHeads(number_heads);
const Words kSectionHeads(section_heads);
const Words kTaskHeads(task_heads);
const Words kDetailHeads(detail_heads);
const Words kTimeHeads(time_heads);
const Words kDutyHeads(duty_heads);
const Words kRoleHeads(role_heads);
const Words kNoteStarts(note_starts);
const Words kDittos(dittos);
const Words kSectionTitles(section_titles);
const Words kTaskTitles(task_titles);
const Words kDetailTitles(detail_titles);
const Words kDeadlineTitles(deadline_titles);
const Words kLeadTitles(lead_titles);
const Words kResponsibleTitles(responsible_titles);
const Words kSupportTitles(support_titles);
const Words kInformedTitles(informed_titles);
const Words kOversightTitles(oversight_titles);
const Words kDeadlineWords(deadline_words);
const Words kTimePrepositions(time_prepositions);
const Words kFinishingWords(finishing_words);
const Words kDocumentKinds(document_kinds);
const Words kQuantityUnits(quantity_units);
const Words kAmounts(amounts);

}  // namespace respnet::extract
