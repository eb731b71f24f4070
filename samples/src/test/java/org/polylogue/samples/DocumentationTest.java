package org.polylogue.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pages of the documentation: short lines, one sentence each, and links that lead somewhere.
 */
class DocumentationTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:\\s]++)[^)]*\\)");

  /** A class of tests, and perhaps one test of it. */
  private static final Pattern TEST = Pattern.compile("`(\\w++(?<=Test))(?:\\.(\\w++))?+`");

  private static final int LINE = 160;

  /**
   * A sentence that ends and another that begins; bold words with a full stop are a run-in head.
   */
  private static final Pattern NEXT_SENTENCE =
      Pattern.compile("[^\\s.*][.!?…][\"”’)]* (?=[\"“‘(\\[*`]*[\\p{Lu}`])");

  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?:^|[\\s(])(?:et al|e\\.g|i\\.e|cf|vs|No|Dr|Mr|Mrs|St|pp?|\\p{Lu})\\.[\"”’)]* $");

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String name : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")) {
      pages.add(ROOT.resolve(name));
    }
    pages.add(ROOT.resolve("analysis/training/data/README.md"));
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    for (Path page : pages()) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        assertThat(page.resolveSibling(link.group(1))).as("link in " + page).exists();
      }
    }
  }

  @Test
  void thePageOfEveryPackageTellsWhereToBegin() throws IOException {
    for (String module : List.of("core", "analysis")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
        for (Path page : (Iterable<Path>) files.filter(DocumentationTest::isPackage)::iterator) {
          assertThat(Files.readString(page)).as(page.toString()).containsIgnoringCase("begin");
        }
      }
    }
  }

  private static boolean isPackage(Path file) {
    return file.endsWith("package-info.java")
        && !file.toString().contains("internal")
        && !file.toString().contains("training");
  }

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    Map<String, String> tests = new HashMap<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : (Iterable<Path>) files.filter(DocumentationTest::isTest)::iterator) {
        String name = file.getFileName().toString().replace(".java", "");
        tests.merge(name, Files.readString(file), String::concat);
      }
    }
    int named = 0;
    for (Path page : pages()) {
      Matcher test = TEST.matcher(Files.readString(page));
      while (test.find()) {
        assertThat(tests).as("named in " + page).containsKey(test.group(1));
        if (test.group(2) != null) {
          assertThat(tests.get(test.group(1)))
              .as("named in " + page)
              .contains("void " + test.group(2) + "(");
          named++;
        }
      }
    }
    assertThat(named).isGreaterThan(40);
  }

  private static boolean isTest(Path file) {
    return file.toString().contains("src/test/java") && file.toString().endsWith("Test.java");
  }

  @Test
  void everyDecisionIsInTheIndex() throws IOException {
    String index = Files.readString(ROOT.resolve("docs/decisions/README.md"));
    try (Stream<Path> decisions = Files.list(ROOT.resolve("docs/decisions"))) {
      decisions
          .map(page -> page.getFileName().toString())
          .filter(name -> !name.equals("README.md"))
          .forEach(name -> assertThat(index).contains("(" + name + ")"));
    }
  }

  @Test
  void noLineIsLongAndEachSentenceBeginsALine() throws IOException {
    List<String> faults = new ArrayList<>();
    for (Path page : pages()) {
      boolean code = false;
      int number = 0;
      for (String line : Files.readAllLines(page)) {
        number++;
        boolean fence = line.strip().startsWith("```");
        code ^= fence;
        if (!code && !fence && !line.matches("\\|.*|#.*| {4}.*")) {
          String place = ROOT.relativize(page) + ":" + number + ": ";
          fault(line).ifPresent(fault -> faults.add(place + fault));
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  private static Optional<String> fault(String line) {
    if (line.length() > LINE) {
      return Optional.of(line.length() + " characters");
    }
    String text = line.replaceFirst("^\\s*(?:[-*+]|\\d+\\.) ", "");
    Matcher next = NEXT_SENTENCE.matcher(text);
    while (next.find()) {
      if (!ABBREVIATION.matcher(text.substring(0, next.end())).find()) {
        return Optional.of("two sentences at \"" + text.substring(next.start()) + "\"");
      }
    }
    return Optional.empty();
  }

  @ParameterizedTest
  @CsvSource({
    "One sentence. Another., true",
    "One ends in `code`. Another., true",
    "He asked “why?” It was late., true",
    "- A point. **Bold** follows., true",
    "**Limits.** English., false",
    "1. Write it down., false",
    "Miller et al. (2004) and J. Smith say so., false",
    "It is 1.5 times as long., false"
  })
  void twoSentencesOfALineAreTold(String line, boolean two) {
    assertThat(fault(line).isPresent()).isEqualTo(two);
  }
}
