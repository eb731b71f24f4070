package org.polylogue.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what was thrown in one line of plain words, with the cure where there is one. */
public final class Explanation {

  /** Where Jackson says that it does not show the source; the line is said by who reads. */
  private static final Pattern JSON_PLACE =
      Pattern.compile(
          "\\s?\\(?(?:start marker )?at \\[(?:Source: )?[^;\\]]{0,200}; (line: \\d{1,18})[^\\]]{0,99}\\]\\)?");

  private static final Pattern JSON_LIMIT = Pattern.compile(",? from `[^`]{1,99}`");

  private static final Pattern CLASS_NAME =
      Pattern.compile("\\b(?:[a-z][a-z0-9]{0,30}\\.){2,9}+(?=[A-Z])");

  private static final Pattern NO_CONSTANT =
      Pattern.compile(
          "No enum constant (?:[a-z][a-z0-9]{0,30}\\.){1,9}+(?:[A-Z]\\w{0,99}\\.){1,4}+");

  private static final Pattern BREAKS =
      Pattern.compile(
          "[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u200f\\u061c]+");

  private Explanation() {}

  /**
   * Says what was thrown.
   *
   * @param thrown an exception or error
   * @return one line without control characters: the message alone where that is about the input,
   *     otherwise behind the kind of exception
   */
  public static String of(Throwable thrown) {
    if (thrown instanceof StackOverflowError) {
      return "is nested or repeated more deeply than Java's stack; make it plainer, and please"
          + " report it";
    }
    if (thrown instanceof OutOfMemoryError) {
      return "memory ran out; give Java more with -Xmx, or lower --threads or the limits";
    }
    if (thrown instanceof UncheckedIOException && thrown.getCause() != null) {
      return of(thrown.getCause());
    }
    if (thrown instanceof JsonProcessingException json) {
      return json.getCause() instanceof NullPointerException missing
          ? plain(incomplete(json.getOriginalMessage(), missing.getMessage()))
          : plain(json.getOriginalMessage());
    }
    if (thrown instanceof EOFException) {
      return "it ends too early";
    }
    String name = thrown.getClass().getSimpleName();
    if (thrown.getMessage() == null) {
      return name;
    }
    boolean told =
        thrown instanceof IllegalArgumentException
            || thrown instanceof IOException
            || thrown.getClass().getName().startsWith("org.polylogue.");
    return told ? plain(thrown.getMessage()) : name + ": " + plain(thrown.getMessage());
  }

  /** What could not be made without a part, with the name of that part if it was told. */
  private static String incomplete(String message, String missing) {
    int problem = message.indexOf(", problem: ");
    String what = problem < 0 ? message : message.substring(0, problem);
    boolean named = missing != null && missing.indexOf(' ') < 0;
    return what + ", a part of it is missing" + (named ? ": " + missing : "");
  }

  /**
   * A message without names of Java's packages and without what its parsers say of themselves.
   *
   * @param message what an exception says
   * @return one line
   */
  public static String plain(String message) {
    String line = oneLine(message).strip();
    Matcher place = JSON_PLACE.matcher(line);
    line = place.replaceAll(" (from $1)").replace("(from line: ", "(from line ");
    line = JSON_LIMIT.matcher(line).replaceAll("");
    line = NO_CONSTANT.matcher(line).replaceAll("unknown value ");
    return CLASS_NAME.matcher(line).replaceAll("");
  }

  /**
   * A text as one line that a terminal neither obeys nor turns around.
   *
   * @param text any text
   * @return the text with a space for each row of control characters, ends of lines and marks of
   *     direction
   */
  public static String oneLine(String text) {
    return BREAKS.matcher(String.valueOf(text)).replaceAll(" ");
  }
}
