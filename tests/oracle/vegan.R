# Reads the incidences that with_vegan.py wrote, and prints what vegan, sna and R say of them:
# network,measure,row,value. Rows of the matrices are units, columns tasks.
suppressMessages({
  library(vegan)
  sna <- requireNamespace("sna", quietly = TRUE)
})
folder <- commandArgs(trailingOnly = TRUE)[1]
read <- function(name, kind) {
  file <- file.path(folder, paste0(name, ".", kind))
  if (file.size(file) == 0) return(NULL)
  unname(as.matrix(read.csv(file, header = FALSE)))
}
say <- function(name, measure, values) {
  if (length(values) > 0)
    cat(sprintf("%s,%s,%d,%.17g\n", name, measure, seq_along(values), as.numeric(values)),
        sep = "")
}

cat("versions,vegan ", as.character(packageVersion("vegan")),
    if (sna) paste0(" sna ", packageVersion("sna")), ",0,0\n", sep = "")
for (name in readLines(file.path(folder, "names"))) {
  units <- read(name, "units")
  tasks <- t(units)
  load <- rowSums(units)

  # NODF needs two rows and two columns; vegan's "rows" are our units.
  if (nrow(units) > 1 && ncol(units) > 1) {
    nodf <- nestednodf(units, order = TRUE, weighted = FALSE)$statistic
    say(name, "nestedness.nodf_units", nodf["N.rows"])
    say(name, "nestedness.nodf_tasks", nodf["N.columns"])
    say(name, "nestedness.nodf", nodf["NODF"])
  }
  # Species are columns, so units must be.
  if (nrow(units) > 1) say(name, "segregation.c_score", nestedchecker(tasks)$C.score)
  if (sum(load) > 0) {
    shannon <- diversity(load, "shannon")
    say(name, "concentration.tasks.entropy", shannon)
    say(name, "concentration.tasks.effective_units", diversity(load, "invsimpson"))
    say(name, "concentration.tasks.hhi", 1 - diversity(load, "simpson"))
    if (nrow(units) > 1) say(name, "concentration.tasks.evenness", shannon / log(nrow(units)))
  }

  pairs <- read(name, "pairs")  # two unit numbers and a p-value each
  if (!is.null(pairs)) {
    at <- pairs[, 1:2, drop = FALSE] + 1
    of <- function(distances) as.matrix(distances)[at]
    say(name, "co.shared", of(designdist(units, "J", "binary")))
    say(name, "co.overlap", of(designdist(units, "J/pmin(A,B)", "binary")))
    say(name, "co.cosine", of(designdist(units, "J/sqrt(A*B)", "binary")))
    say(name, "co.jaccard", 1 - of(suppressWarnings(vegdist(units, "jaccard", binary = TRUE))))
    say(name, "co.phi", suppressWarnings(cor(tasks))[at])
    say(name, "co.pvalue_holm", p.adjust(pairs[, 3], "holm", n = choose(nrow(units), 2)))
  }

  leads <- read(name, "leads")  # tasks in which the unit of the row leads that of the column
  if (sna && nrow(units) > 2) {
    roles <- sna::brokerage((leads > 0) + 0, read(name, "clusters")[, 1])$raw.nli
      # sna's b_IO: a, b of one group, c of another; Gould and Fernandez's representative.
    for (column in list(c("w_I", "coordinator"), c("w_O", "itinerant"), c("b_IO", "representative"),
                        c("b_OI", "gatekeeper"), c("b_O", "liaison")))
      say(name, paste0("lead.", column[2]), roles[, column[1]])
  }
}
