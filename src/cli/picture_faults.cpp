#include "cli/picture_faults.hpp"

#include <cstdint>
#include <limits>
#include <string>

#include "respnet/base/messages.hpp"

namespace respnet::cli {
namespace {

Table fault_table(const std::vector<LintedSheet>& sheets, const Messages& say) {
  std::vector<std::int64_t> sheet;
  std::vector<std::string> rule, subject, message;
  for (const LintedSheet& linted : sheets) {
    for (const viz::PictureFault& fault : linted.lint.faults) {
      sheet.push_back(static_cast<std::int64_t>(linted.sheet));
      rule.emplace_back(viz::name(fault.rule));
      subject.push_back(fault.subject);
      message.push_back(fault.message);
    }
  }
  return {"faults",
          say("lint.faults"),
          {{"sheet", say("lint.sheet"), sheet},
           {"rule", say("lint.rule"), rule},
           {"subject", say("lint.subject"), subject},
           {"message", say("lint.message"), message}}};
}

Table picture_table(const std::vector<LintedSheet>& sheets, const Messages& say) {
  std::vector<std::int64_t> sheet, faults, edges;
  std::vector<double> crossings;  // a dash where they were not counted
  std::vector<std::string> title;
  for (const LintedSheet& linted : sheets) {
    sheet.push_back(static_cast<std::int64_t>(linted.sheet));
    title.push_back(linted.title);
    faults.push_back(static_cast<std::int64_t>(linted.lint.faults.size()));
    edges.push_back(static_cast<std::int64_t>(linted.lint.edges));
    crossings.push_back(linted.lint.crossings ? static_cast<double>(*linted.lint.crossings)
                                              : std::numeric_limits<double>::quiet_NaN());
  }
  return {"pictures",
          say("lint.pictures"),
          {{"sheet", say("lint.sheet"), sheet},
           {"title", say("lint.title"), title},
           {"faults", say("lint.faults"), faults},
           {"edges", say("lint.edges"), edges},
           {"crossings", say("lint.crossings"), crossings}}};
}

}  // namespace

std::vector<Table> picture_fault_tables(const std::vector<LintedSheet>& sheets, Language language) {
  const Messages say(language);
  return {fault_table(sheets, say), picture_table(sheets, say)};
}

}  // namespace respnet::cli
