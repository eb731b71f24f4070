package org.polylogue.discourse.entity.world;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.polylogue.language.Token;

/** Nouns for people and bodies by what they do, and titles before names. */
public final class Roles {

  /** What a role is said of. */
  public enum Kind {
    /** An office or job of a person. */
    PERSON,
    /** What stands before a name only, such as "Mr". */
    TITLE,
    /** A body such as a ministry. */
    BODY
  }

  /**
   * A role.
   *
   * @param name in lower case
   * @param kind what it is said of
   * @param gender that the word tells
   */
  public record Role(String name, Kind kind, Gender gender) {}

  private static final int LONGEST = 4;
  private static final Map<String, Role> PEOPLE = new HashMap<>();
  private static final Map<String, Role> TITLES = new HashMap<>();
  private static final Map<String, Role> BODIES = new HashMap<>();

  static {
    for (String[] row : Resource.rows("roles.tsv", 3)) {
      Gender gender =
          switch (row[2]) {
            case "f" -> Gender.FEMALE;
            case "m" -> Gender.MALE;
            default -> Gender.UNKNOWN;
          };
      Role role = new Role(row[0], Kind.valueOf(row[1].toUpperCase(Locale.ROOT)), gender);
      switch (role.kind()) {
        case PERSON -> PEOPLE.put(role.name(), role);
        case TITLE -> TITLES.put(role.name(), role);
        case BODY -> BODIES.put(role.name(), role);
      }
    }
  }

  private Roles() {}

  /**
   * The role of a person that words name.
   *
   * @param words in lower case
   * @return null if none
   */
  public static Role person(String words) {
    return PEOPLE.get(words);
  }

  /**
   * The title that words are before a name, a person's role included.
   *
   * @param words in lower case
   * @return null if none
   */
  public static Role title(String words) {
    Role title = TITLES.get(words);
    return title == null ? PEOPLE.get(words) : title;
  }

  /**
   * The body that words name.
   *
   * @param words in lower case
   * @return null if none
   */
  public static Role body(String words) {
    return BODIES.get(words);
  }

  /**
   * The longest role of a person or body whose last word stands at a position.
   *
   * @param tokens of a sentence
   * @param last the position
   * @return null if none
   */
  public static Found endingAt(List<Token> tokens, int last) {
    return longest(tokens, last, false);
  }

  /**
   * The longest title or role before a name whose last word stands at a position.
   *
   * @param tokens of a sentence
   * @param last the position
   * @return null if none
   */
  public static Found titleEndingAt(List<Token> tokens, int last) {
    return longest(tokens, last, true);
  }

  /**
   * A role in a sentence.
   *
   * @param role which
   * @param first position of its first token
   * @param last position of its last token
   */
  public record Found(Role role, int first, int last) {}

  private static Found longest(List<Token> tokens, int last, boolean title) {
    Found found = null;
    String words = "";
    for (int i = last; i >= 0 && i > last - LONGEST; i--) {
      String word = Folding.plain(tokens.get(i).text());
      words = words.isEmpty() ? word : word + " " + words;
      Role role = title ? title(words) : person(words);
      if (role == null && !title) {
        role = body(words);
      }
      if (role != null) {
        found = new Found(role, i, last);
      }
    }
    return found;
  }
}
