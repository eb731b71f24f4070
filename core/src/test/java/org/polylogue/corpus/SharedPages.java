package org.polylogue.corpus;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds test data that is kept beside the repository. */
public final class SharedPages {

  private SharedPages() {}

  public static Path page(String name) {
    Path page =
        Path.of(System.getProperty("polylogue.root", "."))
            .toAbsolutePath()
            .normalize()
            .resolveSibling("shared")
            .resolve("corpus")
            .resolve(name);
    Assumptions.assumeTrue(Files.exists(page), () -> "not there: " + page);
    return page;
  }
}
