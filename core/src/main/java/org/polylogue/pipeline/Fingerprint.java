package org.polylogue.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Tells builds and models apart by the names and checksums of what lies in a jar or a folder of
 * classes. A jar's own checksums are used, so that half a gigabyte of models costs milliseconds.
 */
public final class Fingerprint {

  private static final int DIGITS = 16;

  private Fingerprint() {}

  /**
   * The fingerprint of the jar or folder that a class was loaded from.
   *
   * @param inside a class in it
   * @param names which entries count, by their path with slashes
   * @return 16 hexadecimal digits, the same as long as these entries are
   * @throws UncheckedIOException if it cannot be read
   */
  public static String of(Class<?> inside, Predicate<String> names) {
    return of(inside.getProtectionDomain().getCodeSource().getLocation(), names);
  }

  /**
   * The fingerprint of the jar that a resource lies in.
   *
   * @param resource a jar, a folder, or something in a jar
   * @param names which entries count, by their path with slashes
   * @return 16 hexadecimal digits, the same as long as these entries are
   * @throws UncheckedIOException if it cannot be read
   */
  public static String of(URL resource, Predicate<String> names) {
    Objects.requireNonNull(names, "names");
    try {
      URL place =
          resource.openConnection() instanceof JarURLConnection jar
              ? jar.getJarFileURL()
              : resource;
      Path path = Path.of(place.toURI());
      Map<String, Long> entries =
          Files.isDirectory(path) ? inFolder(path, names) : inJar(path, names);
      return Sha256.of(entries.toString()).substring(0, DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Long> inJar(Path path, Predicate<String> names) throws IOException {
    Map<String, Long> entries = new TreeMap<>();
    try (ZipFile jar = new ZipFile(path.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) jar.stream().map(e -> (ZipEntry) e)::iterator) {
        if (!entry.isDirectory() && names.test(entry.getName())) {
          entries.put(entry.getName(), entry.getCrc());
        }
      }
    }
    return entries;
  }

  private static Map<String, Long> inFolder(Path folder, Predicate<String> names)
      throws IOException {
    Map<String, Long> entries = new TreeMap<>();
    URI root = folder.toUri();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = root.relativize(file.toUri()).getPath();
        if (names.test(name)) {
          CRC32 crc = new CRC32();
          crc.update(Files.readAllBytes(file));
          entries.put(name, crc.getValue());
        }
      }
    }
    return entries;
  }
}
