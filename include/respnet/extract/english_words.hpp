#pragma once

#include "respnet/extract/words.hpp"

namespace respnet::extract {

// What English action plans say, as data, in lower case. General words only, as in words.hpp.

// 1 Names of units.
extern const Words kBodyNouns;        ///< "board", "ministry": what names of bodies end with
extern const Words kStandAloneNouns;  ///< "police": a whole name by itself
extern const Words kBodiesInPlural;   ///< "agencies", "partners": the name stands for many
extern const Words
    kWeakNouns;  ///< "services": also a field, "Department of Health and Human Services"
extern const Words kUniting;        ///< "association": of many, "Association of Ports and Harbours"
extern const Words kEveryWords;     ///< "all", "relevant": begins a name for many
extern const Words kFieldInitials;  ///< "hr": initials of a field of work, not of a body
extern const Words kHeadJoints;     ///< "of": goes on with a name behind its noun
extern const Words kSmallWords;     ///< words that names write in lower case
extern const Words kNobody;         ///< "n/a", "tbd": the cell names nobody
extern const Words kShortened;      ///< "dept": a full stop behind it ends no sentence

// 2 Between units.
extern const Words kWithPhrases;   ///< " in partnership with ": what follows supports
extern const Words kNameArticles;  ///< "the ", "both ": in front of a name

// 3 Labels: words that may stand in one beside the words of a role or time.
extern const Words kLabelFillers;
extern const Words kBodyTitles;      ///< "agency": heads a column of units where none says more
extern const Words kPersonTitles;    ///< "officer": the column or label names persons
extern const Words kStartTitles;     ///< "start": a date that is no deadline
extern const Words kOtherLabels;     ///< "budget": labels that say neither who nor when
extern const Words kSpokenLabels;    ///< "led by": labels without a colon
extern const Words kItemTitles;      ///< "action": "Action 1.2: …" is a heading
extern const Words kItemLabels;      ///< "action": "Action: …" is one too
extern const Words kItemLabelTails;  ///< "title": what may follow in such a label
extern const Words kSectionItems;    ///< "goal": the same, of a section

// 4 Time.
extern const Words kMonths;   ///< three letters, January first
extern const Words kNoDates;  ///< "ongoing"

}  // namespace respnet::extract
