#include <string>

#include "io/json_text.hpp"
#include "io/network_json.hpp"
#include "io/output.hpp"

namespace respnet::io {
namespace {

using model::Network;

void append_text_or_null(std::string& out, std::string_view text) {
  if (text.empty()) {
    out += "null";
  } else {
    append_json(out, text);
  }
}

// `, "key": `, ready for the value. Keys of ours need no escape.
void append_key(std::string& out, std::string_view key) {
  out.append(", \"").append(key).append("\": ");
}

void append_member(std::string& out, std::string_view key, std::string_view text) {
  append_key(out, key);
  append_text_or_null(out, text);
}

void append_list(std::string& out, const auto& items, auto&& append_item) {
  out += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!first) out += ", ";
    first = false;
    append_item(item);
  }
  out += ']';
}

void append_texts(std::string& out, const auto& texts) {
  append_list(out, texts, [&](const std::string& text) { append_json(out, text); });
}

void append_pair(std::string& out, std::uint64_t first, std::uint64_t second) {
  out += '[';
  append_number(out, first);
  out += ", ";
  append_number(out, second);
  out += ']';
}

void append_lines(std::string& out, model::LineRange lines) {
  append_key(out, "lines");
  if (lines == model::LineRange{}) {
    out += "null";
  } else {
    append_pair(out, lines.first, lines.last);
  }
}

void append_span(std::string& out, model::Span span) {
  append_key(out, "span");
  if (span == model::Span{}) {
    out += "null";
  } else {
    append_pair(out, span.begin, span.end);
  }
}

std::string_view source_id(const Network& network, model::SourceId source) {
  if (network.source_count() == 0) return {};
  return network.sources()[index(source)].id;
}

void append_source(std::string& out, const model::Source& source) {
  out += "{\"id\": ";
  append_json(out, source.id);
  append_key(out, "path");
  append_json(out, source.path);
  append_member(out, "sha256", source.sha256);
  append_member(out, "title", source.title);
  append_member(out, "number", source.number);
  append_member(out, "issuer", source.issuer);
  append_member(out, "date", source.date);
  append_member(out, "language", source.language);
  append_member(out, "encoding", source.encoding);
  out += '}';
}

void append_section(std::string& out, const Network& network, model::SectionId id) {
  const model::Section section = network.section(id);
  out += "{\"id\": ";
  append_json(out, section.id);
  append_key(out, "title");
  append_json(out, section.title);
  append_member(out, "parent",
                section.parent ? network.section(*section.parent).id : std::string_view{});
  append_member(out, "source", source_id(network, section.source));
  out += '}';
}

void append_clause(std::string& out, const model::Clause& clause) {
  out += "{\"text\": ";
  append_json(out, clause.text);
  append_lines(out, clause.lines);
  append_span(out, clause.span);
  out += '}';
}

void append_target(std::string& out, const model::Target& target) {
  out += "{\"text\": ";
  append_json(out, target.text);
  append_key(out, "value");
  if (target.value) {
    append_json(out, *target.value);
  } else {
    out += "null";
  }
  append_member(out, "unit", target.unit);
  append_member(out, "comparator", target.comparator);
  out += '}';
}

void append_task(std::string& out, const Network& network, model::TaskId id) {
  const model::Task task = network.task(id);
  out += "{\"id\": ";
  append_json(out, task.id);
  append_key(out, "title");
  append_json(out, task.title);
  append_member(out, "section",
                task.section ? network.section(*task.section).id : std::string_view{});
  append_member(out, "source", source_id(network, task.source));
  append_lines(out, task.lines);
  append_member(out, "deadline", task.deadline);
  append_member(out, "due", task.due);
  append_key(out, "clauses");
  append_list(out, task.clauses, [&](const model::Clause& clause) { append_clause(out, clause); });
  append_key(out, "targets");
  append_list(out, task.targets, [&](const model::Target& target) { append_target(out, target); });
  out += '}';
}

void append_unit(std::string& out, const Network& network, model::UnitId id) {
  const model::Unit unit = network.unit(id);
  out += "{\"id\": ";
  append_json(out, unit.id);
  append_key(out, "name");
  append_json(out, unit.name);
  append_key(out, "kind");
  append_json(out, name(unit.kind));
  append_key(out, "aliases");
  append_texts(out, unit.aliases);
  append_key(out, "offices");
  append_texts(out, unit.offices);
  append_key(out, "members");
  append_list(out, unit.members,
              [&](model::UnitId member) { append_json(out, network.unit_id(member)); });
  out += '}';
}

// An assignment of an edge list has no text behind it, and no keys for it.
bool has_text(const model::Assignment& row) {
  return row.line != 0 || row.clause != 0 || row.span != model::Span{} || !row.as_written.empty() ||
         !row.offices.empty();
}

void append_assignment(std::string& out, const Network& network, std::string_view task,
                       const model::Assignment& row) {
  out += "{\"task\": ";
  append_json(out, task);
  append_key(out, "unit");
  append_json(out, network.unit_id(row.unit));
  append_key(out, "role");
  out.append("\"").append(name(row.role)).append("\"");
  append_key(out, "explicit");
  out += row.is_explicit ? "true" : "false";
  append_key(out, "order");
  append_number(out, row.order);
  if (has_text(row)) {
    append_key(out, "offices");
    append_texts(out, row.offices);
    append_key(out, "clause");
    append_number(out, row.clause);
    append_key(out, "line");
    append_number(out, row.line);
    append_span(out, row.span);
    append_member(out, "as_written", row.as_written);
  }
  out += '}';
}

void append_note(std::string& out, const Network& network, const model::Note& note) {
  out += "{\"code\": ";
  append_json(out, note.code);
  append_member(out, "task", note.task ? network.task_id(*note.task) : std::string_view{});
  append_key(out, "line");
  if (note.line == 0) {
    out += "null";
  } else {
    append_number(out, note.line);
  }
  if (note.unit) append_member(out, "unit", network.unit_id(*note.unit));
  append_key(out, "message");
  append_json(out, note.message);
  out += '}';
}

// One array of the document, one row a line: append_row(out, row).
void write_rows(Output& output, std::string_view key, std::size_t count, auto&& append_row) {
  output.bytes += ",\n ";
  append_json(output.bytes, key);
  output.bytes += ": [";
  output.each_row(count, [&](std::string& out, std::size_t row) {
    out += row == 0 ? "\n  " : ",\n  ";
    append_row(out, row);
  });
  output.bytes += ']';
}

// Rows of a block are tasks here, so each of them begins its own lines.
void write_assignments(Output& output, const Network& network) {
  output.bytes += ",\n \"assignments\": [";
  output.each_row(network.task_count(), [&](std::string& out, std::size_t task) {
    const auto id = static_cast<model::TaskId>(task);
    for (const model::AssignmentId at : network.assignments(id)) {
      out += index(at) == 0 ? "\n  " : ",\n  ";
      append_assignment(out, network, network.task_id(id), network.assignment(at));
    }
  });
  output.bytes += ']';
}

}  // namespace

void write_network_json(const Network& network, const Sink& sink, const Attachments& with) {
  Output output(sink, with.threads);
  output.bytes += "{\"schema\": ";
  append_json(output.bytes, kNetworkSchema);
  output.bytes += ",\n \"title\": ";
  append_json(output.bytes, network.title());
  write_rows(output, "sources", network.source_count(), [&](std::string& out, std::size_t row) {
    append_source(out, network.sources()[row]);
  });
  write_rows(output, "sections", network.section_count(), [&](std::string& out, std::size_t row) {
    append_section(out, network, static_cast<model::SectionId>(row));
  });
  write_rows(output, "tasks", network.task_count(), [&](std::string& out, std::size_t row) {
    append_task(out, network, static_cast<model::TaskId>(row));
  });
  write_rows(output, "units", network.unit_count(), [&](std::string& out, std::size_t row) {
    append_unit(out, network, static_cast<model::UnitId>(row));
  });
  write_assignments(output, network);
  write_rows(output, "notes", network.notes().size(), [&](std::string& out, std::size_t row) {
    append_note(out, network, network.notes()[row]);
  });
  output.bytes += "}\n";
  output.flush();
}

}  // namespace respnet::io
