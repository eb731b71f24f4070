package org.polylogue.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

  @TempDir Path temp;

  @Test
  void aJarAndAFolderOfTheSameFilesAreTheSameAndAChangedModelIsNot() throws IOException {
    Files.createDirectories(temp.resolve("a"));
    Files.writeString(temp.resolve("a/x.model"), "weights");
    Files.writeString(temp.resolve("a/X.class"), "code");
    Path jar = temp.resolve("x.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("a/x.model"));
      out.write("weights".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    String folder = models(temp.toUri().toURL());
    assertThat(folder).matches("[0-9a-f]{16}").isEqualTo(models(jar.toUri().toURL()));
    assertThat(models(new URL("jar:" + jar.toUri() + "!/a/x.model"))).isEqualTo(folder);
    Files.writeString(temp.resolve("a/X.class"), "other code");
    assertThat(models(temp.toUri().toURL())).isEqualTo(folder);
    Files.writeString(temp.resolve("a/x.model"), "other weights");
    assertThat(models(temp.toUri().toURL())).isNotEqualTo(folder);
    assertThat(Fingerprint.of(FingerprintTest.class, name -> true)).matches("[0-9a-f]{16}");
  }

  private static String models(URL place) {
    return Fingerprint.of(place, name -> name.endsWith(".model"));
  }
}
