package org.polylogue.report;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Objects;
import org.polylogue.discourse.Discourse;
import org.polylogue.report.internal.ArticleData;
import org.polylogue.report.internal.Page;
import org.polylogue.report.internal.Tally;

/**
 * Writes a report, one article at a time. Articles are spooled to disk as they come; memory grows
 * with the number of articles, actors and distinct words, not with the amount of text. The report
 * appears whole, by rename, when {@link #finish} is called; without that, nothing is left behind
 * unless the process is killed. The hidden files it works in begin with the target's name. Not
 * thread-safe: one thread adds at a time.
 */
public final class ReportWriter implements AutoCloseable {

  private final Path target;
  private final ReportOptions options;
  private final Path spool;
  private final OutputStream spooled;
  private final Tally tally;
  private long articleBytes;
  private boolean finished;

  /**
   * Starts a report.
   *
   * @param target the file to write, replaced if it is there
   * @param options its title and limits
   * @throws IOException if no file can be made beside the target
   */
  public ReportWriter(Path target, ReportOptions options) throws IOException {
    this.target = Objects.requireNonNull(target, "target").toAbsolutePath();
    this.options = Objects.requireNonNull(options, "options");
    Files.createDirectories(this.target.getParent());
    this.spool = temporary(".spool");
    this.spooled = new BufferedOutputStream(opened(spool), 1 << 16);
    this.tally = new Tally(options.rows(), options.events());
  }

  /** A new file beside the target whose name begins with the target's, behind a dot. */
  private Path temporary(String extension) throws IOException {
    String name = target.getFileName().toString();
    String prefix = (name.startsWith(".") ? "" : ".") + name + "-";
    return Files.createTempFile(target.getParent(), prefix, extension);
  }

  private static OutputStream opened(Path temporary) throws IOException {
    try {
      return Files.newOutputStream(temporary);
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  /**
   * Adds an article with its comments.
   *
   * @param discourse what was found
   * @throws IOException if the spool cannot be written
   */
  public void add(Discourse discourse) throws IOException {
    byte[] packed = null;
    if (articleBytes < options.articleBytes()) {
      byte[] data = Base64.getEncoder().encode(ArticleData.pack(discourse));
      packed = articleBytes + data.length > options.articleBytes() ? null : data;
    }
    int index = tally.add(discourse, packed != null);
    if (packed != null) {
      spooled.write(Page.dataBlockStart(index).getBytes(StandardCharsets.US_ASCII));
      spooled.write(packed);
      spooled.write(Page.DATA_BLOCK_END.getBytes(StandardCharsets.US_ASCII));
      articleBytes += packed.length;
    }
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
   * @return the file
   * @throws IOException if it cannot be written
   */
  public Path finish() throws IOException {
    spooled.close();
    Path whole = temporary(".html");
    try {
      try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(whole), 1 << 16)) {
        Writer text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        Page page = new Page(options.title());
        page.writeStart(text);
        tally.write(text);
        page.writeAfterSummary(text);
        text.flush();
        Files.copy(spool, bytes);
        page.writeEnd(text);
        text.flush();
      }
      makeReadable(whole);
      try {
        Files.move(
            whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
      }
      finished = true;
    } finally {
      Files.deleteIfExists(whole);
    }
    return target;
  }

  // A temporary file is for its owner alone.
  private static void makeReadable(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
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
      if (!finished) {
        spooled.close();
      }
    } finally {
      Files.deleteIfExists(spool);
    }
  }
}
