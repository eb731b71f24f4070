package org.polylogue.samples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.results.run.CsvRows;
import org.polylogue.samples.Main;

class ValidationCommandsTest {

  @TempDir Path folder;
  private SimulatedResults results;
  private final StringWriter printed = new StringWriter();

  @BeforeEach
  void thereAreResults() throws IOException {
    results = new SimulatedResults(folder.resolve("results"), 60);
  }

  private int run(String... args) {
    printed.getBuffer().setLength(0);
    PrintWriter out = new PrintWriter(printed, true);
    return Main.run(out, out, args);
  }

  private Path sample(String... options) {
    List<String> args = new ArrayList<>(List.of("sample", results.folder().toString()));
    args.addAll(List.of("--table", "sentiments", "--out", folder.resolve("coding").toString()));
    args.addAll(List.of(options));
    assertThat(run(args.toArray(String[]::new))).as(printed.toString()).isZero();
    return folder.resolve("coding/sample.csv");
  }

  private static List<Map<String, String>> rows(Path table) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (CsvRows all = CsvRows.open(table)) {
      all.forEachRemaining(rows::add);
    }
    return rows;
  }

  @Test
  void aSampleIsBlindInRandomOrderAndHasKnownProbabilities() throws IOException {
    List<Map<String, String>> rows =
        rows(sample("--rows", "60", "--by", "label,outlet", "--allocation", "equal"));
    assertThat(rows).hasSize(60).allSatisfy(row -> assertThat(row.get("code")).isEmpty());
    assertThat(rows.get(0)).doesNotContainKeys("machine", "label", "probability");
    assertThat(rows).extracting(row -> row.get("row")).doesNotHaveDuplicates();
    List<Map<String, String>> strata = rows(folder.resolve("coding/strata.csv"));
    assertThat(strata).hasSize(6).allSatisfy(row -> assertThat(row.get("rows")).isEqualTo("10"));
    double stoodFor =
        rows.stream().mapToDouble(r -> 1 / Double.parseDouble(r.get("inclusion"))).sum();
    assertThat(stoodFor).isCloseTo(600, within(1e-6));
    assertThat(rows.get(0).get("before") + rows.get(0).get("text"))
        .contains(rows.get(0).get("text"));
    assertThat(run("replicate", folder.resolve("coding").toString())).isZero();
  }

  @Test
  void theSameSeedDrawsTheSameBytesAndAnotherOneOthers() throws IOException {
    String first = Files.readString(sample("--rows", "30"));
    assertThat(Files.readString(sample("--rows", "30"))).isEqualTo(first);
    assertThat(Files.readString(sample("--rows", "30", "--seed", "2"))).isNotEqualTo(first);
  }

  @Test
  void aLargerSampleHoldsTheRowsOfASmallerOneAndBothCountTogether() throws IOException {
    String[] strata = {"--by", "label", "--allocation", "equal"};
    Path small = Files.move(sample(with(strata, "30")), folder.resolve("small.csv"));
    Path large = sample(with(strata, "60"));
    assertThat(rows(large))
        .extracting(row -> row.get("row"))
        .containsAll(rows(small).stream().map(row -> row.get("row")).toList());
    Path first = results.coded(small, folder.resolve("one.csv"), "Ann", 0);
    String out = folder.resolve("checked").toString();
    String in = results.folder().toString();
    assertThat(run("validate", in, first.toString(), large.toString(), "--out", out)).isZero();
    assertThat(printed.toString()).startsWith("30 coded rows").contains("30 rows have no code");
  }

  @Test
  void whatIsNotBetterThanTheMachineIsNotWrittenUnlessItIsForced() throws IOException {
    Path coded = SimulatedResults.agreeing(sample("--rows", "90", "--show-machine"));
    Path model = folder.resolve("tone.model");
    String[] learn = {
      "learn", results.folder().toString(), coded.toString(), "--out", model.toString()
    };
    assertThat(run(learn)).as(printed.toString()).isEqualTo(1);
    assertThat(printed.toString())
        .contains("90 coded rows of sentiments, coded by Echo", "machine", "adapted", "gain")
        .contains("not better than the machine");
    assertThat(model).doesNotExist();
    List<String> forced = new ArrayList<>(List.of(learn));
    forced.add("--force");
    assertThat(run(forced.toArray(String[]::new))).isZero();
    byte[] bytes = Files.readAllBytes(model);
    assertThat(run(forced.toArray(String[]::new))).isZero();
    assertThat(Files.readAllBytes(model)).isEqualTo(bytes);
    assertThat(printed.toString()).contains("adapted@", "analyze --models");
    forced.add("--question=stance");
    assertThat(run(forced.toArray(String[]::new))).isEqualTo(2);
    assertThat(printed.toString()).contains("the sample asks for tone");
  }

  private static String[] with(String[] options, String rows) {
    return Stream.concat(Stream.of(options), Stream.of("--rows", rows)).toArray(String[]::new);
  }

  @Test
  void codesAreNotLostToANewSample() throws IOException {
    Path sample = sample("--rows", "30");
    results.coded(sample, folder.resolve("coded.csv"), "Ann", 0);
    Files.copy(
        folder.resolve("coded.csv"), sample, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(
            run(
                "sample",
                results.folder().toString(),
                "--table",
                "sentiments",
                "--out",
                folder.resolve("coding").toString()))
        .isEqualTo(2);
    assertThat(printed.toString()).contains("may hold codes");
  }

  @Test
  void validationTellsHowOftenLabelsAreRightByOutletAndHowFarCodersAgree() throws IOException {
    Path sample = sample("--rows", "300", "--by", "label");
    Path ann = results.coded(sample, folder.resolve("ann.csv"), "Ann", 0);
    Path bob = results.coded(sample, folder.resolve("bob.csv"), "Bob", .2);
    Path out = folder.resolve("checked");
    assertThat(
            run(
                "validate",
                results.folder().toString(),
                ann.toString(),
                bob.toString(),
                "--out",
                out.toString()))
        .as(printed.toString())
        .isZero();
    List<Map<String, String>> scores = rows(out.resolve("validation.csv"));
    Map<String, Double> right = new java.util.HashMap<>();
    scores.stream()
        .filter(row -> row.get("by").equals("outlet") && row.get("label").isEmpty())
        .forEach(row -> right.put(row.get("value"), Double.parseDouble(row.get("precision"))));
    assertThat(right.get("Herald")).isCloseTo(.9, within(.08));
    assertThat(right.get("Times")).isCloseTo(.67, within(.1));
    List<Map<String, String>> agreement = rows(out.resolve("agreement.csv"));
    assertThat(agreement)
        .extracting(row -> row.get("coefficient"))
        .containsExactly("alpha", "kappa");
    assertThat(Double.parseDouble(agreement.get(1).get("value"))).isBetween(.65, .9);
    List<Map<String, String>> differences = rows(out.resolve("differences.csv"));
    assertThat(differences)
        .isSortedAccordingTo(
            java.util.Comparator.comparingDouble(r -> -Double.parseDouble(r.get("confidence"))));
    Set<String> ids = new HashSet<>();
    rows(sample).forEach(row -> ids.add(row.get("row")));
    assertThat(differences).allSatisfy(row -> assertThat(ids).contains(row.get("row")));
    assertThat(rows(out.resolve("reliability.csv"))).hasSize(10);
    assertThat(run("replicate", out.toString())).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"brat", "webanno"})
  void teamsCodeInAnnotationTools(String tool) throws IOException {
    Path sample = sample("--rows", "30", "--to", tool);
    Path coded = folder.resolve("coding").resolve(tool);
    int changed = 0;
    try (Stream<Path> files = Files.list(coded)) {
      for (Path file : files.filter(f -> !f.endsWith("annotation.conf")).toList()) {
        String text = Files.readString(file);
        changed += text.split("UNCODED", -1).length - 1;
        Files.writeString(file, text.replace("UNCODED", "neutral"));
      }
    }
    // WebAnno repeats a feature at every token of its annotation
    assertThat(changed).isGreaterThanOrEqualTo(30);
    String out = folder.resolve("checked").toString();
    String in = results.folder().toString();
    assertThat(run("validate", in, sample.toString(), coded.toString(), "--out", out))
        .as(printed.toString())
        .isZero();
    assertThat(printed.toString()).startsWith("30 coded rows");
    assertThat(run("validate", in, coded.toString(), "--out", out)).isEqualTo(2);
    assertThat(printed.toString()).contains("give the sample.csv too").hasLineCount(1);
  }

  private List<Map<String, String>> estimates(Path coded, String... options) throws IOException {
    Path out = folder.resolve("estimates.csv");
    List<String> args = new ArrayList<>(List.of("estimate", results.folder().toString()));
    args.addAll(List.of(coded.toString(), "--format", "csv", "--out", out.toString()));
    args.addAll(List.of(options));
    assertThat(run(args.toArray(String[]::new))).as(printed.toString()).isZero();
    return rows(out);
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  @Test
  void estimatesAreCorrectedByTheCodesAndUncorrectedOnesAreThoseOfTheMachine() throws IOException {
    Path sample = sample("--rows", "200", "--by", "label", "--allocation", "equal");
    Path ann = results.coded(sample, folder.resolve("ann.csv"), "Ann", 0);
    for (Map<String, String> row : estimates(ann)) {
      double truth = results.share(row.get("measure").replace("share of ", ""));
      assertThat(truth).isBetween(number(row, "low"), number(row, "high"));
      assertThat(number(row, "high") - number(row, "low")).isLessThan(.25);
      assertThat(row.get("rows")).isEqualTo("600");
      assertThat(row.get("coded")).isEqualTo("200");
    }
    List<Map<String, String>> outlets = estimates(ann, "--label", "negative", "--group", "outlet");
    assertThat(outlets)
        .extracting(row -> row.get("of"))
        .containsExactly("outlet Herald", "outlet Times", "outlet Times less Herald");
    assertThat(number(outlets.get(2), "corrected"))
        .isCloseTo(
            number(outlets.get(1), "corrected") - number(outlets.get(0), "corrected"), within(.02));
    Map<String, String> odds = estimates(ann, "--label", "negative", "--on", "outlet").get(1);
    assertThat(odds.get("of")).isEqualTo("outlet Times against Herald");
    assertThat(number(odds, "corrected")).isGreaterThan(number(odds, "uncorrected"));
    assertThat(estimates(ann, "--mean", "--on", "outlet,start", "--model", "linear")).hasSize(3);
    assertThat(number(estimates(ann, "--mean").get(0), "corrected")).isBetween(-1.0, 0.0);
  }

  @Test
  void anEstimateFromOtherResultsThanThoseOfTheSampleIsRefused() throws IOException {
    Path sample = sample("--rows", "60", "--by", "label");
    Path ann = results.coded(sample, folder.resolve("ann.csv"), "Ann", 0);
    Path other = new SimulatedResults(folder.resolve("other"), 40).folder();
    assertThat(run("estimate", other.toString(), ann.toString())).isEqualTo(2);
    assertThat(printed.toString()).contains("drawn from another sentiments.csv").hasLineCount(1);
    String in = results.folder().toString();
    assertThat(run("estimate", in, ann.toString(), "--label", "blue")).isEqualTo(2);
    assertThat(printed.toString()).contains("no row has the label blue").hasLineCount(1);
    assertThat(run("estimate", in, ann.toString(), "--group", "title")).isEqualTo(2);
    assertThat(printed.toString()).contains("60 different values").hasLineCount(1);
  }

  @Test
  void whatCannotBeSampledOrValidatedIsAWrongCallInOneLine() throws IOException {
    String in = results.folder().toString();
    String out = folder.resolve("x").toString();
    assertThat(run("sample", in, "--table", "quotations", "--out", out)).isEqualTo(2);
    assertThat(printed.toString()).contains("no table quotations").hasLineCount(1);
    assertThat(run("sample", in, "--table", "sentiments", "--by", "colour", "--out", out))
        .isEqualTo(2);
    assertThat(printed.toString()).contains("no column colour").hasLineCount(1);
    assertThat(
            run("sample", in, "--table", "sentiments", "--by", "text", "--rows", "9", "--out", out))
        .isEqualTo(2);
    assertThat(printed.toString()).contains("fewer strata").hasLineCount(1);
    assertThat(run("validate", in, results.folder() + "/sentiments.csv", "--out", out))
        .isEqualTo(2);
    assertThat(printed.toString()).contains("has no column row").hasLineCount(1);
    assertThat(run("validate", in, sample("--rows", "9").toString(), "--out", out)).isEqualTo(2);
    assertThat(printed.toString()).contains("fill in the column code").hasLineCount(1);
  }
}
