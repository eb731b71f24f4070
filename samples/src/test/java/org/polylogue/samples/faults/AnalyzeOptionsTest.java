package org.polylogue.samples.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.jsonl.JsonLinesWriter;
import org.polylogue.discourse.DiscourseModels;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Journal;
import org.polylogue.text.OffsetUnit;
import picocli.CommandLine;

/** Options of {@code analyze} that guard a run: limits, duplicates, resuming. */
class AnalyzeOptionsTest {

  private static final DiscourseModels MODELS = DiscourseModels.shipped();

  private static final String JOURNAL = ".polylogue-journal";

  @TempDir Path temp;

  private final StringWriter errors = new StringWriter();

  private int analyze(Path input, String... options) {
    List<String> args = new ArrayList<>(List.of(input.toString(), "--out", out().toString()));
    args.addAll(Arrays.asList(options));
    errors.getBuffer().setLength(0);
    return command().execute(args.toArray(String[]::new));
  }

  private CommandLine command() {
    return PlainAnalyze.command(() -> PlainAnalyze.discourse(MODELS))
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(errors, true));
  }

  private Path out() {
    return temp.resolve("out");
  }

  private Path corpus(int articles) throws IOException {
    return new InventedCorpus(4, 3).write(temp.resolve("in.jsonl"), articles, false);
  }

  /** A run that could not publish: its journal is there. */
  private void brokenRun(Path input) {
    FaultyFileSystem files = new FaultyFileSystem(0, FaultyFileSystem.Fault.RENAME);
    int code =
        command()
            .registerConverter(
                Path.class, text -> files.faulty(FileSystems.getDefault().getPath(text)))
            .execute(input.toString(), "--out", out().toString());
    assertThat(code).isEqualTo(2);
    assertThat(out().resolve(JOURNAL)).exists();
  }

  @Test
  void whatIsOverALimitFailsOrIsCutAndSaysSo() throws IOException {
    Path input = corpus(2);
    assertThat(analyze(input, "--max-characters", "100")).isEqualTo(1);
    assertThat(Files.readString(out().resolve("failures.jsonl")))
        .contains("\"stage\":\"limits\"")
        .contains("more than 100; raise the limit on characters");
    assertThat(analyze(input, "--max-sentences", "3", "--over-limit", "truncate")).isZero();
    assertThat(Files.readAllLines(out().resolve("notices.csv")))
        .filteredOn(line -> line.contains("OVER_LIMIT"))
        .hasSize(2)
        .allMatch(line -> line.contains("are read; raise the limit on characters or sentences"));
    assertThat(analyze(input, "--max-comments", "1", "--over-limit", "leave-out")).isZero();
    assertThat(Files.readAllLines(out().resolve("comments.csv"))).hasSize(3);
    assertThat(Files.readString(out().resolve("notices.csv"))).contains("more than 1; raise");
    assertThat(analyze(input, "--max-nesting", "1")).isEqualTo(1);
    assertThat(analyze(input, "--max-depth", "0")).isEqualTo(2);
    assertThat(analyze(input, "--over-limit", "burn")).isEqualTo(2);
    assertThat(errors.toString()).contains("'burn' is none of fail, leave-out, truncate");
  }

  @Test
  void aStretchThatIsReadInPiecesIsNoticed() throws IOException {
    Path input = corpus(1);
    String word = "ha".repeat(180);
    Path page = Files.writeString(temp.resolve("p.txt"), "Title\n\nShe said " + word + " then.\n");
    assertThat(analyze(page)).isZero();
    assertThat(Files.readString(out().resolve("notices.csv")))
        .contains("DOUBTFUL,haha")
        .contains("p: 1 stretches without white space, the longest of 360 characters")
        .contains("raise --max-word-length");
    assertThat(analyze(page, "--max-word-length", "360")).isZero();
    assertThat(Files.readString(out().resolve("notices.csv"))).doesNotContain("white space");
    assertThat(analyze(input)).isZero();
    assertThat(Files.readString(out().resolve("notices.csv"))).doesNotContain("white space");
    assertThat(analyze(input, "--max-word-length", "0")).isEqualTo(2);
  }

  @Test
  void nearDuplicatesAreListedAndLeftOutOnlyIfAsked() throws IOException {
    Conversation one = new InventedCorpus(4, 3).articles(1).toList().get(0);
    Article copy = Article.of("copy", "Agency", one.article().text() + " It is so.");
    Path input = temp.resolve("in.jsonl");
    Files.writeString(
        input,
        JsonLinesWriter.line(one, OffsetUnit.UTF_16)
            + "\n"
            + JsonLinesWriter.line(Conversation.of(copy, List.of()), OffsetUnit.UTF_16)
            + "\n");
    assertThat(analyze(input)).isZero();
    assertThat(Files.readAllLines(out().resolve("duplicates.csv")))
        .hasSize(3)
        .contains("1,a0,1.0,true")
        .anyMatch(line -> line.matches("1,copy,0\\.[0-9]+,true"));
    assertThat(Files.readAllLines(out().resolve("discourse.jsonl"))).hasSize(2);
    assertThat(analyze(input, "--duplicates", "first")).isZero();
    assertThat(Files.readAllLines(out().resolve("duplicates.csv")))
        .anyMatch(line -> line.matches("1,copy,0\\.[0-9]+,false"));
    assertThat(Files.readAllLines(out().resolve("discourse.jsonl"))).hasSize(1);
    assertThat(Files.readString(out().resolve("run.json"))).contains("\"duplicates_left_out\" : 1");
    assertThat(analyze(input, "--duplicates", "perhaps")).isEqualTo(2);
  }

  @Test
  void aResumedRunNamesChangedArticles() throws IOException {
    Path input = corpus(4);
    brokenRun(input);
    List<String> lines = Files.readAllLines(input);
    lines.set(1, lines.get(1).replace("Report 1", "Report one"));
    Files.write(input, lines);
    assertThat(analyze(input, "--resume")).isZero();
    assertThat(errors.toString()).containsPattern("4 articles are kept.*; 1 of them .*gone: a1\\R");
    assertThat(Files.readString(out().resolve("run.json"))).contains("gone: a1");
  }

  @Test
  void aResumedRunRefusesOtherOptionsModelsAndVersionsByName() throws IOException {
    Path input = corpus(4);
    brokenRun(input);
    assertThat(analyze(input, "--resume", "--max-depth", "9")).isEqualTo(2);
    assertThat(errors.toString())
        .contains("--max-depth was 10000 in the run to resume and is 9 now; use the same, or");
    assertThat(analyze(input, "--resume", "--threads", "1")).as("makes no difference").isZero();
    for (String name : List.of("models", "CoreNLP models", "version", "code of the analyses")) {
      brokenRun(input);
      keptUnderAnother(name);
      assertThat(analyze(input, "--resume")).isEqualTo(2);
      assertThat(errors.toString())
          .contains(name + " was another in the run to resume and is ")
          .contains("now; use the same, or delete ");
    }
  }

  /** Begins the journal anew as if a run of another model or version had. */
  private void keptUnderAnother(String name) throws IOException {
    Path journal = out().resolve(JOURNAL);
    String header = Files.readAllLines(journal).get(0);
    SortedMap<String, String> identity = new TreeMap<>();
    for (String pair : header.substring(header.lastIndexOf(' ') + 1).split("&")) {
      String[] parts = URLDecoder.decode(pair, StandardCharsets.UTF_8).split("=", 2);
      identity.put(parts[0], parts[1]);
    }
    assertThat(identity.put(name, "another")).isNotNull();
    Files.delete(journal);
    Journal.open(journal, identity).close();
  }
}
