package org.polylogue.samples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.samples.Main;

/** Topics, scales and comparisons of a debate in which two sides say the same again and again. */
class TopicCommandsTest {

  @TempDir Path temp;
  private String results;
  private String errors;

  @BeforeEach
  void resultsOfADebate() throws IOException {
    results = Debates.write(temp.resolve("results")).toString();
  }

  private List<String> run(int exit, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    assertThat(Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args))
        .as(err.toString())
        .isEqualTo(exit);
    errors = err.toString();
    assertThat(out.toString()).doesNotContain("NaN");
    return out.toString().lines().toList();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(temp.resolve(name), text).toString();
  }

  private List<String> topics(String out, String... more) {
    String[] args = {
      "topics",
      results,
      "--unit",
      "quotation",
      "--topics",
      "2",
      "--min-units",
      "2",
      "--sweeps",
      "50",
      "--by",
      "side",
      "--by",
      "date.7",
      "--out",
      temp.resolve(out).toString()
    };
    return run(
        0,
        java.util.stream.Stream.of(args, more)
            .flatMap(java.util.Arrays::stream)
            .toArray(String[]::new));
  }

  @Test
  void topicsOfTwoSidesAreTheirsOnAnyNumberOfThreads() throws IOException {
    topics("one", "--threads", "1");
    topics("three", "--threads", "3");
    for (String name : List.of("topics.csv", "text_topics.csv", "prevalence.csv", "effects.csv")) {
      assertThat(temp.resolve("three").resolve(name))
          .hasSameBinaryContentAs(temp.resolve("one").resolve(name));
    }
    List<String> shares = Files.readAllLines(temp.resolve("one/prevalence.csv"));
    assertThat(shares.get(0)).isEqualTo("topic,name,fact,value,texts,share,low,high");
    assertThat(shares).anyMatch(row -> row.contains(",side,government,4,"));
    assertThat(shares).anyMatch(row -> row.contains(",date.7,2023-04,2,"));
    assertThat(Files.readString(temp.resolve("one/prevalence-side.svg"))).contains("opposition");
    assertThat(Files.readString(temp.resolve("one/prevalence-date.7.svg")))
        .contains("<polyline", "2023-01", "2023-04");
    assertThat(Files.readAllLines(temp.resolve("one/topic_texts.csv")))
        .anyMatch(row -> row.contains("The dam brings growth"));
    assertThat(run(0, "replicate", temp.resolve("one").toString()))
        .containsExactly("nothing has changed");
  }

  @Test
  void topicsCanBeNamedBeforehand() throws IOException {
    String seeds = file("seeds.tsv", "# mine\nGrowth & jobs\tgrow* jobs\n");
    List<String> rows =
        run(
            0,
            "topics",
            results,
            "--unit",
            "quotation",
            "--topics",
            "2",
            "--min-units",
            "2",
            "--sweeps",
            "50",
            "--seed-words",
            seeds);
    assertThat(rows.get(1)).contains("Growth & jobs").contains("growth");
    String unknown = file("unknown.tsv", "none\tzebra\n");
    run(2, "topics", results, "--min-units", "2", "--seed-words", unknown);
    assertThat(errors).contains("no seed word of none is counted: zebra");
    String broken = file("broken.tsv", "none zebra\n");
    run(2, "topics", results, "--min-units", "2", "--seed-words", broken);
    assertThat(errors).contains("expected a name, a tab and words in each line");
  }

  @Test
  void callsThatCannotBeAnsweredSayWhy() {
    run(2, "topics", results, "--topics", "1");
    assertThat(errors).contains("2 to 16000 topics");
    run(2, "topics", results, "--min-units", "1000");
    assertThat(errors).contains("no row has a word");
    run(2, "topics", results, "--by", "parti", "--min-units", "2", "--sweeps", "10");
    assertThat(errors).contains("no parti is known of these texts");
    run(2, "compare", results, "--by", "article", "--slice", "kind=none");
    assertThat(errors).contains("0 groups by article have words");
    run(2, "scale", results, "--by", "speaker", "--left", "x", "--right", "y");
    assertThat(errors).contains("no speaker is known of these texts");
  }

  @Test
  void formerNamesOfOptionsMeanTheSame() {
    String[] one = {"compare", results, "--unit", "quotation", "--by", "side", "--min-units", "2"};
    String[] old = {
      "compare", results, "--texts", "quotation", "--groups", "side", "--min-texts", "2"
    };
    assertThat(run(0, old)).hasSizeGreaterThan(2).isEqualTo(run(0, one));
  }

  @Test
  void unitsOfSeveralDocumentsHaveANameAndNoPlace() throws IOException {
    String out = temp.resolve("speakers").toString();
    run(
        0,
        "topics",
        results,
        "--unit",
        "speaker",
        "--topics",
        "2",
        "--min-units",
        "1",
        "--max-share",
        "1",
        "--sweeps",
        "20",
        "--out",
        out);
    assertThat(Files.readAllLines(Path.of(out, "text_topics.csv")))
        .contains("slice,unit,document,start,end,words,topic,share")
        .anyMatch(row -> row.startsWith("all,Ilmar Dessen,,,,"));
  }

  @Test
  void functionWordsCountWhereTheyAreAskedFor() throws IOException {
    String[] words = {
      "scale",
      results,
      "--unit",
      "quotation",
      "--by",
      "speaker",
      "--min-units",
      "2",
      "--max-share",
      "1",
      "--min-words",
      "1",
      "--references",
      file("references.tsv", "Ilmar Dessen\t1\nAnders Quist\t-1\n"),
      "--weights",
      "--format",
      "csv"
    };
    assertThat(run(0, words)).noneMatch(row -> row.startsWith("the,"));
    assertThat(run(0, with(words, "--no-function-words"))).noneMatch(row -> row.startsWith("the,"));
    assertThat(run(0, with(words, "--function-words"))).anyMatch(row -> row.startsWith("the,"));
  }

  @Test
  void speakersStandWhereReferencesAndSeedWordsPullThem() throws IOException {
    String references = file("references.tsv", "Ilmar Dessen\t1\nAnders Quist\t-1\n");
    String[] speakers = {
      "scale",
      results,
      "--unit",
      "quotation",
      "--by",
      "speaker",
      "--min-units",
      "2",
      "--min-words",
      "5",
      "--format",
      "csv"
    };
    List<String> rows = run(0, with(speakers, "--references", references));
    assertThat(rows.get(0)).isEqualTo("speaker,texts,words,position,low,high,se");
    assertThat(rows.get(1)).startsWith("Anders Quist,4,").contains(",-1.0,");
    assertThat(rows.get(2)).startsWith("Ilmar Dessen,4,").contains(",1.0,");
    String seeds = file("seeds.tsv", "unsafe\t-1\njobs\t1\n");
    assertThat(run(0, with(speakers, "--seed-words", seeds, "--dimensions", "2")).get(1))
        .startsWith("Anders Quist");
    assertThat(run(0, with(speakers, "--seed-words", seeds, "--dimensions", "2", "--weights")))
        .anyMatch(row -> row.startsWith("unsafe,8,-"));
    String plot = temp.resolve("places.svg").toString();
    run(0, with(speakers, "--references", references, "--plot", plot));
    assertThat(Files.readString(Path.of(plot)))
        .contains(">Anders Quist</text>", ">Ilmar Dessen</text>", "Positions by speaker");
    run(0, with(speakers, "--references", references, "--plot", plot, "--weights"));
    assertThat(Files.readString(Path.of(plot))).contains(">unsafe</text>");
    run(2, with(speakers, "--left", "Anders Quist", "--right", "Ilmar Desen"));
    assertThat(errors).contains("did you mean Ilmar Dessen?");
  }

  @Test
  void whatSourcesSayIsComparedWithWhatThePaperWrites() {
    List<String> rows =
        run(
            0,
            "compare",
            results,
            "--slice",
            "voice=source",
            "--slice",
            "voice=author",
            "--by",
            "slice",
            "--min-units",
            "2",
            "--max-share",
            "1",
            "--show",
            "words",
            "--format",
            "csv");
    assertThat(rows).anyMatch(row -> row.startsWith("voice=author,voice=source,unsafe,0.0,"));
    assertThat(rows)
        .anyMatch(row -> row.matches("voice=author,voice=source,quist,0\\.[0-9]+,0.0,.*"));
  }

  private static String[] with(String[] args, String... more) {
    return java.util.stream.Stream.of(args, more)
        .flatMap(java.util.Arrays::stream)
        .toArray(String[]::new);
  }

  @Test
  void sidesAreComparedByTheirWords() throws IOException {
    String[] sides = {
      "compare",
      results,
      "--unit",
      "quotation",
      "--by",
      "side",
      "--min-units",
      "2",
      "--format",
      "csv",
      "--folds",
      "4"
    };
    List<String> likeness = run(0, sides);
    assertThat(likeness.get(0)).isEqualTo("first,second,measure,value,low,high,uncorrected");
    assertThat(likeness.get(2)).startsWith("government,opposition,jensen-shannon,");
    assertThat(run(0, with(sides, "--show", "words")))
        .anyMatch(row -> row.startsWith("government,opposition,unsafe,0.0,"));
    for (String show : List.of("likeness", "words", "told", "signs")) {
      Path plot = temp.resolve(show + ".svg");
      run(0, with(sides, "--show", show, "--plot", plot.toString()));
      assertThat(Files.readString(plot)).contains("Groups by side", "<circle");
    }
    assertThat(run(0, with(sides, "--show", "told")).get(1))
        .startsWith("accuracy,,1.0,1.0,1.0,0.5");
    assertThat(run(0, with(sides, "--show", "signs")))
        .anyMatch(row -> row.startsWith("opposition,unsafe,"));
  }
}
