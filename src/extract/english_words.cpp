#include "respnet/extract/english_words.hpp"

namespace respnet::extract {
namespace {

using Word = const std::string_view;

Word body_nouns[] = {"agency",       "department",   "dept",         "ministry",
                     "office",       "bureau",       "council",      "board",
                     "committee",    "commission",   "authority",    "service",
                     "services",     "team",         "unit",         "division",
                     "directorate",  "branch",       "section",      "group",
                     "association",  "society",      "union",        "trust",
                     "partnership",  "forum",        "police",       "institute",
                     "institution",  "university",   "college",      "school",
                     "hospital",     "bank",         "company",      "corporation",
                     "cooperative",  "co-operative", "foundation",   "fund",
                     "centre",       "center",       "secretariat",  "government",
                     "treasury",     "parliament",   "court",        "network",
                     "alliance",     "federation",   "consortium",   "panel",
                     "taskforce",    "force",        "library",      "museum",
                     "laboratory",   "lab",          "clinic",       "chamber",
                     "assembly",     "cabinet",      "registry",     "inspectorate",
                     "embassy",      "mission",      "club",         "charity",
                     "church",       "ltd",          "inc",          "plc",
                     "limited",      "organisation", "organization", "administration",
                     "municipality", "desk",         "cell",         "academy",
                     "archive",      "archives",     "observatory",  "brigade",
                     "commissioner", "ombudsman",    "regulator",    "executive",
                     "body",         "agents",       "party",        "district",
                     "county",       "borough",      "estate",       "hub",
                     "operator",     "provider",     "squad",        "guild",
                     "league",       "collective",   "syndicate",    "conservancy",
                     "station",      "port",         "airport",      "railway",
                     "bureaux",      "headquarters", "leadership",   "management",
                     "works",        "lead",         "director",     "manager",
                     "officer",      "coordinator",  "secretary",    "minister"};
Word stand_alone_nouns[] = {"police",     "treasury", "parliament", "cabinet", "secretariat",
                            "government", "everyone", "registry",   "council"};
Word bodies_in_plural[] = {
    "agencies",      "departments",    "ministries",  "offices",      "bureaus",
    "councils",      "boards",         "committees",  "commissions",  "authorities",
    "teams",         "units",          "divisions",   "directorates", "branches",
    "groups",        "associations",   "societies",   "unions",       "trusts",
    "partnerships",  "forums",         "institutes",  "institutions", "universities",
    "colleges",      "schools",        "hospitals",   "banks",        "companies",
    "corporations",  "cooperatives",   "foundations", "centres",      "centers",
    "governments",   "courts",         "networks",    "panels",       "libraries",
    "museums",       "laboratories",   "clinics",     "chambers",     "organisations",
    "organizations", "municipalities", "bodies",      "districts",    "counties",
    "boroughs",      "operators",      "providers",   "partners",     "stakeholders",
    "members",       "parties",        "ngos",        "managers",     "officers",
    "heads",         "directors",      "contractors", "suppliers",    "employers",
    "businesses",    "communities",    "states",      "cities",       "towns",
    "parishes",      "regions",        "provinces",   "leads",        "staff",
    "everyone",      "entities",       "landlords",   "charities",    "clubs"};
Word weak_nouns[] = {"services", "management", "works",     "leadership",     "government",
                     "staff",    "archives",   "executive", "administration", "estate"};
Word uniting[] = {"association", "union",     "federation",    "chamber", "alliance",
                  "league",      "society",   "confederation", "council", "network",
                  "conference",  "coalition", "forum",         "guild"};
Word every_words[] = {"all",     "each",       "every",         "relevant",    "other",
                      "various", "respective", "participating", "appropriate", "concerned",
                      "any",     "individual", "interested",    "affected",    "selected",
                      "several", "line",       "partner",       "competent",   "everyone"};
Word field_initials[] = {"it", "hr", "ict", "pr", "ai", "r&d", "m&e", "od", "qa", "cctv", "gis"};
Word head_joints[] = {"of", "for", "on"};
Word small_words[] = {"of", "for", "on",   "and", "the", "in",   "at",
                      "to", "de",  "la",   "du",  "des", "with", "&",
                      "a",  "by",  "from", "van", "von", "und",  "e-government"};
Word nobody[] = {"n/a",
                 "na",
                 "n.a.",
                 "tbd",
                 "tbc",
                 "tba",
                 "none",
                 "not applicable",
                 "nil",
                 "to be determined",
                 "-",
                 "--",
                 "to be confirmed",
                 "to be decided",
                 "to be agreed",
                 "—",
                 "–",
                 "/",
                 "?",
                 "none identified",
                 "vacant",
                 "not assigned",
                 "unassigned",
                 "not yet assigned",
                 "…",
                 "..."};
Word shortened[] = {"dept", "st",  "dr",  "mr",   "mrs", "ms",   "no",  "co",  "inc",
                    "ltd",  "gov", "nat", "insp", "sgt", "prof", "rev", "min", "assoc"};

Word with_phrases[] = {" in close collaboration with ",
                       " in collaboration with ",
                       " in close cooperation with ",
                       " in cooperation with ",
                       " in co-operation with ",
                       " in partnership with ",
                       " in consultation with ",
                       " in coordination with ",
                       " in co-ordination with ",
                       " in conjunction with ",
                       " in association with ",
                       " in liaison with ",
                       " jointly with ",
                       " together with ",
                       " working with ",
                       " with support from ",
                       " with support of ",
                       " with the support of ",
                       " with the help of ",
                       " with help from ",
                       " with input from ",
                       " with assistance from ",
                       " with assistance of ",
                       " with the assistance of ",
                       " with contributions from ",
                       " with advice from ",
                       " supported by ",
                       " assisted by ",
                       " along with ",
                       " alongside ",
                       " with "};
Word name_articles[] = {"the ", "both ", "and ", "& ", "by ", "or ", "the two ", "also "};

Word label_fillers[] = {"agency",
                        "agencies",
                        "department",
                        "departments",
                        "ministry",
                        "ministries",
                        "unit",
                        "units",
                        "body",
                        "bodies",
                        "organisation",
                        "organisations",
                        "organization",
                        "organizations",
                        "party",
                        "parties",
                        "entity",
                        "entities",
                        "office",
                        "offices",
                        "team",
                        "teams",
                        "institution",
                        "institutions",
                        "and",
                        "other",
                        "by",
                        "for",
                        "the",
                        "key",
                        "main",
                        "primary",
                        "secondary",
                        "overall",
                        "joint",
                        "co",
                        "delivery",
                        "with",
                        "project",
                        "action",
                        "stakeholder",
                        "stakeholders",
                        "role",
                        "target",
                        "of",
                        "to",
                        "authority",
                        "authorities",
                        "service",
                        "services",
                        "division",
                        "s",
                        "or",
                        "group",
                        "groups",
                        "committee",
                        "milestone",
                        "task",
                        "internal",
                        "external",
                        "proposed",
                        "planned",
                        "expected",
                        "final",
                        "end",
                        "latest",
                        "implementation",
                        "in",
                        "also",
                        "from",
                        "directorate",
                        "council",
                        "completed",
                        "delivered",
                        "done",
                        "be",
                        "additional",
                        "strategic",
                        "organisational",
                        "frame",
                        "line",
                        "scale",
                        "period",
                        "when",
                        "is",
                        "are"};
Word body_titles[] = {"agency",       "agencies",      "department",   "departments",
                      "ministry",     "ministries",    "organisation", "organisations",
                      "organization", "organizations", "body",         "bodies",
                      "entity",       "entities",      "institution",  "institutions",
                      "team",         "assigned",      "assignee",     "dept"};
Word person_titles[] = {"officer", "officers", "person",     "persons",     "contact", "contacts",
                        "name",    "names",    "individual", "individuals", "email"};
Word start_titles[] = {"start", "begin", "begins", "starts", "started", "from", "commencement"};
Word other_labels[] = {"budget",      "cost",         "costs",     "status",    "indicator",
                       "indicators",  "kpi",          "kpis",      "measure",   "measures",
                       "output",      "outputs",      "outcome",   "outcomes",  "resources",
                       "resource",    "funding",      "risk",      "risks",     "progress",
                       "rationale",   "background",   "note",      "notes",     "description",
                       "success",     "evidence",     "priority",  "target",    "targets",
                       "deliverable", "deliverables", "source",    "reference", "dependencies",
                       "baseline",    "monitoring",   "reporting", "how",       "why",
                       "comment",     "comments",     "remarks",   "category",  "details"};
Word spoken_labels[] = {"led by ",       "lead by ",     "owned by ",      "delivered by ",
                        "supported by ", "assisted by ", "implemented by "};
Word item_titles[] = {"action",     "task", "activity",    "milestone",    "recommendation",
                      "commitment", "step", "deliverable", "initiative",   "measure",
                      "project",    "item", "work item",   "work package", "workpackage"};
Word item_labels[] = {"action",         "task",       "initiative", "activity",
                      "recommendation", "commitment", "project",    "title"};
Word item_label_tails[] = {"title", "name", "number", "no", "id", "ref"};
Word section_items[] = {
    "goal",           "objective",    "priority", "theme",      "pillar",
    "strategy",       "chapter",      "part",     "section",    "phase",
    "area",           "workstream",   "strand",   "annex",      "appendix",
    "outcome",        "aim",          "ambition", "focus area", "strategic objective",
    "strategic goal", "priority area"};

Word months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                 "jul", "aug", "sep", "oct", "nov", "dec"};
Word no_dates[] = {"ongoing",   "continuous", "continuing", "annual",    "annually",  "monthly",
                   "quarterly", "weekly",     "daily",      "permanent", "immediate", "as needed"};

}  // namespace

const Words kBodyNouns(body_nouns);
const Words kStandAloneNouns(stand_alone_nouns);
const Words kBodiesInPlural(bodies_in_plural);
const Words kWeakNouns(weak_nouns);
const Words kUniting(uniting);
const Words kEveryWords(every_words);
const Words kFieldInitials(field_initials);
const Words kHeadJoints(head_joints);
const Words kSmallWords(small_words);
const Words kNobody(nobody);
const Words kShortened(shortened);
const Words kWithPhrases(with_phrases);
const Words kNameArticles(name_articles);
const Words kLabelFillers(label_fillers);
const Words kBodyTitles(body_titles);
const Words kPersonTitles(person_titles);
const Words kStartTitles(start_titles);
const Words kOtherLabels(other_labels);
const Words kSpokenLabels(spoken_labels);
const Words kItemTitles(item_titles);
const Words kItemLabels(item_labels);
const Words kItemLabelTails(item_label_tails);
const Words kSectionItems(section_items);
const Words kMonths(months);
const Words kNoDates(no_dates);

}  // namespace respnet::extract
