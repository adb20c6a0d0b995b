# Reads GraphML with igraph and writes FILE.vertices and FILE.edges as CSV for readers.py.
suppressMessages(library(igraph))
file <- commandArgs(trailingOnly = TRUE)[1]
graph <- read_graph(file, "graphml")
stopifnot(is_bipartite(graph), is.logical(V(graph)$type))
stopifnot(vcount(bipartite_projection(graph, which = "true")) == sum(V(graph)$type))
# Doubles in full: write.csv keeps fifteen digits.
exact <- function(table) {
  numeric <- vapply(table, is.double, TRUE)
  table[numeric] <- lapply(table[numeric], function(x) ifelse(is.na(x), NA, sprintf("%.17g", x)))
  table
}
for (what in c("vertices", "edges"))
  write.csv(exact(as_data_frame(graph, what)), paste0(file, ".", what), row.names = FALSE, na = "",
            fileEncoding = "UTF-8")
