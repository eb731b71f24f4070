package org.polylogue.samples.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Quotation;
import org.polylogue.report.ReportOptions;
import org.polylogue.report.ReportWriter;
import org.polylogue.results.Results;
import org.polylogue.results.run.AnalysisRun;
import org.polylogue.results.run.DiscourseLines;
import org.polylogue.results.run.DiscourseTables;
import org.polylogue.results.run.NoticeTable;
import org.polylogue.results.run.OutputFolder;
import org.polylogue.samples.Main;
import org.polylogue.samples.RealDiscourse;
import org.polylogue.text.OffsetUnit;

/** What {@code analyze} writes of the sample corpus, made once for the tests of a process. */
final class SampleResults {

  private static final Path SAMPLES = Path.of(System.getProperty("polylogue.root"), "samples");

  /** The results. */
  static final Path FOLDER = write();

  private SampleResults() {}

  private static Path write() {
    String fork = System.getProperty("surefire.forkNumber", "0");
    try (OutputFolder folder =
        OutputFolder.open(SAMPLES.resolve("target/sample-results/" + fork))) {
      new AnalysisRun(
              CorpusReader.standard(),
              RealDiscourse.analysis(ActorTable.read(SAMPLES.resolve("tables/actors.csv"))),
              2)
          .run(
              List.of(SAMPLES.resolve("corpus")),
              List.of(
                  new DiscourseLines(folder, OffsetUnit.UTF_16),
                  new DiscourseTables(folder, Layers.STANDARD, false)),
              new NoticeTable(folder, false),
              () -> {});
      folder.publish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SAMPLES.resolve("target/sample-results/" + fork);
  }

  static List<Discourse> discourses() {
    try (Stream<Discourse> all = new Results().read(FOLDER)) {
      return all.toList();
    }
  }

  /** What the figures of a report of the results, whose scores are rounded, are drawn from. */
  static JsonNode report(Path file) throws IOException {
    try (ReportWriter writer = new ReportWriter(file, ReportOptions.DEFAULT)) {
      for (Discourse discourse : discourses()) {
        writer.add(discourse.ofGrades(Set.of(Quotation.Grade.SAID)));
      }
      writer.finish();
    }
    String page = Files.readString(file);
    String start = "id=\"summary\">";
    int from = page.indexOf(start) + start.length();
    return JsonMapper.builder().build().readTree(page.substring(from, page.indexOf('<', from)));
  }

  /** Runs the command, which has to end well, and gives what it printed. */
  static String command(String... arguments) {
    StringWriter printed = new StringWriter();
    StringWriter told = new StringWriter();
    int code = Main.run(new PrintWriter(printed, true), new PrintWriter(told, true), arguments);
    assertThat(code).as(told.toString()).isZero();
    return printed.toString();
  }
}
