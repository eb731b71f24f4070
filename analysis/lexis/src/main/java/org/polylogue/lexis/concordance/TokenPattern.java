package org.polylogue.lexis.concordance;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.polylogue.language.LanguageEngine;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.Words;
import org.polylogue.lexis.internal.Cursor;
import org.polylogue.model.Article;

/**
 * What to look for: a row of elements, each of which tests a token and may be repeated.
 *
 * <pre>
 * "climate"                            one word, case aside
 * "climate" "change"                   a phrase
 * [lemma="say"] []{0,3} "that"         a form of say, up to three tokens, that
 * [tag="JJ.*" &amp; word!="new"] "deal"    an adjective other than new before deal
 * [form="US"]?                         with its case, or nothing
 * </pre>
 *
 * <p>What stands in quotation marks is a regular expression for the whole value, of RE2 syntax:
 * matching takes linear time whatever the expression, so none can hang (no back-references, no
 * look-around). Words and lemmas are compared without case. A match lies in one sentence. Limits:
 * 2,000 characters, 20 elements, 100 repetitions of one element, 200 tokens in all, 1,000 elements
 * of a regular expression with what it repeats. Immutable and thread-safe.
 */
public final class TokenPattern {

  /** A character of an expression: a code point in hexadecimal, another escape, or itself. */
  private static final Pattern CHARACTER =
      Pattern.compile("(?s)\\\\x\\{([0-9A-Fa-f]{1,6})}|\\\\.|.");

  private static final Pattern LOOK_AROUND = Pattern.compile("\\(\\?<?[=!]");

  private static final int FIRST_UNFOLDED = 0x1C80;
  private static final int LAST_UNFOLDED = 0x1C88;

  private static final int MAX_LENGTH = 2_000;
  private static final int MAX_ELEMENTS = 20;
  private static final int MAX_REPEAT = 100;
  private static final int MAX_TOKENS = 200;
  private static final int MAX_SIZE = 1_000;

  /** A test of one attribute. */
  record Test(TokenAttribute attribute, Pattern pattern, String literal, boolean negated) {}

  /** Tests that a token has to pass, and how often in a row. */
  record Element(List<Test> tests, int least, int most) {}

  private final String text;
  private final List<Element> elements;

  private TokenPattern(String text, List<Element> elements) {
    this.text = text;
    this.elements = List.copyOf(elements);
    if (elements.isEmpty() || elements.stream().allMatch(e -> e.least() == 0)) {
      throw new IllegalArgumentException("pattern " + text + " would match nothing at all");
    }
    if (elements.size() > MAX_ELEMENTS) {
      throw new IllegalArgumentException(
          "a pattern has at most " + MAX_ELEMENTS + " elements, this one " + elements.size());
    }
    int longest = elements.stream().mapToInt(Element::most).sum();
    if (longest > MAX_TOKENS) {
      throw new IllegalArgumentException(
          "a pattern matches at most " + MAX_TOKENS + " tokens, this one " + longest);
    }
  }

  /**
   * A word or, with spaces, a phrase; case aside. {@code *} stands for any characters.
   *
   * @param words such as {@code prime minister} or {@code climat*}
   * @return the pattern
   * @throws IllegalArgumentException if it is blank or too long
   */
  public static TokenPattern words(String words) {
    List<Element> elements = new ArrayList<>();
    for (String word : checked(words).strip().split("\\s+")) {
      elements.add(single(wildcard(TokenAttribute.WORD, word)));
    }
    return new TokenPattern(words, elements);
  }

  /**
   * A word or phrase, cut as an engine cuts texts: {@code O'Hara's} is two tokens to an engine that
   * parts an owner's {@code 's}. What has a {@code *} is cut at spaces only.
   *
   * @param words such as {@code prime minister's} or {@code climat*}
   * @param engine that the texts were read with
   * @return the pattern
   * @throws IllegalArgumentException if it is blank or too long
   */
  public static TokenPattern words(String words, LanguageEngine engine) {
    if (words.indexOf('*') >= 0) {
      return words(words);
    }
    List<Element> elements = new ArrayList<>();
    for (Sentence sentence : engine.annotate(Article.of("query", "", checked(words))).sentences()) {
      for (Token token : sentence.tokens()) {
        elements.add(single(wildcard(TokenAttribute.WORD, token.text())));
      }
    }
    return new TokenPattern(words, elements);
  }

  /**
   * All forms of a lemma.
   *
   * @param lemma the base form; case aside
   * @return the pattern
   */
  public static TokenPattern lemma(String lemma) {
    return new TokenPattern(lemma, List.of(single(wildcard(TokenAttribute.LEMMA, checked(lemma)))));
  }

  /**
   * Words that a regular expression describes as a whole, case aside.
   *
   * @param expression RE2 syntax, without spaces
   * @return the pattern
   * @throws IllegalArgumentException if it is no expression
   */
  public static TokenPattern regex(String expression) {
    if (checked(expression).indexOf(' ') >= 0) {
      throw new IllegalArgumentException(
          "regular expression "
              + expression
              + " has a space, and an expression describes one word; a pattern describes several,"
              + " as in \"good\" \"barges?\"");
    }
    return new TokenPattern(
        expression, List.of(single(test(TokenAttribute.WORD, checked(expression), false))));
  }

  /**
   * Reads the text form shown above.
   *
   * @param pattern the text
   * @return the pattern
   * @throws IllegalArgumentException if it cannot be read; the message says where
   */
  public static TokenPattern parse(String pattern) {
    return new TokenPattern(pattern, new Parser(checked(pattern)).parse());
  }

  private static String checked(String text) {
    Objects.requireNonNull(text, "pattern");
    if (text.isBlank() || text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a pattern has 1 to " + MAX_LENGTH + " characters, this one " + text.strip().length());
    }
    return text;
  }

  private static Element single(Test test) {
    return new Element(List.of(test), 1, 1);
  }

  private static Test wildcard(TokenAttribute attribute, String word) {
    if (word.indexOf('*') < 0) {
      return new Test(attribute, null, Words.fold(word), false);
    }
    StringBuilder expression = new StringBuilder();
    for (String piece : word.split("\\*", -1)) {
      expression.append(expression.isEmpty() ? "" : ".*").append(Pattern.quote(piece));
    }
    boolean leading = word.startsWith("*") && !expression.toString().startsWith(".*");
    return test(attribute, (leading ? ".*" : "") + expression, false);
  }

  private static Test test(TokenAttribute attribute, String expression, boolean negated) {
    boolean folded = attribute == TokenAttribute.WORD || attribute == TokenAttribute.LEMMA;
    if (expression.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '\'' || c == '-')) {
      return new Test(attribute, null, folded ? Words.fold(expression) : expression, negated);
    }
    if (size(expression) > MAX_SIZE) {
      throw new IllegalArgumentException(
          "regular expression " + expression + " repeats what is repeated too often; ask for less");
    }
    if (foldsWithoutEnd(expression)) {
      throw new IllegalArgumentException(
          "regular expression "
              + expression
              + " has a letter from U+1C80 to U+1C88, or a range over them, which cannot be compared"
              + " case aside; leave them out, as in [a-\\x{1C7F}\\x{1C89}-\\x{FFFF}]");
    }
    try {
      int flags = folded ? Pattern.CASE_INSENSITIVE | Pattern.DOTALL : Pattern.DOTALL;
      return new Test(attribute, Pattern.compile(expression, flags), null, negated);
    } catch (PatternSyntaxException e) {
      String reason =
          LOOK_AROUND.matcher(expression).find()
              ? " looks ahead or behind, which RE2 does not; a pattern takes words in a row and"
                  + " leaves words out, as in \"the\" [word!=\"old\"]"
              : ": " + e.getDescription();
      throw new IllegalArgumentException("regular expression " + expression + reason, e);
    }
  }

  /**
   * Whether an expression has a letter, alone or within a range, that RE2/J 1.8 folds for ever:
   * from U+1C80 to U+1C88 the capital of a letter has another small one.
   */
  private static boolean foldsWithoutEnd(String expression) {
    boolean bracket = false;
    boolean range = false;
    int last = Integer.MAX_VALUE;
    Matcher characters = CHARACTER.matcher(expression);
    while (characters.find()) {
      String one = characters.group();
      int c = one.codePointAt(one.startsWith("\\") ? one.length() - 1 : 0);
      if (characters.group(1) != null) {
        c = Integer.parseInt(characters.group(1), 16);
      } else if (one.equals("[") || one.equals("]")) {
        bracket = one.equals("[");
        range = false;
        last = Integer.MAX_VALUE;
        continue;
      } else if (one.equals("-") && bracket && !range) {
        range = true;
        continue;
      }
      if (c >= FIRST_UNFOLDED && (range ? last : c) <= LAST_UNFOLDED) {
        return true;
      }
      range = false;
      last = c;
    }
    return false;
  }

  /**
   * How large an expression is once its counted repetitions are written out, one in the other,
   * which RE2/J does by recursion: an upper bound that takes characters in brackets for elements.
   */
  private static double size(String expression) {
    Deque<double[]> groups = new ArrayDeque<>(); // size before the last element, size of that
    groups.push(new double[2]);
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      double[] group = groups.element();
      if (c == '(') {
        groups.push(new double[2]);
      } else if (c == ')' && groups.size() > 1) {
        double inner = group[0] + group[1];
        groups.pop();
        group = groups.element();
        group[0] += group[1];
        group[1] = inner + 1;
      } else if (c == '{') {
        int end = expression.indexOf('}', i);
        String[] counts = expression.substring(i + 1, Math.max(i + 1, end)).split(",", -1);
        String most = counts[counts.length - 1].isEmpty() ? counts[0] : counts[counts.length - 1];
        if (most.matches("\\d{1,9}")) {
          group[1] *= Math.max(1, Integer.parseInt(most));
          i = end;
        }
      } else {
        group[0] += group[1];
        group[1] = 1;
        i += c == '\\' ? 1 : 0;
      }
    }
    return groups.stream().mapToDouble(group -> group[0] + group[1]).max().orElse(0);
  }

  List<Element> elements() {
    return elements;
  }

  @Override
  public String toString() {
    return text;
  }

  private static final class Parser {
    private final Cursor cursor;

    Parser(String text) {
      this.cursor = new Cursor("pattern", text);
    }

    List<Element> parse() {
      List<Element> elements = new ArrayList<>();
      cursor.skipBlanks();
      while (!cursor.isAtEnd()) {
        elements.add(repeated(cursor.take('[') ? tests() : List.of(bare())));
        cursor.skipBlanks();
      }
      return elements;
    }

    private Test bare() {
      return test(TokenAttribute.WORD, cursor.quoted(true), false);
    }

    private List<Test> tests() {
      List<Test> tests = new ArrayList<>();
      cursor.skipBlanks();
      while (!cursor.take(']')) {
        if (!tests.isEmpty() && !cursor.take('&')) {
          throw cursor.wrong("expected & or ]");
        }
        cursor.skipBlanks();
        TokenAttribute attribute = attribute(cursor.until("=!&]\""));
        boolean negated = cursor.take('!');
        if (!cursor.take('=')) {
          throw cursor.wrong("expected = or !=");
        }
        cursor.skipBlanks();
        tests.add(test(attribute, cursor.quoted(true), negated));
        cursor.skipBlanks();
      }
      return tests;
    }

    private TokenAttribute attribute(String name) {
      try {
        return TokenAttribute.valueOf(name.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw cursor.wrong("a token has word, form, lemma and tag, not \"" + name + "\"");
      }
    }

    private Element repeated(List<Test> tests) {
      if (cursor.take('?')) {
        return new Element(tests, 0, 1);
      }
      if (!cursor.take('{')) {
        return new Element(tests, 1, 1);
      }
      int least = number();
      int most = cursor.take(',') ? number() : least;
      if (!cursor.take('}') || most < least || most < 1 || most > MAX_REPEAT) {
        throw cursor.wrong("expected {LEAST,MOST} with at most " + MAX_REPEAT);
      }
      return new Element(tests, least, most);
    }

    private int number() {
      String number = cursor.until(",}");
      if (!number.matches("\\d{1,4}")) {
        throw cursor.wrong("expected a number, not \"" + number + "\"");
      }
      return Integer.parseInt(number);
    }
  }
}
