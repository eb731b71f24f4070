# Runs the polylogue command on a data frame and gives back a list of data frames.
#
#   source("samples/clients/polylogue.R")
#   pages <- data.frame(id = "a1", title = "The bridge",
#                       text = "The bridge is unsafe, Ann Corvin said.")
#   tables <- polylogue_analyze(pages, options = c("--judges", "lean"))
#   tables$quotations[, c("speaker", "text")]
#
# Needs base R and the command of this repository (mvn -DskipTests package). A child process does
# the work: JSON Lines go in, the tables of `polylogue analyze` come out (docs/formats/discourse.md).
# Offsets of the tables count UTF-16 code units from 0 there; here they count characters as R does,
# from 1, ends included: substr(text, start, end) is the passage.
#
# articles: a row an article; columns text and, where there are, id, title, outlet, author, date
#   (ISO 8601), url, section. Without id, articles are row-1, row-2, and so on.
# comments: a row a comment; columns article_id, id, text and, where there are, author, time
#   (ISO 8601), score, reply_to (the id of another comment).
# options: of `polylogue analyze`; command: how the command is called.
polylogue_analyze <- function(articles, comments = NULL, options = character(),
                              command = "bin/polylogue") {
  if (is.null(articles$id)) articles$id <- paste0("row-", seq_len(nrow(articles)))
  texts <- setNames(enc2utf8(as.character(articles$text)), articles$id)
  below <- setNames(rep("", nrow(articles)), articles$id)
  if (!is.null(comments)) {
    lost <- setdiff(comments$article_id, articles$id)
    if (length(lost) > 0) stop("comments of articles that are not there: ", lost[1])
    texts <- c(texts, setNames(enc2utf8(as.character(comments$text)), comments$id))
    rows <- vapply(seq_len(nrow(comments)), function(i) {
      row <- comments[i, ]
      names(row)[names(row) == "reply_to"] <- "replyTo"
      fields <- .polylogue_fields(row, c("id", "text", "author", "time", "replyTo"))
      score <- if (is.null(row$score) || is.na(row$score)) "" else paste0(',"score":', row$score)
      paste0("{", fields, score, "}")
    }, "")
    grouped <- tapply(rows, comments$article_id, paste, collapse = ",")
    below[names(grouped)] <- grouped
  }
  lines <- vapply(seq_len(nrow(articles)), function(i) {
    row <- articles[i, ]
    facts <- .polylogue_fields(row, c("outlet", "author", "date", "url", "section"))
    facts <- if (facts == "") "" else paste0(',"publication":{', facts, "}")
    paste0('{"schema":"polylogue-conversation/1","article":{',
           .polylogue_fields(row, c("id", "text", "title")), facts, '},"comments":[',
           below[[as.character(row$id)]], "]}")
  }, "")
  folder <- tempfile("polylogue")
  dir.create(folder)
  on.exit(unlink(folder, recursive = TRUE))
  corpus <- file.path(folder, "corpus.jsonl")
  out <- file.path(folder, "out")
  writeLines(lines, corpus, useBytes = TRUE)
  call <- c(command[-1], "analyze", corpus, "--out", out, "--raw-cells", "--quiet", options)
  said <- suppressWarnings(system2(command[1], shQuote(call), stdout = TRUE, stderr = TRUE))
  status <- attr(said, "status")
  if (!is.null(status) && !status %in% c(0, 1)) stop(paste(said, collapse = "\n"))
  files <- list.files(out, pattern = "[.]csv$", full.names = TRUE)
  tables <- lapply(files, .polylogue_table, texts = texts)
  names(tables) <- sub("[.]csv$", "", basename(files))
  tables$failures <- readLines(file.path(out, "failures.jsonl"), encoding = "UTF-8")
  tables
}

.polylogue_fields <- function(row, names) {
  names <- names[names %in% colnames(row)]
  values <- vapply(names, function(name) as.character(row[[name]]), "")
  kept <- !is.na(values)
  paste0('"', names[kept], '":', .polylogue_string(values[kept]), recycle0 = TRUE, collapse = ",")
}

.polylogue_string <- function(values) {
  values <- enc2utf8(values)
  values <- gsub("\\", "\\\\", values, fixed = TRUE)
  values <- gsub('"', '\\"', values, fixed = TRUE)
  for (code in 1:31) {
    control <- intToUtf8(code)
    values <- gsub(control, sprintf("\\u%04x", code), values, fixed = TRUE)
  }
  paste0('"', values, '"', recycle0 = TRUE)
}

.polylogue_table <- function(file, texts) {
  # Without these, R makes "NA" missing, guesses types and changes the names of columns.
  table <- read.csv(file, colClasses = "character", na.strings = character(), encoding = "UTF-8",
                    check.names = FALSE)
  owners <- list(document_id = c("start", "target_start", "end", "target_end"),
                 source_id = c("source_start", "source_end"))
  for (owner in names(owners)) {
    for (column in intersect(owners[[owner]], colnames(table))) {
      if (owner %in% colnames(table)) {
        first <- if (endsWith(column, "start")) 1L else 0L
        table[[column]] <- mapply(.polylogue_characters, texts[table[[owner]]], table[[column]],
                                  first, USE.NAMES = FALSE)
      }
    }
  }
  for (column in intersect(c("confidence", "score", "similarity", "probability", "amount"),
                           colnames(table))) {
    table[[column]] <- suppressWarnings(as.numeric(table[[column]]))
  }
  table
}

# The number of characters in so many UTF-16 code units; those beyond U+FFFF have two.
.polylogue_characters <- function(text, units, first) {
  if (units == "") return(NA_integer_)
  widths <- ifelse(utf8ToInt(enc2utf8(text)) > 0xFFFF, 2L, 1L)
  sum(cumsum(widths) <= as.integer(units)) + first
}
