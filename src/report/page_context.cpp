#include "report/page_context.hpp"

#include "report/phrases.hpp"
#include "viz/facts.hpp"
#include "viz/labels.hpp"

namespace respnet::report {

PageContext::PageContext(const analysis::Study& the_study, Language language)
    : study(the_study),
      say(report_words(the_study, language)),
      has_mixed_leads(graph::lead_basis(the_study.graph()) == graph::LeadBasis::Mixed) {
  const model::Network& network = study.network();
  const viz::TopSections top = viz::top_sections(network);
  section_of_task.assign(network.task_count(), 0);
  if (top.ids.empty()) return;
  for (const model::SectionId id : top.ids) {
    const model::Section section = network.section(id);
    sections.push_back(one_line(section.title.empty() ? section.id : section.title));
  }
  if (!top.complete) sections.push_back(say("page.no_section"));
  for (std::size_t task = 0; task < top.of_task.size(); ++task) {
    const std::size_t place = top.of_task[task];
    section_of_task[task] =
        static_cast<std::uint32_t>(place == viz::TopSections::kNone ? sections.size() : place + 1);
  }
}

std::string PageContext::title() const {
  const std::string title = one_line(viz::document_title(study.network()));
  return title.empty() ? say("shared.untitled") : title;
}

std::string one_line(std::string_view text) { return viz::shown(text); }

std::string key_of(model::TaskId task) { return viz::task_key(task); }

std::string key_of(const analysis::Study& study, std::uint32_t unit) {
  return viz::unit_key(study.graph(), unit);
}

}  // namespace respnet::report
