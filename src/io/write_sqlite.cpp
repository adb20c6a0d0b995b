// The network and its measures as a SQLite database, with keys and the dictionary as a table.

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <sqlite3.h>

#include "io/graph_formats.hpp"
#include "respnet/base/errors.hpp"

namespace respnet::io {
namespace {

using model::Network;

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  void operator()(unsigned char* bytes) const { sqlite3_free(bytes); }
};

/// A database in memory.
class Database {
 public:
  Database() {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open(":memory:", &opened);
    database_.reset(opened);
    check(code);
  }

  void run(const std::string& sql) {
    check(sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr));
  }
  void check(int code) const {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    if (code == SQLITE_NOMEM) throw std::bad_alloc();
    if (code == SQLITE_TOOBIG)
      throw LimitError("a text is too long for SQLite (10^9 bytes); write another format");
    throw std::logic_error(std::string("SQLite: ") + sqlite3_errmsg(database_.get()));
  }
  std::string bytes() const {
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, Close> file(
        sqlite3_serialize(database_.get(), "main", &size, 0));
    if (file == nullptr) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(file.get()), static_cast<std::size_t>(size)};
  }
  sqlite3* get() const { return database_.get(); }

 private:
  std::unique_ptr<sqlite3, Close> database_;
};

/// Rows for one table, a value a column.
class Rows {
 public:
  Rows(const Database& database, const std::string& table, std::size_t columns)
      : database_(database) {
    std::string sql = "INSERT INTO \"" + table + "\" VALUES (";
    for (std::size_t i = 0; i < columns; ++i) sql += i == 0 ? "?" : ",?";
    sqlite3_stmt* made = nullptr;
    database.check(sqlite3_prepare_v2(database.get(), (sql + ")").c_str(), -1, &made, nullptr));
    statement_.reset(made);
  }

  /// Empty text is NULL: nothing is known.
  Rows& text(std::string_view value) {
    ++at_;
    if (!value.empty()) exact(value);
    return *this;
  }
  Rows& name(std::string_view value) {
    ++at_;
    exact(value);
    return *this;
  }
  Rows& whole(std::int64_t value) {
    database_.check(sqlite3_bind_int64(statement_.get(), ++at_, value));
    return *this;
  }
  /// 0 is NULL: lines and the like count from 1.
  Rows& counted(std::uint64_t value) {
    if (value != 0) return whole(static_cast<std::int64_t>(value));
    ++at_;
    return *this;
  }
  Rows& real(double value) {
    ++at_;
    if (std::isfinite(value)) database_.check(sqlite3_bind_double(statement_.get(), at_, value));
    return *this;
  }
  Rows& null() {
    ++at_;
    return *this;
  }
  Rows& cell(const Column& column, std::size_t row) {
    if (const auto* texts = std::get_if<std::vector<std::string>>(&column.values))
      return text((*texts)[row]);
    if (const auto* numbers = std::get_if<std::vector<std::int64_t>>(&column.values))
      return whole((*numbers)[row]);
    return real(std::get<std::vector<double>>(column.values)[row]);
  }
  void end() {
    database_.check(sqlite3_step(statement_.get()));
    database_.check(sqlite3_reset(statement_.get()));
    sqlite3_clear_bindings(statement_.get());
    at_ = 0;
  }

 private:
  void exact(std::string_view value) {
    database_.check(sqlite3_bind_text64(statement_.get(), at_, value.data(), value.size(),
                                        SQLITE_TRANSIENT, SQLITE_UTF8));
  }

  const Database& database_;
  std::unique_ptr<sqlite3_stmt, Close> statement_;
  int at_ = 0;
};

constexpr std::string_view kTables = R"(
CREATE TABLE network (title TEXT);
CREATE TABLE sources (id TEXT PRIMARY KEY, path TEXT, title TEXT, number TEXT, issuer TEXT,
  date TEXT, language TEXT, encoding TEXT, sha256 TEXT);
CREATE TABLE sections (id TEXT PRIMARY KEY, title TEXT, parent TEXT REFERENCES sections,
  source TEXT REFERENCES sources);
CREATE TABLE tasks (id TEXT PRIMARY KEY, node TEXT UNIQUE, title TEXT,
  section TEXT REFERENCES sections, source TEXT REFERENCES sources, first_line INTEGER,
  last_line INTEGER, deadline TEXT, due TEXT);
CREATE TABLE clauses (task TEXT REFERENCES tasks, number INTEGER, text TEXT, first_line INTEGER,
  last_line INTEGER, begin INTEGER, end INTEGER, PRIMARY KEY (task, number));
CREATE TABLE targets (task TEXT REFERENCES tasks, number INTEGER, text TEXT, value REAL, unit TEXT,
  comparator TEXT, PRIMARY KEY (task, number));
CREATE TABLE units (id TEXT PRIMARY KEY, node TEXT UNIQUE, name TEXT, kind TEXT);
CREATE TABLE unit_aliases (unit TEXT REFERENCES units, alias TEXT);
CREATE TABLE unit_offices (unit TEXT REFERENCES units, office TEXT);
CREATE TABLE unit_members (unit TEXT REFERENCES units, member TEXT REFERENCES units);
CREATE TABLE assignments (task TEXT REFERENCES tasks, unit TEXT REFERENCES units, role TEXT,
  explicit INTEGER, "order" INTEGER, clause INTEGER, line INTEGER, begin INTEGER, end INTEGER,
  as_written TEXT, PRIMARY KEY (task, unit));
CREATE INDEX assignments_by_unit ON assignments (unit);
CREATE TABLE assignment_offices (task TEXT, unit TEXT, office TEXT,
  FOREIGN KEY (task, unit) REFERENCES assignments);
CREATE TABLE notes (number INTEGER PRIMARY KEY, code TEXT, task TEXT REFERENCES tasks,
  line INTEGER, message TEXT);
)";

void write_sources(const Network& network, const Database& database) {
  Rows rows(database, "sources", 9);
  for (const model::Source& source : network.sources())
    rows.name(source.id)
        .text(source.path)
        .text(source.title)
        .text(source.number)
        .text(source.issuer)
        .text(source.date)
        .text(source.language)
        .text(source.encoding)
        .text(source.sha256)
        .end();
}

std::string_view source_id(const Network& network, model::SourceId id) {
  return network.source_count() > 0 ? std::string_view(network.sources()[index(id)].id)
                                    : std::string_view();
}

void write_sections(const Network& network, const Database& database) {
  Rows rows(database, "sections", 4);
  for (const model::SectionId id : network.section_ids()) {
    const model::Section section = network.section(id);
    rows.name(section.id).text(section.title);
    rows.text(section.parent ? network.section(*section.parent).id : std::string_view());
    rows.text(source_id(network, section.source)).end();
  }
}

void write_tasks(const Network& network, const Database& database) {
  Rows rows(database, "tasks", 9);
  Rows clauses(database, "clauses", 7);
  Rows targets(database, "targets", 6);
  for (const model::TaskId id : network.task_ids()) {
    const model::Task task = network.task(id);
    rows.name(task.id).text('t' + std::to_string(index(id) + 1)).text(task.title);
    rows.text(task.section ? network.section(*task.section).id : std::string_view());
    rows.text(source_id(network, task.source)).counted(task.lines.first).counted(task.lines.last);
    rows.text(task.deadline).text(task.due).end();
    std::int64_t number = 0;
    for (const model::Clause& clause : task.clauses) {
      clauses.name(task.id).whole(number++).text(clause.text);
      clauses.counted(clause.lines.first).counted(clause.lines.last);
      clauses.whole(static_cast<std::int64_t>(clause.span.begin))
          .whole(static_cast<std::int64_t>(clause.span.end))
          .end();
    }
    number = 0;
    for (const model::Target& target : task.targets)
      targets.name(task.id)
          .whole(number++)
          .text(target.text)
          .real(target.value.value_or(std::numeric_limits<double>::quiet_NaN()))
          .text(target.unit)
          .text(target.comparator)
          .end();
  }
}

void write_units(const Network& network, const Database& database) {
  Rows rows(database, "units", 4);
  Rows aliases(database, "unit_aliases", 2);
  Rows offices(database, "unit_offices", 2);
  Rows members(database, "unit_members", 2);
  for (const model::UnitId id : network.unit_ids()) {
    const model::Unit unit = network.unit(id);
    rows.name(unit.id)
        .text('u' + std::to_string(index(id) + 1))
        .name(unit.name)
        .text(name(unit.kind))
        .end();
    for (const auto& alias : unit.aliases) aliases.name(unit.id).text(alias).end();
    for (const auto& office : unit.offices) offices.name(unit.id).text(office).end();
    for (const model::UnitId member : unit.members)
      members.name(unit.id).name(network.unit_id(member)).end();
  }
}

void write_assignments(const Network& network, const Database& database) {
  Rows rows(database, "assignments", 10);
  Rows offices(database, "assignment_offices", 3);
  for (const model::TaskId id : network.task_ids()) {
    const std::string_view task = network.task_id(id);
    for (const model::AssignmentId at : network.assignments(id)) {
      const model::Assignment row = network.assignment(at);
      const std::string unit = network.unit_id(row.unit);
      rows.name(task).name(unit).text(name(row.role)).whole(row.is_explicit ? 1 : 0);
      rows.counted(row.order);
      if (row.clause < network.task(id).clauses.size())
        rows.whole(row.clause);
      else
        rows.null();
      rows.counted(row.line);
      if (row.span.end > row.span.begin)
        rows.whole(static_cast<std::int64_t>(row.span.begin))
            .whole(static_cast<std::int64_t>(row.span.end));
      else
        rows.null().null();
      rows.text(row.as_written).end();
      for (const auto& office : row.offices) offices.name(task).name(unit).text(office).end();
    }
  }
}

void write_notes(const Network& network, const Database& database) {
  Rows rows(database, "notes", 5);
  std::int64_t number = 0;
  for (const model::Note& note : network.notes()) {
    rows.whole(++number).text(note.code);
    rows.text(note.task ? network.task_id(*note.task) : std::string_view());
    rows.counted(note.line).text(note.message).end();
  }
}

std::string quoted(std::string_view name) {
  std::string text = "\"";
  for (const char c : name) text += c == '"' ? std::string("\"\"") : std::string(1, c);
  return text + '"';
}

std::string_view sql_type(const Column& column) {
  if (std::holds_alternative<std::vector<std::string>>(column.values)) return " TEXT";
  return std::holds_alternative<std::vector<double>>(column.values) ? " REAL" : " INTEGER";
}

/// A table of results as it is, but for columns that only name who `keys` tell already.
void write_results(Database& database, const Table& table, const std::string& name,
                   const std::string& keys, const std::vector<std::string_view>& left_out) {
  std::string sql;
  std::vector<const Column*> columns;
  for (const Column& column : table.columns) {
    if (std::ranges::find(left_out, column.id) != left_out.end()) continue;
    columns.push_back(&column);
    sql += (sql.empty() ? "" : ", ") + quoted(column.id) + std::string(sql_type(column));
  }
  database.run("CREATE TABLE " + name + " (" + sql + (keys.empty() ? "" : ", " + keys) + ")");
  Rows rows(database, name, columns.size());
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (const Column* column : columns) rows.cell(*column, row);
    rows.end();
  }
}

void write_attachments(Database& database, const Attachments& with) {
  if (with.run != nullptr)
    write_results(database, run_table(*with.run, Language::En), "run", "PRIMARY KEY (key)", {});
  if (with.catalog != nullptr)
    write_results(database, *with.catalog, "catalog", "PRIMARY KEY (level, id)", {});
  if (const Table* table = with.table("network"))
    write_results(database, *table, "network_measures", "", {});
  if (const Table* table = with.table("units"))
    write_results(database, *table, "unit_measures",
                  "PRIMARY KEY (id), FOREIGN KEY (id) REFERENCES units", {"name"});
  if (const Table* table = with.table("tasks"))
    write_results(database, *table, "task_measures",
                  "PRIMARY KEY (id), FOREIGN KEY (id) REFERENCES tasks", {"title"});
  if (const Table* table = with.table("pairs"))
    write_results(database, *table, "pair_measures",
                  "PRIMARY KEY (a, b), FOREIGN KEY (a) REFERENCES units, FOREIGN KEY (b) "
                  "REFERENCES units",
                  {"name_a", "name_b"});
}

}  // namespace

void write_sqlite(const Network& network, const Sink& sink, const Attachments& with) {
  Database database;
  database.run("BEGIN");
  database.run(std::string(kTables));
  Rows(database, "network", 1).text(network.title()).end();
  write_sources(network, database);
  write_sections(network, database);
  write_units(network, database);
  write_tasks(network, database);
  write_assignments(network, database);
  write_notes(network, database);
  write_attachments(database, with);
  database.run("COMMIT");
  sink(database.bytes());
}

}  // namespace respnet::io
