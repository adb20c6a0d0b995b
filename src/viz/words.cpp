#include "viz/words.hpp"

#include <array>
#include <cctype>

namespace respnet::viz::words {
namespace {

std::string n(std::size_t count) { return std::to_string(count); }

bool is_narrow(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && std::isspace(byte) == 0;
}

// A name inside a sentence: a blank beside Latin letters, none beside Chinese ones.
std::string before(std::string_view name) {
  return std::string(name) + (!name.empty() && is_narrow(name.back()) ? " " : "");
}
std::string between(std::string_view name) {
  return (!name.empty() && is_narrow(name.front()) ? " " : "") + before(name);
}

std::string_view of(LeadBasis word, const std::array<std::string_view, 4>& choices) {
  return choices[static_cast<std::size_t>(word)];
}

// "the tasks in which it is …"
std::string_view leading(LeadBasis word) {
  return of(word, {"居首位", "牵头", "牵头或居首位", "主责"});
}

}  // namespace

std::string_view lead(LeadBasis word) { return of(word, {"首位", "牵头", "牵头或首位", "主责"}); }

std::string_view lead_unit(LeadBasis word) {
  return of(word, {"首位责任单位", "牵头单位", "牵头或首位单位", "牵头和责任单位"});
}

std::string_view lead_note(LeadBasis word) {
  return of(word, {"首位＝条款中列在最前的单位，由顺序推定", "",
                   "条款写明牵头的为牵头，其余以列在最前的单位为首位", "主责＝牵头和责任单位"});
}

std::string bipartite_title(std::size_t tasks, std::size_t units) {
  return n(units) + " 个单位承担 " + n(tasks) + " 项任务";
}

std::string bipartite_title(std::size_t tasks, std::size_t units, std::string_view top,
                            std::size_t most) {
  return bipartite_title(tasks, units) + "，" + before(top) + "参与其中 " + n(most) + " 项";
}

std::string workload_title(std::string_view top, std::size_t tasks, std::size_t leads,
                           LeadBasis word) {
  std::string title = before(top) + "承担 " + n(tasks) + " 项任务";
  if (leads > 0) title += "，其中" + std::string(lead(word)) + " " + n(leads) + " 项";
  return title;
}

std::string workload_tie_title(std::size_t units, std::size_t tasks) {
  return "任务最多的 " + n(units) + " 个单位各承担 " + n(tasks) + " 项";
}

std::string partners_title(std::string_view one, std::string_view other, std::size_t shared) {
  return before(one) + "与" + between(other) + "共同承担的任务最多：" + n(shared) + " 项";
}

std::string partners_tie_title(std::size_t pairs, std::size_t shared) {
  return "共同任务最多的 " + n(pairs) + " 对单位各有 " + n(shared) + " 项";
}

std::string leads_title(std::string_view top, std::size_t supporters, LeadBasis word) {
  return before(top) + std::string(leading(word)) + "的任务牵动 " + n(supporters) +
         " 个单位，为各单位之最";
}

std::string leads_tie_title(std::size_t units, std::size_t supporters, LeadBasis word) {
  return n(units) + " 个单位" + std::string(leading(word)) + "的任务各牵动 " + n(supporters) +
         " 个单位，为各单位之最";
}

std::string counts(std::size_t tasks, std::size_t units, std::size_t assignments) {
  return n(tasks) + " 项任务，" + n(units) + " 个责任单位，" + n(assignments) + " 条责任关系";
}

std::string shared_counts(std::size_t units, std::size_t pairs) {
  return n(units) + " 个单位，" + n(pairs) + " 对有共同任务";
}

std::string support_counts(std::size_t units, std::size_t arcs) {
  return n(units) + " 个单位，" + n(arcs) + " 条支撑关系";
}

std::string sections_shown(std::size_t tasks, std::size_t sections) {
  return n(tasks) + " 项任务按 " + n(sections) + " 章合并";
}

std::string first_tasks_shown(std::size_t tasks, std::size_t shown) {
  return n(tasks) + " 项任务中单列责任单位最多的 " + n(shown) + " 项";
}

std::string heaviest_units_shown(std::size_t units, std::size_t shown) {
  return n(units) + " 个单位中只画任务最多的 " + n(shown) + " 个";
}

std::string groups_left_out(std::size_t groups) {
  return "未画 " + n(groups) + " 个集合单位（数字仍计入）";
}

std::string lonely_left_out(std::size_t units) { return "未画 " + n(units) + " 个没有关系的单位"; }

std::string edges_thinned(std::size_t least, std::size_t left_out) {
  return "只画 " + n(least) + " 项及以上的关系和每个单位最强的一条，略去 " + n(left_out) + " 对";
}

std::string strands_thinned(std::size_t least, std::size_t left_out) {
  return "略去 " + n(left_out) + " 条不足 " + n(least) + " 项的连线";
}

std::string labels_limited(std::size_t labelled) {
  return "只标任务最多的 " + n(labelled) + " 个单位";
}

std::string workload_counted(LeadBasis word) {
  return "各单位任务数（" + std::string(lead(word)) + "＋其他），按总数排序";
}

std::string_view size_note() { return "字号＝任务数"; }

std::string arrow_note(LeadBasis word) {
  return "箭头由其他责任单位指向" + std::string(lead_unit(word)) + "，线宽与数字＝任务数";
}

std::string_view shared_note() { return "线宽与数字＝共同任务数"; }
std::string_view width_by_count() { return "线宽＝责任关系数"; }

std::string_view tasks_heading() { return "任务"; }
std::string_view tasks_heading_by_section() { return "任务（按章排列）"; }
std::string_view sections_heading() { return "章（任务数）"; }
std::string_view units_heading() { return "责任单位（高度＝任务数）"; }
std::string bars_heading(LeadBasis word) { return std::string(lead(word)) + "＋其他＝任务数"; }
std::string_view no_section() { return "未分章"; }

std::string lead_edge(LeadBasis word, bool colored) {
  return std::string(lead_unit(word)) + (colored ? "（色＝所属章）" : "");
}

std::string_view other_edge() { return "其他责任单位"; }
std::string_view group_unit() { return "集合单位（未逐一点名）"; }
std::string_view other_part() { return "其他责任"; }
std::string lead_part(LeadBasis word) {
  return std::string(lead(word)) + (word == LeadBasis::Listed ? "责任" : "");
}
std::string strong_edge(std::size_t least) { return n(least) + " 项及以上"; }
std::string weak_edge(std::size_t least_strong) { return "1–" + n(least_strong - 1) + " 项"; }
std::string leading_unit(LeadBasis word) { return "有" + std::string(lead(word)) + "任务的单位"; }

std::string cluster(std::size_t number, std::size_t units) {
  return "协作圈 " + n(number) + "（" + n(units) + " 个单位）";
}

std::string more_clusters(std::size_t clusters) { return "另有 " + n(clusters) + " 个协作圈"; }
std::string_view tasks_axis() { return "任务数（项）"; }
std::string task_count(std::size_t tasks) { return n(tasks) + " 项"; }
std::string remaining_units(std::size_t units) { return "其余 " + n(units) + " 个单位"; }

std::string remaining_units(std::size_t units, std::size_t assignments) {
  return remaining_units(units) + "，合计 " + n(assignments);
}

std::string remaining_tasks(std::size_t tasks) { return "其余 " + n(tasks) + " 项任务"; }
std::string remaining_sections(std::size_t sections) { return "其余 " + n(sections) + " 章"; }

std::string load(std::size_t tasks, std::size_t leads, LeadBasis word) {
  if (leads == 0) return n(tasks);
  return n(tasks) + "（" + std::string(lead(word)) + " " + n(leads) + "）";
}

std::string load_sum(std::size_t leads, std::size_t others) {
  return leads == 0 ? n(others) : n(leads) + "＋" + n(others);
}

std::string assignment(std::string_view task, std::string_view unit, std::string_view part) {
  return std::string(task) + " · " + std::string(unit) + "（" + std::string(part) + "）";
}

std::string support(std::string_view from, std::string_view to, std::size_t tasks) {
  return std::string(from) + " → " + std::string(to) + "：" + n(tasks) + " 项";
}

std::string shared(std::string_view one, std::string_view other, std::size_t tasks) {
  return std::string(one) + " — " + std::string(other) + "：" + n(tasks) + " 项";
}

std::string_view nothing_title() { return "没有可画的内容"; }
std::string_view no_tasks_and_units() { return "网络中没有任务，也没有责任单位"; }
std::string_view no_assignments() { return "网络中没有责任关系"; }
std::string_view no_units() { return "没有责任单位"; }
std::string_view no_tasks() { return "没有任务"; }
std::string_view no_shared_tasks() { return "没有两个单位共同承担任务"; }

std::string no_support(LeadBasis word) { return "没有单位支撑" + std::string(lead_unit(word)); }

std::string_view separator() { return "　·　"; }

}  // namespace respnet::viz::words
