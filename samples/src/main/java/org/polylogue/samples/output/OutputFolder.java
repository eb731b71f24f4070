package org.polylogue.samples.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder whose files appear whole or not at all: each is written under a hidden name beside its
 * place and renamed by {@link #publish()}. Closed without that, it leaves no trace of the run. Not
 * thread-safe.
 */
public final class OutputFolder implements AutoCloseable {

  private static final Pattern PARTIAL = Pattern.compile("\\..+\\.([0-9]{1,18})\\.partial");

  private final Path folder;
  private final Map<Path, Path> pending = new LinkedHashMap<>();
  private final List<Writer> writers = new ArrayList<>();

  private OutputFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens a folder and makes it, and those above it, where missing. Unfinished files of processes
   * that have ended are removed.
   *
   * @param folder where files are to appear
   * @return the folder
   * @throws IOException if it is a file, cannot be made or cannot be written to
   */
  public static OutputFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.delete(Files.createTempFile(folder, ".polylogue", ".probe"));
    removeLeftovers(folder);
    return new OutputFolder(folder);
  }

  private static void removeLeftovers(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.partial")) {
      for (Path file : files) {
        Matcher name = PARTIAL.matcher(file.getFileName().toString());
        if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /**
   * A file to be filled, in UTF-8.
   *
   * @param name its name in the folder
   * @return a writer that is closed by {@link #publish()} or {@link #close()}
   * @throws IOException if it cannot be made
   */
  public Writer file(String name) throws IOException {
    BufferedWriter writer = Files.newBufferedWriter(reserve(name), StandardCharsets.UTF_8);
    writers.add(writer);
    return writer;
  }

  /**
   * A place for a file that somebody else writes.
   *
   * @param name its name in the folder
   * @return the hidden path to write to before {@link #publish()}
   */
  public Path reserve(String name) {
    Path partial = folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".partial");
    pending.put(partial, folder.resolve(name));
    return partial;
  }

  /**
   * Closes all files and gives them their names, replacing files of an earlier run.
   *
   * @throws IOException if one cannot be finished
   */
  public void publish() throws IOException {
    closeWriters();
    for (Map.Entry<Path, Path> file : pending.entrySet()) {
      Files.move(file.getKey(), file.getValue(), StandardCopyOption.REPLACE_EXISTING);
    }
    pending.clear();
  }

  private void closeWriters() throws IOException {
    for (Writer writer : writers) {
      writer.close();
    }
    writers.clear();
  }

  /** Removes what was not published. */
  @Override
  public void close() {
    try {
      closeWriters();
      for (Path partial : pending.keySet()) {
        Files.deleteIfExists(partial);
      }
      pending.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
