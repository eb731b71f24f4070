package org.polylogue.architecture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Makes texts that a pattern goes along with for long: what stands before a group that may be
 * repeated, then what each alternative of the group takes, again and again. Reads as much of Java's
 * syntax as the patterns of the library use.
 */
final class PatternInputs {

  /** A beginning, and what is repeated after it. */
  record Repeated(String start, String unit) {

    /** The text with about so many characters and an end that no pattern expects. */
    String times(int length) {
      return start + unit.repeat(Math.max(2, length / unit.length())) + "\u0001";
    }

    @Override
    public String toString() {
      return '"' + start + "\", then \"" + unit + "\" repeated";
    }
  }

  private static final String CANDIDATES =
      "aA1 .\"'-\n/<>,:;!?“”‘’…()[]{}=+*_#@&%$~^|\\\t\u00a0éßЖ漢#xXzZ\u0001\u0301🙂\uE000";
  private static final int MANY = 20;

  private final String source;
  private final int flags;
  private final Set<Repeated> found = new LinkedHashSet<>();
  private int at;

  private PatternInputs(Pattern pattern) {
    this.source = pattern.pattern();
    this.flags = pattern.flags();
  }

  static Set<Repeated> of(Pattern pattern) {
    PatternInputs inputs = new PatternInputs(pattern);
    inputs.alternatives("");
    return inputs.found;
  }

  /** A text for each alternative up to the end of the group. */
  private List<String> alternatives(String before) {
    List<String> texts = new ArrayList<>();
    texts.add(sequence(before));
    while (at < source.length() && source.charAt(at) == '|') {
      at++;
      texts.add(sequence(before));
    }
    return texts;
  }

  private String sequence(String before) {
    StringBuilder text = new StringBuilder();
    while (at < source.length() && source.charAt(at) != '|' && source.charAt(at) != ')') {
      List<String> atom = atom(before + text);
      int[] times = quantifier();
      if (times[1] > MANY) {
        for (String unit : atom) {
          if (!unit.isEmpty()) {
            found.add(new Repeated(before + text, unit));
          }
        }
      }
      text.append(atom.get(0).repeat(Math.max(times[0], Math.min(1, times[1]))));
    }
    return text.toString();
  }

  private List<String> atom(String before) {
    char c = source.charAt(at);
    if (c == '(') {
      return group(before);
    }
    int start = at;
    if (c == '[') {
      skipClass();
    } else if (c == '\\') {
      skipEscape();
    } else {
      at += Character.charCount(source.codePointAt(at));
    }
    return List.of(example(source.substring(start, at)));
  }

  private List<String> group(String before) {
    int start = at++;
    boolean looks = source.startsWith("(?=", start) || source.startsWith("(?!", start);
    looks |= source.startsWith("(?<=", start) || source.startsWith("(?<!", start);
    if (source.startsWith("?", at)) {
      at++;
      if (source.charAt(at) == '<' && !looks) {
        at = source.indexOf('>', at) + 1;
      } else {
        while (":=!>)".indexOf(source.charAt(at)) < 0) {
          at++;
        }
        if (source.charAt(at) == ')') {
          at++;
          return List.of("");
        }
        at++;
      }
    }
    List<String> texts = alternatives(before);
    at++;
    return looks ? List.of("") : texts;
  }

  private void skipClass() {
    int depth = 0;
    do {
      char c = source.charAt(at);
      if (c == '\\') {
        skipEscape();
        continue;
      }
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      at++;
    } while (depth > 0);
  }

  private void skipEscape() {
    if (source.startsWith("\\Q", at)) {
      at = source.indexOf("\\E", at) + 2;
    } else if (source.startsWith("{", at + 2) && "pPxkN".indexOf(source.charAt(at + 1)) >= 0) {
      at = source.indexOf('}', at) + 1;
    } else {
      at += source.charAt(at + 1) == 'u' ? 6 : source.charAt(at + 1) == 'x' ? 4 : 2;
    }
  }

  /** A character that an element takes; none for what takes none, such as a boundary. */
  private String example(String element) {
    if (element.startsWith("\\Q")) {
      return element.substring(2, element.length() - 2);
    }
    try {
      Pattern pattern = Pattern.compile(element, flags);
      for (int c : (CANDIDATES + element).codePoints().toArray()) {
        if (pattern.matcher(Character.toString(c)).matches()) {
          return Character.toString(c);
        }
      }
    } catch (PatternSyntaxException e) {
      return ""; // a back reference
    }
    return "";
  }

  /** How often at least and at most. */
  private int[] quantifier() {
    int[] times = {1, 1};
    if (at < source.length()) {
      char c = source.charAt(at);
      if (c == '?' || c == '*' || c == '+') {
        times = new int[] {c == '+' ? 1 : 0, c == '?' ? 1 : Integer.MAX_VALUE};
        at++;
      } else if (c == '{') {
        int end = source.indexOf('}', at);
        String[] numbers = source.substring(at + 1, end).split(",", -1);
        times[0] = Integer.parseInt(numbers[0]);
        String most = numbers[numbers.length - 1];
        times[1] = most.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(most);
        at = end + 1;
      } else {
        return times;
      }
      if (at < source.length() && (source.charAt(at) == '?' || source.charAt(at) == '+')) {
        at++;
      }
    }
    return times;
  }
}
