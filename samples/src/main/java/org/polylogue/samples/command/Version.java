package org.polylogue.samples.command;

import org.polylogue.pipeline.Provenance;
import picocli.CommandLine;

/** The version of this build, for {@code --version}. */
public final class Version implements CommandLine.IVersionProvider {

  /** A provider. */
  public Version() {}

  @Override
  public String[] getVersion() {
    return new String[] {
      "polylogue " + Provenance.currentVersion(),
      "Java " + Runtime.version(),
      System.getProperty("os.name")
    };
  }
}
