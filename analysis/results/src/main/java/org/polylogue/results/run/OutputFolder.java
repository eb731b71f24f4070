package org.polylogue.results.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.pipeline.Sha256;

/**
 * A folder whose files appear whole and together: each is written under a hidden name beside its
 * place, and {@link #publish()} renames them all. If that fails half way, the files of an earlier
 * run are put back. Closed without publishing, it leaves no trace of the run. Not thread-safe.
 *
 * <p>A process that is killed while it publishes leaves some names to the earlier run and some to
 * its own. The file that was asked for last is then missing: it goes first and comes last. The next
 * {@link #open} puts the earlier files back.
 */
public final class OutputFolder implements AutoCloseable {

  private static final Pattern HIDDEN =
      Pattern.compile("\\.(.+)\\.([0-9]{1,18}-[0-9]{1,18})\\.(partial|old)(.*)");
  private static final String OLD = "old";

  private final Path folder;
  private final Map<Path, Path> pending = new LinkedHashMap<>();
  private final List<Path> withdrawn = new ArrayList<>();
  private final List<Writer> writers = new ArrayList<>();

  private OutputFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens a folder and makes it, and those above it, where missing. What processes that have ended
   * left unfinished is removed; what they were replacing is put back.
   *
   * @param folder where files are to appear
   * @return the folder
   * @throws IOException if it is a file, cannot be made or cannot be written to
   */
  public static OutputFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.delete(Files.createTempFile(folder, ".probe.", hidden("", "partial")));
    clearUp(folder);
    return new OutputFolder(folder);
  }

  private static void clearUp(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*")) {
      for (Path file : files) {
        Matcher name = HIDDEN.matcher(file.getFileName().toString());
        if (!name.matches() || RunningProcess.isAlive(name.group(2))) {
          continue;
        }
        Path place = folder.resolve(name.group(1));
        if (isFile(file) && name.group(3).equals(OLD) && (isFile(place) || !exists(place))) {
          Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
        } else if (isFile(file) && !name.group(3).equals(OLD)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static boolean isFile(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static String hidden(String name, String kind) {
    return name + "." + RunningProcess.current() + "." + kind;
  }

  /**
   * A file to be filled, in UTF-8.
   *
   * @param name its name in the folder
   * @return a writer that is closed by {@link #publish()} or {@link #close()}; what goes wrong in
   *     it names the file and keeps everything from being published
   * @throws IOException if it cannot be made
   */
  public Writer file(String name) throws IOException {
    Path partial = reserve(name);
    Writer writer =
        new NamingWriter(
            Files.newBufferedWriter(partial, StandardCharsets.UTF_8), folder.resolve(name));
    writers.add(writer);
    return writer;
  }

  /**
   * A place for a file that somebody else writes.
   *
   * @param name its name in the folder
   * @return the hidden path to write to before {@link #publish()}; files beside it whose names
   *     begin with its name are cleared up if the process dies
   */
  public Path reserve(String name) {
    Path partial = folder.resolve(hidden("." + name, "partial"));
    pending.put(partial, folder.resolve(name));
    return partial;
  }

  /**
   * Takes files of an earlier run away when this one is published.
   *
   * @param named which, by their names in the folder; what is written or reserved here stays
   * @throws IOException if the folder cannot be listed
   */
  public void withdraw(Predicate<String> named) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, file -> named.test(file.getFileName().toString()))) {
      for (Path file : files) {
        if (isFile(file) && !pending.containsValue(file)) {
          withdrawn.add(file);
        }
      }
    }
  }

  /**
   * Hashes what was written so far.
   *
   * @return SHA-256 by the name of the file, sorted
   * @throws IOException if a file cannot be read
   */
  public SortedMap<String, String> hashes() throws IOException {
    for (Writer writer : writers) {
      writer.flush();
    }
    SortedMap<String, String> hashes = new TreeMap<>();
    for (Map.Entry<Path, Path> file : pending.entrySet()) {
      if (Files.exists(file.getKey())) {
        try {
          hashes.put(file.getValue().getFileName().toString(), Sha256.of(file.getKey()));
        } catch (IOException e) {
          throw naming(file.getValue(), e);
        }
      }
    }
    return hashes;
  }

  /**
   * Closes all files and gives them their names, replacing files of an earlier run. What is written
   * is forced to the disk before, so that no name leads to an empty file after a power failure.
   *
   * @throws IOException if one cannot be finished; then all names lead to what they led to before
   */
  public void publish() throws IOException {
    closeWriters();
    for (Map.Entry<Path, Path> file : pending.entrySet()) {
      try (FileChannel channel = FileChannel.open(file.getKey(), StandardOpenOption.WRITE)) {
        channel.force(true);
      } catch (IOException e) {
        throw naming(file.getValue(), e);
      }
    }
    Map<Path, Path> aside = new LinkedHashMap<>();
    Map<Path, Path> named = new LinkedHashMap<>();
    try {
      List<Path> places = new ArrayList<>(pending.values());
      Collections.reverse(places);
      places.addAll(withdrawn);
      for (Path place : places) {
        if (Files.exists(place)) {
          Path old = folder.resolve(hidden("." + place.getFileName(), OLD));
          Files.move(place, old, StandardCopyOption.REPLACE_EXISTING);
          aside.put(old, place);
        }
      }
      for (Map.Entry<Path, Path> file : pending.entrySet()) {
        Files.move(file.getKey(), file.getValue(), StandardCopyOption.REPLACE_EXISTING);
        named.put(file.getValue(), file.getKey());
      }
    } catch (IOException e) {
      undo(named, aside, e);
      throw e;
    }
    pending.clear();
    withdrawn.clear();
    for (Path old : aside.keySet()) {
      deleteQuietly(old);
    }
  }

  private static void undo(Map<Path, Path> named, Map<Path, Path> aside, IOException cause) {
    List<Map<Path, Path>> steps = List.of(named, aside);
    for (Map<Path, Path> step : steps) {
      for (Map.Entry<Path, Path> move : step.entrySet()) {
        try {
          Files.move(move.getKey(), move.getValue(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
          cause.addSuppressed(e);
        }
      }
    }
  }

  // A hidden file that stays is cleared up by the next run; it is no reason to fail this one.
  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException ignored) {
      // see above
    }
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
    IOException failure = null;
    for (Writer writer : writers) {
      try {
        writer.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    writers.clear();
    for (Path partial : pending.keySet()) {
      try {
        Files.deleteIfExists(partial);
      } catch (IOException e) {
        failure = e;
      }
    }
    pending.clear();
    if (failure != null) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Says where something went wrong, which the message of a failed write leaves out.
   *
   * @param place the file as the user knows it
   * @param cause what went wrong
   * @return an exception that names the file
   */
  public static IOException naming(Path place, IOException cause) {
    if (cause instanceof FileSystemException named && named.getFile() != null) {
      return cause;
    }
    FileSystemException failure =
        new FileSystemException(place.toString(), null, String.valueOf(cause.getMessage()));
    failure.initCause(cause);
    return failure;
  }

  /**
   * Names the file in what goes wrong, and remembers it: some libraries write through a {@link
   * java.io.PrintWriter}, which keeps failures to itself.
   */
  private static final class NamingWriter extends Writer {

    private final Writer writer;
    private final Path place;
    private IOException failure;

    NamingWriter(Writer writer, Path place) {
      this.writer = writer;
      this.place = place;
    }

    private interface Step {
      void run() throws IOException;
    }

    private void step(Step step) throws IOException {
      if (failure != null) {
        throw failure;
      }
      try {
        step.run();
      } catch (IOException e) {
        failure = naming(place, e);
        throw failure;
      }
    }

    @Override
    public void write(char[] text, int start, int length) throws IOException {
      step(() -> writer.write(text, start, length));
    }

    @Override
    public void write(String text, int start, int length) throws IOException {
      step(() -> writer.write(text, start, length));
    }

    @Override
    public void flush() throws IOException {
      step(writer::flush);
    }

    @Override
    public void close() throws IOException {
      if (failure == null) {
        step(writer::close);
        return;
      }
      try {
        writer.close();
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
      throw failure;
    }
  }
}
