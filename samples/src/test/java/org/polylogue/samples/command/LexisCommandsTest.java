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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.network.GraphMlReader;
import org.polylogue.network.Network;
import org.polylogue.samples.Main;

class LexisCommandsTest {

  private static final Path PAGES =
      Path.of(System.getProperty("polylogue.root")).resolve("samples/corpus/pages");

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kwic",
        "keyness",
        "collocations",
        "dispersion",
        "ngrams",
        "diversity",
        "readability",
        "dfm",
        "dictionary",
        "network"
      })
  void every_command_explains_itself(String command) {
    List<String> help = run(0, command, "--help");
    assertThat(help.get(0)).startsWith("Usage: polylogue " + command);
    assertThat(String.join("\n", help)).contains("--out");
  }

  @Test
  void lines_of_raw_input_need_no_analysis() {
    List<String> lines =
        run(0, "kwic", PAGES.toString(), "--word", "dam*", "--rows", "3", "--sort", "1R");
    assertThat(lines.get(0)).contains("left").contains("node").contains("right");
    assertThat(lines).hasSize(5);
    assertThat(lines.get(4)).startsWith("rows 1 to 3 of ").endsWith("; --page 2 for more");
    assertThat(run(0, "kwic", PAGES.toString(), "--word", "dam*", "--rows", "3", "--page", "99"))
        .isEmpty();
  }

  @Test
  void lines_can_be_asked_of_a_voice() {
    List<String> quoted =
        run(0, "kwic", results, "--word", "dam", "--slice", "side=opposition", "--format", "csv");
    assertThat(quoted).hasSize(5);
    assertThat(quoted.get(0)).isEqualTo("document,left,node,right,start,end");
    assertThat(quoted.get(1)).contains("This").contains("is unsafe, unsafe and dear");
    assertThat(
            run(
                0,
                "kwic",
                results,
                "--word",
                "dam",
                "--slice",
                "stance=AGAINST",
                "--format",
                "json"))
        .hasSize(4)
        .allMatch(line -> line.startsWith("{\"document\":\"a") && line.endsWith("}"));
  }

  @Test
  void words_of_one_side_are_key_against_the_other() throws IOException {
    List<String> rows =
        run(
            0,
            "keyness",
            results,
            "--target",
            "side=government",
            "--reference",
            "side=opposition",
            "--format",
            "csv");
    assertThat(rows.get(0)).startsWith("word,target,reference,");
    assertThat(rows.get(1)).startsWith("unsafe,0,8,");
    assertThat(rows).anyMatch(row -> row.startsWith("brings,8,0,"));
    List<String> groups = run(0, "keyness", results, "--by", "side", "--format", "csv");
    assertThat(groups).anyMatch(row -> row.startsWith("opposition,unsafe,8,0,"));
    Path plot = temp.resolve("key.svg");
    run(0, "keyness", results, "--by", "side", "--plot", plot.toString());
    assertThat(Files.readString(plot)).contains(">opposition</text>", ">unsafe</text>");
    assertThat(run(0, "keyness", results, "--groups", "outlet", "--min-count", "1")).isNotEmpty();
  }

  @Test
  void a_word_list_can_be_the_reference() throws IOException {
    Path list = Files.writeString(temp.resolve("list.txt"), "the\t100\ndam\t1\n");
    assertThat(
            run(
                0,
                "keyness",
                results,
                "--target",
                "all",
                "--reference-list",
                list.toString(),
                "--rows",
                "5"))
        .hasSizeGreaterThan(3);
    Path broken = Files.writeString(temp.resolve("broken.txt"), "the 100\n");
    run(2, "keyness", results, "--target", "all", "--reference-list", broken.toString());
    assertThat(errors).contains("broken.txt, line 1: expected a word, a tab and a count");
  }

  @Test
  void collocates_are_listed() {
    List<String> rows =
        run(0, "collocations", results, "--word", "dam", "--by", "log_dice", "--format", "csv");
    assertThat(rows.get(0)).startsWith("collocate,near,count,range,");
    assertThat(rows).anyMatch(row -> row.startsWith("unsafe,8,8,4,"));
  }

  @Test
  void dispersion_is_told_of_words_of_all_words_and_of_parts() {
    assertThat(run(0, "dispersion", results, "--word", "Dam", "--word", "zebra", "--format", "csv"))
        .hasSize(3)
        .anyMatch(row -> row.startsWith("zebra,0,0.0,0.0,0.0,0,12,,,,"));
    assertThat(run(0, "dispersion", results, "--min-count", "4")).hasSizeGreaterThan(5);
    assertThat(run(0, "dispersion", results, "--word", "dam", "--over", "date.7", "--parts"))
        .anyMatch(row -> row.matches("dam +2023-01 .*"));
    assertThat(run(0, "dispersion", results, "--word", "dam", "--over", "3")).isNotEmpty();
  }

  @Test
  void sequences_variety_and_difficulty_are_told_of_slices_and_groups() {
    List<String> pairs = run(0, "ngrams", results, "--n", "2", "--format", "csv");
    assertThat(pairs.get(0)).isEqualTo("ngram,count,per-million,range");
    assertThat(pairs).hasSizeGreaterThan(3).allMatch(row -> !row.startsWith(","));
    assertThat(run(0, "ngrams", results, "--n", "2", "--min-range", "9999")).isEmpty();
    assertThat(errors).contains("no sequence is frequent enough");
    run(2, "ngrams", results, "--n", "21");
    assertThat(errors).contains("n is 1 to 20, not 21").hasLineCount(1);
    assertThat(run(0, "diversity", results, "--groups", "side", "--format", "csv"))
        .hasSizeGreaterThan(2)
        .allMatch(row -> row.split(",", -1).length == 7);
    assertThat(run(0, "readability", results, "--slice", "kind=article", "--format", "csv"))
        .hasSize(2)
        .anyMatch(row -> row.startsWith("all,"));
    run(2, "readability", results, "--by", "party");
    assertThat(errors).contains("no party is known of these texts, only").hasLineCount(1);
    run(2, "diversity", results, "--window", "0");
    assertThat(errors).contains("--window is at least 1");
  }

  @Test
  void a_matrix_is_three_tables_that_belong_together() throws IOException {
    Path out = temp.resolve("matrix");
    run(0, "dfm", results, "--unit", "side,date.7", "--ngrams", "1-2", "--out", out.toString());
    List<String> matrix = Files.readAllLines(out.resolve("matrix.mtx"));
    List<String> units = Files.readAllLines(out.resolve("units.csv"));
    List<String> features = Files.readAllLines(out.resolve("features.csv"));
    String[] sizes = matrix.get(1).split(" ");
    assertThat(sizes[0]).isEqualTo(Integer.toString(units.size() - 1));
    assertThat(sizes[1]).isEqualTo(Integer.toString(features.size() - 1));
    assertThat(sizes[2]).isEqualTo(Integer.toString(matrix.size() - 2));
    assertThat(units.get(0)).isEqualTo("row,unit,total,date.7,side");
    long[] totals = new long[units.size()];
    for (String line : matrix.subList(2, matrix.size())) {
      String[] cell = line.split(" ");
      totals[Integer.parseInt(cell[0])] += Long.parseLong(cell[2]);
    }
    for (int row = 1; row < units.size(); row++) {
      assertThat(units.get(row).split(",")[2]).isEqualTo(Long.toString(totals[row]));
    }
    assertThat(Files.readString(out.resolve("run.json")))
        .contains("\"unit\" : \"side,date.7\"", "matrix.mtx");
    run(2, "dfm", results, "--unit", "colour", "--out", out.toString());
    assertThat(errors).contains("no colour is known of these texts").hasLineCount(1);
    run(2, "dfm", results, "--ngrams", "2-x", "--out", out.toString());
    assertThat(errors).contains("--ngrams is a number");
    Path expressions = Files.writeString(temp.resolve("expressions.txt"), "dam\n");
    run(2, "dfm", results, "--expressions", expressions.toString(), "--out", out.toString());
    assertThat(errors).contains("an expression has two words or more");
  }

  @Test
  void words_that_belong_together_are_joined() throws IOException {
    Path out = temp.resolve("joined");
    run(0, "dfm", results, "--join", "10", "--unit", "outlet", "--out", out.toString());
    assertThat(Files.readAllLines(out.resolve("expressions.csv")))
        .contains("expression,count,association")
        .anyMatch(row -> row.startsWith("ilmar dessen,8,"));
    assertThat(Files.readAllLines(out.resolve("features.csv")))
        .anyMatch(row -> row.matches("[0-9]+,ilmar dessen,8,2"))
        .noneMatch(row -> row.contains(",ilmar,"));
    assertThat(Files.list(out).map(file -> file.getFileName().toString()))
        .containsExactlyInAnyOrder(
            "matrix.mtx", "units.csv", "features.csv", "expressions.csv", "run.json");
    List<String> words =
        run(
            0,
            "compare",
            results,
            "--join",
            "log_dice=10",
            "--by",
            "outlet",
            "--min-units",
            "1",
            "--max-share",
            "1",
            "--show",
            "words",
            "--format",
            "csv");
    assertThat(words).isNotEmpty();
    run(2, "dfm", results, "--join", "much=1", "--out", out.toString());
    assertThat(errors).contains("--join is a number, or a measure").hasLineCount(1);
  }

  @Test
  void categories_are_counted_and_each_occurrence_can_be_seen() throws IOException {
    Path file = Files.writeString(temp.resolve("water.yml"), "water: [dam*, river]\n");
    List<String> counts =
        run(
            0,
            "dictionary",
            results,
            "--dictionary",
            file.toString(),
            "--unit",
            "side",
            "--format",
            "csv");
    assertThat(counts.get(0))
        .isEqualTo("unit,category,count,negated,weight,words,percent,low,high");
    List<String> all =
        run(0, "dictionary", results, "--dictionary", file.toString(), "--format", "csv");
    List<String> seen =
        run(
            0,
            "dictionary",
            results,
            "--dictionary",
            file.toString(),
            "--matches",
            "--format",
            "csv");
    assertThat(all).hasSize(2);
    assertThat(all.get(1).split(",")[2]).isEqualTo(Integer.toString(seen.size() - 1));
    assertThat(seen.get(0)).startsWith("category,left,match,right,negated");
    assertThat(
            run(
                0,
                "dictionary",
                results,
                "--dictionary",
                file.toString(),
                "--near",
                "Nobody",
                "--matches"))
        .isEmpty();
    Path plot = temp.resolve("shares.svg");
    run(
        0,
        "dictionary",
        results,
        "--dictionary",
        file.toString(),
        "--by",
        "side",
        "--plot",
        plot.toString());
    assertThat(Files.readString(plot)).contains(">water</text>", ">opposition</text>");
    run(2, "dictionary", results, "--dictionary", results);
    assertThat(errors).contains("a dictionary ends with").hasLineCount(1);
  }

  @Test
  void a_table_in_a_file_has_a_manifest_beside_it() throws IOException {
    Path table = temp.resolve("pairs.csv");
    run(0, "ngrams", results, "--n", "2", "--format", "csv", "--out", table.toString());
    assertThat(Files.readString(temp.resolve("pairs.csv.run.json")))
        .contains("\"command\" : \"ngrams\"", "\"n\" : 2", "discourse.jsonl", "\"pairs.csv\"")
        .contains("code of the word statistics")
        .doesNotContain("models", "encoder");
    assertThat(run(0, "replicate", temp.resolve("pairs.csv.run.json").toString()))
        .containsExactly("nothing has changed");
    Path bare = temp.resolve("bare.csv");
    run(0, "ngrams", results, "--no-manifest", "--out", bare.toString());
    assertThat(bare).exists();
    assertThat(temp.resolve("bare.csv.run.json")).doesNotExist();
  }

  @Test
  void slices_without_a_word_and_words_in_no_text_get_an_answer() {
    assertThat(run(0, "kwic", results, "--word", "zebra")).isEmpty();
    assertThat(errors).contains("\"zebra\" is not there");
    assertThat(run(0, "kwic", results, "--word", "dam", "--slice", "depth=7")).isEmpty();
    assertThat(errors).contains("the slice depth=7 holds no word");
    run(0, "keyness", results, "--target", "actor=Nobody");
    assertThat(errors).contains("the slice actor=Nobody holds no word");
    run(0, "kwic", results, "--word", "dam", "--slice", "actor=Anders Quisd");
    assertThat(errors).contains("did you mean actor=Anders Quist?");
    run(0, "keyness", results, "--target", "all");
    assertThat(errors).contains("the reference holds no word");
    run(0, "collocations", results, "--word", "zebra");
    assertThat(errors).contains("\"zebra\" is not there");
    run(0, "dispersion", results, "--word", "dam", "--slice", "depth=7");
    assertThat(errors).contains("holds no word");
  }

  @Test
  void what_cannot_be_asked_is_one_line() {
    run(2, "kwic", PAGES.toString(), "--word", "dam", "--slice", "voice=source");
    assertThat(errors).contains("analyse it first").hasLineCount(1);
    run(2, "kwic", results, "--word", "dam", "--slice", "colour=red");
    assertThat(errors).contains("no colour is known").hasLineCount(1);
    run(2, "kwic", results, "--regex", "(");
    assertThat(errors).contains("regular expression (").hasLineCount(1);
    run(2, "kwic", results, "--lemma", "say");
    assertThat(errors).contains("lemma").hasLineCount(1);
    run(2, "kwic", results);
    assertThat(errors).contains("--word").hasLineCount(1);
    run(2, "kwic", results, PAGES.toString(), "--word", "dam");
    assertThat(errors).contains("one or the other").hasLineCount(1);
    run(2, "network", PAGES.toString(), "--out", temp.resolve("n.graphml").toString());
    assertThat(errors).contains("analyse it first").hasLineCount(1);
    run(2, "network", results, "--out", temp.resolve("n.txt").toString());
    assertThat(errors).contains(".graphml").hasLineCount(1);
  }

  private Network network(String... args) throws IOException {
    Path file = temp.resolve("net.graphml");
    String[] all = new String[args.length + 4];
    all[0] = "network";
    all[1] = results;
    all[2] = "--out";
    all[3] = file.toString();
    System.arraycopy(args, 0, all, 4, args.length);
    run(0, all);
    try (var reader = Files.newBufferedReader(file)) {
      return GraphMlReader.read(reader, List.of(args).contains("replies"));
    }
  }

  @Test
  void networks_are_written_with_attributes() throws IOException {
    Network together = network();
    assertThat(together.weight("Ilmar Dessen", "Anders Quist")).isEqualTo(4);
    assertThat(together.nodes().get(0).attributes())
        .containsEntry("side", "government")
        .containsEntry("actor", "p1");
    assertThat(network("--kind", "replies").weight("Bob", "Ann")).isEqualTo(4);
    assertThat(
            network("--kind", "conflict", "--duplicates", "keep")
                .weight("Anders Quist", "Ilmar Dessen"))
        .isEqualTo(16);
    assertThat(
            network("--kind", "conflict", "--duplicates", "range")
                .weight("Anders Quist", "Ilmar Dessen"))
        .isEqualTo(1);
    assertThat(network("--kind", "affiliation", "--measures").weight("Anders Quist", "dam"))
        .isEqualTo(-4);
  }

  @Test
  void statements_go_out_and_come_in_and_are_compared() throws IOException {
    Path table = temp.resolve("statements.csv");
    network("--kind", "subtract", "--statements-out", table.toString());
    assertThat(Files.readAllLines(table)).hasSize(9);
    List<String> said =
        run(
            0,
            "network",
            results,
            "--kind",
            "subtract",
            "--statements",
            table.toString(),
            "--compare",
            "--out",
            temp.resolve("c.csv").toString());
    assertThat(said).anyMatch(line -> line.contains("precision 1.000, recall 1.000, F1 1.000"));
    assertThat(temp.resolve("c.nodes.csv")).exists();
    run(
        0,
        "network",
        "--statements",
        table.toString(),
        "--kind",
        "congruence",
        "--window",
        "P2M",
        "--out",
        temp.resolve("w.gexf").toString());
    assertThat(temp.resolve("w.gexf")).content().contains("mode=\"dynamic\"");
    run(
        0,
        "network",
        "--statements",
        table.toString(),
        "--kind",
        "ignore",
        "--of",
        "concepts",
        "--out",
        temp.resolve("w.dot").toString());
    assertThat(temp.resolve("w.dot")).exists();
  }

  @Test
  void tables_can_be_written_to_a_file_and_hold_no_formulas() throws IOException {
    Path file = temp.resolve("lines.csv");
    run(
        0,
        "kwic",
        results,
        "--pattern",
        "\"dam\" []{1,2}",
        "--format",
        "csv",
        "--out",
        file.toString());
    assertThat(Files.readAllLines(file)).hasSizeGreaterThan(4);
  }
}
