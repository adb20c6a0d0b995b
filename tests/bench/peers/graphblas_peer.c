/* SuiteSparse:GraphBLAS. It has no reader of such files: `read` is the plain reader of peer.h and the
   making of the matrix. PageRank is our own loop over its products. */
#include <GraphBLAS.h>
#include <math.h>

#include "peer.h"

static peer_options options;
static peer_data data;
static GrB_Matrix incidence, square, made; /* tasks by units; both modes; a result */
static GrB_Vector rank_vector;
static double gini;

static GrB_Matrix matrix_of(const peer_data* from) {
  GrB_Matrix matrix;
  double* ones = malloc(sizeof(double) * (size_t)from->edges);
  for (int64_t i = 0; i < from->edges; ++i) ones[i] = 1;
  GrB_Matrix_new(&matrix, GrB_FP64, (GrB_Index)from->tasks.count, (GrB_Index)from->units.count);
  GrB_Matrix_build_FP64(matrix, (GrB_Index*)from->task, (GrB_Index*)from->unit, ones,
                        (GrB_Index)from->edges, GrB_PLUS_FP64);
  GrB_wait(matrix, GrB_MATERIALIZE);
  free(ones);
  return matrix;
}

static void need_incidence(void) {
  data = peer_read(options.path);
  incidence = matrix_of(&data);
}

static void need_square(void) {
  data = peer_read(options.path);
  int64_t n = data.tasks.count + data.units.count, edges = data.edges;
  peer_data both = data;
  both.tasks.count = both.units.count = n;
  both.edges = 2 * edges;
  both.task = malloc(sizeof(int64_t) * (size_t)(2 * edges));
  both.unit = malloc(sizeof(int64_t) * (size_t)(2 * edges));
  for (int64_t i = 0; i < edges; ++i) {
    both.task[i] = both.unit[edges + i] = data.task[i];
    both.unit[i] = both.task[edges + i] = data.tasks.count + data.unit[i];
  }
  square = matrix_of(&both);
  free(both.task);
  free(both.unit);
}

static void read_call(void) {
  data = peer_read(options.path);
  made = matrix_of(&data);
}
static void read_check(char* text, size_t room) {
  GrB_Index edges;
  GrB_Matrix_nvals(&edges, made);
  snprintf(text, room, "\"tasks\": %ld, \"units\": %ld, \"edges\": %ld", (long)data.tasks.count,
           (long)data.units.count, (long)edges);
  GrB_Matrix_free(&made);
  peer_free(&data);
}

static void projection_call(void) {
  GrB_Matrix product;
  GrB_Index n = (GrB_Index)data.units.count;
  GrB_Matrix_new(&product, GrB_FP64, n, n);
  GrB_mxm(product, NULL, NULL, GxB_PLUS_PAIR_FP64, incidence, incidence, GrB_DESC_T0);
  GrB_Matrix_new(&made, GrB_FP64, n, n);
  GrB_Matrix_select_INT64(made, NULL, NULL, GrB_OFFDIAG, product, 0, NULL);
  GrB_wait(made, GrB_MATERIALIZE);
  GrB_Matrix_free(&product);
}
static void projection_check(char* text, size_t room) {
  GrB_Index arcs;
  double sum, most;
  GrB_Matrix_nvals(&arcs, made);
  GrB_Matrix_reduce_FP64(&sum, NULL, GrB_PLUS_MONOID_FP64, made, NULL);
  GrB_Matrix_reduce_FP64(&most, NULL, GrB_MAX_MONOID_FP64, made, NULL);
  snprintf(text, room, "\"edges\": %ld, \"sum\": %.15g, \"max\": %.15g", (long)(arcs / 2), sum / 2,
           most);
  GrB_Matrix_free(&made);
}

/* Until the change, as a sum over vertices, is below 1e-10. No vertex may be without edges: their
   share would be lost. */
static void pagerank_call(void) {
  GrB_Index n;
  GrB_Vector inverse, weighted, next;
  GrB_Matrix_nrows(&n, square);
  GrB_Vector_new(&rank_vector, GrB_FP64, n);
  GrB_Vector_new(&inverse, GrB_FP64, n);
  GrB_Vector_new(&weighted, GrB_FP64, n);
  GrB_Matrix_reduce_Monoid(inverse, NULL, NULL, GrB_PLUS_MONOID_FP64, square, NULL);
  GrB_Vector_apply(inverse, NULL, NULL, GrB_MINV_FP64, inverse, NULL);
  GrB_Vector_apply_BinaryOp2nd_FP64(inverse, NULL, NULL, GrB_TIMES_FP64, inverse, 0.85, NULL);
  GrB_Vector_assign_FP64(rank_vector, NULL, NULL, 1.0 / (double)n, GrB_ALL, n, NULL);
  for (double change = 1; change >= 1e-10;) {
    GrB_Vector_eWiseMult_BinaryOp(weighted, NULL, NULL, GrB_TIMES_FP64, rank_vector, inverse, NULL);
    GrB_Vector_new(&next, GrB_FP64, n);
    GrB_Vector_assign_FP64(next, NULL, NULL, 0.15 / (double)n, GrB_ALL, n, NULL);
    GrB_mxv(next, NULL, GrB_PLUS_FP64, GxB_PLUS_SECOND_FP64, square, weighted, NULL);
    GrB_Vector_eWiseAdd_BinaryOp(rank_vector, NULL, NULL, GrB_MINUS_FP64, next, rank_vector, NULL);
    GrB_Vector_apply(rank_vector, NULL, NULL, GrB_ABS_FP64, rank_vector, NULL);
    GrB_Vector_reduce_FP64(&change, NULL, GrB_PLUS_MONOID_FP64, rank_vector, NULL);
    GrB_Vector_free(&rank_vector);
    rank_vector = next;
  }
  GrB_Vector_free(&inverse);
  GrB_Vector_free(&weighted);
}
static void pagerank_check(char* text, size_t room) {
  double sum, most;
  GrB_Vector_reduce_FP64(&sum, NULL, GrB_PLUS_MONOID_FP64, rank_vector, NULL);
  GrB_Vector_reduce_FP64(&most, NULL, GrB_MAX_MONOID_FP64, rank_vector, NULL);
  snprintf(text, room, "\"sum\": %.15g, \"max\": %.15g", sum, most);
  GrB_Vector_free(&rank_vector);
}

static void gini_call(void) {
  GrB_Vector degrees;
  GrB_Index n = (GrB_Index)data.units.count;
  double* loads = calloc(n, sizeof(double));
  GrB_Vector_new(&degrees, GrB_FP64, n);
  GrB_Matrix_reduce_Monoid(degrees, NULL, NULL, GrB_PLUS_MONOID_FP64, incidence, GrB_DESC_T0);
  GrB_Vector_extractTuples_FP64(NULL, loads, &n, degrees);
  gini = peer_gini(loads, data.units.count); /* units without tasks are left: zeros */
  GrB_Vector_free(&degrees);
  free(loads);
}
static void gini_check(char* text, size_t room) { snprintf(text, room, "\"gini\": %.15g", gini); }

static const struct {
  const char* name;
  void (*prepare)(void);
  void (*call)(void);
  void (*check)(char*, size_t);
} kernels[] = {
    {"read", NULL, read_call, read_check},
    {"projection", need_incidence, projection_call, projection_check},
    {"pagerank", need_square, pagerank_call, pagerank_check},
    {"gini", need_incidence, gini_call, gini_check},
};

int main(int argc, char** argv) {
  char shown[64];
  options = peer_arguments(argc, argv);
  snprintf(shown, sizeof shown, "SuiteSparse:GraphBLAS %d.%d.%d", GxB_IMPLEMENTATION_MAJOR,
           GxB_IMPLEMENTATION_MINOR, GxB_IMPLEMENTATION_SUB);
  options.version = shown;
  GrB_init(GrB_NONBLOCKING);
  GxB_Global_Option_set_INT32(GxB_GLOBAL_NTHREADS, options.threads);
  for (size_t i = 0; i < sizeof kernels / sizeof kernels[0]; ++i) {
    if (strcmp(kernels[i].name, options.kernel) != 0) continue;
    if (kernels[i].prepare != NULL) kernels[i].prepare();
    return peer_measure(&options, kernels[i].call, kernels[i].check);
  }
  return 3;
}
