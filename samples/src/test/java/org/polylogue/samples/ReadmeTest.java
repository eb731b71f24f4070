package org.polylogue.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.polylogue.pipeline.Provenance;

/** What README shows compiles, runs and exists. */
@ResourceLock(Resources.SYSTEM_OUT)
class ReadmeTest {

  private static final Path ROOT = Path.of(System.getProperty("polylogue.root"));

  @TempDir Path temp;
  private final String readme = read(ROOT.resolve("README.md"));

  @Test
  void theProgramHasAtMostFifteenLinesOfCodeAndPrintsQuotations() throws Exception {
    String program = block("java");
    assertThat(program.lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(15);
    Path source = Files.writeString(temp.resolve("Embed.java"), program);
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                temp.toString(),
                source.toString());
    assertThat(compiled).isZero();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {temp.toUri().toURL()}, getClass().getClassLoader())) {
      Method main = loader.loadClass("Embed").getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      String page = ROOT.resolve("samples/corpus/pages/strait-treaty.txt").toString();
      assertThat(printed(main, page)).contains("kind=BLOCK").contains("Vaalgard");
    }
  }

  @Test
  void thePomImportsTheVersionOfThisBuildAndNamesModulesOfIt() {
    assertThat(block("xml")).contains("<version>" + Provenance.currentVersion() + "</version>");
    Matcher dependency =
        Pattern.compile("<artifactId>polylogue-(\\w+)</artifactId>").matcher(block("xml"));
    int found = 0;
    while (dependency.find()) {
      String module = dependency.group(1);
      assertThat(ROOT.resolve(module.equals("bom") ? "bom" : "analysis/" + module)).isDirectory();
      found++;
    }
    assertThat(found).isEqualTo(3);
  }

  @Test
  void theBillOfMaterialsHoldsEveryModuleThatCanBeEmbedded() throws IOException {
    String bom = read(ROOT.resolve("bom/pom.xml"));
    assertThat(bom).contains("<artifactId>polylogue-core<");
    try (Stream<Path> modules = Files.list(ROOT.resolve("analysis"))) {
      modules
          .filter(module -> Files.exists(module.resolve("pom.xml")))
          .forEach(
              module ->
                  assertThat(bom).contains("<artifactId>polylogue-" + module.getFileName() + "<"));
    }
  }

  @Test
  void everyLinkLeadsToAFileOfTheProject() {
    Matcher link = Pattern.compile("]\\(([^)#:]+)\\)").matcher(readme);
    while (link.find()) {
      assertThat(ROOT.resolve(link.group(1))).exists();
    }
  }

  @Test
  void everyModuleThatCanBeEmbeddedIsNamed() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT.resolve("analysis"))) {
      modules
          .filter(module -> Files.exists(module.resolve("pom.xml")))
          .forEach(module -> assertThat(readme).contains("polylogue-" + module.getFileName()));
    }
  }

  @Test
  void everySubcommandIsNamed() {
    new picocli.CommandLine(new Main())
        .getSubcommands()
        .keySet()
        .forEach(name -> assertThat(readme).contains("`" + name));
  }

  private String block(String language) {
    Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(readme);
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private static String printed(Method main, String argument) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      main.invoke(null, (Object) List.of(argument).toArray(new String[0]));
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
