package org.polylogue.samples.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.discourse.DiscourseModels;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Scope;
import org.polylogue.report.ReportOptions;
import org.polylogue.report.ReportWriter;
import org.polylogue.results.DiscourseJson;

/**
 * What a fuzzer calls with any bytes, as {@link ReaderFuzz}: what can be read goes through all
 * analyses on an engine without models, into JSON and back, and into a report.
 */
public final class PipelineFuzz {

  private static final DiscourseAnalysis ANALYSIS =
      PlainAnalyze.discourse(DiscourseModels.shipped()).build();

  private PipelineFuzz() {}

  /** The entry point that Jazzer looks for. */
  public static void fuzzerTestOneInput(byte[] data) {
    DiscourseJson json = DiscourseJson.exact(Layers.STANDARD);
    for (Conversation conversation : ReaderFuzz.read(data)) {
      Discourse found = new Scope().get(ANALYSIS, conversation);
      if (!json.read(json.write(found)).equals(found)) {
        throw new AssertionError("comes back different: " + json.write(found));
      }
      try {
        Path page = Files.createTempFile("fuzz", ".html");
        try (ReportWriter report = new ReportWriter(page, ReportOptions.DEFAULT)) {
          report.add(found);
          report.finish();
        } finally {
          Files.delete(page);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
