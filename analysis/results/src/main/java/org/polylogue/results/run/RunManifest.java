package org.polylogue.results.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.polylogue.pipeline.Sha256;

/**
 * What a run came from and what it wrote, as {@code run.json} tells it. Immutable.
 *
 * @param sections values by name, for each of {@link #VERSIONS}, {@link #PARAMETERS}, {@link
 *     #PROVENANCE}, {@link #INPUTS} and {@link #OUTPUTS}
 */
public record RunManifest(Map<String, SortedMap<String, String>> sections) {

  /** Versions of what results depend on. */
  public static final String VERSIONS = "versions";

  /** Options of the run. */
  public static final String PARAMETERS = "parameters";

  /** SHA-256 of code and models. */
  public static final String PROVENANCE = "provenance";

  /** SHA-256 of the files that were read. */
  public static final String INPUTS = "inputs";

  /** SHA-256 of the files that were written. */
  public static final String OUTPUTS = "outputs";

  private static final List<String> SECTIONS =
      List.of(VERSIONS, PARAMETERS, PROVENANCE, INPUTS, OUTPUTS);

  /** Copies the sections. */
  public RunManifest {
    sections = Map.copyOf(sections);
  }

  /**
   * Reads a manifest.
   *
   * @param file a {@code run.json}
   * @return the manifest
   * @throws IOException if it cannot be read, or is none that holds hashes
   */
  public static RunManifest read(Path file) throws IOException {
    JsonNode json = JsonMapper.builder().build().readTree(file.toFile());
    Map<String, SortedMap<String, String>> sections = new TreeMap<>();
    for (String section : SECTIONS) {
      JsonNode values = json.get(section);
      if (values == null || !values.isObject()) {
        throw new IOException(
            file + " has no " + section + "; it is no run.json of this version of analyze");
      }
      SortedMap<String, String> read = new TreeMap<>();
      values.properties().forEach(one -> read.put(one.getKey(), text(one.getValue())));
      sections.put(section, read);
    }
    return new RunManifest(sections);
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  /**
   * The same manifest with another section.
   *
   * @param section its name
   * @param values by name
   * @return a copy
   */
  public RunManifest with(String section, SortedMap<String, String> values) {
    Map<String, SortedMap<String, String>> more = new TreeMap<>(sections);
    more.put(section, values);
    return new RunManifest(more);
  }

  /**
   * What another run, or the same files later, have otherwise.
   *
   * @param other the other manifest
   * @return one line for each difference, by section and name
   */
  public List<String> differences(RunManifest other) {
    List<String> lines = new ArrayList<>();
    for (String section : SECTIONS) {
      SortedMap<String, String> ours = sections.getOrDefault(section, new TreeMap<>());
      SortedMap<String, String> theirs = other.sections.getOrDefault(section, new TreeMap<>());
      TreeSet<String> names = new TreeSet<>(ours.keySet());
      names.addAll(theirs.keySet());
      for (String name : names) {
        String before = ours.get(name);
        String after = theirs.get(name);
        if (before == null) {
          lines.add(section + ": " + name + " is new");
        } else if (after == null) {
          lines.add(section + ": " + name + " is gone");
        } else if (!before.equals(after)) {
          lines.add(section + ": " + name + " was " + before + ", is " + after);
        }
      }
    }
    return lines;
  }

  /**
   * Hashes files, and all files in folders.
   *
   * @param paths files and folders; what is not there is left out
   * @return SHA-256 by path, or {@code cannot be read}: whoever reads the corpus lists it as failed
   * @throws IOException if a folder cannot be listed to its end
   */
  public static SortedMap<String, String> hashes(List<Path> paths) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (Path path : paths) {
      if (Files.exists(path)) {
        Files.walkFileTree(path, new Hashing(hashes));
      }
    }
    return hashes;
  }

  private static final class Hashing extends SimpleFileVisitor<Path> {
    private final SortedMap<String, String> hashes;

    Hashing(SortedMap<String, String> hashes) {
      this.hashes = hashes;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (Files.isRegularFile(file)) {
        try {
          hashes.put(file.toString(), Sha256.of(file));
        } catch (IOException e) {
          return visitFileFailed(file, e);
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      hashes.put(file.toString(), "cannot be read");
      return FileVisitResult.CONTINUE;
    }
  }
}
