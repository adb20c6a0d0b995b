"""How other people's software reads what `respnet export` writes: one function a reader.

Each gives a Read: nodes and edges by our keys (t1, t2, … and u1, u2, … by place), with only what
the reader could see. Undefined is None.
"""

import csv
import functools
import importlib.util
import json
import math
import pathlib
import re
import shutil
import sqlite3
import subprocess
from dataclasses import dataclass, field
from xml.etree import ElementTree

NODE_FIELDS = ["label", "bipartite", "kind", "unit_kind", "ref"]
EDGE_FIELDS = ["role", "weight", "order"]


@dataclass
class Read:
    nodes: dict  # key to its fields and measures
    edges: dict  # (task key, unit key) to its fields
    pairs: dict = field(default_factory=dict)  # (unit key, unit key) to measures
    network: dict = field(default_factory=dict)  # measures


def plain(value):
    """Nothing for what stands for nothing: no text, NaN."""
    return None if value == "" or isinstance(value, float) and math.isnan(value) else value


def ends(a, b):
    return (a, b) if a.startswith("t") else (b, a)


def of_networkx(graph):
    return Read({node: dict(data) for node, data in graph.nodes(data=True)},
                {ends(a, b): dict(data) for a, b, data in graph.edges(data=True)},
                network=dict(graph.graph))


def networkx_graphml(path, _):
    """NetworkX passes over the description of the graph, which is the title of the network."""
    import networkx
    read = of_networkx(networkx.read_graphml(path))
    read.network["name"] = ElementTree.parse(path).findtext("{*}graph/{*}desc", "")
    return read


def networkx_gexf(path, _):
    """NetworkX 2.8 stops at GEXF 1.2, where all that it reads has the same shape."""
    import networkx
    older = path.with_suffix(".older.gexf")
    older.write_text(path.read_text("utf-8").replace("http://gexf.net/1.3",
                                                     "http://www.gexf.net/1.2draft"), "utf-8")
    read = of_networkx(networkx.read_gexf(older))
    meta = {one.tag.split("}")[1]: one.text for one in ElementTree.parse(path).find("{*}meta")}
    assert meta.keys() <= {"creator", "keywords", "description"}  # the grammar knows no other
    read.network["name"] = meta.get("keywords", "")
    return read


def networkx_node_link(path, _):
    import networkx
    data = json.loads(path.read_text("utf-8"))
    data["links"] = data.pop("edges")  # as NetworkX before 3.4 called them
    return of_networkx(networkx.node_link_graph(data))


def networkx_cytoscape(path, _):
    import networkx
    return of_networkx(networkx.cytoscape_graph(json.loads(path.read_text("utf-8"))))


def by_place(names, tasks):
    return [f"t{i + 1}" if i < tasks else f"u{i + 1 - tasks}" for i in range(len(names))]


def networkx_pajek(path, plan):
    """Names alone; sides only by place."""
    import networkx
    graph = networkx.read_pajek(path)
    keys = dict(zip(graph.nodes, by_place(graph.nodes, plan.tasks)))
    return Read({key: {"label": name} for name, key in keys.items()},
                {(keys[a], keys[b]): {"weight": data["weight"]}
                 for a, b, data in graph.edges(data=True)})


def of_igraph(graph, keys):
    return Read({key: {name: plain(value) for name, value in vertex.attributes().items()}
                 for key, vertex in zip(keys, graph.vs)},
                {ends(keys[edge.source], keys[edge.target]):
                 {name: plain(value) for name, value in edge.attributes().items()}
                 for edge in graph.es})


def igraph_graphml(path, _):
    import igraph
    graph = igraph.Graph.Read_GraphML(str(path))
    assert graph.is_bipartite()
    return of_igraph(graph, graph.vs["id"])


def igraph_pajek(path, plan):
    import igraph
    graph = igraph.Graph.Read_Pajek(str(path))
    read = of_igraph(graph, by_place(graph.vs, plan.tasks))
    for node, vertex in zip(read.nodes.values(), graph.vs):
        node |= {"label": vertex["name"], "bipartite": int(vertex["type"])}
    return read


def igraph_dl(path, plan):
    import igraph
    graph = igraph.Graph.Read_DL(str(path), directed=False)
    return of_igraph(graph, graph.vs["name"] if graph.vcount() else [])


def r_igraph_graphml(path, _):
    """igraph in R writes what it read as CSV; type is logical there, so it projects at once."""
    script = pathlib.Path(__file__).with_name("read_graphml.R")
    subprocess.run([shutil.which("Rscript"), script, path], check=True, capture_output=True)
    nodes, edges = (list(csv.DictReader(pathlib.Path(f"{path}.{table}").open(encoding="utf-8",
                                                                             newline="")))
                    for table in ["vertices", "edges"])
    return Read({row["name"]: typed(row) for row in nodes},
                {ends(row["from"], row["to"]): typed(row) for row in edges})


def typed(row):
    """The cells of a CSV row as what they look like, texts apart."""
    texts = {"label", "kind", "unit_kind", "ref", "role"}
    return {name: plain(value) if name in texts else None if value in ("", "NA") else number(value)
            for name, value in row.items()}


def number(text):
    try:
        return float(text)
    except ValueError:
        return text


def scipy_matrix_market(path, plan):
    import scipy.io
    matrix = scipy.io.mmread(str(path)).tocoo()
    assert matrix.shape == (plan.tasks, plan.units)
    return Read({**{f"t{i + 1}": {} for i in range(matrix.shape[0])},
                 **{f"u{i + 1}": {} for i in range(matrix.shape[1])}},
                {(f"t{t + 1}", f"u{u + 1}"): {"weight": value}
                 for t, u, value in zip(matrix.row, matrix.col, matrix.data)})


def graphviz_dot(path, _):
    """DOT keeps backslashes doubled, and entities, until a label is drawn: undone here."""
    import pygraphviz
    graph = pygraphviz.AGraph(filename=str(path))
    whole = lambda text: text.replace("\\\\", "\\")
    texts = {*NODE_FIELDS} - {"bipartite"}
    node = lambda data: {name: plain(whole(value) if name in texts else number(value))
                         for name, value in data.items()}
    drawn = lambda fields: fields | {"label": fields["label"].replace("&amp;", "&")}
    return Read({str(one): drawn(node(dict(one.attr))) for one in graph.nodes()},
                {ends(*map(str, one)): {name: value if name == "role" else number(value)
                                        for name, value in one.attr.items()}
                 for one in graph.edges()})


def rows_of(path):
    """CSV is guarded against formulas: an apostrophe goes before what a spreadsheet would run."""
    guarded = re.compile(r"'+[=+\-@\t\r＝＋－＠']")
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            yield [cell[1:] if guarded.match(cell) else cell for cell in row]


def csv_table(path):
    heads, *rows = rows_of(path)
    return [dict(zip(heads, row)) for row in rows]


def csv_folder(path, _):
    edges = {(row["source"], row["target"]): typed(row) for row in csv_table(path / "edges.csv")}
    _, *rows = rows_of(path / "incidence.csv")
    letters = {(f"t{t + 1}", f"u{u + 1}"): letter
               for t, row in enumerate(rows) for u, letter in enumerate(row[1:]) if letter}
    assert letters == {ends: edge["role"][0].upper() for ends, edge in edges.items()}
    return Read({row["id"]: typed(row) for row in csv_table(path / "nodes.csv")}, edges)


def sqlite_database(path, _):
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert not database.execute("PRAGMA foreign_key_check").fetchall()
    rows = lambda query: [dict(row) for row in database.execute(query)]
    tasks, units = rows("SELECT * FROM tasks"), rows("SELECT * FROM units")
    nodes = {row["node"]: {"label": row["title"] or row["id"], "ref": row["id"], "kind": "task",
                           "bipartite": 0} for row in tasks}
    nodes |= {row["node"]: {"label": row["name"], "ref": row["id"], "unit_kind": row["kind"],
                            "kind": "unit", "bipartite": 1} for row in units}
    key = {("task", row["id"]): row["node"] for row in tasks}
    key |= {("unit", row["id"]): row["node"] for row in units}
    for kind in ["task", "unit"]:
        for row in rows(f"SELECT * FROM {kind}_measures"):
            nodes[key[kind, row.pop("id")]] |= row
    pairs = {(key["unit", row.pop("a")], key["unit", row.pop("b")]): row
             for row in rows("SELECT * FROM pair_measures")}
    edges = {(key["task", row["task"]], key["unit", row["unit"]]): row | {"weight": 1}
             for row in rows("SELECT * FROM assignments")}
    return Read(nodes, edges, pairs, rows("SELECT * FROM network_measures")[0])


def hif(path, _):
    """Hypergraph Interchange Format: tasks are edges, units nodes."""
    data = json.loads(path.read_text("utf-8"))
    nodes = {row["edge"]: row["attrs"] for row in data["edges"]}
    nodes |= {row["node"]: row["attrs"] for row in data["nodes"]}
    return Read(nodes, {(row["edge"], row["node"]): row["attrs"] for row in data["incidences"]},
                network=data["metadata"])


def excel(path, _):
    """openpyxl leaves Excel's _x000D_ for a carriage return as it is; formulas there are none."""
    import openpyxl
    book = openpyxl.load_workbook(path)
    assert not any(cell.data_type == "f" for sheet in book for row in sheet for cell in row)

    def rows(sheet):
        heads, *rest = book[sheet].iter_rows(values_only=True)
        text = lambda value: value.replace("_x000D_", "\r") if isinstance(value, str) else value
        return [dict(zip(heads, map(text, row))) for row in rest if any(v is not None for v in row)]

    nodes, key = {}, {}
    for side, sheet in enumerate(["tasks", "units"]):
        for place, row in enumerate(rows(sheet)):
            node = f"{'tu'[side]}{place + 1}"
            key["tu"[side], row["id"]] = node
            nodes[node] = {"ref": row["id"], "bipartite": side,
                           "label": (row["name"] if side else row["title"]) or row["id"]}
            if side:
                nodes[node]["unit_kind"] = row["kind"]
    names = {fields["label"]: node for node, fields in nodes.items() if node.startswith("u")}
    edges = {(key["t", row["task"]], names[row["unit"]]): row | {"weight": 1}
             for row in rows("assignments")}
    return Read(nodes, edges)


@dataclass
class Reader:
    name: str
    ending: str
    read: object
    carries: str  # of label, sides, roles, measures, pairs, network, title: what must come back
    package: str  # of Debian; empty where Python suffices
    module: str = ""
    options: tuple = ()
    makes: object = str  # what the format makes of a name


def xml_text(text):
    """Characters that XML does not allow are replaced, and announced."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)


def dot_text(text):
    """Graphviz reads the end of a line in a text as a bare line feed."""
    return text.replace("\r\n", "\n")


def line_text(text):
    """Text that has to stay on its line."""
    return re.sub("[\x00-\x1f\x7f]", " ", text)


def pajek_text(text):
    """A label is a line between quotes that nothing can escape."""
    return line_text(text).replace('"', "'")


READERS = [
    Reader("NetworkX GraphML", ".graphml", networkx_graphml, "label sides roles measures title",
           "python3-networkx", "networkx", makes=xml_text),
    Reader("NetworkX GEXF", ".gexf", networkx_gexf, "label sides roles measures title",
           "python3-networkx", "networkx", makes=xml_text),
    Reader("NetworkX node-link", ".node-link.json", networkx_node_link,
           "label sides roles measures network title", "python3-networkx", "networkx"),
    Reader("NetworkX Cytoscape", ".cyjs", networkx_cytoscape,
           "label sides roles measures network title", "python3-networkx", "networkx"),
    Reader("NetworkX Pajek", ".net", networkx_pajek, "label", "python3-networkx", "networkx",
           ("--to", "pajek-one-mode"), pajek_text),
    Reader("igraph GraphML", ".graphml", igraph_graphml, "label sides roles measures",
           "python3-igraph", "igraph", makes=xml_text),
    Reader("igraph Pajek", ".net", igraph_pajek, "label sides", "python3-igraph", "igraph",
           makes=pajek_text),
    Reader("igraph DL", ".dl", igraph_dl, "", "python3-igraph", "igraph",
           ("--to", "dl-one-mode")),
    Reader("R igraph GraphML", ".graphml", r_igraph_graphml, "label sides roles measures",
           "r-cran-igraph", makes=xml_text),
    Reader("SciPy Matrix Market", ".mtx", scipy_matrix_market, "", "python3-scipy", "scipy",
           makes=line_text),
    Reader("Graphviz DOT", ".dot", graphviz_dot, "label sides roles measures",
           "python3-pygraphviz", "pygraphviz", makes=dot_text),
    Reader("csv folder", "/", csv_folder, "label sides roles measures", ""),
    Reader("SQLite", ".sqlite", sqlite_database, "label sides roles measures pairs network", ""),
    Reader("HIF", ".hif.json", hif, "label sides roles measures network title", ""),
    Reader("openpyxl", ".xlsx", excel, "label sides roles", "python3-openpyxl", "openpyxl",
           ("--lang", "en"), xml_text),
]


@functools.lru_cache(maxsize=None)
def has_r_package(name):
    rscript = shutil.which("Rscript")
    return bool(rscript) and not subprocess.run([rscript, "-e", f"library({name})"],
                                                capture_output=True).returncode


def is_installed(reader):
    if reader.package.startswith("r-cran-"):
        return has_r_package(reader.package.removeprefix("r-cran-"))
    return not reader.module or importlib.util.find_spec(reader.module) is not None
