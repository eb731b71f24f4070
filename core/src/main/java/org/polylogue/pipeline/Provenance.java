package org.polylogue.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which library results come from; what else they come from stands in {@code run.json}. */
public final class Provenance {

  private Provenance() {}

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
