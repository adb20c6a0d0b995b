"""SciPy's sparse matrices, read by pandas."""

import numpy
import pandas
import scipy
from scipy import sparse
from scipy.sparse import csgraph

import peer


def read(file):
    """Tasks by units, 0-1."""
    table = pandas.read_csv(file, usecols=["task", "unit"], dtype=str)
    units, unit_names = pandas.factorize(table["unit"])
    tasks, task_names = pandas.factorize(table["task"])  # -1: no task
    there = tasks >= 0
    return sparse.csr_matrix((numpy.ones(there.sum()), (tasks[there], units[there])),
                             shape=(len(task_names), len(unit_names)))


def square(incidence):
    return sparse.bmat([[None, incidence], [incidence.T, None]], format="csr")


def project(incidence):
    shared = (incidence.T @ incidence).tocsr()
    shared.setdiag(0)
    shared.eliminate_zeros()
    return shared


def pagerank(matrix):
    """Power iteration until the change, as a sum over vertices, is below 1e-10."""
    n = matrix.shape[0]
    degree = numpy.asarray(matrix.sum(axis=1)).ravel()
    inverse = numpy.divide(1, degree, out=numpy.zeros(n), where=degree > 0)
    rank = numpy.full(n, 1 / n)
    while True:
        lost = rank[degree == 0].sum()
        next_rank = 0.85 * (matrix @ (rank * inverse)) + (0.15 + 0.85 * lost) / n
        change = abs(next_rank - rank).sum()
        rank = next_rank
        if change < 1e-10:
            return rank


class Data(peer.Data):
    def make_incidence(self):
        return read(self.file)

    def make_matrix(self):
        return square(self.incidence)


def components(data):
    matrix = data.matrix
    return (lambda: csgraph.connected_components(matrix, directed=False),
            lambda found: {"count": int(found[0]), "max": int(numpy.bincount(found[1]).max())})


def gini(data):
    incidence = data.incidence

    def call():
        loads = numpy.sort(numpy.asarray(incidence.sum(axis=0)).ravel())
        n = len(loads)
        return float(((2 * numpy.arange(1, n + 1) - n - 1) * loads).sum() / (n * loads.sum()))

    return call, lambda found: {"gini": found}


peer.run(f"scipy {scipy.__version__}, pandas {pandas.__version__}", {
    "read": lambda data: (lambda: read(data.file),
                          lambda found: {"tasks": found.shape[0], "units": found.shape[1],
                                         "edges": int(found.nnz)}),
    "projection": lambda data: (
        lambda incidence=data.incidence: project(incidence),
        lambda found: {"edges": found.nnz // 2, "sum": float(found.sum()) / 2,
                       "max": float(found.max())}),
    "pagerank": lambda data: (lambda matrix=data.matrix: pagerank(matrix), peer.sum_max),
    "components": components,
    "gini": gini,
}, Data)
