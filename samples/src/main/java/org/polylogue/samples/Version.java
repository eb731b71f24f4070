package org.polylogue.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine;

/** The version of this build, as Maven wrote it. */
public final class Version implements CommandLine.IVersionProvider {

  /** A provider. */
  public Version() {}

  /**
   * The version of this build.
   *
   * @return a Maven version such as {@code 1.0.0}
   */
  public static String current() {
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "polylogue " + current(), "Java " + Runtime.version(), System.getProperty("os.name")
    };
  }
}
