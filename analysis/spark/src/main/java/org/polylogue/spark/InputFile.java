package org.polylogue.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.polylogue.corpus.spi.CorpusSource;

/**
 * A file of the corpus.
 *
 * @param path where it is, as a URI
 * @param name its name in the corpus
 * @param bytes its size as it is stored
 * @param kind how it is read
 */
record InputFile(String path, String name, long bytes, Kind kind) {

  /** How a file is read: by its extension. */
  enum Kind {
    /** JSON Lines that Spark can split: {@code .jsonl} and {@code .ndjson}, plain or bzip2. */
    LINES,
    /** Columns with the fields of JSON Lines: {@code .parquet}. */
    PARQUET,
    /** Anything else, recognised by its content and read as a whole by one task. */
    WHOLE
  }

  /** Lists files, folders (recursively) and patterns in the order in which they are read. */
  static List<InputFile> list(List<String> inputs, Configuration hadoop) throws IOException {
    List<InputFile> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String input : inputs) {
      Path pattern = new Path(input);
      FileSystem files = pattern.getFileSystem(hadoop);
      FileStatus[] matches = files.globStatus(pattern);
      int before = found.size();
      if (matches == null || matches.length == 0) {
        throw new IOException("there is no such file or folder: " + input);
      }
      for (FileStatus match : sorted(matches)) {
        add(match, match.getPath().toUri(), files, names, found);
      }
      if (found.size() == before) {
        throw new IOException("there is no file in " + input + "; name a folder with documents");
      }
    }
    return found;
  }

  private static void add(
      FileStatus status, URI root, FileSystem files, Set<String> names, List<InputFile> found)
      throws IOException {
    Path path = status.getPath();
    if (status.isDirectory()) {
      for (FileStatus entry : sorted(files.listStatus(path))) {
        if (!isHidden(entry.getPath().getName())) {
          add(entry, root, files, names, found);
        }
      }
    } else {
      String name = uniqueName(path, root, names);
      // No line tells of an empty file; core's reader does.
      Kind kind = status.getLen() == 0 ? Kind.WHOLE : kind(path);
      found.add(new InputFile(path.toUri().toString(), name, status.getLen(), kind));
    }
  }

  private static FileStatus[] sorted(FileStatus[] entries) {
    FileStatus[] sorted = entries.clone();
    Arrays.sort(sorted, Comparator.comparing(entry -> entry.getPath().getName()));
    return sorted;
  }

  /** Hadoop's convention: a leading dot or underscore, such as {@code _SUCCESS}. */
  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }

  /** As the local corpus reader names files. */
  private static String uniqueName(Path path, URI root, Set<String> names) {
    String shortName = CorpusSource.nameOf(Paths.get(path.getName()));
    String name = shortName;
    if (!names.add(name)) {
      String below = root.relativize(path.getParent().toUri()).getPath();
      boolean isBelow = !below.isEmpty() && !path.toUri().equals(root);
      name = isBelow && !below.startsWith("/") ? below + "/" + shortName : shortName;
      for (int use = 2; !names.add(name); use++) {
        name = shortName + "~" + use;
      }
    }
    return name;
  }

  private static Kind kind(Path path) {
    String name = path.getName().toLowerCase(Locale.ROOT);
    if (name.endsWith(".parquet")) {
      return Kind.PARQUET;
    }
    name = name.endsWith(".bz2") ? name.substring(0, name.length() - 4) : name;
    return name.endsWith(".jsonl") || name.endsWith(".ndjson") ? Kind.LINES : Kind.WHOLE;
  }

  /** The path as Spark's sources take it: what would be a pattern in it is escaped. */
  String literal() {
    return new Path(URI.create(path)).toString().replaceAll("[\\\\{}\\[\\]*?]", "\\\\$0");
  }

  /** A URI as people write it: a local file without its scheme. */
  static String shown(String uri) {
    try {
      URI parsed = URI.create(uri);
      return "file".equals(parsed.getScheme()) ? parsed.getPath() : uri;
    } catch (IllegalArgumentException e) {
      return uri;
    }
  }
}
