package org.polylogue.report;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import org.polylogue.discourse.Discourse;
import org.polylogue.report.internal.ArticleData;
import org.polylogue.report.internal.ArticleRow;
import org.polylogue.report.internal.Page;
import org.polylogue.report.internal.PartFiles;
import org.polylogue.report.internal.Spool;
import org.polylogue.report.internal.Tally;
import org.polylogue.results.run.OutputFolder;

/**
 * Writes a report, one article at a time. A small corpus becomes one file. Where its articles do
 * not fit into {@link ReportOptions#pageBytes()}, the page holds the figures alone; the list of
 * articles and the articles lie in files beside it, whose names begin with the page's, and are read
 * when they are looked at. Articles are spooled to disk as they come; memory grows with the number
 * of actors and distinct words and by some bytes for each article, not with the amount of text. The
 * files appear whole, by rename, when {@link #finish} is called; without that, nothing is left
 * behind unless the process is killed, and then the next report into the folder clears up. Not
 * thread-safe: one thread adds at a time.
 */
public final class ReportWriter implements AutoCloseable {

  private final OutputFolder folder;
  private final boolean publishes;
  private final String name;
  private final ReportOptions options;
  private final Path page;
  private final Spool spool;
  private final Tally tally;
  private long articleBytes;

  /**
   * Starts a report.
   *
   * @param target the file to write, replaced if it is there, with the files beside it that an
   *     earlier report of that name has
   * @param options its title and limits
   * @throws IOException if no file can be made beside the target
   */
  public ReportWriter(Path target, ReportOptions options) throws IOException {
    this(
        OutputFolder.open(target.toAbsolutePath().getParent()),
        true,
        target.getFileName().toString(),
        options);
  }

  /** A report among other files, which appears when the folder is published. */
  ReportWriter(OutputFolder folder, String name, ReportOptions options) throws IOException {
    this(folder, false, name, options);
  }

  private ReportWriter(OutputFolder folder, boolean publishes, String name, ReportOptions options)
      throws IOException {
    this.folder = folder;
    this.publishes = publishes;
    this.name = name;
    this.options = Objects.requireNonNull(options, "options");
    this.page = folder.reserve(name);
    this.spool = new Spool(page.resolveSibling(page.getFileName() + "-spool"));
    this.tally = new Tally(options.rows(), options.events());
  }

  /**
   * Adds an article with its comments.
   *
   * @param discourse what was found
   * @throws IOException if the spool cannot be written
   */
  public void add(Discourse discourse) throws IOException {
    byte[] packed = new byte[0];
    if (articleBytes < options.articleBytes()) {
      byte[] data = Base64.getEncoder().encode(ArticleData.pack(discourse));
      packed = articleBytes + data.length > options.articleBytes() ? packed : data;
    }
    ArticleRow row = tally.add(discourse, packed.length > 0);
    spool.add(row, packed);
    articleBytes += packed.length;
  }

  /**
   * Counts a document that could not be analysed.
   *
   * @param document which one
   * @param stage where it failed
   * @param cause why
   */
  public void addFailure(String document, String stage, String cause) {
    tally.addFailure(
        Objects.requireNonNull(document, "document"),
        Objects.requireNonNull(stage, "stage"),
        Objects.requireNonNull(cause, "cause"));
  }

  /**
   * Writes the report.
   *
   * @throws IOException if it cannot be written
   */
  public void finish() throws IOException {
    boolean one = spool.bytes() <= options.pageBytes();
    PartFiles parts = new PartFiles(folder, name);
    if (!one) {
      parts.write(spool);
    }
    parts.withdrawOthers();
    try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(page), 1 << 16);
        Writer text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
      Page around = new Page(options.title(), one);
      around.writeStart(text);
      tally.write(text, one ? spool::writeRows : parts::describe);
      around.writeAfterSummary(text);
      if (one) {
        spool.forEach((index, row, data) -> Page.writeArticle(index, data, text));
      }
      around.writeEnd(text);
    }
    if (publishes) {
      folder.publish();
    }
  }

  /**
   * Removes the spool. A report that was not finished is not written.
   *
   * @throws IOException if the spool cannot be removed
   */
  @Override
  public void close() throws IOException {
    try {
      spool.close();
    } finally {
      if (publishes) {
        folder.close();
      }
    }
  }
}
