# Counts dictionaries in R and compares with `polylogue dfm --dictionary`.
#
#   Rscript samples/clients/dictionary-check.R texts.csv samples/tables/dictionaries/*.yml
#
# texts.csv has a column text. To leave nothing to how texts are cut, letters are made lower case and
# all else is a space, but for full stops that end a sentence. R counts with quanteda where it is
# installed, and otherwise by the rules of its tokens_lookup, with R's own glob2rx for wildcards: a
# value counts once for each key, and not where it lies inside a longer value of the same key.
# Needs the packages Matrix and, without quanteda, yaml; of Debian r-cran-matrix and r-cran-yaml.
# The command is bin/polylogue, or what the environment variable POLYLOGUE says.
arguments <- commandArgs(trailingOnly = TRUE)
command <- strsplit(Sys.getenv("POLYLOGUE", "bin/polylogue"), " ")[[1]]

texts <- read.csv(arguments[1], colClasses = "character", encoding = "UTF-8")$text
texts <- tolower(iconv(texts, "UTF-8", "ASCII", sub = " "))
texts <- gsub("[.](\\s|$)", " FULLSTOP ", texts)
texts <- gsub("[^a-zA-Z]+", " ", texts)
texts <- trimws(gsub(" FULLSTOP", ".", texts, fixed = TRUE))
texts <- gsub("(^| )[. ]+", "\\1", texts)
texts <- texts[grepl("[a-z]", texts)]
ids <- sprintf("t%05d", seq_along(texts))
words <- strsplit(gsub(".", " . ", texts, fixed = TRUE), " +")

flat <- function(node, name = NULL) {
  if (!is.list(node)) return(setNames(list(as.character(node)), name))
  if (is.null(names(node))) return(setNames(list(as.character(unlist(node))), name))
  unlist(unname(lapply(names(node), function(key) {
    flat(node[[key]], if (is.null(name)) key else paste(name, key, sep = "."))
  })), recursive = FALSE)
}

# How often each text has a value of a key.
recount <- function(values) {
  tokens <- unlist(words)
  owner <- rep(seq_along(words), lengths(words))
  vocabulary <- unique(tokens)
  number <- match(tokens, vocabulary)
  from <- integer()
  to <- integer()
  for (value in unique(tolower(values))) {
    parts <- strsplit(trimws(value), "[ _]+")[[1]]
    last <- length(parts) - 1
    fits <- rep(TRUE, length(tokens))
    for (i in seq_along(parts)) {
      known <- grepl(glob2rx(parts[i]), vocabulary) & grepl("[a-z]", vocabulary)
      ahead <- seq_along(tokens) + i - 1
      fits <- fits & ahead <= length(tokens) & known[number[pmin(ahead, length(tokens))]] &
        owner[pmin(ahead, length(tokens))] == owner
    }
    from <- c(from, which(fits))
    to <- c(to, which(fits) + last)
  }
  kept <- !duplicated(cbind(from, to))
  from <- from[kept]
  to <- to[kept]
  order <- order(from, -to)
  from <- from[order]
  to <- to[order]
  # the longer of those that begin together comes first: what ends by then lies inside
  inside <- c(FALSE, to[-1] <= cummax(to)[-length(to)])[seq_along(to)]
  tabulate(owner[from[!inside]], length(words))
}

folder <- tempfile("check")
dir.create(folder)
corpus <- file.path(folder, "corpus.jsonl")
writeLines(sprintf('{"schema":"polylogue-conversation/1","article":{"id":"%s","text":"%s"},"comments":[]}',
                   ids, texts), corpus)
different <- 0
for (file in arguments[-1]) {
  out <- file.path(folder, basename(file))
  system2(command[1], c(command[-1], "dfm", corpus, "--dictionary", file, "--out", out), stdout = FALSE)
  found <- as.matrix(Matrix::readMM(file.path(out, "matrix.mtx")))
  units <- read.csv(file.path(out, "units.csv"), colClasses = "character")$unit
  keys <- read.csv(file.path(out, "features.csv"), colClasses = "character")$feature
  if (requireNamespace("quanteda", quietly = TRUE)) {
    looked <- quanteda::tokens_lookup(quanteda::tokens(setNames(texts, ids)),
                                      quanteda::dictionary(file = file))
    expected <- as.matrix(quanteda::dfm(looked, tolower = FALSE))[units, keys, drop = FALSE]
    by <- "quanteda"
  } else {
    dictionary <- flat(yaml::read_yaml(file))
    expected <- sapply(keys, function(key) recount(dictionary[[key]]))[match(units, ids), , drop = FALSE]
    by <- "base R"
  }
  unlike <- sum(found != expected)
  different <- different + unlike
  cat(sprintf("%s: %d texts, %d categories, %d occurrences here, %d by %s, %d cells differ\n",
              basename(file), length(units), length(keys), sum(found), sum(expected), by, unlike))
}
unlink(folder, recursive = TRUE)
quit(status = if (different > 0) 1 else 0)
