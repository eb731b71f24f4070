package org.polylogue.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a result comes from: kept beside results, never in them.
 *
 * @param libraryVersion version of this library
 * @param analysis name of the analysis
 * @param parameters its options by name, sorted
 * @param modelHash SHA-256 of the model file that it applied, in lower-case hexadecimal; empty if
 *     it applied none
 */
public record Provenance(
    String libraryVersion,
    String analysis,
    SortedMap<String, String> parameters,
    Optional<String> modelHash) {

  /** Checks that all parts are there and copies the parameters. */
  public Provenance {
    Objects.requireNonNull(libraryVersion, "libraryVersion");
    Objects.requireNonNull(analysis, "analysis");
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    Objects.requireNonNull(modelHash, "modelHash");
  }

  /**
   * The provenance of an analysis of this version of the library.
   *
   * @param analysis the analysis
   * @param parameters its options by name
   * @return the provenance, without a model
   */
  public static Provenance of(Analysis<?, ?> analysis, Map<String, String> parameters) {
    return new Provenance(
        currentVersion(), analysis.name(), new TreeMap<>(parameters), Optional.empty());
  }

  /**
   * The same with a model.
   *
   * @param model the bytes of the model file; read to the end, not closed
   * @return a copy with the hash of these bytes
   * @throws IOException if the stream fails
   */
  public Provenance withModel(InputStream model) throws IOException {
    return new Provenance(libraryVersion, analysis, parameters, Optional.of(Sha256.of(model)));
  }

  /**
   * The version of this library as it was built.
   *
   * @return a Maven version such as {@code 1.0.0}
   */
  public static String currentVersion() {
    try (InputStream in = Provenance.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
