#pragma once

#include <string>

#include "respnet/analysis/study.hpp"
#include "respnet/base/document.hpp"
#include "respnet/base/language.hpp"
#include "respnet/report/page.hpp"

namespace respnet::report {

struct DocumentOptions {
  Language language = Language::Zh;
  PageRun run;  ///< how it was made, for its last chapter
};

/// The report for paper: cover, findings, pictures and tables in the order of the page, method; the
/// tasks, their clauses and a sheet a section as appendices.
///
/// Tables hold the first 2,000 rows and say so; above 30 sheets of sections there are none.
/// Pictures of nothing and empty tables are left out. Deterministic. Cost: that of the analyses and
/// pictures.
Document document(const analysis::Study& study, const DocumentOptions& options);

/// A document as a Word file, its pictures drawn with 300 dots an inch of paper; see
/// io::docx_bytes().
/// @param threads  0: all; the file does not depend on it
/// @throws FileError  when a picture has Chinese text and no font covers it
std::string docx(const Document& document, unsigned threads = 0);

}  // namespace respnet::report
