package org.polylogue.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clients for Python and R, where these are installed. */
class ClientsTest {

  private static final Path CLIENTS =
      Path.of(System.getProperty("polylogue.root", "..")).resolve("samples/clients");

  @TempDir Path folder;

  @Test
  void pythonGetsDataFramesWhoseOffsetsItCanUse() throws Exception {
    Path python = Path.of("/usr/bin/python3");
    assumeTrue(
        Files.isExecutable(python) && said(python.toString(), "-c", "import pandas").isEmpty(),
        "no Python with pandas here");
    Path program =
        Files.writeString(
            folder.resolve("try.py"),
            """
            import sys
            sys.path.insert(0, sys.argv[1])
            import pandas, polylogue
            text = "\\U0001F600\\U0001F600 “The bridge is unsafe,” Ann Corvin said."
            pages = pandas.DataFrame({"id": ["NA"], "text": [text], "outlet": ["None"]})
            below = pandas.DataFrame({"article_id": ["NA"], "id": ["c"], "text": ["\\U0001F600 Ann Corvin is right."],
                                      "score": [3]})
            found = polylogue.analyze(pages, below, ["--only", "quotations,actors"], [sys.argv[2]])
            said = found["quotations"].iloc[0]
            print(said.speaker, said.article_id, found["articles"].outlet[0], found["comments"].score[0])
            for row in found["mentions"].itertuples():
                print({"NA": text, "c": below.text[0]}[row.document_id][row.start:row.end] == row.text)
            try:
                polylogue.analyze(pages, options=["--only", "x"], command=[sys.argv[2]])
            except RuntimeError as e:
                print(e)
            """);
    String said =
        said(python.toString(), program.toString(), CLIENTS.toString(), launcher().toString());
    assertThat(said.lines().toList())
        .startsWith("Ann Corvin NA None 3", "True", "True")
        .last()
        .asString()
        .contains("there is no layer 'x'");
  }

  @Test
  void rGetsDataFramesWhoseOffsetsItCanUse() throws Exception {
    Path r = Path.of("/usr/bin/Rscript");
    assumeTrue(Files.isExecutable(r), "no R here");
    Path program =
        Files.writeString(
            folder.resolve("try.R"),
            """
            given <- commandArgs(trailingOnly = TRUE)
            source(file.path(given[1], "polylogue.R"), encoding = "UTF-8")
            text <- "\\U0001F600\\U0001F600 “The bridge is \\"un\\\\safe\\",” Ann Corvin said."
            pages <- data.frame(id = "NA", text = text, outlet = "None")
            below <- data.frame(article_id = "NA", id = "c", text = "\\U0001F600 Ann Corvin is right.", score = 3)
            found <- polylogue_analyze(pages, below, c("--only", "quotations,actors"), given[2])
            said <- found$quotations[1, ]
            cat(said$speaker, said$article_id, found$articles$outlet, found$comments$score, "\\n")
            texts <- c("NA" = text, c = below$text)
            m <- found$mentions
            cat(substr(texts[m$document_id], m$start, m$end) == m$text, sep = "\\n")
            cat(tryCatch(polylogue_analyze(pages, options = c("--only", "x"), command = given[2]),
                         error = conditionMessage))
            """);
    String said = said(r.toString(), program.toString(), CLIENTS.toString(), launcher().toString());
    assertThat(said.lines().map(String::strip).toList())
        .startsWith("Ann Corvin NA None 3", "TRUE", "TRUE")
        .last()
        .asString()
        .contains("there is no layer 'x'");
  }

  /** The command on the class path of this test. */
  private Path launcher() throws IOException {
    Path launcher = folder.resolve("polylogue");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '"
            + Path.of(System.getProperty("java.home"), "bin", "java")
            + "' -cp '"
            + System.getProperty("java.class.path")
            + "' org.polylogue.samples.Main \"$@\"\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    return launcher;
  }

  private String said(String... command) throws IOException, InterruptedException {
    Path out = folder.resolve("said.txt");
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command)).redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
