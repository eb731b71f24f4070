package org.polylogue.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every pattern that a class of the library holds is fed with long inputs made of its own
 * characters, on a small stack, with each look at a character counted. None may recurse by the
 * length of its input or look at characters more than linearly often.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PatternsTest {

  private static final int SHORT = 300;
  private static final int DEEP = 4_000;
  private static final long SMALL_STACK = 96 * 1024;
  private static final String COMMON = "aB1 .\"'-\n/";
  private static final int MOST_CHARACTERS = 14;

  private final Map<String, Pattern> patterns = new TreeMap<>();

  PatternsTest() throws ReflectiveOperationException {
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.polylogue")) {
      for (JavaField found : type.getFields()) {
        if (found.getRawType().isEquivalentTo(Pattern.class)) {
          Field field = type.reflect().getDeclaredField(found.getName());
          if (Modifier.isStatic(field.getModifiers())) {
            field.setAccessible(true);
            patterns.put(type.getSimpleName() + "." + field.getName(), (Pattern) field.get(null));
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
    assertThat(patterns).hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @MethodSource("names")
  void takesLinearTimeAndNoDepth(String name) throws InterruptedException {
    Pattern pattern = patterns.get(name);
    AtomicReference<String> fault = new AtomicReference<>();
    Thread thread = new Thread(null, () -> fault.set(fault(pattern)), "small stack", SMALL_STACK);
    thread.start();
    thread.join();
    assertThat(fault.get()).as("%s = %s", name, pattern).isEqualTo("");
  }

  private static String fault(Pattern pattern) {
    for (String unit : units(pattern)) {
      for (String end : List.of("\u0001")) {
        try {
          long once = looks(pattern, unit, SHORT, end);
          long four = looks(pattern, unit, 4 * SHORT, end);
          if (four > 6 * once + 4_000) {
            return "more than linear on \"" + unit + "\": " + once + ", then " + four;
          }
          looks(pattern, unit, DEEP, end);
        } catch (StackOverflowError e) {
          return "recurses on \"" + unit + "\"";
        }
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

  private static long looks(Pattern pattern, String unit, int length, String end) {
    Counted text = new Counted(unit.repeat(length / unit.length()) + end);
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
