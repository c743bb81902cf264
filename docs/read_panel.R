# Reads a panel written as CSV by ratione, with the types and labels of the dictionary beside it. Base R only.
# Run by hand with R 4.2.2; no test runs it.
#   panel <- read_panel("panel.csv")
#   attr(panel$party, "label"); attr(panel, "record"); subset(attr(panel, "dictionary"), column == "party")$how
read_panel <- function(path) {
  dictionary <- read.csv(sub("\\.csv$", ".dictionary.csv", path), colClasses = "character",
                         na.strings = character(0), encoding = "UTF-8")
  panel <- read.csv(path, colClasses = "character", na.strings = "", encoding = "UTF-8", check.names = FALSE)
  stopifnot(identical(names(panel), dictionary$column))
  for (i in seq_len(nrow(dictionary))) {
    values <- panel[[i]]
    kind <- dictionary$kind[i]
    if (kind %in% c("number", "count")) {
      values <- as.integer(values)
    } else if (kind == "share") {
      values <- as.numeric(values)
    } else if (kind == "day") {
      values <- as.Date(values, format = "%Y-%m-%d")
    } else if (kind %in% c("answer", "word")) {
      # Levels in their order: no < open < yes. What is missing stays NA and is never "no".
      values <- factor(values, levels = strsplit(dictionary$values[i], "; ", fixed = TRUE)[[1]], ordered = kind == "answer")
    }
    attr(values, "label") <- dictionary$label[i]
    attr(values, "how") <- dictionary$how[i]
    panel[[i]] <- values
  }
  attr(panel, "dictionary") <- dictionary
  attr(panel, "record") <- dictionary$record[1]
  attr(panel, "asked_on") <- dictionary$asked_on[1]
  panel
}
