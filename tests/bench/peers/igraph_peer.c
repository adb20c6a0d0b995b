/* The C library of igraph. It has no reader of such files: `read` is the plain reader of peer.h and
   the making of the graph. */
#include <igraph.h>

#include "peer.h"

static peer_options options;
static peer_data data;
static igraph_t graph, projection, made;
static igraph_vector_bool_t types;
static igraph_vector_t scores, weights, strengths;
static igraph_vector_int_t numbers, sizes, multiplicity;
static igraph_integer_t parts;
static igraph_real_t quality;
static double total, gini;

static void make_graph(const peer_data* from, igraph_t* to) {
  igraph_vector_int_t edges;
  igraph_vector_int_init(&edges, 2 * from->edges);
  for (int64_t i = 0; i < from->edges; ++i) {
    VECTOR(edges)[2 * i] = from->task[i];
    VECTOR(edges)[2 * i + 1] = from->tasks.count + from->unit[i];
  }
  igraph_create(to, &edges, from->tasks.count + from->units.count, IGRAPH_UNDIRECTED);
  igraph_vector_int_destroy(&edges);
}

static void need_graph(void) {
  data = peer_read(options.path);
  make_graph(&data, &graph);
  igraph_vector_bool_init(&types, igraph_vcount(&graph));
  for (int64_t i = 0; i < igraph_vcount(&graph); ++i) VECTOR(types)[i] = i >= data.tasks.count;
}

static void project(igraph_t* to) {
  igraph_bipartite_projection(&graph, &types, NULL, to, NULL, &multiplicity, -1);
}

static void need_projection(void) {
  need_graph();
  project(&projection);
  igraph_vector_init(&weights, igraph_vector_int_size(&multiplicity));
  for (int64_t i = 0; i < igraph_vector_size(&weights); ++i) {
    VECTOR(weights)[i] = (double)VECTOR(multiplicity)[i];
    total += VECTOR(weights)[i];
  }
  igraph_strength(&projection, &strengths, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS, &weights);
}

static void read_call(void) {
  peer_data fresh = peer_read(options.path);
  make_graph(&fresh, &made);
  data.tasks.count = fresh.tasks.count;
  data.units.count = fresh.units.count;
  peer_free(&fresh);
}
static void read_check(char* text, size_t room) {
  snprintf(text, room, "\"tasks\": %ld, \"units\": %ld, \"edges\": %ld", (long)data.tasks.count,
           (long)data.units.count, (long)igraph_ecount(&made));
  igraph_destroy(&made);
}

static void projection_call(void) { project(&made); }
static void projection_check(char* text, size_t room) {
  snprintf(text, room, "\"edges\": %ld, \"sum\": %ld, \"max\": %ld", (long)igraph_ecount(&made),
           (long)igraph_vector_int_sum(&multiplicity), (long)igraph_vector_int_max(&multiplicity));
  igraph_destroy(&made);
}

static void louvain_call(void) {
  igraph_community_multilevel(&projection, &weights, 1, &numbers, NULL, NULL);
}
static void leiden_call(void) { /* modularity: strengths as weights of vertices, 1/2m */
  igraph_community_leiden(&projection, &weights, &strengths, 1 / (2 * total), 0.01, 0, 2, &numbers,
                          NULL, NULL);
}
static void clusters_check(char* text, size_t room) {
  igraph_modularity(&projection, &numbers, &weights, 1, IGRAPH_UNDIRECTED, &quality);
  snprintf(text, room, "\"modularity\": %.12g, \"count\": %ld", quality,
           (long)igraph_vector_int_max(&numbers) + 1);
}

static void scores_check(char* text, size_t room) {
  snprintf(text, room, "\"sum\": %.15g, \"max\": %.15g", igraph_vector_sum(&scores),
           igraph_vector_max(&scores));
}
static void betweenness_bip(void) {
  igraph_betweenness(&graph, &scores, igraph_vss_all(), IGRAPH_UNDIRECTED, NULL);
}
static void betweenness_proj(void) {
  igraph_betweenness(&projection, &scores, igraph_vss_all(), IGRAPH_UNDIRECTED, NULL);
}
static void harmonic_bip(void) {
  igraph_harmonic_centrality(&graph, &scores, igraph_vss_all(), IGRAPH_ALL, NULL, 0);
}
static void harmonic_proj(void) {
  igraph_harmonic_centrality(&projection, &scores, igraph_vss_all(), IGRAPH_ALL, NULL, 0);
}
static void pagerank(void) {
  igraph_real_t value;
  igraph_pagerank(&graph, IGRAPH_PAGERANK_ALGO_PRPACK, &scores, &value, igraph_vss_all(),
                  IGRAPH_UNDIRECTED, 0.85, NULL, NULL);
}

static void components_call(void) {
  igraph_connected_components(&graph, &numbers, &sizes, &parts, IGRAPH_WEAK);
}
static void components_check(char* text, size_t room) {
  snprintf(text, room, "\"count\": %ld, \"max\": %ld", (long)parts,
           (long)igraph_vector_int_max(&sizes));
}

static void kcore_call(void) { igraph_coreness(&graph, &numbers, IGRAPH_ALL); }
static void kcore_check(char* text, size_t room) {
  snprintf(text, room, "\"sum\": %ld, \"max\": %ld", (long)igraph_vector_int_sum(&numbers),
           (long)igraph_vector_int_max(&numbers));
}

static void gini_call(void) {
  igraph_vs_t units;
  igraph_vs_range(&units, data.tasks.count, igraph_vcount(&graph));
  igraph_degree(&graph, &numbers, units, IGRAPH_ALL, IGRAPH_LOOPS);
  int64_t n = igraph_vector_int_size(&numbers);
  igraph_vector_resize(&scores, n);
  for (int64_t i = 0; i < n; ++i) VECTOR(scores)[i] = (double)VECTOR(numbers)[i];
  gini = peer_gini(VECTOR(scores), n);
}
static void gini_check(char* text, size_t room) { snprintf(text, room, "\"gini\": %.15g", gini); }

static char* written;
static size_t written_size;
static void graphml_call(void) {
  FILE* nowhere = fopen("/dev/null", "wb");
  igraph_write_graph_graphml(&graph, nowhere, 0);
  fclose(nowhere);
}
static long occurrences(const char* word) {
  long count = 0;
  for (const char* at = strstr(written, word); at != NULL; at = strstr(at + 1, word)) ++count;
  return count;
}
static void graphml_check(char* text, size_t room) {
  FILE* memory = open_memstream(&written, &written_size);
  igraph_write_graph_graphml(&graph, memory, 0);
  fclose(memory);
  snprintf(text, room, "\"nodes\": %ld, \"edges\": %ld", occurrences("<node "),
           occurrences("<edge "));
  free(written);
}

static const struct {
  const char* name;
  void (*prepare)(void);
  void (*call)(void);
  void (*check)(char*, size_t);
} kernels[] = {
    {"read", NULL, read_call, read_check},
    {"projection", need_graph, projection_call, projection_check},
    {"louvain", need_projection, louvain_call, clusters_check},
    {"leiden", need_projection, leiden_call, clusters_check},
    {"betweenness-bip", need_graph, betweenness_bip, scores_check},
    {"betweenness-proj", need_projection, betweenness_proj, scores_check},
    {"harmonic-bip", need_graph, harmonic_bip, scores_check},
    {"harmonic-proj", need_projection, harmonic_proj, scores_check},
    {"pagerank", need_graph, pagerank, scores_check},
    {"components", need_graph, components_call, components_check},
    {"kcore", need_graph, kcore_call, kcore_check},
    {"gini", need_graph, gini_call, gini_check},
    {"graphml", need_graph, graphml_call, graphml_check},
};

int main(int argc, char** argv) {
  const char* version = "";
  options = peer_arguments(argc, argv);
  igraph_version(&version, NULL, NULL, NULL);
  char shown[64];
  snprintf(shown, sizeof shown, "igraph C %s", version);
  options.version = shown;
  igraph_vector_init(&scores, 0);
  igraph_vector_init(&strengths, 0);
  igraph_vector_int_init(&numbers, 0);
  igraph_vector_int_init(&sizes, 0);
  igraph_vector_int_init(&multiplicity, 0);
  for (size_t i = 0; i < sizeof kernels / sizeof kernels[0]; ++i) {
    if (strcmp(kernels[i].name, options.kernel) != 0) continue;
    if (kernels[i].prepare != NULL) kernels[i].prepare();
    return peer_measure(&options, kernels[i].call, kernels[i].check);
  }
  return 3;
}
