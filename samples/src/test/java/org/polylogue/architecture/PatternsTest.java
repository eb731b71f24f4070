package org.polylogue.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polylogue.discourse.stance.Codebook;

/**
 * Every pattern that a class of the library holds, or writes where it uses it, is fed with long
 * inputs made of its own characters, on a small stack, with each look at a character counted. None
 * may recurse by the length of its input or look at characters more than linearly often.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PatternsTest {

  private static final int SHORT = 400;

  /** For each character; less is what a bounded repetition costs. */
  private static final int MOST_LOOKS = 200;

  private static final int DEEP = 3_000;
  private static final long SMALL_STACK = 96 * 1024;
  private static final String COMMON = "aB1 .\"'-\n/";
  private static final int MOST_CHARACTERS = 9;

  private final Map<String, Pattern> patterns = new TreeMap<>();

  PatternsTest() throws ReflectiveOperationException, IOException {
    Path root = Path.of(System.getProperty("polylogue.root"));
    for (String module : List.of("core", "analysis", "samples")) {
      literals(root.resolve(module));
    }
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.polylogue")) {
      for (JavaField found : type.getFields()) {
        if (found.getAllInvolvedRawTypes().stream()
            .anyMatch(involved -> involved.getBaseComponentType().isEquivalentTo(Pattern.class))) {
          Field field = type.reflect().getDeclaredField(found.getName());
          if (Modifier.isStatic(field.getModifiers())) {
            field.setAccessible(true);
            add(type.getSimpleName() + "." + field.getName(), field.get(null));
          }
        }
      }
    }
    Codebook.Concept concept =
        new Codebook.Concept("ferry", List.of("ferry", "a new  ferry", "F. 1"), List.of());
    Method recognisers = Codebook.Concept.class.getDeclaredMethod("recognisers");
    recognisers.setAccessible(true);
    add("Codebook.Concept", recognisers.invoke(concept));
  }

  /** Patterns that stand alone or in a collection. */
  private void add(String name, Object value) {
    if (value instanceof Pattern pattern) {
      patterns.put(patterns.containsKey(name) ? name + " " + patterns.size() : name, pattern);
    } else if (value instanceof Iterable<?> all) {
      all.forEach(one -> add(name, one));
    } else if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(one -> add(name, one));
      map.values().forEach(one -> add(name, one));
    } else if (value instanceof Object[] array) {
      add(name, List.of(array));
    }
  }

  /** Patterns that stand where they are used, as arguments of methods of strings. */
  private void literals(Path folder) throws IOException {
    Pattern call =
        Pattern.compile(
            "\\.(matches|replaceAll|replaceFirst|split)\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*+\"[\\s+]*+)++)[,)]");
    Pattern literal = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (file.toString().contains("src/main/java") && file.toString().endsWith(".java")) {
          Matcher found = call.matcher(Files.readString(file));
          while (found.find()) {
            StringBuilder text = new StringBuilder();
            for (Matcher part = literal.matcher(found.group(2)); part.find(); ) {
              text.append(part.group(1));
            }
            String plain = text.toString().translateEscapes();
            if (found.group(1).equals("matches")) {
              plain = "\\A(?:" + plain + ")\\z";
            }
            patterns.put(file.getFileName() + ": " + plain, Pattern.compile(plain));
          }
        }
      }
    }
  }

  Set<String> names() {
    return patterns.keySet();
  }

  @Test
  void thePatternsAreFound() {
    assertThat(patterns).hasSizeGreaterThan(80);
    assertThat(patterns.keySet())
        .anyMatch(name -> name.startsWith("CommentHead.java: "))
        .anyMatch(name -> name.startsWith("FileKind.MACHINE "))
        .anyMatch(name -> name.startsWith("Codebook.Concept "));
  }

  @ParameterizedTest
  @MethodSource("names")
  void takesLinearTimeAndNoDepth(String name) throws InterruptedException {
    Pattern pattern = patterns.get(name);
    assertThat(faultOnSmallStack(pattern)).as("%s = %s", name, pattern).isEmpty();
  }

  private static String faultOnSmallStack(Pattern pattern) throws InterruptedException {
    AtomicReference<String> fault = new AtomicReference<>();
    Thread thread = new Thread(null, () -> fault.set(fault(pattern)), "small stack", SMALL_STACK);
    thread.start();
    thread.join();
    return fault.get();
  }

  @Test
  void aPatternThatIsQuadraticOrRecursesIsFound() throws InterruptedException {
    assertThat(faultOnSmallStack(Pattern.compile("x(?:<!--.{0,99}?-->\\s*)*y")))
        .startsWith("recurses");
    assertThat(faultOnSmallStack(Pattern.compile("(?:ab|ab?c)+d"))).startsWith("recurses");
    assertThat(faultOnSmallStack(Pattern.compile("[a-f]+!"))).startsWith("more than linear");
    assertThat(faultOnSmallStack(Pattern.compile("x(?:<!--.{0,99}?-->\\s*)*+y"))).isEmpty();
  }

  private static String fault(Pattern pattern) {
    List<PatternInputs.Repeated> inputs = new ArrayList<>(PatternInputs.of(pattern));
    units(pattern).forEach(unit -> inputs.add(new PatternInputs.Repeated("", unit)));
    for (PatternInputs.Repeated input : inputs) {
      try {
        long once = looks(pattern, input.times(SHORT));
        long four = looks(pattern, input.times(4 * SHORT));
        if (four > 6 * once && four > MOST_LOOKS * 4 * SHORT) {
          return "more than linear on " + input + ": " + once + ", then " + four;
        }
        looks(pattern, input.times(DEEP));
      } catch (StackOverflowError e) {
        return "recurses on " + input;
      }
    }
    return "";
  }

  /** Single characters and pairs of them, those that stand in the pattern among them. */
  private static Set<String> units(Pattern pattern) {
    Set<String> characters = new LinkedHashSet<>();
    String plain = pattern.pattern().replaceAll("\\\\.", "");
    plain
        .chars()
        .filter(c -> "()[]{}?*+|^$\\".indexOf(c) < 0)
        .forEach(c -> characters.add("" + (char) c));
    COMMON.chars().forEach(c -> characters.add("" + (char) c));
    List<String> chosen = new ArrayList<>(characters);
    chosen = chosen.subList(Math.max(0, chosen.size() - MOST_CHARACTERS), chosen.size());
    Set<String> units = new LinkedHashSet<>(chosen);
    for (String first : chosen) {
      for (String second : chosen) {
        units.add(first + second);
      }
    }
    return units;
  }

  private static long looks(Pattern pattern, String input) {
    Counted text = new Counted(input);
    Matcher matcher = pattern.matcher(text);
    matcher.matches();
    matcher.reset();
    while (matcher.find()) {
      text.found++;
    }
    return text.looks;
  }

  private static final class Counted implements CharSequence {
    private final String text;
    private long looks;
    private int found;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
