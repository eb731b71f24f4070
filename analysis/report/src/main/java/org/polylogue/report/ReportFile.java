package org.polylogue.report;

import java.io.IOException;
import java.nio.file.Path;
import org.polylogue.discourse.Discourse;
import org.polylogue.results.run.OutputFolder;
import org.polylogue.results.run.ResultFile;

/** {@code report.html}: a page to look at, see {@link ReportWriter}. */
public final class ReportFile implements ResultFile {

  private static final String NAME = "report.html";

  private final ReportWriter report;

  /**
   * An empty report.
   *
   * @param folder where it appears once it is published
   * @throws IOException if it cannot be made
   */
  public ReportFile(OutputFolder folder) throws IOException {
    this(folder, ReportOptions.DEFAULT);
  }

  /**
   * An empty report with options.
   *
   * @param folder where it appears once it is published
   * @param options its title, limits and events
   * @throws IOException if it cannot be made
   */
  public ReportFile(OutputFolder folder, ReportOptions options) throws IOException {
    this.report = new ReportWriter(folder, NAME, options);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void add(Discourse discourse) throws IOException {
    try {
      report.add(discourse);
    } catch (IOException e) {
      throw OutputFolder.naming(Path.of(NAME), e);
    }
  }

  @Override
  public void addFailure(String document, String stage, String cause) {
    report.addFailure(document, stage, cause);
  }

  @Override
  public void finish() throws IOException {
    try {
      report.finish();
    } catch (IOException e) {
      throw OutputFolder.naming(Path.of(NAME), e);
    }
  }

  @Override
  public void close() throws IOException {
    report.close();
  }
}
