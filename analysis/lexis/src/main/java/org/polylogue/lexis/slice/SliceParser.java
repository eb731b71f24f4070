package org.polylogue.lexis.slice;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polylogue.lexis.index.Region;
import org.polylogue.lexis.internal.Cursor;

/**
 * The text form of slices, as the command line takes it.
 *
 * <pre>
 * voice=author              articles outside quotations
 * voice=source              inside quotations
 * voice=commenter           comments outside quotations
 * actor=Ilmar Dessen        inside quotations of an actor, by id or name
 * names=Ilmar Dessen        sentences that name an actor, by id or name
 * kind=comment              comments; kind=article for articles
 * from=2023-01-01, to=2023-06   documents of a period, ends included; a month or a year will do
 * depth=2.., score=..-5, score=0..10   numbers in a range, ends included
 * outlet=*Times             any fact about documents; * stands for any characters
 * party=Concord Party       otherwise any fact about the speakers of quotations
 * document.type=x, quotation.type=person, mention.type=place   whose fact it is, where both have it
 * A,B or A&amp;B    both       A|B   either       !A   not       (A|B),C   first what is in brackets
 * outlet!=Herald    not        "a, b"   quotes around a value with , &amp; | ( ) ! or "
 * all               every token
 * </pre>
 */
public final class SliceParser {

  private static final int MAX_LENGTH = 10_000;
  private static final int MAX_DEPTH = 50;

  private final Cursor cursor;
  private int depth;

  /**
   * A parser.
   *
   * @param text what to read
   * @throws IllegalArgumentException if it is over 10,000 characters
   */
  public SliceParser(String text) {
    this.cursor = new Cursor("slice", text);
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a slice has at most " + MAX_LENGTH + " characters, this one " + text.length());
    }
  }

  /**
   * Reads the text.
   *
   * @return the slice
   * @throws IllegalArgumentException if it cannot be read; the message says where
   */
  public Slice parse() {
    Slice slice = either();
    cursor.skipBlanks();
    if (!cursor.isAtEnd()) {
      throw cursor.wrong("expected , | or the end");
    }
    return slice;
  }

  private Slice either() {
    List<Slice> parts = new ArrayList<>();
    parts.add(both());
    while (take('|')) {
      parts.add(both());
    }
    return parts.size() == 1 ? parts.get(0) : new Slice.Any(parts);
  }

  private Slice both() {
    List<Slice> parts = new ArrayList<>();
    parts.add(single());
    while (take(',') || take('&')) {
      parts.add(single());
    }
    return parts.size() == 1 ? parts.get(0) : new Slice.All(parts);
  }

  private Slice single() {
    if (++depth > MAX_DEPTH) {
      throw cursor.wrong("more than " + MAX_DEPTH + " brackets or negations inside each other");
    }
    Slice slice;
    if (take('!')) {
      slice = single().negate();
    } else if (take('(')) {
      slice = either();
      if (!take(')')) {
        throw cursor.wrong("a bracket is not closed");
      }
    } else {
      slice = term();
    }
    depth--;
    return slice;
  }

  private Slice term() {
    String key = cursor.until("=!,&|()\"");
    if (key.equals("all") && !cursor.isAt('=')) {
      return Slice.ALL;
    }
    boolean not = take('!');
    if (key.isEmpty() || !take('=')) {
      throw cursor.wrong("expected KEY=VALUE such as voice=source");
    }
    Slice slice = slice(key, value());
    return not ? slice.negate() : slice;
  }

  private String value() {
    cursor.skipBlanks();
    if (cursor.isAt('"')) {
      return cursor.quoted(false);
    }
    String value = cursor.until(",&|()\"");
    if (value.isEmpty()) {
      throw cursor.wrong("expected a value");
    }
    return value;
  }

  private Slice slice(String key, String value) {
    return switch (key) {
      case "voice" -> voice(value);
      case "actor" -> Slice.saidBy(value);
      case "names" -> Slice.naming(value);
      case "from" ->
          new Slice.Documents(
              "date", new Condition.Dates(Optional.of(day(value, false)), Optional.empty()));
      case "to" ->
          new Slice.Documents(
              "date", new Condition.Dates(Optional.empty(), Optional.of(day(value, true))));
      default -> new Slice.Attribute(key, condition(value));
    };
  }

  private Slice voice(String value) {
    return switch (value) {
      case "author" -> Slice.AUTHOR;
      case "source" -> new Slice.Inside(Region.QUOTATION, List.of());
      case "commenter" -> Slice.COMMENTER;
      default -> throw cursor.wrong("voice is author, source or commenter, not " + value);
    };
  }

  private Condition condition(String value) {
    int dots = value.indexOf("..");
    if (dots < 0) {
      return new Condition.Text(value);
    }
    String low = value.substring(0, dots).strip();
    String high = value.substring(dots + 2).strip();
    try {
      return new Condition.Numbers(number(low), number(high));
    } catch (NumberFormatException e) {
      return new Condition.Dates(
          low.isEmpty() ? Optional.empty() : Optional.of(day(low, false)),
          high.isEmpty() ? Optional.empty() : Optional.of(day(high, true)));
    }
  }

  private static Optional<Double> number(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(text));
  }

  private LocalDate day(String text, boolean last) {
    try {
      if (text.matches("\\d{4}")) {
        return last
            ? LocalDate.of(Integer.parseInt(text), 12, 31)
            : LocalDate.of(Integer.parseInt(text), 1, 1);
      }
      if (text.matches("\\d{4}-\\d{2}")) {
        YearMonth month = YearMonth.parse(text);
        return last ? month.atEndOfMonth() : month.atDay(1);
      }
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw cursor.wrong("expected a date such as 2023-01-31, 2023-01 or 2023, not " + text);
    }
  }

  private boolean take(char wanted) {
    cursor.skipBlanks();
    return cursor.take(wanted);
  }
}
