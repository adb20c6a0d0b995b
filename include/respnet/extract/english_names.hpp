#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace respnet::extract {

/// ASCII letters in lower case; other bytes as they are.
std::string lower_case(std::string_view text);

/// The words of a text, lower case: runs of letters, digits and what stands inside names (' & - .).
std::vector<std::string> words_of(std::string_view text);

/// Whether `text` has Latin letters and no Chinese characters.
bool is_english(std::string_view text);

/// `text` without the footnote marks behind it: "*", "¹", "[3]", "[^15]".
std::string_view without_footnote_marks(std::string_view text);

/// A name as written on one line: one blank between words, articles in front and footnote marks
/// behind taken off.
std::string plain_english_name(std::string_view text);

/// Two English names with equal keys are one body: case, "the" and "&" for "and" do not count.
std::string english_key(std::string_view name);

/// Initials of a body: GSA, DfT, NHS. Not those of a field of work (HR, IT).
bool is_initials(std::string_view word);

/// "Department of …": a noun for a body, and the word that goes on with its name.
bool begins_with_head(std::string_view name);

/// Whether a name can stand by itself: initials, a noun for a body behind other words, or
/// "Department of …". "Planning" of "Planning and Housing Department" cannot.
bool is_whole_name(std::string_view name);

/// Whether `name` stands for many: all departments, relevant agencies, CDOs.
bool is_english_group(std::string_view name);

/// Whether `name` reads like the name of a body: few words, capitals where names have them.
bool looks_like_english_unit(std::string_view name);

/// "n/a", "TBD", "none", "to be confirmed (TBC)": says that nobody is named.
bool names_nobody(std::string_view text);

}  // namespace respnet::extract
